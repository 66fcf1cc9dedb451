"""How found links are shown: their sentences, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.links import Link
from graph.report.blocks import Block, Prose, Quotations


def blocks(links: Iterable[Link]) -> Iterator[Block]:
    """One quotation a link."""
    total = getattr(links, "total", None)
    if total is None:
        links = tuple(links)
        total = len(links)
    yield Prose(f"Links read from such sentences: {total:,}.")
    if total:
        yield Quotations(links, total)


def rows(links: Iterable[Link]) -> Iterable[Link]:
    """The link records."""
    return links
