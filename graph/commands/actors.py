"""`whowhom actors`: who acts, and why words name whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@click.option("--why", metavar="NAME", help="Show what tied each alias to this actor.")
@asking("actors")
def command(casefile: Casefile, selection: Selection, why: str | None) -> object:
    """List the actors: kind, aliases, number of links.

    \b
    Example:
      whowhom actors seeds --why Russia
    """
    if why:
        return casefile.find_actor(why)
    from graph.questions.actors import counted_in

    return counted_in(casefile, selection)
