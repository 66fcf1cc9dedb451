"""What every question on a CASE does: open it, ask under the filters, hand the answer to the report."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any

import click

from graph.commands.options import reading, reporting, selecting
from graph.report import report
from graph.selection import Selection

Question = Callable[..., object]


def asking(view: str) -> Callable[[Question], Callable[..., None]]:
    """Make a command of a function that gets `(casefile, selection, **its own)` and returns an answer.

    Adds CASE with its options, the filters, and the output.

    Parameters
    ----------
    view : str
        The module of `graph.report.views` that shows the answer.
    """

    def decorate(question: Question) -> Callable[..., None]:
        @functools.wraps(question)
        def command(
            case: str, date: str | None, gazetteer: str | None, model: str | None, selection: Selection,
            output_format: str, output: str, **own: Any,
        ) -> None:  # fmt: skip
            from graph.commands.case import open_case

            with open_case(case, date=date, gazetteer=gazetteer, model=model) as casefile:
                answer = question(casefile, selection, **own)
                shown = importlib.import_module(f"graph.report.views.{view}")
                report(answer, shown, output_format=output_format, output=output)

        return click.argument("case")(reading(selecting(reporting(command))))

    return decorate
