"""`whowhom groups`: who stands together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.questions.groups import DEFAULT_LIMIT
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.groups import Groups


@click.command()
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="How many ties to name of each sort.",
)
@asking("groups")
def command(casefile: Casefile, selection: Selection, limit: int) -> Groups:
    """Find blocs: who stands together, and what crosses the lines.

    \b
    Example:
      whowhom groups seeds
    """
    from graph.questions.dyads import said_in
    from graph.questions.groups import groups_of

    return groups_of(said_in(casefile, selection), casefile.actor_names(selection), limit=limit)
