"""How two actors stand to each other, all links between them taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.links import POLARITIES, Link, Polarity
from graph.network import worth


@dataclass(frozen=True, slots=True)
class Dyad:
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

    @property
    def net(self) -> float:
        """Cooperation less conflict."""
        return self.cooperative - self.hostile

    @property
    def weight(self) -> float:
        """All that is said, whatever its sign."""
        return self.cooperative + self.hostile + self.neutral


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


def dyad(a: str, b: str, links: Iterable[Link]) -> Dyad:
    """The dyad of two actors and the links between them, of which there is at least one."""
    links = list(links)
    polarity = prevailing(links)
    cooperative, hostile, neutral = (weight_of(links, each) for each in POLARITIES)
    return Dyad(a, b, polarity, cooperative, hostile, neutral, len(links), best_link(links, polarity))


def weight_of(links: Iterable[Link], polarity: Polarity) -> float:
    """What the links of one polarity are worth."""
    return round(sum(worth(link) for link in links if link.polarity == polarity), 6)


def prevailing(links: Collection[Link]) -> Polarity:
    """The heavier of cooperative and hostile, neutral where neither outweighs the other."""
    net = weight_of(links, "cooperative") - weight_of(links, "hostile")
    return "cooperative" if net > 0 else "hostile" if net < 0 else "neutral"


def best_link(links: Iterable[Link], polarity: Polarity) -> Link:
    """The weightiest link, of this polarity where there is one; the earlier id among equals."""
    return min(links, key=lambda link: (link.polarity != polarity, -worth(link), not link.main, link.id))
