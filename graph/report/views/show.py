"""How an actor's card is shown."""

from __future__ import annotations

from collections.abc import Iterator

from graph.links import POLARITIES, Tie
from graph.questions.show import Card
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, Quotations

COLUMNS = ("Who", "Does what", "To whom", "Weight", "Asserted", "Negated", "Possible", "Until")


def blocks(card: Card) -> Iterator[Block]:
    """Who it is, its ties by polarity, who speaks of it, its latest links."""
    actor = card.actor
    others = [alias for alias in actor.aliases if alias != actor.name]
    yield Heading(actor.name)
    yield Prose(", ".join([actor.kind, *([actor.country] if actor.country else [])]))
    if others:
        yield Prose(f"Also called {', '.join(others)}")
    for polarity in POLARITIES:
        ties = [tie for tie in card.ties if tie.polarity == polarity]
        if ties:
            yield Heading(f"{polarity.capitalize()} ties")
            yield Grid(COLUMNS, [_row(tie) for tie in ties])
    if card.speakers:
        yield Heading("Who speaks of it")
        rows = [(row.name or "the writers’ own voice", row.links) for row in card.speakers]
        yield Grid(("Speaker", "Links"), rows)
    if card.latest:
        yield Heading("Latest")
        yield Quotations(card.latest)


def rows(card: Card) -> tuple[Tie, ...]:
    """One row a tie."""
    return card.ties


def _row(tie: Tie) -> tuple[Cell, ...]:
    return (tie.source, tie.predicate, tie.target, round(tie.weight, 2), tie.asserted, tie.negated, tie.possible,
            tie.last)  # fmt: skip
