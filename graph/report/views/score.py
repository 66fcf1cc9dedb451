"""How a score is shown: the measures, the shares of fields, and on demand what was missed or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.report.blocks import Block, Grid, Heading
from graph.score import Measure, Review, Score


def blocks(answer: Score) -> Iterator[Block]:
    """What gold says, then what analysts say; each with the lists that were asked for."""
    if answer.measures:
        yield from _gold(answer)
    if answer.reviewed:
        yield from _reviewed(answer.reviewed)


def _gold(answer: Score) -> Iterator[Block]:
    """Precision, recall and F1 a level; then fields and kinds."""
    yield Grid(
        ("Level", "Precision", "Recall", "F1", "Right", "Predicted", "Gold"),
        [(name, *_numbers(measure)) for name, measure in answer.measures.items()],
    )
    yield Heading("Of the pairs found")
    yield Grid(("Field", "Right", "Of"), [(name, right, of) for name, (right, of) in answer.fields.items()])
    yield Heading("Recall by kind")
    yield Grid(("Kind", "Found", "Of"), [(name, found, of) for name, (found, of) in answer.kinds.items()])
    if answer.missed:
        yield Heading("Missed")
        yield Grid(("Who", "Does what", "To whom", "Sentence"), [_line(row) for row in answer.missed])
    if answer.wrong:
        yield Heading("Wrong")
        columns = ("Who", "Does what", "To whom", "Sentence", "Gold")
        yield Grid(columns, [(*_line(found), _short(gold)) for found, gold in answer.wrong])


def _reviewed(review: Review) -> Iterator[Block]:
    """The verdicts in all, by relation and by rule; the rules' own confidence beside how often they were right."""
    yield Heading("What analysts confirmed and rejected")
    yield Grid(("Precision", "Recall", "F1", "Right", "Reviewed", "Confirmed"), [_numbers(review.measure)])
    for name, sorts in (("Relation", review.relations), ("Rule", review.rules)):
        columns = (name, "Right", "Reviewed", "Precision", "Confidence")
        yield Grid(columns, [(n, j.right, j.reviewed, round(j.precision, 3), j.confidence) for n, j in sorts.items()])
    columns = ("Who", "Does what", "To whom", "Sentence", "Note")
    for title, verdicts in (
        ("Rejected, and still read", review.wrong),
        ("Confirmed, and no longer read", review.missed),
    ):
        if verdicts:
            yield Heading(title)
            yield Grid(columns, [(*_line(verdict.link.record()), verdict.note) for verdict in verdicts])


def _numbers(m: Measure) -> tuple[float, float, float, int, int, int]:
    return round(m.precision, 3), round(m.recall, 3), round(m.f1, 3), m.hits, m.predicted, m.wanted


def rows(answer: Score) -> Iterator[dict[str, Any]]:
    """One row a level; the analysts' verdicts are the level `reviewed`."""
    levels = dict(answer.measures)
    if answer.reviewed:
        levels["reviewed"] = answer.reviewed.measure
    for name, m in levels.items():
        yield {"level": name, "precision": m.precision, "recall": m.recall, "f1": m.f1,
               "right": m.hits, "predicted": m.predicted, "gold": m.wanted}  # fmt: skip


def _line(row: Any) -> tuple[str, str, str, str]:
    return _first(row["source"]), str(row.get("predicate", "")), _first(row["target"]), str(row.get("sentence", ""))


def _short(gold: Any) -> str:
    if gold is None:
        return "no such link"
    said = _first(gold.get("attributed_to")) or "the writer"
    return f"{gold.get('polarity')}, {gold.get('factuality')}, by {said}"


def _first(value: Any) -> str:
    return str(value[0] if isinstance(value, list) and value else value or "")
