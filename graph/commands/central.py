"""`whowhom central`: who matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.central import Centrality


@click.command()
@click.option("--limit", type=click.IntRange(1), help="Only so many; all if left out.")
@asking("central")
def command(casefile: Casefile, selection: Selection, limit: int | None) -> list[Centrality]:
    """Rank the actors: degree, strength, betweenness, PageRank.

    \b
    Example:
      whowhom central seeds --limit 5
    """
    from graph.questions.central import central_of

    ties = casefile.bare_ties(selection)
    return central_of((tie.source, tie.target, tie.weight, tie.symmetric) for tie in ties)[:limit]
