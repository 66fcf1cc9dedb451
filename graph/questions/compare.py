"""How two speakers see the world: where they agree, differ, or are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.links import Link
from graph.network import links_of, worth
from graph.questions.dyads import best_link, prevailing
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx

Verdict = Literal["differ", "agree", "silent"]


@dataclass(frozen=True, slots=True)
class View:
    """What a speaker makes of two actors: a polarity, or "not hostile" and the like where it only denies."""

    stance: str
    links: int
    best: Link


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two speakers make of a dyad, its actors in alphabetical order; None where one is silent."""

    verdict: Verdict
    a: str
    b: str
    one: View | None
    other: View | None


@dataclass(frozen=True, slots=True)
class Speakers:
    """Two speakers side by side, dyad by dyad."""

    one: str
    other: str
    comparisons: tuple[Comparison, ...]


def compare(graph: nx.MultiDiGraph, one: str, other: str) -> Speakers:
    """Put the worlds of two speakers side by side.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    one, other : str
        Names or aliases of two speakers (`attributed_to` of the links).

    Returns
    -------
    Speakers
        Where they differ first, then where they agree, then where one is silent.

    Raises
    ------
    UnknownActor
        If a name is borne by no node and no speaker.

    Notes
    -----
    A speaker's stance on a dyad is the polarity of the heaviest that it asserts or holds possible; where it
    only denies, it is that denial. Two stances differ where the polarities do, or one denies the other.
    """
    links = links_of(graph)
    speakers = {link.attributed_to for link in links if link.attributed_to}
    names = [name if name in speakers else actor_in(graph, name) for name in (one, other)]
    return compared(links, names[0], names[1])


def compared(links: Iterable[Link], one: str, other: str) -> Speakers:
    """The comparison of two speakers under these links (see `compare`)."""
    said: dict[tuple[str, str], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        if link.attributed_to in (one, other) and link.source != link.target:
            ends = (min(link.source, link.target), max(link.source, link.target))
            said[ends][link.attributed_to].append(link)
    rows = [_comparison(ends, _view(said[ends].get(one)), _view(said[ends].get(other))) for ends in sorted(said)]
    order: tuple[Verdict, ...] = ("differ", "agree", "silent")
    return Speakers(one, other, tuple(sorted(rows, key=lambda row: order.index(row.verdict))))


def _comparison(ends: tuple[str, str], one: View | None, other: View | None) -> Comparison:
    if one is None or other is None:
        return Comparison("silent", *ends, one, other)
    return Comparison("differ" if _differ(one.stance, other.stance) else "agree", *ends, one, other)


def _view(links: list[Link] | None) -> View | None:
    if not links:
        return None
    held = [link for link in links if worth(link)]
    if held:
        polarity = prevailing(held)
        return View(polarity, len(links), best_link(held, polarity))
    surest = min(links, key=lambda link: (-link.confidence, link.id))
    return View(f"not {surest.polarity}", len(links), surest)


def _differ(one: str, other: str) -> bool:
    denials = [stance.startswith("not ") for stance in (one, other)]
    if all(denials):
        return False
    return f"not {one}" == other or one == f"not {other}" if any(denials) else one != other
