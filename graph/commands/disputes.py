"""`whowhom disputes`: which statements contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.questions.disputes import DEFAULT_WINDOW, DISMISSALS
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.disputes import Dispute


@click.command()
@click.option("--window", type=click.IntRange(0), default=DEFAULT_WINDOW, show_default=True, metavar="DAYS",
              help="How far from its document's date an undated statement may speak.")  # fmt: skip
@asking("disputes")
def command(casefile: Casefile, selection: Selection, window: int) -> list[Dispute]:
    """Find statements that contradict each other.

    \b
    Example:
      whowhom disputes seeds --generic
    """
    from graph.questions.disputes import disputes_of

    return disputes_of(casefile.contested(DISMISSALS, selection), window=window)
