"""Blocks in a terminal: tables that fit its width, colour only where a person looks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.links import Link
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, Quotations, reference, statement

# Where nobody can tell the width: in a pipe or a file. COLUMNS overrules it.
PIPE_WIDTH = 100
STYLES = {"cooperative": "green", "hostile": "red", "negated": "yellow", "possible": "yellow",
          "unstable": "red", "stable": "green"}  # fmt: skip
# A document must not steer the terminal of who reads about it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def as_table(blocks: Iterable[Block], *, colour: bool) -> Iterator[str]:
    """The blocks as lines for a terminal.

    Parameters
    ----------
    blocks : iterable of Block
    colour : bool
        Whether a person looks: never in a pipe or under `NO_COLOR`.
    """
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    for number, block in enumerate(blocks):
        page = Console(file=StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False,
                       color_system="standard" if colour else None, legacy_windows=False)  # fmt: skip
        if number:
            page.print()
        for part in _parts(block):
            page.print(part)
        assert isinstance(page.file, StringIO)
        yield "".join(line.rstrip() + "\n" for line in page.file.getvalue().splitlines())


def plain(text: str) -> str:
    """The text on one line, without control characters."""
    return _CONTROL.sub(" ", text)


def _parts(block: Block) -> Iterator[RenderableType]:
    match block:
        case Heading(text):
            yield Text(plain(text), style="bold")
        case Prose(text):
            yield Text(plain(text))
        case Grid():
            yield _table(block)
        case Quotations(links):
            for link in links:
                yield _quoted(link)
                yield Padding(Text(plain(f"{statement(link)} — {reference(link)}"), style="dim"), (0, 0, 0, 4))


def _table(grid: Grid) -> Table:
    rows = [tuple(row) for row in grid.rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, column in enumerate(grid.columns):
        numeric = bool(rows) and all(isinstance(row[place], int | float | None) for row in rows)
        table.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _cell(cell: Cell) -> Text:
    if cell is None:
        return Text("")
    text = f"{cell:.3g}" if isinstance(cell, float) else plain(str(cell))
    return Text(text, style=STYLES.get(text, ""))


def _quoted(link: Link) -> RenderableType:
    """The sentence with its two ends in bold and its predicate in the colour of its polarity."""
    text = Text(plain_marks_kept(link.sentence))
    for start, end in (link.source_span, link.target_span):
        text.stylize("bold", max(start - link.start, 0), max(end - link.start, 0))
    start, end = link.predicate_span
    text.stylize(STYLES.get(link.polarity, "cyan"), max(start - link.start, 0), max(end - link.start, 0))
    return Padding(text, (0, 0, 0, 2))


def plain_marks_kept(text: str) -> str:
    """The text with each control character a space, so that offsets into it still hold."""
    return _CONTROL.sub(lambda found: " " * len(found.group()), text)
