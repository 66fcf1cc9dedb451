"""`whowhom merge`: two actors are one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.commands.deciding import deciding, needed

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@deciding("merge")
@click.argument("actor", required=False)
@click.argument("others", nargs=-1)
def command(casefile: Casefile, note: str | None, actor: str | None, others: tuple[str, ...]) -> Sequence[int]:
    """Let other actors be one with ACTOR, in this casefile, from now on.

    \b
    Example:
      whowhom merge news.case "Wagner Group" Wagner --note "the same company"
    """
    from graph.casefile import analyst

    return analyst.merge(casefile, needed(actor, "ACTOR"), needed(others, "OTHERS"), note=note)
