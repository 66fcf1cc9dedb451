"""`whowhom show`: who one actor is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.questions.show import DEFAULT_LATEST
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.show import Card


@click.command()
@click.option(
    "--latest", type=click.IntRange(0), default=DEFAULT_LATEST, show_default=True, help="At most so many links."
)
@asking("show")
@click.argument("actor")
def command(casefile: Casefile, selection: Selection, actor: str, latest: int) -> Card:
    """Show one actor's card: ties, speakers, latest links.

    \b
    Example:
      whowhom show seeds Hezbollah
    """
    from graph.questions.show import card_of

    found = casefile.find_actor(actor)
    return card_of(found, casefile.links(replace(selection, about=(found.name,))), latest=latest)
