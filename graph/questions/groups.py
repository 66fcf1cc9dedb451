"""Who stands together: blocs of actors, found from signed ties."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.network import Pair, links_of
from graph.questions.dyads import Dyad, Said, said_by
from graph.questions.partition import partition

if TYPE_CHECKING:
    import networkx as nx

METHOD = (
    "least frustration: hostile ties inside blocs and cooperative ties across them weigh as little as can be found "
    "(Doreian and Mrvar, Social Networks 18, 1996, 149–168)"
)
DEFAULT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Bloc:
    """Actors that stand together, and the weight of the ties that hold and strain it from inside."""

    members: tuple[str, ...]
    cooperative: float
    hostile: float


@dataclass(frozen=True, slots=True)
class Groups:
    """A partition of the actors into blocs, and the ties that speak for and against it.

    `alone` have signed ties but side with nobody, `unaligned` have none. `frustration` is the weight of
    the ties that cross the partition, `total` that of all signed ties. `holds` are the strongest
    cooperative ties inside blocs, `parts` the strongest hostile ties across, `crosses` those on the
    wrong side: hostile inside, cooperative across.
    """

    method: str
    blocs: tuple[Bloc, ...]
    alone: tuple[str, ...]
    unaligned: tuple[str, ...]
    frustration: float
    total: float
    holds: tuple[Dyad, ...]
    parts: tuple[Dyad, ...]
    crosses: tuple[Dyad, ...]


def groups(graph: nx.MultiDiGraph, *, limit: int = DEFAULT_LIMIT) -> Groups:
    """Partition the actors so that friends are together and enemies apart.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    limit : int
        How many ties to name of each sort.

    Returns
    -------
    Groups
        Blocs by size, then by their first member.

    Notes
    -----
    Finding the best partition is NP-hard; `graph.questions.partition` finds one that no move of a single
    actor and no merger of two blocs improves. Direction does not matter here, and negated links do not count.

    References
    ----------
    P. Doreian, A. Mrvar: A partitioning approach to structural balance. Social Networks 18 (1996) 149–168.
    """
    return groups_of(said_by(links_of(graph)), graph.nodes, limit=limit)


def groups_of(said: Said, actors: Iterable[str], *, limit: int = DEFAULT_LIMIT) -> Groups:
    """The blocs of the actors under what is said (see `groups`); words are asked for the ties that are named only."""
    pairs = [pair for pair in said.pairs if pair.cooperative or pair.hostile]
    home = partition((pair.a, pair.b, pair.net) for pair in pairs)
    members: dict[int, list[str]] = defaultdict(list)
    for name, bloc in home.items():
        members[bloc].append(name)

    def strongest(some: list[Pair]) -> tuple[Dyad, ...]:
        ranked = heapq.nsmallest(limit, some, key=lambda pair: (-abs(pair.net), pair.a, pair.b))
        return tuple(said.words(ranked))

    inside = [pair for pair in pairs if home[pair.a] == home[pair.b]]
    across = [pair for pair in pairs if home[pair.a] != home[pair.b]]
    held, strained = (_weights(inside, home, polarity) for polarity in ("cooperative", "hostile"))
    blocs = [Bloc(tuple(names), held[home[names[0]]], strained[home[names[0]]]) for names in _by_bloc(members)]
    frustration = sum(pair.hostile for pair in inside) + sum(pair.cooperative for pair in across)
    return Groups(
        METHOD,
        tuple(blocs),
        tuple(sorted(names[0] for names in members.values() if len(names) == 1)),
        tuple(sorted(set(actors) - home.keys())),
        round(frustration, 6),
        round(sum(pair.cooperative + pair.hostile for pair in pairs), 6),
        strongest([pair for pair in inside if pair.polarity == "cooperative"]),
        strongest([pair for pair in across if pair.polarity == "hostile"]),
        strongest(
            [pair for pair in inside if pair.polarity == "hostile"]
            + [pair for pair in across if pair.polarity == "cooperative"]),
    )  # fmt: skip


def _by_bloc(members: dict[int, list[str]]) -> list[list[str]]:
    """The members of each bloc of two or more, the largest first."""
    return sorted((sorted(names) for names in members.values() if len(names) > 1), key=lambda n: (-len(n), n))


def _weights(inside: Iterable[Pair], home: dict[str, int], polarity: str) -> dict[int, float]:
    """The weight of one polarity inside each bloc."""
    weights: dict[int, float] = defaultdict(float)
    for pair in inside:
        weights[home[pair.a]] = round(weights[home[pair.a]] + getattr(pair, polarity), 6)
    return weights
