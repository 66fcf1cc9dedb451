"""Who is this actor: its card, with its ties, who speaks of it, and the latest about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.links import Actor, Link, Tie
from graph.network import actor_of_node, bundle, links_of
from graph.questions.evidence import chronological
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx

DEFAULT_LATEST = 10


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks of the actor, and in how many links; None is the writers' own voice."""

    name: str | None
    links: int


@dataclass(frozen=True, slots=True)
class Card:
    """An actor, its ties by weight, those who speak of it, and the latest links about it, newest first."""

    actor: Actor
    ties: tuple[Tie, ...]
    speakers: tuple[Speaker, ...]
    latest: tuple[Link, ...]


def show(graph: nx.MultiDiGraph, actor: str, *, latest: int = DEFAULT_LATEST) -> Card:
    """One actor's card.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    actor : str
        Its name or alias.
    latest : int
        How many of the newest links to show.

    Raises
    ------
    UnknownActor
        If the name is borne by no node.
    """
    name = actor_in(graph, actor)
    around = graph.edge_subgraph([*graph.out_edges(name, keys=True), *graph.in_edges(name, keys=True)])
    return card_of(actor_of_node(name, graph.nodes[name]), links_of(around), latest=latest)


def card_of(actor: Actor, links: Iterable[Link], *, latest: int = DEFAULT_LATEST) -> Card:
    """The card of an actor under the links about it (see `show`)."""
    links = list(links)
    said = Counter(link.attributed_to for link in links)
    speakers = sorted(said.items(), key=lambda row: (row[0] is not None, -row[1], row[0] or ""))
    newest = sorted((link for link in links if link.when), key=chronological, reverse=True)
    undated = sorted((link for link in links if not link.when), key=chronological)
    return Card(
        actor,
        tuple(bundle(links)),
        tuple(Speaker(*row) for row in speakers),
        tuple([*newest, *undated][:latest]),
    )
