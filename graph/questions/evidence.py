"""What ties two actors, and who says so: every sentence, by speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.links import Link
from graph.network import links_of
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one speaker says of two actors; `speaker` is None for the writers' own voice."""

    speaker: str | None
    asserted: tuple[Link, ...]
    negated: tuple[Link, ...]
    possible: tuple[Link, ...]


def evidence(graph: nx.MultiDiGraph, a: str, b: str) -> list[Testimony]:
    """Every link between two actors, grouped by who says so.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    a, b : str
        Names or aliases of two actors; links of both directions count.

    Returns
    -------
    list of Testimony
        The writers' own voice first, then speakers by the number of their links; links by date.

    Raises
    ------
    UnknownActor
        If a name is borne by no node.
    """
    ends = {actor_in(graph, a), actor_in(graph, b)}
    return by_speaker(link for link in links_of(graph.subgraph(ends)) if {link.source, link.target} == ends)


def by_speaker(links: Iterable[Link]) -> list[Testimony]:
    """The links grouped by speaker (see `evidence`)."""
    said: dict[str | None, list[Link]] = defaultdict(list)
    for link in links:
        said[link.attributed_to].append(link)
    groups = [
        Testimony(speaker, *(_of(group, factuality) for factuality in ("asserted", "negated", "possible")))
        for speaker, group in said.items()
    ]
    return sorted(groups, key=lambda g: (g.speaker is not None, -len(said[g.speaker]), g.speaker or ""))


def _of(links: list[Link], factuality: str) -> tuple[Link, ...]:
    return tuple(sorted((link for link in links if link.factuality == factuality), key=chronological))


def chronological(link: Link) -> tuple[str, str, int, str]:
    """The order in which links are told: by date, then as they stand in their documents; undated last."""
    return link.when or "9999", link.document, link.start, link.id
