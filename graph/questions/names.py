"""Which node a user means: names are found by any alias, whatever their case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.errors import UnknownActor
from graph.nearest import unknown

if TYPE_CHECKING:
    import networkx as nx


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
        raise UnknownActor(unknown(name, name.casefold(), known)) from None
