"""How two actors stand to each other, all links between them taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from graph.links import POLARITIES, Link, Polarity
from graph.network import Pair, Weighed, Weights, polarity_of, worth

if TYPE_CHECKING:
    from graph.casefile import Casefile
    from graph.selection import Selection


class Signed(Weighed, Protocol):
    """What a link adds to the weight of its polarity follows from."""

    @property
    def polarity(self) -> Polarity: ...


@dataclass(frozen=True, slots=True)
class Dyad(Weights):
    """Two actors, in alphabetical order, and the weight of what is said between them either way.

    `polarity` is the heavier of cooperative and hostile, neutral where neither outweighs the other;
    `best` is the weightiest link of that polarity, or of any where there is none.
    """

    a: str
    b: str
    polarity: Polarity
    cooperative: float
    hostile: float
    neutral: float
    links: int
    best: Link


def dyads(links: Iterable[Link]) -> list[Dyad]:
    """The dyads of the links, in alphabetical order.

    Links are weighed as in a tie: asserted by their confidence, possible by half, negated by nothing.
    Dyads of negated links only are left out, and so are links from an actor to itself.
    """
    between: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.source < link.target:
            between[link.source, link.target].append(link)
        elif link.target < link.source:
            between[link.target, link.source].append(link)
    return [dyad(*ends, between[ends]) for ends in sorted(between) if any(map(worth, between[ends]))]


class Said(NamedTuple):
    """All that is said between pairs of actors: the pairs without words, and `words`, which gives the dyads of some."""

    pairs: Sequence[Pair]
    words: Callable[[Sequence[Pair]], list[Dyad]]


def said_by(links: Iterable[Link]) -> Said:
    """What links say, each pair by itself."""
    everyone = {(dyad.a, dyad.b): dyad for dyad in dyads(links)}
    pairs = [Pair(d.a, d.b, d.cooperative, d.hostile, d.neutral, d.links) for d in everyone.values()]
    return Said(pairs, lambda some: [everyone[pair.ends] for pair in some])


def said_in(casefile: Casefile, selection: Selection) -> Said:
    """The same of a casefile, which sums up; the links of a pair are read when its words are asked for."""

    def words(some: Sequence[Pair]) -> list[Dyad]:
        ends = [pair.ends for pair in some]
        read = {(dyad.a, dyad.b): dyad for dyad in dyads(casefile.between(ends, selection))}
        return [read[pair] for pair in ends]

    return Said(casefile.pairs(selection), words)


def dyad(a: str, b: str, links: Iterable[Link]) -> Dyad:
    """The dyad of two actors and the links between them, of which there is at least one."""
    links = list(links)
    polarity = prevailing(links)
    cooperative, hostile, neutral = (weight_of(links, each) for each in POLARITIES)
    return Dyad(a, b, polarity, cooperative, hostile, neutral, len(links), best_link(links, polarity))


def weight_of(links: Iterable[Signed], polarity: Polarity) -> float:
    """What the links of one polarity are worth."""
    return round(sum(worth(link) for link in links if link.polarity == polarity), 6)


def prevailing(links: Collection[Link]) -> Polarity:
    """The heavier of cooperative and hostile, neutral where neither outweighs the other."""
    return polarity_of(weight_of(links, "cooperative") - weight_of(links, "hostile"))


def best_link(links: Iterable[Link], polarity: Polarity) -> Link:
    """The weightiest link, of this polarity where there is one; the earlier id among equals."""
    return min(links, key=lambda link: (link.polarity != polarity, -worth(link), not link.main, link.id))
