"""How two speakers see the world: where they agree, differ, or are silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from graph.links import POLARITIES, Link
from graph.network import links_of, worth
from graph.questions.disputes import Dispute, disputes_of
from graph.questions.dyads import best_link, prevailing
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx

Verdict = Literal["differ", "agree", "silent"]


@dataclass(frozen=True, slots=True)
class View:
    """What a speaker makes of two actors: a polarity; where it only denies, "not hostile" and the like, or "denied"."""

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
    only denies, or dismisses what the other says, it is that denial. Two speakers differ where they contradict
    each other (see `disputes`), whatever else they say; else where their polarities differ, or one denies the other.
    """
    links = list(links_of(graph))
    speakers = {link.attributed_to for link in links if link.attributed_to}
    names = [name if name in speakers else actor_in(graph, name) for name in (one, other)]
    return compared(links, disputes_of(links), names[0], names[1])


def compared(links: Iterable[Link], disputes: Iterable[Dispute], one: str, other: str) -> Speakers:
    """The comparison of two speakers under these links, and the disputes among all links (see `compare`)."""
    said: dict[tuple[str, str], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        if link.attributed_to in (one, other) and link.source != link.target:
            ends = (min(link.source, link.target), max(link.source, link.target))
            said[ends][link.attributed_to].append(link)
    contested = {row.ends: row for row in disputes if row.kind == "contradiction" and set(row.voices) == {one, other}}
    rows = [_comparison(ends, contested.get(ends), said[ends], (one, other)) for ends in sorted({*said, *contested})]
    order: tuple[Verdict, ...] = ("differ", "agree", "silent")
    return Speakers(one, other, tuple(sorted(rows, key=lambda row: order.index(row.verdict))))


def _comparison(
    ends: tuple[str, str], dispute: Dispute | None, said: dict[str, list[Link]], speakers: tuple[str, str]
) -> Comparison:
    views = {speaker: _view(said.get(speaker)) for speaker in speakers}
    if dispute:
        for speaker, link in zip(dispute.voices, (dispute.one, dispute.other), strict=True):
            seen = views[str(speaker)]
            views[str(speaker)] = replace(seen, best=link) if seen else View(_denial(dispute.one.polarity), 1, link)
    one, other = (views[speaker] for speaker in speakers)
    if one is None or other is None:
        return Comparison("silent", *ends, one, other)
    differ = dispute is not None or _differ(one.stance, other.stance)
    return Comparison("differ" if differ else "agree", *ends, one, other)


def _view(links: list[Link] | None) -> View | None:
    if not links:
        return None
    held = [link for link in links if worth(link)]
    if held:
        polarity = prevailing(held)
        return View(polarity, len(links), best_link(held, polarity))
    surest = min(links, key=lambda link: (-link.confidence, link.id))
    return View(_denial(surest.polarity), len(links), surest)


def _differ(one: str, other: str) -> bool:
    denials = [stance not in POLARITIES for stance in (one, other)]
    if all(denials):
        return False
    return _denial(one) == other or one == _denial(other) if any(denials) else one != other


def _denial(stance: str) -> str:
    return "denied" if stance == "neutral" else f"not {stance}"
