"""`whowhom links`: which links the texts state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.links import Link
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@click.option("--from", "sources", multiple=True, metavar="ACTOR", help="Only links from this actor.")
@click.option("--to", "targets", multiple=True, metavar="ACTOR", help="Only links to this actor.")
@click.option("--between", nargs=2, metavar="A B", help="Only links between these two, either way.")
@asking("links")
def command(
    casefile: Casefile,
    selection: Selection,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    between: tuple[str, str] | None,
) -> Iterator[Link]:
    """List the links: who does what to whom, in which words.

    \b
    Example:
      whowhom links seeds --from Israel --polarity hostile
    """

    def names(given: tuple[str, ...] | None) -> tuple[str, ...]:
        return tuple(casefile.find_actor(name).name for name in given or ())

    return casefile.links(replace(selection, source=names(sources), target=names(targets), between=names(between)))
