"""What is on the map? A network's actors, ranked by their ties, its ties and its links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from graph.links import Link, Tie
from graph.network import bundle, links_of


@dataclass(frozen=True)
class Contents:
    """Actors by name, those with most ties first, with their attributes; ties, heaviest first; links by id."""

    names: tuple[str, ...]
    attributes: Mapping[str, Mapping[str, Any]]
    ties: tuple[Tie, ...]
    links: Mapping[str, Link]

    @cached_property
    def position(self) -> dict[str, int]:
        """The rank of each actor, which is its number in the file."""
        return {name: index for index, name in enumerate(self.names)}

    @cached_property
    def degree(self) -> tuple[int, ...]:
        """How many ties each actor has, in rank order; one that is only denied is none."""
        degrees = _degrees(self.ties)
        return tuple(degrees[name] for name in self.names)


def contents(network: nx.MultiDiGraph, *, generic: bool = False) -> Contents:
    """What a map of the network holds; without `generic`, links to unnamed actors are left out."""
    kinds = dict(network.nodes(data="kind", default="generic"))
    links = [
        link for link in links_of(network)
        if generic or (kinds[link.source] != "generic" and kinds[link.target] != "generic")
    ]  # fmt: skip
    ties = bundle(links)
    return Contents(
        _in_company(_ranked(ties), ties), dict(network.nodes(data=True)), tuple(ties), {link.id: link for link in links}
    )


def _ranked(ties: Sequence[Tie]) -> tuple[str, ...]:
    """Names by number of ties, then by their weight, then by alphabet."""
    weight: defaultdict[str, float] = defaultdict(float)
    for tie in ties:
        for name in (tie.source, tie.target):
            weight[name] += tie.weight
    degree = _degrees(ties)
    return tuple(sorted(weight, key=lambda name: (-degree[name], -weight[name], name)))


def _in_company(ranked: Sequence[str], ties: Sequence[Tie]) -> tuple[str, ...]:
    """The names in order, but whoever is tied to none before takes the first of those it is tied to along.

    So the first of any number are tied to each other, and are all drawn: an actor that stands alone is not.
    """
    rank = {name: place for place, name in enumerate(ranked)}
    company: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.weight > 0 and tie.source != tie.target:
            company[tie.source].add(tie.target)
            company[tie.target].add(tie.source)
    placed: dict[str, None] = {}
    for name in ranked:
        alone = name not in placed and company[name] and company[name].isdisjoint(placed)
        placed.setdefault(name)
        if alone:
            placed[min(company[name], key=rank.__getitem__)] = None
    return tuple(placed)


def _degrees(ties: Sequence[Tie]) -> defaultdict[str, int]:
    degree: defaultdict[str, int] = defaultdict(int)
    for tie in ties:
        for name in {tie.source, tie.target}:
            degree[name] += tie.weight > 0
    return degree
