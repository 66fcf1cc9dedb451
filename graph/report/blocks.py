"""What a view is made of: headings, prose, grids and quotations, before anyone decides how they look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from graph.links import Link, Polarity

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under column names; numbers stand to the right, None is left empty."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]
    total: int | None = None  # how many rows there are, where that is known without reading them


@dataclass(frozen=True, slots=True)
class Quotations:
    """The sentences of links, each with who says it and where it stands; `total` as for a grid."""

    links: Iterable[Link]
    total: int | None = None


Block = Heading | Prose | Grid | Quotations

# Of a list that may run into thousands, a reader sees so many; the data formats have them all.
MOST = 50


def cut(blocks: Iterable[Block], most: int | None = MOST) -> Iterator[Block]:
    """The blocks with no more than the first rows of each grid and the first links of each list, and what is left out.

    >>> names = Grid(("Name",), [("Chad",), ("Mali",), ("Niger",)])
    >>> [block.text for block in cut([names], 2) if isinstance(block, Prose)]
    ['… and 1 more: --all shows all, and so do --format csv and json.']
    """
    for block in blocks:
        if most is None or isinstance(block, Heading | Prose):
            yield block
            continue
        rest: Iterator[Any] = iter(block.rows if isinstance(block, Grid) else block.links)
        first = tuple(islice(rest, most))
        yield Grid(block.columns, first) if isinstance(block, Grid) else Quotations(first)
        left = sum(1 for _ in rest) if block.total is None else block.total - len(first)
        if left:
            yield Prose(f"… and {left:,} more: --all shows all, and so do --format csv and json.")


_DOUBT = {"asserted": "", "negated": "not: ", "possible": "maybe: "}


def deed(link: Link) -> str:
    """What the source does, with its factuality in front: `not: arm`, `maybe: attack`."""
    return _DOUBT[link.factuality] + link.predicate


def voice(link: Link) -> str:
    """Who says so, in words; the writer's own voice is empty."""
    return link.attributed_to or ""


def sign(polarity: Polarity) -> str:
    """The polarity as one character; a column of them is headed ±."""
    return {"cooperative": "+", "hostile": "−", "neutral": ""}[polarity]


def statement(link: Link) -> str:
    """The link in one line: who, what, whom, and who says so.

    A symmetric link is drawn with a dash, since it runs both ways.
    """
    arrow = "—" if link.symmetric else "→"
    said = f" (says {link.attributed_to})" if link.attributed_to else ""
    return f"{link.source} {arrow} {deed(link)} {arrow} {link.target}{said}"


def reference(link: Link) -> str:
    """Where the sentence stands: title or document, publisher, date, address, characters."""
    place = [link.title or link.document, link.publisher, link.date, link.url]
    return ", ".join([*(part for part in place if part), f"characters {link.start}–{link.end}"])


def by_sentence(links: Iterable[Link]) -> list[tuple[Link, ...]]:
    """The links that follow each other and stand in one sentence, together."""
    return [tuple(group) for _, group in groupby(links, key=lambda link: (link.document, link.start, link.end))]
