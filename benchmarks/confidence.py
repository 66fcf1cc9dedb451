"""Measure how often each class of readings is right on gold, and keep the figures beside the rules.

usage: python -m benchmarks.confidence GOLD.jsonl [GOLD.jsonl ...]

Each row of GOLD is a document with its "text" and all its "links", as in `tests/gold`. A link is right
where its ends, polarity, factuality and speaker are; one that only doubtful gold explains counts
neither way. The precision of a class is smoothed towards that of all classes as if it had been seen
WEIGHT more times (additive smoothing), so that a rare class never claims more than it has shown. The
figures are written to `graph/extraction/data/confidence.toml`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.extraction.choosing import reading_class
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank, load_pipeline
from graph.files import write_text
from graph.links import Document
from graph.score import gold_of_document, score

WEIGHT = 8
PATH = Path("graph/extraction/data/confidence.toml")
HEAD = """\
# How often links of each class of readings were right on development gold, smoothed; behind it the
# counts, right and all. Written by `python -m benchmarks.confidence`, not by hand.
"""


def counts(rows: Iterable[dict[str, Any]]) -> dict[str, Counter[bool]]:
    """How often links of each class were right and wrong."""
    nlp = load_pipeline()
    found: dict[str, Counter[bool]] = {}
    for row in rows:
        doc = nlp(blank(nlp, Document(id=row["id"], text=row["text"], date=row.get("date"))))
        pairs = readings(doc)
        classes = {link.id: reading_class(statement) for link, statement in pairs}
        verdict = score([link for link, _ in pairs], gold_of_document(row))
        wrong = {found_link["id"] for found_link, _ in verdict.wrong}
        excused = {found_link["id"] for found_link in verdict.excused}
        for identity, name in classes.items():
            if identity not in excused:
                found.setdefault(name, Counter())[identity not in wrong] += 1
    return found


def smoothed(found: dict[str, Counter[bool]]) -> dict[str, tuple[float, int, int]]:
    """The precision of each class, with the counts it comes from."""
    right, seen = (sum(c[True] for c in found.values()), sum(c.total() for c in found.values()))
    prior = right / seen if seen else 0.5
    return {
        name: (round((c[True] + WEIGHT * prior) / (c.total() + WEIGHT), 3), c[True], c.total())
        for name, c in sorted(found.items())
    }


def main(*paths: str) -> None:
    """Measure on all the files together and write the figures."""
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
    lines = [f'"{name}" = {p}  # {right} of {seen}' for name, (p, right, seen) in smoothed(counts(rows)).items()]
    write_text(PATH, HEAD + "[precision]\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
