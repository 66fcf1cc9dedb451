"""`whowhom rename`: an actor is called otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.commands.deciding import deciding, needed

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@deciding("rename")
@click.argument("actor", required=False)
@click.argument("new", required=False)
def command(casefile: Casefile, note: str | None, actor: str | None, new: str | None) -> Sequence[int]:
    """Call ACTOR by another name, in this casefile, from now on.

    \b
    Example:
      whowhom rename news.case Burma Myanmar
    """
    from graph.casefile import analyst

    return analyst.rename(casefile, needed(actor, "ACTOR"), needed(new, "NEW"), note=note)
