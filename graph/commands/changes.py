"""`whowhom changes`: what is different now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.commands.options import iso_date
from graph.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.casefile import Casefile
    from graph.questions.changes import Change


@click.command()
@click.option("--before", required=True, metavar="DATE", callback=iso_date,
              help="The first period ends before this date.")  # fmt: skip
@click.option("--after", metavar="DATE", callback=iso_date,
              help="The second period begins on this date; on the same one if left out.")  # fmt: skip
@asking("changes")
def command(casefile: Casefile, selection: Selection, before: str, after: str | None) -> Sequence[Change]:
    """Show what appeared, vanished or turned between two periods.

    \b
    Example:
      whowhom changes seeds --before 2000 --after 2023
    """
    from graph.questions.changes import changes_in

    return changes_in(casefile, selection, before, after)
