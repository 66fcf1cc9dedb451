"""How are two actors tied, step by step: the best-supported paths between them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from graph.links import SIGNS, Link, Polarity, Tie
from graph.network import bundle, links_of, worth
from graph.questions.names import actor_in
from graph.questions.openings import Walk, openings
from graph.questions.routes import Roads, Route, best_routes
from graph.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

# Source, target, weight, and whether it holds both ways: of a link or of a tie.
Weight = tuple[str, str, float, bool]
# Half way between counting steps (0) and trusting weight alone (1).
ALPHA = 0.5
DEFAULT = Walk()


def cost(weight: float) -> float:
    """What one step over a dyad of this weight costs: weight ** −½.

    A tie of weight 4 is twice as easy to walk as one of weight 1, so a path of few, well-supported
    steps is best: one step over weight 1 costs as much as two over weight 4.

    References
    ----------
    T. Opsahl, F. Agneessens, J. Skvoretz: Node centrality in weighted networks: Generalizing degree
    and shortest paths. Social Networks 32 (2010) 245–251; the exponent is their alpha.

    >>> cost(1.0), cost(4.0)
    (1.0, 0.5)
    """
    return float(weight**-ALPHA)


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path, in the order it is walked.

    `direction` tells how the words run: "forward" from source to target, "backward", or "both"
    where they hold both ways. Relation, predicate and polarity are those of the heaviest tie, `best` is
    its best link; the counts, dates and `weight` are over all `ties` of the step, heaviest first.
    """

    source: str
    target: str
    direction: str
    relation: str
    predicate: str
    polarity: Polarity
    weight: float
    asserted: int
    negated: int
    possible: int
    first: str | None
    last: str | None
    best: Link
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of actors with the steps between them; `reading` says what the signs amount to."""

    actors: tuple[str, ...]
    hops: tuple[Hop, ...]
    cost: float
    reading: str


@dataclass(frozen=True, slots=True)
class Connection:
    """The paths between two actors or, where there is none, the options that would open one."""

    source: str
    target: str
    paths: tuple[Path, ...]
    openings: tuple[str, ...]


def paths(
    graph: nx.MultiDiGraph,
    source: str,
    target: str,
    *,
    k: int = DEFAULT.k,
    max_length: int = DEFAULT.max_length,
    any_direction: bool = False,
    via: Sequence[str] = (),
    avoid: Sequence[str] = (),
) -> list[Path]:
    """The k best paths from one actor to another, the best supported first.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`; narrow it with `graph.network.selected`.
    source, target : str
        Names or aliases of two actors.
    k : int
        At most so many paths, one a sequence of actors.
    max_length : int
        At most so many steps.
    any_direction : bool
        Walk ties against their direction too.
    via, avoid : sequences of str
        Actors that every path must, or must not, pass.

    Returns
    -------
    list of Path
        Sorted by cost, then by the actors' names; empty where no path is.

    Raises
    ------
    UnknownActor
        If a name is borne by no node.

    Notes
    -----
    The weight of a step is the weight of all ties on it, `cost` turns it into a length. Links that are
    negated are worth nothing: a dyad of those alone is no step.
    """
    source, target = actor_in(graph, source), actor_in(graph, target)
    past = [tuple(actor_in(graph, name) for name in names) for names in (via, avoid)]
    walk = Walk(k, max_length, any_direction, *past)
    links = links_of(graph)
    weights = ((link.source, link.target, worth(link), link.symmetric) for link in links)
    return paths_along(routes(weights, source, target, walk), links, any_direction)


class Counted(Protocol):
    """A tie as far as paths need to know it."""

    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def weight(self) -> float: ...
    @property
    def symmetric(self) -> bool: ...


class Store(Protocol):
    """Where links are kept so that only those asked for are read: a casefile."""

    def bare_ties(self, selection: Selection) -> Iterable[Counted]:
        """The weight of every tie."""

    def links(self, selection: Selection) -> Iterable[Link]:
        """The links themselves."""


def connection(store: Store, source: str, target: str, selection: Selection, walk: Walk) -> Connection:
    """The paths between two actors of a store, by their canonical names; see `paths`."""

    @functools.cache
    def ties(chosen: Selection) -> list[Weight]:
        return [(tie.source, tie.target, tie.weight, tie.symmetric) for tie in store.bare_ties(chosen)]

    def found_under(chosen: Selection, walked: Walk) -> list[Route]:
        return routes(ties(chosen), source, target, walked)

    found = found_under(selection, walk)
    if not found:
        ways = openings(lambda *changed: bool(found_under(*changed)), selection, walk)
        return Connection(source, target, (), tuple(ways))
    passed = {name for _, actors in found for name in actors}
    links = store.links(replace(selection, between=tuple(sorted(passed))))
    return Connection(source, target, tuple(paths_along(found, links, walk.any_direction)), ())


def routes(weights: Iterable[Weight], source: str, target: str, walk: Walk) -> list[Route]:
    """The sequences of actors that `paths` describes, with their costs; see there."""
    return best_routes(
        roads(weights, walk.any_direction), source, target,
        k=walk.k, max_length=walk.max_length, via=walk.via, avoid=walk.avoid,
    )  # fmt: skip


def roads(weights: Iterable[Weight], any_direction: bool) -> Roads:
    """The cost of each step that some tie allows.

    Parameters
    ----------
    weights : iterable of (source, target, weight, symmetric)
        Links or ties; those of weight zero allow nothing.
    any_direction : bool
        Whether every one of them can be walked both ways.
    """
    total: dict[str, dict[str, float]] = defaultdict(dict)
    for source, target, weight, symmetric in weights:
        if weight > 0 and source != target:
            total[source][target] = total[source].get(target, 0.0) + weight
            if symmetric or any_direction:
                total[target][source] = total[target].get(source, 0.0) + weight
    return {here: {there: cost(weight) for there, weight in steps.items()} for here, steps in total.items()}


def paths_along(found: Sequence[Route], links: Iterable[Link], any_direction: bool) -> list[Path]:
    """The routes with what the links say on each step."""
    walked = {step for _, actors in found for step in pairwise(actors)}
    on: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        steps = {(link.source, link.target)}
        if link.symmetric or any_direction:
            steps.add((link.target, link.source))
        for step in steps & walked:
            on[step].append(link)
    hops = {step: _hop(*step, on[step]) for step in walked}
    return [_path(price, actors, hops) for price, actors in found]


def _path(price: float, actors: tuple[str, ...], hops: Mapping[tuple[str, str], Hop]) -> Path:
    walked = tuple(hops[step] for step in pairwise(actors))
    return Path(actors, walked, round(price, 6), reading([hop.polarity for hop in walked]))


def _hop(source: str, target: str, links: list[Link]) -> Hop:
    ties = tuple(bundle(links))
    best = ties[0]
    counts = {name: sum(getattr(tie, name) for tie in ties) for name in ("asserted", "negated", "possible")}
    return Hop(
        source, target, "both" if best.symmetric else "forward" if best.source == source else "backward",
        best.relation, best.predicate, best.polarity, round(sum(tie.weight for tie in ties), 6), **counts,
        first=min((tie.first for tie in ties if tie.first), default=None),
        last=max((tie.last for tie in ties if tie.last), default=None),
        best=next(link for link in links if link.id == best.links[0]), ties=ties,
    )  # fmt: skip


_NOUNS = {1: "friend", -1: "enemy"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def reading(polarities: Sequence[Polarity]) -> str:
    """What a chain of signs amounts to, read from its far end.

    >>> reading(["hostile", "hostile"])
    'two hostile steps: enemy of an enemy'
    >>> reading(["cooperative", "hostile"])
    'one cooperative and one hostile step: enemy of a friend'
    >>> reading(["hostile", "neutral"])
    'one hostile and one neutral step: the neutral one leaves the sign open'
    """
    kinds = [(sum(p == kind for p in polarities), kind) for kind in ("cooperative", "hostile", "neutral")]
    parts = [f"{_COUNTS[n] if n < len(_COUNTS) else n} {kind}" for n, kind in kinds if n]
    steps = " and ".join(parts) + (" step" if [n for n, _ in kinds if n][-1:] == [1] else " steps")
    signs = [SIGNS[p] for p in polarities]
    if 0 in signs:
        return f"{steps}: the neutral one{'s leave' if signs.count(0) > 1 else ' leaves'} the sign open"
    nouns = [_NOUNS[sign] for sign in reversed(signs)]
    return f"{steps}: " + " of ".join([nouns[0], *(f"{'an' if n == 'enemy' else 'a'} {n}" for n in nouns[1:])])
