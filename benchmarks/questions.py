"""How long does a question take, as a whole process, on a casefile of 20,000 actors and 150,000 links?

    python -m benchmarks.questions [--actors 20000] [--links 150000] [--keep FILE]

A good two thirds of the links, 105,000, are sure enough to be shown. Prints the seconds of each command, its
processor time and the ratio of that to `python -c "import networkx"`, the best of several runs; and the ratio
of `whowhom --help` to `python -c "import click"`.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.casefile import open_casefile
from graph.links import RELATIONS, Actor, Document, Extraction, Link, actor_id

RUNS = 3
LINKS_A_DOCUMENT = 10
QUESTIONS = (
    ("info",),
    ("info", "--documents"),
    ("links",),
    ("links", "--polarity", "hostile", "--since", "2020"),
    ("links", "--format", "jsonl"),
    ("actors",),
    ("actors", "--why", "Person 1"),
    ("show", "Person 1"),
    ("show", "Person 9000"),
    ("paths", "Person 1", "Person 15000", "-k", "10"),
    ("paths", "Person 9000", "Person 15000", "-k", "10", "--any-direction"),
    ("paths", "Person 9000", "Person 15000", "-k", "10", "--polarity", "hostile"),
    ("evidence", "Person 1", "Person 9000"),
    ("neighbours", "Person 1"),
    ("neighbours", "Person 9000"),
    ("timeline",),
    ("timeline", "Person 1"),
    ("groups",),
    ("balance",),
    ("disputes",),
    ("compare", "Person 1", "Person 2"),
    ("changes", "--before", "2020"),
    ("central", "--limit", "10"),
    ("search", "17"),
    ("search", "met fought"),
    ("review", "--list"),
)


def main() -> None:
    """Build the casefile, ask, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        case = options.keep or Path(folder) / "benchmark.case"
        if not case.exists():
            write(case, options.actors, options.links)
        yardstick = _tell("import networkx", [sys.executable, "-c", "import networkx"])
        for name, *arguments in QUESTIONS:
            command = [sys.executable, "cli.py", name, str(case), *arguments]
            _tell(" ".join((name, *arguments)), command, yardstick)
        bare = cost([sys.executable, "-c", "import click"])
        _tell("whowhom --help, against import click", [sys.executable, "cli.py", "--help"], bare)


def _tell(name: str, command: list[str], yardstick: Cost | None = None) -> Cost:
    """Measure a command, print its cost and the ratio of its processor time to that of the yardstick."""
    taken = cost(command)
    ratio = taken.processor / (yardstick or taken).processor
    print(f"{name:<60} {taken.seconds:6.2f} s, {taken.processor:6.2f} s of processor time, ratio {ratio:4.1f}")
    return taken


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actors", type=int, default=20_000)
    parser.add_argument("--links", type=int, default=150_000)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="Use this casefile, made if it is not there.")
    return parser.parse_args()


class Cost(NamedTuple):
    """What a process takes; on a busy machine its processor time tells more than the clock."""

    processor: float
    seconds: float


def cost(command: list[str]) -> Cost:
    """The cheapest of some runs."""
    taken = []
    for _ in range(RUNS):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        taken.append(Cost(processor, time.perf_counter() - start))
    return min(taken)


def write(case: Path, actors: int, links: int) -> None:
    """A casefile of actors of very unequal fame, as news has them, and random links between them."""
    with open_casefile(case, create=True) as casefile, casefile.transaction():
        for extraction in extractions(actors, links):
            casefile.add(extraction)


def extractions(actors: int, links: int) -> Iterator[Extraction]:
    """Documents of ten links each; every actor has a link, the first ones have thousands."""
    chance = random.Random(20)
    for number in range(links // LINKS_A_DOCUMENT):
        date = f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        ends = [_ends(chance, number * LINKS_A_DOCUMENT + place, actors) for place in range(LINKS_A_DOCUMENT)]
        sentences = [f"{source} met or fought {target} in case {number}." for source, target in ends]
        document = Document(f"wire-{number:06}", " ".join(sentences), date=date, publisher=f"Paper {number % 40}")
        rows = [_link(chance, document, *pair, sentence) for pair, sentence in zip(ends, sentences, strict=True)]
        names = dict.fromkeys(name for pair in ends for name in pair)
        yield Extraction(document, tuple(_actor(name) for name in names), tuple(rows))


def _ends(chance: random.Random, place: int, actors: int) -> tuple[str, str]:
    """Whoever's turn it is, and somebody picked by fame."""
    one = place % actors + 1
    other = one
    while other == one:
        other = min(int(actors ** chance.random()), actors)
    pair = (f"Person {one}", f"Person {other}")
    return pair if chance.random() < 0.5 else (pair[1], pair[0])


def _actor(name: str) -> Actor:
    return Actor(actor_id(name), name, "organisation", None, {name: 1}, {name: "by name"})


def _link(chance: random.Random, document: Document, source: str, target: str, sentence: str) -> Link:
    relation = RELATIONS[chance.choice(sorted(RELATIONS))]
    start = document.text.index(sentence)
    spans = [(start + sentence.index(words), start + sentence.index(words) + len(words))
             for words in (f"{source} ", f"{target} ", "met or fought")]  # fmt: skip
    return Link(
        f"{document.id}-{start}", document.id, None, document.publisher, None, document.date, sentence, start,
        start + len(sentence), source, target, spans[0], spans[1], spans[2], "met or fought", relation.name,
        relation.polarity, relation.scale, chance.choice(("asserted", "asserted", "asserted", "negated", "possible")),
        source if chance.random() < 0.1 else None, None, relation.name in ("CONSULT", "ALLIANCE", "RIVALRY"), "event",
        True, "benchmark", round(chance.uniform(0.3, 0.95), 2),
    )  # fmt: skip


if __name__ == "__main__":
    main()
