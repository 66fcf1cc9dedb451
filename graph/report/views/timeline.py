"""How a timeline is shown: a bar of cooperation and conflict a period, then the links in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from graph.links import Link
from graph.questions.timeline import Bar, Timeline
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, deed, sign, voice

# Characters of the longest half of a bar.
WIDTH = 20


def blocks(timeline: Timeline) -> Iterator[Block]:
    """Bars, then links; conflict grows to the left, cooperation to the right."""
    if not timeline.links and not timeline.undated:
        yield Prose("No link stands under these filters.")
        return
    if timeline.bars:
        top = max(max(bar.cooperative, bar.hostile) for bar in timeline.bars)
        yield Grid((timeline.period.capitalize(), "Conflict | cooperation", "Hostile", "Cooperative", "Links"),
                   [_bar(bar, top) for bar in timeline.bars])  # fmt: skip
    yield _links(timeline.links)
    if timeline.undated:
        yield Heading("Without a date")
        yield _links(timeline.undated)


def rows(timeline: Timeline) -> Iterator[Link]:
    """The link records in time order, undated ones last."""
    return chain(timeline.links, timeline.undated)


def _bar(bar: Bar, top: float) -> tuple[Cell, ...]:
    left, right = (round(WIDTH * weight / top) if top else 0 for weight in (bar.hostile, bar.cooperative))
    drawn = f"{'▒' * left:>{WIDTH}}|{'█' * right:<{WIDTH}}"
    return bar.start, drawn, bar.hostile, bar.cooperative, bar.links


def _links(links: Sequence[Link]) -> Grid:
    columns = ("When", "Who", "Does what", "To whom", "±", "Said by", "Sentence")
    return Grid(columns, map(_row, links), len(links))


def _row(link: Link) -> tuple[Cell, ...]:
    return link.when, link.source, deed(link), link.target, sign(link.polarity), voice(link), link.sentence
