"""`whowhom balance`: where friendship and enmity sit ill together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.questions.balance import DEFAULT_LIMIT
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.balance import Balance


@click.command()
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="How many triads to name of each sort.",
)
@asking("balance")
def command(casefile: Casefile, selection: Selection, limit: int) -> Balance:
    """Weigh triads of friends and enemies: which hold, which strain.

    \b
    Example:
      whowhom balance seeds --limit 3
    """
    from graph.questions.balance import balance_of
    from graph.questions.dyads import said_in

    return balance_of(said_in(casefile, selection), limit=limit)
