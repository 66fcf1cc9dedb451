"""`whowhom score`: how well do the links of a case agree with gold?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.score import Score


@click.command()
@asking("score")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False))
@click.option("--list", "listing", is_flag=True, help="List what was missed and what is wrong.")
def command(casefile: Casefile, selection: Selection, gold: str, listing: bool) -> Score:
    """Measure precision, recall and F1 against gold links.

    GOLD is JSON Lines in the format that `whowhom links --format jsonl` writes; source, target and
    attributed_to may be lists of accepted names, and a row with "doubtful": true counts neither way. A
    row may also be a document with "text" and its "links", so that one file is both CASE and GOLD.

    \b
    Example:
      whowhom score seeds my_gold.jsonl --list
    """
    from graph.score import read_gold, score

    answer = score(casefile.links(replace(selection, generic=True)), read_gold(gold))
    return answer if listing else replace(answer, missed=(), wrong=())
