"""`whowhom score`: how well do the links of a case agree with gold?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graph.commands.asking import asking
from graph.errors import WhowhomError
from graph.selection import Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.score import Score


@click.command()
@asking("score")
@click.argument("gold", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--reviewed", is_flag=True, help="Take what was confirmed and rejected with `whowhom review` for gold.")
@click.option("--list", "listing", is_flag=True, help="List what was missed and what is wrong.")
def command(casefile: Casefile, selection: Selection, gold: str | None, reviewed: bool, listing: bool) -> Score:
    """Measure precision, recall and F1 against gold links.

    GOLD is JSON Lines in the format that `whowhom links --format jsonl` writes; source, target and
    attributed_to may be lists of accepted names, and a row with "doubtful": true counts neither way. A
    row may also be a document with "text" and its "links", so that one file is both CASE and GOLD. Gold that
    knows unnamed actors (police, rebels) is scored with --generic.

    With --reviewed, beside GOLD or without it, the links that an analyst confirmed or rejected are
    scored: by relation, by rule, and after `build --reread` by whether they are still read.

    \b
    Examples:
      whowhom score seeds my_gold.jsonl --list
      whowhom score news.case --reviewed
    """
    from graph.score import Score, read_gold, review, score

    if gold is None and not reviewed:
        raise click.UsageError("Missing argument 'GOLD' (only --reviewed goes without).")
    answer = Score({}, {}, {}) if gold is None else score(casefile.links(selection), read_gold(gold))
    if reviewed:
        # Whatever was looked at counts, also links of unnamed actors.
        verdicts = casefile.reviewed(replace(selection, generic=True))
        if not verdicts:
            raise WhowhomError(
                f"no link was reviewed in {casefile.path}: whowhom review CASE LINK --confirm or --reject"
            )
        answer = replace(answer, reviewed=review(verdicts))
    return answer if listing else _without_lists(answer)


def _without_lists(answer: Score) -> Score:
    told = answer.reviewed and replace(answer.reviewed, missed=(), wrong=())
    return replace(answer, missed=(), wrong=(), reviewed=told)
