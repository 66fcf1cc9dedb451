"""How actors are listed; for one actor, why each alias is one of its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.links import Actor
from graph.questions.actors import ActorCount
from graph.report.blocks import Block, Cell, Grid, Heading, Prose


def blocks(answer: Sequence[ActorCount] | Actor) -> Iterator[Block]:
    """A row an actor, the busiest first; or who one actor is and a row an alias."""
    if isinstance(answer, Actor):
        yield Heading(answer.name)
        yield Prose(f"{answer.kind}, {answer.country}" if answer.country else answer.kind)
        yield Grid(("Words", "Times", "Why they name this actor"), (tuple(row.values()) for row in _reasons(answer)))
    else:
        yield Grid(("Actor", "Kind", "Country", "Links out", "Links in", "Also called"), map(_row, answer), len(answer))


def rows(answer: Sequence[ActorCount] | Actor) -> Sequence[object]:
    """The actors with their counts; or an alias a row, the most frequent first."""
    return _reasons(answer) if isinstance(answer, Actor) else answer


def _row(count: ActorCount) -> tuple[Cell, ...]:
    others = ", ".join(alias for alias in count.aliases if alias != count.name)
    return count.name, count.kind, count.country, count.links_out, count.links_in, others


def _reasons(actor: Actor) -> list[dict[str, str | int | None]]:
    ranked = sorted(actor.aliases, key=lambda alias: (-actor.aliases[alias], alias))
    return [{"alias": alias, "count": actor.aliases[alias], "why": actor.why.get(alias)} for alias in ranked]
