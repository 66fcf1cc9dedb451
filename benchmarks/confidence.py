"""Measure how often readings are right on gold, by each part they rest on, and keep the figures beside the rules.

usage: python -m benchmarks.confidence GOLD.jsonl [GOLD.jsonl ...]

Each row of GOLD is a document with its "text" and all its "links", as in `tests/gold`. A link is right
where its ends, polarity, factuality and speaker are; one that only doubtful gold explains counts
neither way. The precision of a part is smoothed towards that of all readings as if it had been seen
WEIGHT more times (additive smoothing), so that a rare one never claims more than it has shown. Rows without
links, and those of `articles.jsonl` with an even number, which are held out, are passed over. The figures
are written to `graph/extraction/data/confidence.toml`; then the curve is printed: what a lower bound on
confidence leaves of precision and recall.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.extraction.choosing import LOOSE, parts
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank, load_pipeline
from graph.files import write_text
from graph.links import Document
from graph.score import gold_of_document, score

WEIGHT = 8
BOUNDS = (0.0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
PATH = Path("graph/extraction/data/confidence.toml")
HEAD = """\
# How often readings that rest on each of these were right on development gold, smoothed; behind it the
# counts, right and all. A link is as sure as the least sure of its parts. Written by
# `python -m benchmarks.confidence`, not by hand.
"""


Readings = list[tuple[list[str], bool]]


def judged(rows: Iterable[dict[str, Any]]) -> tuple[Readings, int]:
    """The parts of each reading with whether it was right, and how many links gold wants."""
    nlp = load_pipeline()
    found: Readings = []
    wanted = 0
    for row in rows:
        doc = nlp(blank(nlp, Document(id=row["id"], text=row["text"], date=row.get("date"))))
        pairs = readings(doc)
        verdict = score([link for link, _ in pairs], gold_of_document(row))
        wrong = {link["id"] for link, _ in verdict.wrong}
        excused = {link["id"] for link in verdict.excused}
        wanted += sum(not link.get("doubtful") for link in row["links"])
        found += [(parts(statement), link.id not in wrong) for link, statement in pairs if link.id not in excused]
    return found, wanted


def smoothed(found: Readings) -> dict[str, tuple[float, int, int]]:
    """The precision of each part, with the counts it comes from; hints do not lower what others are smoothed to."""
    counts: dict[str, Counter[bool]] = {}
    for names, right in found:
        for name in names:
            counts.setdefault(name, Counter())[right] += 1
    sure = [right for names, right in found if names != [f"read by: {LOOSE}"]]
    prior = sum(sure) / len(sure) if sure else 0.5
    return {
        name: (round((c[True] + WEIGHT * prior) / (c.total() + WEIGHT), 3), c[True], c.total())
        for name, c in sorted(counts.items())
    }


def curve(found: Readings, wanted: int, precision: dict[str, tuple[float, int, int]]) -> Iterator[str]:
    """A line a lower bound: what it leaves of precision and recall."""
    scored = [(min(precision[name][0] for name in names), right) for names, right in found]
    for bound in BOUNDS:
        kept = [right for confidence, right in scored if confidence >= bound]
        precise, recalled = sum(kept) / max(1, len(kept)), sum(kept) / wanted
        yield f"{bound:.2f}  links {len(kept):4}  precision {precise:.3f}  recall {recalled:.3f}"


def main(*paths: str) -> None:
    """Measure on all the files together, write the figures and print the curve."""
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
    found, wanted = judged(row for row in rows if "links" in row and not _held_out(row["id"]))
    precision = smoothed(found)
    lines = [f'"{name}" = {p}  # {right} of {seen}' for name, (p, right, seen) in precision.items()]
    write_text(PATH, HEAD + "[precision]\n" + "\n".join(lines) + "\n")
    print(*curve(found, wanted, precision), sep="\n")


def _held_out(identity: str) -> bool:
    table, _, number = identity.partition("-")
    return table == "articles" and int(number) % 2 == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
