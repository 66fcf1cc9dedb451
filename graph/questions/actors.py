"""Who acts, and how much: the actors with their links out and in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.links import Actor, Link
from graph.network import actors_of, links_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor and the number of its links; a symmetric link counts out and in for both."""

    name: str
    kind: str
    country: str | None
    links_out: int
    links_in: int
    aliases: Mapping[str, int] = field(default_factory=dict)


def actors(graph: nx.MultiDiGraph) -> list[ActorCount]:
    """The actors of a network, those with most links first.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    """
    return counted(actors_of(graph), links_of(graph))


def counted(actors: Iterable[Actor], links: Iterable[Link]) -> list[ActorCount]:
    """The actors that have links, with their counts (see `actors`)."""
    out, into = Counter[str](), Counter[str]()
    for link in links:
        out.update((link.source, link.target) if link.symmetric else (link.source,))
        into.update((link.source, link.target) if link.symmetric else (link.target,))
    return ranked(actors, out, into)


def ranked(actors: Iterable[Actor], out: Mapping[str, int], into: Mapping[str, int]) -> list[ActorCount]:
    """The actors that have links, by the numbers of those that go out and come in (see `actors`)."""
    rows = [ActorCount(a.name, a.kind, a.country, out.get(a.name, 0), into.get(a.name, 0), dict(a.aliases))
            for a in actors if out.get(a.name) or into.get(a.name)]  # fmt: skip
    return sorted(rows, key=lambda row: (-(row.links_out + row.links_in), row.name))
