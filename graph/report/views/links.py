"""How links are listed: who does what to whom, who says so, when, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.links import Link
from graph.report.blocks import Block, Cell, Grid, deed, sign, voice

COLUMNS = ("Who", "Does what", "To whom", "±", "Said by", "When", "Sentence")


def blocks(links: Iterable[Link]) -> Iterator[Block]:
    """One grid with a row a link."""
    yield Grid(COLUMNS, (_row(link) for link in links), getattr(links, "total", None))


def rows(links: Iterable[Link]) -> Iterable[Link]:
    """The link records themselves."""
    return links


def _row(link: Link) -> tuple[Cell, ...]:
    return link.source, deed(link), link.target, sign(link.polarity), voice(link), link.when, link.sentence
