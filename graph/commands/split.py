"""`whowhom split`: what was taken for one actor is two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.commands.deciding import deciding, needed

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@deciding("split")
@click.argument("actor", required=False)
@click.argument("new", required=False)
@click.option("--document", "documents", multiple=True, metavar="ID", help="What this document says is the new one's.")
@click.option("--named", multiple=True, metavar="NAME", help="Documents that name it so mean the new one.")
def command(
    casefile: Casefile,
    note: str | None,
    actor: str | None,
    new: str | None,
    documents: tuple[str, ...],
    named: tuple[str, ...],
) -> Sequence[int]:
    """Let some of what ACTOR does be done by NEW, an actor of its own.

    \b
    Example:
      whowhom split news.case Georgia "Georgia (US state)" --document atlanta.txt
    """
    from graph.casefile import analyst

    return analyst.split(
        casefile, needed(actor, "ACTOR"), needed(new, "NEW"), documents=documents, named=named, note=note
    )
