"""Blocks in a terminal: tables that fit its width, colour only where a person looks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from io import StringIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.counting import rounded
from graph.links import Link
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, Quotations, by_sentence, reference, statement

# Where nobody can tell the width: in a pipe or a file. COLUMNS overrules it.
PIPE_WIDTH = 100
STYLES = {"cooperative": "green", "hostile": "red", "+": "green", "−": "red"}
# The column that needs room gets at least this share of the width where the others would crowd it out.
ROOMY, SHARE = "Sentence", 0.4
# Words up to this width are not broken for it.
WORD = 14
# A window narrower than this shows a table that would not fit without folding as a list, a line a cell.
NARROW = 60
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
        for part in _parts(block, width):
            page.print(part)
        assert isinstance(page.file, StringIO)
        yield "".join(line.rstrip() + "\n" for line in page.file.getvalue().splitlines())


def plain(text: str) -> str:
    """The text on one line, without control characters."""
    return _CONTROL.sub(" ", text)


def _parts(block: Block, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading(text):
            yield Text(plain(text), style="bold")
        case Prose(text):
            yield Text(plain(text))
        case Grid():
            yield _grid(block, width)
        case Quotations(links):
            for together in by_sentence(links):
                yield _quoted(together)
                for link in together:
                    yield Padding(Text(plain(statement(link))), (0, 0, 0, 4))
                yield Padding(Text(plain(reference(together[0])), style="dim"), (0, 0, 0, 4))


def _grid(grid: Grid, width: int) -> Table:
    rows = [tuple(_cell(cell) for cell in row) for row in grid.rows]
    columns = [[Text(name), *(row[place] for row in rows)] for place, name in enumerate(grid.columns)]
    needed = sum(max(cell.cell_len for cell in cells) + 1 for cells in columns) + 1
    return _list(grid.columns, rows) if rows and needed > width < NARROW else _table(grid.columns, columns, rows, width)


def _list(names: tuple[str, ...], rows: list[tuple[Text, ...]]) -> Table:
    """A line a cell, empty ones left out, and an empty line between rows."""
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            table.add_row()
        for name, cell in zip(names, row, strict=True):
            if words := cell.plain.strip():
                table.add_row(name, Text(words, style=cell.style))
    return table


def _table(names: tuple[str, ...], columns: list[list[Text]], rows: list[tuple[Text, ...]], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    others = [max(cell.cell_len for cell in cells) for cells in columns if cells[0].plain != ROOMY]
    most = _widest(others, int(width * (1 - SHARE)) - 2 * len(others)) if ROOMY in names else width
    for header, *cells in columns:
        numeric = bool(cells) and all(cell.justify == "right" for cell in cells)
        table.add_column(header, justify="right" if numeric else "left", overflow="fold",
                         max_width=None if header.plain == ROOMY else max(most, _longest_word(cells)))  # fmt: skip
    for row in rows:
        table.add_row(*row)
    return table


def _widest(sizes: list[int], room: int) -> int:
    """The largest width at which columns of these sizes, cut to it, fit into the room."""
    for most in range(max(sizes, default=1), 1, -1):
        if sum(min(size, most) for size in sizes) <= room:
            return most
    return 1


def _longest_word(cells: list[Text]) -> int:
    """The width below which words would break, within reason."""
    return min(max((cell_len(word) for cell in cells for word in cell.plain.split()), default=1), WORD)


def _cell(cell: Cell) -> Text:
    if cell is None or isinstance(cell, int | float):
        return Text("" if cell is None else rounded(cell) if isinstance(cell, float) else str(cell), justify="right")
    text = plain(cell)
    return Text(text, style=STYLES.get(text, ""))


def _quoted(links: tuple[Link, ...]) -> RenderableType:
    """The sentence of the links with their ends in bold and their predicates in the colour of the polarity."""
    text = Text(_CONTROL.sub(lambda found: " " * len(found.group()), links[0].sentence))
    for link in links:
        marks = [(link.source_span, "bold"), (link.target_span, "bold"),
                 (link.predicate_span, STYLES.get(link.polarity, "cyan"))]  # fmt: skip
        for (start, end), style in marks:
            text.stylize(style, max(start - link.start, 0), max(end - link.start, 0))
    return Padding(text, (0, 0, 0, 2))
