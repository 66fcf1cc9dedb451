"""How an answer is shown: a table in the terminal, Markdown, CSV, JSON or JSON Lines.

A question returns dataclasses; a view (one module a question in `graph.report.views`) says which
blocks and rows they make; the writers here turn those into text. JSON holds the whole answer, JSON
Lines and CSV hold its rows, tables and Markdown hold its blocks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from graph.report.blocks import MOST, Block, cut

FORMATS = ("table", "json", "jsonl", "csv", "md")


class View(Protocol):
    """What a view module offers."""

    def blocks(self, answer: Any) -> Iterable[Block]:
        """What a reader sees."""

    def rows(self, answer: Any) -> Iterable[object]:
        """What a program reads: dataclasses or mappings of scalars and links."""


def report(
    answer: object, view: View, *, output_format: str = "table", output: str = "-", everything: bool = False
) -> None:
    """Write an answer to a file or standard output.

    Parameters
    ----------
    answer : object
        What a question returned.
    view : View
        How it is shown: a module of `graph.report.views`.
    output_format : str
        One of `FORMATS`.
    output : str
        A file, or `-` for standard output.
    everything : bool
        Whether long tables and Markdown lists are shown to their end.

    Raises
    ------
    WhowhomError
        If the file cannot be written.
    """
    from graph.files import writing

    colour = output == "-" and coloured()
    with writing(output) as file:
        for part in render(answer, view, output_format, colour=colour, everything=everything):
            file.write(part.encode("utf-8", "replace"))


def render(
    answer: object, view: View, output_format: str, *, colour: bool = False, everything: bool = False
) -> Iterator[str]:
    """The text of an answer, piece by piece."""
    most = None if everything else MOST
    if output_format == "table":
        from graph.report.terminal import as_table

        return as_table(cut(view.blocks(answer), most), colour=colour)
    if output_format == "md":
        from graph.report.markdown import as_markdown

        return as_markdown(cut(view.blocks(answer), most))
    from graph.report import data

    if output_format == "json":
        return data.as_json(answer)
    return {"jsonl": data.as_jsonl, "csv": data.as_csv}[output_format](view.rows(answer))


def coloured() -> bool:
    """Whether standard output is a terminal whose user has not set `NO_COLOR` (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
