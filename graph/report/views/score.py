"""How a score is shown: the measures, the shares of fields, and on demand what was missed or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.report.blocks import Block, Grid, Heading
from graph.score import Score


def blocks(answer: Score) -> Iterator[Block]:
    """Precision, recall and F1 a level; then fields and kinds; then the lists that were asked for."""
    yield Grid(
        ("Level", "Precision", "Recall", "F1", "Right", "Predicted", "Gold"),
        [(name, round(m.precision, 3), round(m.recall, 3), round(m.f1, 3), m.hits, m.predicted, m.wanted)
         for name, m in answer.measures.items()],
    )  # fmt: skip
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


def rows(answer: Score) -> Iterator[dict[str, Any]]:
    """One row a level."""
    for name, m in answer.measures.items():
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
