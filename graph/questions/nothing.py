"""Why nothing is found: no links at all, filters that leave none, or none that answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.counting import counted
from graph.selection import FILTERS, Selection

if TYPE_CHECKING:
    from graph.casefile import Casefile


def why_nothing(casefile: Casefile, selection: Selection) -> str:
    """Why a question found nothing, in one line.

    Parameters
    ----------
    casefile : Casefile
    selection : Selection
        The filters it was asked under.
    """
    kept = casefile.links(selection).total
    unnamed = casefile.links(replace(selection, generic=True)).total - kept
    if kept:
        more = f"; --generic lets {unnamed:,} more in, of unnamed actors" if unnamed else ""
        return f"nothing found among {counted(kept, 'link')}{_under(selection)}{more}"
    if not casefile.links(Selection(generic=True, min_confidence=0)).total:
        return f"nothing found: no link was read in {casefile.path}"
    lifted = {name: casefile.links(selection.without(name)).total for name in FILTERS if name in selection.narrowed}
    opened = [f"{counted(total, 'link')} without {_option(name)}" for name, total in lifted.items() if total]
    opened += [f"{counted(unnamed, 'link')} with --generic"] if unnamed else []
    hints = casefile.links(replace(selection, min_confidence=0)).total
    opened += [f"{counted(hints, 'link')} with --min-confidence 0"] if hints else []
    return f"no link is left{_under(selection)}{': ' if opened else ''}{', '.join(opened)}"


def _under(selection: Selection) -> str:
    given = [_option(name) for name in FILTERS if name in selection.narrowed]
    return f" under {' '.join(given)}" if given else ""


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
