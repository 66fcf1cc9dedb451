"""`whowhom paths`: how two actors are tied, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.errors import WrongUse
from graph.questions.openings import Walk
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.questions.paths import Connection


@click.command()
@click.option("-k", type=click.IntRange(1), default=Walk().k, show_default=True, help="At most so many paths.")
@click.option("--max-length", type=click.IntRange(1), default=Walk().max_length, show_default=True,
              help="At most so many steps.")  # fmt: skip
@click.option("--any-direction", is_flag=True, help="Walk links against their direction too.")
@click.option("--via", multiple=True, metavar="ACTOR", help="Only paths that pass this actor.")
@click.option("--avoid", multiple=True, metavar="ACTOR", help="Only paths that do not pass this actor.")
@asking("paths")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def command(
    casefile: Casefile,
    selection: Selection,
    source: str,
    target: str,
    k: int,
    max_length: int,
    any_direction: bool,
    via: tuple[str, ...],
    avoid: tuple[str, ...],
) -> Connection:
    """Find the best paths between two actors.

    \b
    Example:
      whowhom paths seeds Iran Israel --any-direction
    """
    from graph.questions.paths import connection

    def name(given: str) -> str:
        return casefile.find_actor(given).name

    start, end = name(source), name(target)
    if start == end:
        raise WrongUse(f"FROM and TO are one actor: {start}; whowhom neighbours shows who is around it")
    walk = Walk(k, max_length, any_direction, tuple(map(name, via)), tuple(map(name, avoid)))
    return connection(casefile, start, end, selection, walk)
