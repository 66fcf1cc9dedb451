"""Where do friendship and enmity sit ill together: structural balance of triads."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.network import Pair, links_of
from graph.questions.dyads import Dyad, Said, said_by

if TYPE_CHECKING:
    import networkx as nx

DEFAULT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors of whom each two are friends or enemies.

    `stable` where the product of the three signs is positive; `weight` is that of the weakest of
    the three `sides`, so that a triad is as well supported as the least sure of its ties; `reading`
    says who stands with and against whom.
    """

    actors: tuple[str, str, str]
    stable: bool
    weight: float
    reading: str
    sides: tuple[Dyad, Dyad, Dyad]


@dataclass(frozen=True, slots=True)
class Balance:
    """How balanced a network is: `degree` is the weight of stable triads over that of all.

    None where there is no triad. The heaviest triads of each sort are named.
    """

    degree: float | None
    stable: int
    unstable: int
    least_stable: tuple[Triad, ...]
    most_stable: tuple[Triad, ...]


def balance(graph: nx.MultiDiGraph, *, limit: int = DEFAULT_LIMIT) -> Balance:
    """Find the triads of a network and tell the stable from the unstable.

    A friend of my friend and an enemy of my enemy should be my friends: a triad with one hostile side,
    or three, is under strain.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    limit : int
        How many triads to name of each sort.

    Returns
    -------
    Balance

    Notes
    -----
    The sign of a side is that of cooperation less conflict between the two, either way, by weight; sides
    where both are equal have none. Cost grows with the edges times their square root. Three mutual
    enemies count as unstable here, as in the first paper, though they may well last (Davis 1967).

    References
    ----------
    D. Cartwright, F. Harary: Structural balance: a generalization of Heider's theory. Psychological
    Review 63 (1956) 277–293: signs and the degree of balance, here weighted.
    J. Davis: Clustering and structural balance in graphs. Human Relations 20 (1967) 181–187.
    """
    return balance_of(said_by(links_of(graph)), limit=limit)


def balance_of(said: Said, *, limit: int = DEFAULT_LIMIT) -> Balance:
    """The balance of what is said (see `balance`); words are asked for the triads that are named only."""
    triads = list(_triads({(pair.a, pair.b): pair for pair in said.pairs if pair.net}))
    stable, unstable = ([sides for sides in triads if _is_stable(sides) is wanted] for wanted in (True, False))
    total = sum(map(_weight, triads))
    degree = round(sum(map(_weight, stable)) / total, 6) if total else None
    least, most = (_heaviest(some, said, limit) for some in (unstable, stable))
    return Balance(degree, len(stable), len(unstable), least, most)


Sides = tuple[Pair, Pair, Pair]


def _triads(pairs: dict[tuple[str, str], Pair]) -> Iterator[Sides]:
    """Every triangle once: looked for from its least connected corner, so that hubs cost little."""
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        partners[a].add(b)
        partners[b].add(a)
    rank = {name: place for place, name in enumerate(sorted(partners, key=lambda n: (len(partners[n]), n)))}
    above = {name: {other for other in partners[name] if rank[other] > rank[name]} for name in rank}
    for name in rank:
        for other in sorted(above[name], key=rank.__getitem__):
            for third in sorted(above[name] & above[other], key=rank.__getitem__):
                a, b, c = sorted((name, other, third))
                yield pairs[a, b], pairs[a, c], pairs[b, c]


def _is_stable(sides: Sides) -> bool:
    return sum(side.net < 0 for side in sides) % 2 == 0


def _weight(sides: Sides) -> float:
    return min(abs(side.net) for side in sides)


def _heaviest(triads: list[Sides], said: Said, limit: int) -> tuple[Triad, ...]:
    ranked = heapq.nsmallest(limit, triads, key=lambda sides: (-_weight(sides), [(side.a, side.b) for side in sides]))
    return tuple(_triad(sides, said) for sides in ranked)


def _triad(sides: Sides, said: Said) -> Triad:
    actors = (sides[0].a, sides[0].b, sides[1].b)
    one, other, third = said.words(sides)
    return Triad(actors, _is_stable(sides), round(_weight(sides), 6), _reading(actors, sides), (one, other, third))


def _reading(actors: tuple[str, str, str], sides: Sides) -> str:
    """Who stands with and against whom."""
    foes = [side for side in sides if side.net < 0]
    friends = [side for side in sides if side.net > 0]
    if not foes:
        return f"{actors[0]}, {actors[1]} and {actors[2]} are all friends"
    if not friends:
        return f"{actors[0]}, {actors[1]} and {actors[2]} are all enemies: any two might unite against the third"
    if len(foes) == 2:
        odd = _opposite(actors, friends[0])
        return f"{friends[0].a} and {friends[0].b} stand together against {odd}, the enemy of both"
    odd = _opposite(actors, foes[0])
    return f"{odd} is a friend of both {foes[0].a} and {foes[0].b}, who are enemies"


def _opposite(actors: tuple[str, str, str], side: Pair) -> str:
    return next(name for name in actors if name not in (side.a, side.b))
