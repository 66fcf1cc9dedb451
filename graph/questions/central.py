"""Who matters most: actors by degree, strength, betweenness and PageRank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import rustworkx as rx

from graph.network import links_of, worth
from graph.questions.betweenness import betweenness

if TYPE_CHECKING:
    import networkx as nx

DAMPING = 0.85


@dataclass(frozen=True, slots=True)
class Centrality:
    """How an actor stands in the network, all of it without regard to polarity.

    `degree` counts the actors it is tied to, `strength` is the weight of those ties, `betweenness` the share
    of shortest paths between others that pass it, `pagerank` the weight that ends up with it.
    """

    name: str
    degree: int
    strength: float
    betweenness: float
    pagerank: float


def central(graph: nx.MultiDiGraph) -> list[Centrality]:
    """The actors by what they mean to the network, the highest PageRank first.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.

    Returns
    -------
    list of Centrality

    Notes
    -----
    Degree, strength and betweenness take ties either way, PageRank follows their direction, and symmetric
    ties in both. Strength and PageRank are weighted by the ties; betweenness counts steps, exactly up to 2,000
    actors (see `graph.questions.betweenness`). Negated links tie nobody; an actor without a tie is left
    out. The numbers are those of networkx, which takes longer.

    References
    ----------
    S. Brin, L. Page: The anatomy of a large-scale hypertextual web search engine. Computer Networks 30
    (1998) 107–117.
    """
    return central_of((link.source, link.target, worth(link), link.symmetric) for link in links_of(graph))


def central_of(weights: Iterable[tuple[str, str, float, bool]]) -> list[Centrality]:
    """The centralities under ties as (source, target, weight, symmetric) (see `central`)."""
    arcs: dict[tuple[str, str], float] = defaultdict(float)
    strength: dict[str, float] = defaultdict(float)
    for source, target, weight, symmetric in weights:
        if weight > 0 and source != target:
            for end, other in ((source, target), (target, source))[: 2 if symmetric else 1]:
                arcs[end, other] += weight
            strength[source] += weight
            strength[target] += weight
    names = sorted(strength)
    number = {name: place for place, name in enumerate(names)}
    edges = {(min(ends), max(ends)) for ends in ((number[source], number[target]) for source, target in arcs)}
    degree = Counter(place for ends in edges for place in ends)
    between, rank = betweenness(len(names), edges), _pagerank(names, arcs)
    rows = [
        Centrality(name, degree[place], round(strength[name], 6), round(between[place], 9), round(rank[place], 9))
        for place, name in enumerate(names)
    ]
    return sorted(rows, key=lambda row: (-row.pagerank, row.name))


Arcs = Mapping[tuple[str, str], float]


def _pagerank(names: list[str], arcs: Arcs) -> Mapping[int, float]:
    number = {name: place for place, name in enumerate(names)}
    graph = rx.PyDiGraph()
    graph.add_nodes_from(names)
    graph.add_edges_from([(number[source], number[target], arcs[source, target]) for source, target in sorted(arcs)])
    return rx.pagerank(graph, alpha=DAMPING, weight_fn=float, tol=1e-10, max_iter=1000) if names else {}
