"""How an actor's surroundings are shown: ring by ring, each neighbour with its strongest tie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.questions.neighbours import Neighbour
from graph.report.blocks import Block, Cell, Grid, sign, statement

COLUMNS = ("Steps", "Neighbour", "Through", "±", "Weight", "Best link", "Sentence")


def blocks(neighbours: Sequence[Neighbour]) -> Iterator[Block]:
    """A row a neighbour, the nearest first."""
    yield Grid(COLUMNS, [_row(each) for each in neighbours])


def rows(neighbours: Sequence[Neighbour]) -> Iterator[dict[str, object]]:
    """One flat row a neighbour."""
    for each in neighbours:
        tie = each.tie
        yield {
            "name": each.name, "distance": each.distance, "through": each.through, "polarity": tie.polarity,
            "cooperative": tie.cooperative, "hostile": tie.hostile, "neutral": tie.neutral, "links": tie.links,
            "link": tie.best.id, "sentence": tie.best.sentence,
        }  # fmt: skip


def _row(each: Neighbour) -> tuple[Cell, ...]:
    tie = each.tie
    return (each.distance, each.name, each.through, sign(tie.polarity), round(tie.weight, 2), statement(tie.best),
            tie.best.sentence)  # fmt: skip
