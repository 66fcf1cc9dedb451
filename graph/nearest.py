"""Which names are nearest to one that nobody bears?"""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Mapping

NEAREST = 3
# So many names share most pairs of letters with what is asked for; only these are compared letter by letter.
_COMPARED = 50


def unknown(name: str, wanted: str, known: Mapping[str, str]) -> str:
    """The line that answers a name nobody bears, with the nearest three.

    Parameters
    ----------
    name : str
        What was asked for, as it was typed.
    wanted : str
        The same, folded.
    known : mapping of str to str
        The folded words that actors are known by, each with the name of its actor.

    Examples
    --------
    >>> unknown("Netanyaho", "netanyaho", {"benjamin netanyahu": "Benjamin Netanyahu", "iran": "Iran"})
    "no actor is called 'Netanyaho'; the nearest are Benjamin Netanyahu, Iran"
    """
    nearest = names_near(wanted, known)
    if not nearest:
        return f"no actor is called {name!r}: there are no actors here"
    are = "are" if len(nearest) > 1 else "is"
    return f"no actor is called {name!r}; the nearest {are} {', '.join(nearest)}"


def names_near(wanted: str, known: Mapping[str, str]) -> list[str]:
    """The names of the actors most like these words, the nearest first; as a whole, or in one word."""
    pairs = _pairs(wanted)
    rough = heapq.nsmallest(_COMPARED, filter(None, known), key=lambda text: (-_shared(pairs, text), text))
    close = sorted(rough, key=lambda text: (-_likeness(wanted, text), len(text), text))
    return list(dict.fromkeys(known[text] for text in close))[:NEAREST]


def _shared(pairs: set[str], text: str) -> float:
    """How many pairs of letters a text shares, where its other words do not count against it."""
    theirs = _pairs(text)
    shared = len(pairs & theirs)
    return max(shared / (len(pairs | theirs) or 1), 0.9 * shared / (len(pairs) or 1))


def _likeness(wanted: str, text: str) -> float:
    whole = difflib.SequenceMatcher(None, text, wanted).ratio()
    words = max((difflib.SequenceMatcher(None, word, wanted).ratio() for word in text.split()), default=0.0)
    return max(whole, 0.95 * words)


def _pairs(text: str) -> set[str]:
    framed = f" {text} "
    return {framed[place : place + 2] for place in range(len(framed) - 1)}
