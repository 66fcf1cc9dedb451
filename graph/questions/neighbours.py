"""Who surrounds an actor: the ego network, ring by ring."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.links import Link
from graph.network import link_of_edge, worth
from graph.questions.dyads import Dyad, dyad
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An actor at some distance, and its strongest tie to the ring before."""

    name: str
    distance: int
    through: str
    tie: Dyad


def neighbours(graph: nx.MultiDiGraph, actor: str, *, depth: int = 1) -> list[Neighbour]:
    """The actors around an actor, whichever way the links run.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    actor : str
        Its name or alias.
    depth : int
        At most so many steps away.

    Returns
    -------
    list of Neighbour
        By distance, then by the weight of the tie, then by name. Negated links tie nobody.

    Raises
    ------
    UnknownActor
        If the name is borne by no node.
    """

    def about(names: tuple[str, ...]) -> Iterable[Link]:
        edges = {key: (u, v, data) for u, v, key, data in graph.out_edges(names, keys=True, data=True)}
        edges.update({key: (u, v, data) for u, v, key, data in graph.in_edges(names, keys=True, data=True)})
        return (link_of_edge(u, v, key, data) for key, (u, v, data) in edges.items())

    return rings(about, actor_in(graph, actor), depth)


def rings(about: Callable[[tuple[str, ...]], Iterable[Link]], actor: str, depth: int) -> list[Neighbour]:
    """The actors around an actor, asking `about` for the links of each ring (see `neighbours`)."""
    found: list[Neighbour] = []
    ring: tuple[str, ...] = (actor,)
    known = {actor}
    distance = 0
    while ring and distance < depth:
        distance += 1
        ties = _outward(about(ring), set(ring), known)
        nearest = [_nearest(name, distance, rows) for name, rows in ties.items()]
        found += sorted(nearest, key=lambda n: (-n.tie.weight, n.name))
        ring = tuple(sorted(ties))
        known.update(ring)
    return found


def _outward(links: Iterable[Link], ring: set[str], known: set[str]) -> dict[str, dict[str, list[Link]]]:
    """New actor -> member of the ring -> the links between them."""
    ties: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        for here, there in ((link.source, link.target), (link.target, link.source)):
            if here in ring and there not in known:
                ties[there][here].append(link)
    return {name: rows for name, rows in ties.items() if any(worth(link) for row in rows.values() for link in row)}


def _nearest(name: str, distance: int, rows: dict[str, list[Link]]) -> Neighbour:
    ties = {through: dyad(min(name, through), max(name, through), links) for through, links in rows.items()}
    through = min(ties, key=lambda other: (-ties[other].weight, other))
    return Neighbour(name, distance, through, ties[through])
