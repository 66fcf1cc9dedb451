"""`whowhom neighbours`: who surrounds an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.links import Link
    from graph.questions.neighbours import Neighbour


@click.command()
@click.option("--depth", type=click.IntRange(1), default=1, show_default=True, help="At most so many steps away.")
@asking("neighbours")
@click.argument("actor")
def command(casefile: Casefile, selection: Selection, actor: str, depth: int) -> list[Neighbour]:
    """List the actors around an actor, ring by ring.

    \b
    Example:
      whowhom neighbours seeds Iran --depth 2
    """
    from graph.questions.neighbours import rings

    def about(names: tuple[str, ...]) -> Iterator[Link]:
        return casefile.links(replace(selection, about=names))

    return rings(about, casefile.find_actor(actor).name, depth)
