"""What every question on a CASE does: open it, ask under the filters, hand the answer to the report."""

from __future__ import annotations

import functools
import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

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
            output_format: str, output: str, everything: bool, **own: Any,
        ) -> None:  # fmt: skip
            from graph.commands.case import open_case

            with open_case(case, date=date, gazetteer=gazetteer, model=model) as casefile:
                answer = question(casefile, selection, **own)
                shown = _module(view)
                report(answer, shown, output_format=output_format, output=output, everything=everything)
                if _is_empty(answer, shown):
                    from graph.questions.nothing import why_nothing

                    click.echo(f"whowhom: {why_nothing(casefile, selection)}", err=True)

        describing = click.option("--schema", is_flag=True, is_eager=True, expose_value=False, callback=describe,
                                  help="Print the JSON Schema of --format json and exit.")  # fmt: skip
        return click.argument("case")(reading(selecting(reporting(describing(command)))))

    def describe(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(json.dumps(schema(view), indent=2))
            context.exit()

    return decorate


def schema(view: str) -> dict[str, Any]:
    """The JSON Schema of the answers that a view shows."""
    from graph.report.schema import schema_of

    answer, *_ = get_type_hints(_module(view).blocks).values()
    return schema_of(answer)


def _is_empty(answer: Any, view: Any) -> bool:
    """Whether an answer has no row; links that were read one by one know how many there are."""
    total = getattr(answer, "total", None)
    return total == 0 if isinstance(answer, Iterator) else next(iter(view.rows(answer)), None) is None


def _module(view: str) -> Any:
    return importlib.import_module(f"graph.report.views.{view}")
