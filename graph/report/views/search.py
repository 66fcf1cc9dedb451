"""How found links are shown: their sentences, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.links import Link
from graph.report.blocks import Block, Prose, Quotations


def blocks(links: Iterable[Link]) -> Iterator[Block]:
    """One quotation a link."""
    found = tuple(links)
    yield Prose(f"Links read from such sentences: {len(found)}.")
    if found:
        yield Quotations(found)


def rows(links: Iterable[Link]) -> Iterable[Link]:
    """The link records."""
    return links
