"""How evidence is shown: speaker by speaker, what is asserted, denied and possible, in the words of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.links import Link
from graph.questions.evidence import Testimony
from graph.report.blocks import Block, Heading, Prose, Quotations

NOTHING = "No sentence ties the two under these filters."


def blocks(testimonies: Iterable[Testimony]) -> Iterator[Block]:
    """A heading a speaker, then the sentences by factuality."""
    nobody = True
    for testimony in testimonies:
        nobody = False
        yield Heading(f"{testimony.speaker or 'In the writers’ own voice'}: {_counts(testimony)}")
        for _, links in _parts(testimony):
            yield Quotations(links)
    if nobody:
        yield Prose(NOTHING)


def rows(testimonies: Iterable[Testimony]) -> Iterator[Link]:
    """The link records, in the order shown."""
    return (link for testimony in testimonies for _, links in _parts(testimony) for link in links)


def _parts(testimony: Testimony) -> list[tuple[str, tuple[Link, ...]]]:
    parts = [("asserted", testimony.asserted), ("negated", testimony.negated), ("possible", testimony.possible)]
    return [(name, links) for name, links in parts if links]


def _counts(testimony: Testimony) -> str:
    return ", ".join(f"{len(links)} {name}" for name, links in _parts(testimony))
