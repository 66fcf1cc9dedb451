"""`whowhom timeline`: what happened when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.questions.timeline import PERIODS
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.timeline import Period, Timeline


@click.command()
@click.option("--period", type=click.Choice(PERIODS), help="What a bar spans; chosen to fit otherwise.")
@asking("timeline")
@click.argument("actor", required=False)
def command(casefile: Casefile, selection: Selection, actor: str | None, period: Period | None) -> Timeline:
    """List links in time order, with bars of conflict and cooperation.

    \b
    Example:
      whowhom timeline seeds Russia --period decade
    """
    from graph.questions.timeline import timeline_in

    about = (casefile.find_actor(actor).name,) if actor else ()
    return timeline_in(casefile, replace(selection, about=about), period=period)
