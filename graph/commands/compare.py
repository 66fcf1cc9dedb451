"""`whowhom compare`: how two speakers see the world."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.compare import Speakers


@click.command()
@asking("compare")
@click.argument("x")
@click.argument("y")
def command(casefile: Casefile, selection: Selection, x: str, y: str) -> Speakers:
    """Put two speakers side by side: agree, differ, silent.

    \b
    Example:
      whowhom compare seeds Abbas "Israeli researchers" --generic
    """
    from graph.questions.compare import compared
    from graph.questions.disputes import DISMISSALS, disputes_of

    one, other = casefile.find_actor(x).name, casefile.find_actor(y).name
    disputed = disputes_of(casefile.contested(DISMISSALS, selection))
    return compared(casefile.links(replace(selection, said_by=(one, other))), disputed, one, other)
