"""What merge, split, rename and review share: --note, --list, --undo, and what they answer."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from graph.commands.options import reporting

if TYPE_CHECKING:
    pass

Deciding = Callable[..., Sequence[int]]


def deciding(*actions: str) -> Callable[[Deciding], Callable[..., None]]:
    """Make a command of a function that gets `(casefile, note, **its own)`, decides, and returns the numbers.

    Parameters
    ----------
    *actions : str
        The actions it lists and takes back.
    """

    def decorate(decide: Deciding) -> Callable[..., None]:
        @functools.wraps(decide)
        def command(
            case: str, note: str | None, listing: bool, undo: int | None,
            output_format: str, output: str, everything: bool, **own: Any,
        ) -> None:  # fmt: skip
            from graph.casefile import analyst, decisions, open_casefile
            from graph.report import report
            from graph.report.views import decisions as view

            changes = not listing
            with open_casefile(case, create=False, writing=changes) as casefile:
                if undo is not None:
                    numbers: Sequence[int] = [analyst.undo(casefile, undo, actions).number]
                elif listing:
                    numbers = []
                else:
                    numbers = decide(casefile, note=note, **own)
                made = [d for d in decisions.decisions(casefile.connection) if d.action in actions]
            shown = made if listing else [d for d in made if d.number in numbers]
            report(shown, view, output_format=output_format, output=output, everything=everything)

        for option in (
            click.option("--note", metavar="TEXT", help="Why, for whoever reads the list."),
            click.option("--list", "listing", is_flag=True, help="List what was decided, also what was taken back."),
            click.option("--undo", type=click.IntRange(1, 2**63 - 1), metavar="N", help="Take decision N back."),
        ):
            command = option(command)
        return click.argument("case")(reporting(command))

    return decorate


def needed(value: Any, name: str) -> Any:
    """An argument that only `--list` and `--undo` go without."""
    if not value:
        raise click.UsageError(f"Missing argument '{name}' (only --list and --undo go without).")
    return value
