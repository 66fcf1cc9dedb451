"""Which node a user means: names are found by any alias, whatever their case."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.errors import UnknownActor

if TYPE_CHECKING:
    import networkx as nx

NEAREST = 3


def actor_in(graph: nx.MultiDiGraph, name: str) -> str:
    """The node that bears a name, as its own or as one of its aliases.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`; nodes may carry `aliases`, a JSON object.
    name : str

    Raises
    ------
    UnknownActor
        If none does; the message names the nearest three.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("United States", aliases='{"the US": 4}')
    >>> actor_in(graph, "THE us")
    'United States'
    """
    if name in graph:
        return name
    known: dict[str, str] = {}
    for node, aliases in graph.nodes(data="aliases"):
        for alias in (node, *(json.loads(aliases) if aliases else ())):
            known.setdefault(alias.casefold(), node)
    try:
        return known[name.casefold()]
    except KeyError:
        raise UnknownActor(unknown(name, known.values(), known)) from None


def unknown(name: str, names: Iterable[str], folded: Iterable[str]) -> str:
    """The line that answers a name nobody bears, with the nearest three.

    Parameters
    ----------
    name : str
        What was asked for.
    names, folded : iterables of str, in step
        The canonical names, and the folded words each is known by.
    """
    home = dict(zip(folded, names, strict=True))
    close = difflib.get_close_matches(name.casefold(), home, n=NEAREST * 2, cutoff=0.0)
    nearest = list(dict.fromkeys(home[alias] for alias in close))[:NEAREST]
    if not nearest:
        return f"no actor is named {name!r}: there are no actors here"
    return f"no actor is named {name!r}; the nearest are {', '.join(nearest)}"
