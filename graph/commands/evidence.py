"""`whowhom evidence`: what ties two actors, in the words of the texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.evidence import Testimony


@click.command()
@asking("evidence")
@click.argument("a")
@click.argument("b")
def command(casefile: Casefile, selection: Selection, a: str, b: str) -> list[Testimony]:
    """Show every sentence that ties two actors.

    \b
    Example:
      whowhom evidence seeds Russia Israel
    """
    from graph.questions.evidence import by_speaker

    ends = (casefile.find_actor(a).name, casefile.find_actor(b).name)
    return by_speaker(casefile.links(replace(selection, between=ends)))
