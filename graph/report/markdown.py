"""Blocks as Markdown that pastes into a report: tables, quotations, references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.counting import rounded
from graph.links import Link
from graph.report.blocks import Block, Cell, Grid, Heading, Prose, Quotations, by_sentence, reference, statement

# What Markdown or a browser would read as markup; nothing of a document's text may become any.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_markdown(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks as Markdown, an empty line between them."""
    for number, block in enumerate(blocks):
        yield ("\n" if number else "") + "".join(line + "\n" for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"## {escaped(text)}"
        case Prose(text):
            yield escaped(text)
        case Grid(columns, rows):
            yield _row(columns)
            yield _row("---" for _ in columns)
            yield from (_row(_shown(cell) for cell in row) for row in rows)
        case Quotations(links):
            yield "\n\n".join(map(_quotation, by_sentence(links)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return escaped(rounded(cell) if isinstance(cell, float) else str(cell))


def _quotation(links: tuple[Link, ...]) -> str:
    read = "; ".join(map(statement, links))
    return f"> {escaped(links[0].sentence)}\n>\n> — {escaped(reference(links[0]))}. Read as: {escaped(read)}."


def escaped(text: str) -> str:
    """The text on one line, with nothing left that Markdown would read as markup.

    >>> print(escaped("a|b\\n<i>"))
    a\\|b \\<i\\>
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
