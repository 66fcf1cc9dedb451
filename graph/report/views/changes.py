"""How changes between two periods are shown: what turned, what appeared, what vanished."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.counting import rounded
from graph.questions.changes import KINDS, Change, Kind
from graph.questions.dyads import Dyad
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, statement

_TITLES: dict[Kind, str] = {"turned": "Turned", "appeared": "Appeared", "vanished": "Vanished"}

COLUMNS = ("Between", "Before", "After", "Best links", "Sentence")


def blocks(changes: Sequence[Change]) -> Iterator[Block]:
    """A grid a kind of change, with sentences of before and after."""
    if not changes:
        yield Prose("Nothing has changed between the two periods under these filters.")
    start = 0
    for kind, title in _TITLES.items():
        end = bisect_right(changes, KINDS.index(kind), start, key=lambda row: KINDS.index(row.kind))
        if start < end:
            yield Heading(title)
            yield Grid(COLUMNS, map(_row, changes[start:end]), end - start)
        start = end


def rows(changes: Sequence[Change]) -> Iterator[dict[str, object]]:
    """One row a dyad."""
    for row in changes:
        yield {"kind": row.kind, "a": row.a, "b": row.b, **_flat("before", row.before), **_flat("after", row.after)}


def _row(row: Change) -> tuple[Cell, ...]:
    best = [pair.best for pair in (row.before, row.after) if pair]
    return (f"{row.a} – {row.b}", _standing(row.before), _standing(row.after),
            ", then ".join(map(statement, best)), " … ".join(link.sentence for link in best))  # fmt: skip


def _standing(pair: Dyad | None) -> str | None:
    return f"{pair.polarity} ({rounded(pair.weight)})" if pair else None


def _flat(name: str, pair: Dyad | None) -> dict[str, object]:
    return {
        f"{name}_polarity": pair and pair.polarity,
        f"{name}_weight": round(pair.weight, 6) if pair else 0,
        f"{name}_link": pair and pair.best.id,
        f"{name}_sentence": pair and pair.best.sentence,
    }
