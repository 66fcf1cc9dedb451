"""`whowhom search`: which evidence has these words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.links import Link


@click.command()
@asking("search")
@click.argument("words", nargs=-1, required=True)
def command(casefile: Casefile, selection: Selection, words: tuple[str, ...]) -> Iterator[Link]:
    """Search the evidence for words.

    \b
    Example:
      whowhom search seeds weapons
    """
    return casefile.search(" ".join(words), selection)
