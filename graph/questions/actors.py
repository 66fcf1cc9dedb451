"""Who acts, and how much: the actors with their links out and in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.casefile.later import Later
from graph.links import Actor, Link
from graph.network import actors_of, links_of

if TYPE_CHECKING:
    import networkx as nx

    from graph.casefile import Casefile
    from graph.casefile.sums import Activity
    from graph.selection import Selection


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
    rows = [ActorCount(a.name, a.kind, a.country, out[a.name], into[a.name], dict(a.aliases))
            for a in actors if out[a.name] or into[a.name]]  # fmt: skip
    return sorted(rows, key=lambda row: (-(row.links_out + row.links_in), row.name))


def counted_in(casefile: Casefile, selection: Selection) -> Sequence[ActorCount]:
    """The same of a casefile, which counts; the aliases are read when they are looked at."""

    def read(some: Sequence[Activity]) -> list[ActorCount]:
        aliases = casefile.aliases(actor.number for actor in some)
        return [ActorCount(*actor[1:], aliases.get(actor.number, {})) for actor in some]

    return Later(casefile.activities(selection), read)
