"""Measure how often readings are right, by rule and by shape, and keep the figures beside the rules.

usage: python -m benchmarks.confidence GOLD.jsonl [GOLD.jsonl ...]

Rules are counted on GOLD, our own tables: each row is a document with its "text" and all its "links", as in
`tests/gold`. A link is right where its ends, polarity, factuality and speaker are; one that only doubtful gold explains
counts neither way. Rows without links, and those of `articles.jsonl` with an even number, which are held out, are
passed over. The precision of a rule is smoothed towards that of all as if it had been seen WEIGHT more times: that is
much, since rules were tuned on these texts.

Shapes are counted on `benchmarks/verdicts.jsonl`: judged readings of articles that no rule had been written on (see
`benchmarks.verdicts`). What a part of a shape adds to the log-odds is what is lacking, or too much, where rule and
other parts alone are believed, with DOUBT readings more that agree with them.

The figures are written to `graph/extraction/data/confidence.toml`. Then the curves are printed: what a lower bound on
confidence leaves of the judged readings, each half of the texts by the shapes counted on the other half; and of GOLD.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from graph.extraction.confidence import UNSEEN, Measured, log_odds, shapes
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank, load_pipeline
from graph.extraction.statements.statements import LOOSE
from graph.files import write_text
from graph.links import Document
from graph.score import gold_of_document, score
from graph.selection import SURE

WEIGHT = 100
DOUBT = 10
ROUNDS = 4  # how often the parts are fitted to each other
BOUNDS = (0.0, 0.2, 0.3, SURE, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
PATH = Path("graph/extraction/data/confidence.toml")
VERDICTS = Path(__file__).with_name("verdicts.jsonl")
HEAD = """\
# How likely a reading is right: see `graph/extraction/confidence.py`. Behind each figure the counts, right and all.
# Written by `python -m benchmarks.confidence`, not by hand.
"""


class Reading(NamedTuple):
    """One judged reading: its rule, the parts of its shape, whether it is right, and the number of its text."""

    rule: str
    shape: list[str]
    right: bool
    text: int = 0


def judged(rows: Iterable[dict[str, Any]]) -> tuple[list[Reading], int]:
    """The readings of gold documents, and how many links gold wants."""
    nlp = load_pipeline()
    found: list[Reading] = []
    wanted = 0
    for row in rows:
        doc = nlp(blank(nlp, Document(id=row["id"], text=row["text"], date=row.get("date"))))
        pairs = readings(doc)
        verdict = score([link for link, _ in pairs], gold_of_document(row))
        wrong = {link["id"] for link, _ in verdict.wrong}
        excused = {link["id"] for link in verdict.excused}
        wanted += sum(not link.get("doubtful") for link in row["links"])
        parts = shapes([statement for _, statement in pairs])
        for (link, statement), shape in zip(pairs, parts, strict=True):
            if link.id not in excused:
                found.append(Reading(statement.rule, shape, link.id not in wrong))
    return found, wanted


def verdicts() -> list[Reading]:
    """The judged readings of unseen articles."""
    rows = map(json.loads, VERDICTS.read_text(encoding="utf-8").splitlines())
    return [Reading(row["rule"], row["shape"], row["right"], row["text"]) for row in rows]


def rules(found: Iterable[Reading]) -> dict[str, float]:
    """The smoothed precision of each rule; hints are no better than their own count, and do not lower the others."""
    counts = _counts((reading.rule, reading.right) for reading in found)
    sure = [count for rule, count in counts.items() if rule != LOOSE]
    prior = sum(c[True] for c in sure) / max(1, sum(c.total() for c in sure))
    kept = {UNSEEN: round(prior, 3)}
    for rule, c in counts.items():
        weight = 0 if rule == LOOSE else WEIGHT
        kept[rule] = round((c[True] + weight * prior) / (c.total() + weight), 3)
    return kept


def corrections(found: list[Reading], precision: dict[str, float]) -> dict[str, float]:
    """What each part of a shape adds to the log-odds of its rule and its other parts."""
    kept: dict[str, float] = {part: 0.0 for reading in found for part in reading.shape}
    families = list(dict.fromkeys(map(_family, kept)))  # the kind first: it takes what all have in common
    for family in families * ROUNDS:
        of_part: dict[str, list[tuple[bool, float]]] = {}
        for reading in found:
            for part in reading.shape:
                if _family(part) == family:
                    others = [p for p in reading.shape if p != part]
                    expected = Measured(precision, kept).confidence(reading.rule, others)
                    of_part.setdefault(part, []).append((reading.right, expected))
        kept |= {part: _lacking(outcomes) for part, outcomes in of_part.items()}
    return kept


def _lacking(outcomes: list[tuple[bool, float]]) -> float:
    """The difference in log-odds between what came out and what was expected."""
    right, expected = sum(right for right, _ in outcomes), sum(share for _, share in outcomes) / len(outcomes)
    share = (right + DOUBT * expected) / (len(outcomes) + DOUBT)
    return round(log_odds(share) - log_odds(expected), 2)


def _family(part: str) -> str:
    return part.partition(":")[0]


def _counts(pairs: Iterable[tuple[str, bool]]) -> dict[str, Counter[bool]]:
    counts: dict[str, Counter[bool]] = {}
    for name, right in pairs:
        counts.setdefault(name, Counter())[right] += 1
    return dict(sorted(counts.items()))


def crossed(found: list[Reading], precision: dict[str, float]) -> Iterator[tuple[float, bool]]:
    """The confidence of each judged reading by the shapes counted on the other half of the texts, and whether right."""
    for half in (0, 1):
        counted = Measured(precision, corrections([r for r in found if r.text % 2 != half], precision))
        yield from ((counted.confidence(r.rule, r.shape), r.right) for r in found if r.text % 2 == half)


def curve(scored: Iterable[tuple[float, bool]], wanted: int) -> Iterator[str]:
    """A line a lower bound: what it leaves of precision and recall."""
    scored = list(scored)
    for bound in BOUNDS:
        kept = [right for confidence, right in scored if confidence >= bound]
        precise, recalled = sum(kept) / max(1, len(kept)), sum(kept) / wanted
        yield f"{bound:.2f}  links {len(kept):4}  precision {precise:.3f}  recall {recalled:.3f}"


def calibration(scored: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """A line a tenth of confidence: how often it was right."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in scored:
        tenths.setdefault(math.floor(10 * confidence), []).append((confidence, right))
    for _, pairs in sorted(tenths.items()):
        mean, share = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
        yield f"said {mean:.2f}  was {share:.2f}  links {len(pairs):4}"


def main(*paths: str) -> None:
    """Count, write the figures and print the curves."""
    gold = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
    found, wanted = judged(row for row in gold if "links" in row and not _held_out(row["id"]))
    unseen = verdicts()
    precision = rules(found)
    parts = corrections(unseen, precision)
    of_rules = _counts((reading.rule, reading.right) for reading in found)
    of_parts = _counts((part, reading.right) for reading in unseen for part in reading.shape)
    write_text(PATH, HEAD + _table("rules", precision, of_rules) + "\n" + _table("shapes", parts, of_parts))
    right = sum(reading.right for reading in unseen)
    plain = [(Measured(precision, {}).confidence(r.rule, r.shape), r.right) for r in unseen]
    scored = list(crossed(unseen, precision))
    print("judged readings, by rule alone", *curve(plain, right), sep="\n")
    print("judged readings, by rule and by the shapes of the other half", *curve(scored, right), sep="\n")
    print(*calibration(scored), sep="\n")
    kept = Measured(precision, parts)
    print("own tables", *curve(((kept.confidence(r.rule, r.shape), r.right) for r in found), wanted), sep="\n")


def _table(name: str, figures: dict[str, float], counts: dict[str, Counter[bool]]) -> str:
    lines = [f"[{name}]"]
    for key, figure in sorted(figures.items()):
        count = counts.get(key)
        lines.append(f'"{key}" = {figure}' + (f"  # {count[True]} of {count.total()}" if count else ""))
    return "\n".join(lines) + "\n"


def _held_out(identity: str) -> bool:
    table, _, number = identity.partition("-")
    return table == "articles" and int(number) % 2 == 0


if __name__ == "__main__":
    if not sys.argv[1:]:
        raise SystemExit("which tables? python -m benchmarks.confidence tests/gold/*.jsonl")
    main(*sys.argv[1:])
