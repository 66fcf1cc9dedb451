"""Links -> NetworkX: a MultiDiGraph with one edge a link, and ties that bundle them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from graph.links import Actor, Factuality, Link, Polarity, Tie, actor_id
from graph.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

_WORTH = {"asserted": 1.0, "possible": 0.5, "negated": 0.0}
_SPANS = ("source_span", "target_span", "predicate_span")


class Weighed(Protocol):
    """What a link's weight follows from."""

    @property
    def factuality(self) -> Factuality: ...
    @property
    def confidence(self) -> float: ...


class Weights:
    """What follows from the weight of what is said, by its sign."""

    __slots__ = ()
    cooperative: float
    hostile: float
    neutral: float

    @property
    def net(self) -> float:
        """Cooperation less conflict."""
        return self.cooperative - self.hostile

    @property
    def weight(self) -> float:
        """All that is said, whatever its sign."""
        return self.cooperative + self.hostile + self.neutral


def polarity_of(net: float) -> Polarity:
    """The heavier of cooperative and hostile, neutral where neither outweighs the other."""
    return "cooperative" if net > 0 else "hostile" if net < 0 else "neutral"


@dataclass(frozen=True, slots=True)
class Pair(Weights):
    """Two actors, in alphabetical order, and the weight of what is said between them either way: a dyad without words.

    >>> Pair("Chad", "Libya", 2.0, 0.5, 0.0, 4).polarity
    'cooperative'
    """

    a: str
    b: str
    cooperative: float
    hostile: float
    neutral: float
    links: int

    @property
    def ends(self) -> tuple[str, str]:
        """The two actors."""
        return self.a, self.b

    @property
    def polarity(self) -> Polarity:
        """The sign that outweighs the other."""
        return polarity_of(self.net)


def network(links: Iterable[Link], actors: Iterable[Actor] = ()) -> nx.MultiDiGraph:
    """The links as a graph: nodes are actor names, edge keys are link ids, all attributes scalars.

    Parameters
    ----------
    links : iterable of Link
        A symmetric link is one edge, with `symmetric=True`.
    actors : iterable of Actor
        Gives the nodes their attributes; actors without a link are left out.

    Returns
    -------
    networkx.MultiDiGraph
        Attributes that are None are omitted; mappings are JSON strings.
    """
    import networkx as nx  # only here and below: bundling ties must not wait for it

    graph = nx.MultiDiGraph()
    for link in links:
        graph.add_edge(link.source, link.target, key=link.id, **edge_attributes(link))
    for actor in actors:
        if actor.name in graph:
            graph.nodes[actor.name].update(node_attributes(actor))
    return graph


def node_attributes(actor: Actor) -> dict[str, Any]:
    """The actor as scalar node attributes."""
    row = actor.record()
    row["aliases"] = json.dumps(row["aliases"], ensure_ascii=False)
    row["why"] = json.dumps(row["why"], ensure_ascii=False)
    return {key: value for key, value in row.items() if value is not None}


def edge_attributes(link: Link) -> dict[str, Any]:
    """The link as scalar edge attributes: spans and time are spread over keys of their own."""
    row = link.record()
    for key in ("id", "source", "target"):
        del row[key]
    for key in _SPANS:
        row[f"{key}_start"], row[f"{key}_end"] = row.pop(key)
    time = row.pop("time")
    if time is not None:
        row.update({f"time_{key}": value for key, value in time.items()})
    return {key: value for key, value in row.items() if value is not None}


def link_of_edge(source: str, target: str, key: str, attributes: Mapping[str, Any]) -> Link:
    """The link that `edge_attributes` came from."""
    row = dict.fromkeys(("title", "publisher", "url", "date", "attributed_to", "time"))
    row.update(attributes)
    row.update(id=key, source=source, target=target)
    for name in _SPANS:
        row[name] = (row[f"{name}_start"], row[f"{name}_end"])
    if "time_text" in row:
        row["time"] = {"text": row["time_text"], "start": row.get("time_start"), "end": row.get("time_end")}
    return Link.from_record(row)


def links_of(graph: nx.MultiDiGraph) -> list[Link]:
    """The links of a network, in edge order."""
    return [link_of_edge(u, v, k, data) for u, v, k, data in graph.edges(keys=True, data=True)]


def actors_of(graph: nx.MultiDiGraph) -> list[Actor]:
    """The actors of a network, in node order; a node without attributes is `generic`."""
    return [actor_of_node(name, data) for name, data in graph.nodes(data=True)]


def actor_of_node(name: str, attributes: Mapping[str, Any]) -> Actor:
    """The actor that `node_attributes` came from."""
    aliases, why = (json.loads(attributes.get(key, "{}")) for key in ("aliases", "why"))
    kind, country = attributes.get("kind", "generic"), attributes.get("country")
    return Actor(attributes.get("id") or actor_id(name), name, kind, country, aliases, why)


def selected(graph: nx.MultiDiGraph, selection: Selection) -> nx.MultiDiGraph:
    """A read-only view of the network with the links that a selection keeps, and all its actors.

    >>> list(selected(network(()), Selection(polarity=("hostile",))).edges)
    []
    """
    import networkx as nx

    kinds = nx.get_node_attributes(graph, "kind")
    kept = {link.id for link in links_of(graph) if selection.keeps(link, kinds)}
    return nx.subgraph_view(graph, filter_edge=lambda _source, _target, key: key in kept)


def ties(graph: nx.MultiDiGraph) -> list[Tie]:
    """Bundle the links of a network: one tie per ordered pair and polarity, sorted by weight.

    Symmetric links count for the unordered pair. A tie of negated links only has weight 0.
    """
    return bundle(links_of(graph))


def bundle(links: Iterable[Link]) -> list[Tie]:
    """Bundle links into ties (see `ties`)."""
    groups: dict[tuple[str, str, Polarity, bool], list[Link]] = defaultdict(list)
    for link in links:
        ends = sorted((link.source, link.target)) if link.symmetric else (link.source, link.target)
        groups[ends[0], ends[1], link.polarity, link.symmetric].append(link)
    bundled = [_tie(*key, group) for key, group in groups.items()]
    return sorted(bundled, key=lambda t: (-t.weight, t.source, t.target, t.polarity, t.symmetric))


def worth(link: Weighed) -> float:
    """What a link adds to its tie's weight."""
    return link.confidence * _WORTH[link.factuality]


def _tie(source: str, target: str, polarity: Polarity, symmetric: bool, links: list[Link]) -> Tie:
    ranked = sorted(links, key=lambda link: (-worth(link), not link.main, link.id))
    count = defaultdict(int)  # type: defaultdict[str, int]
    for link in links:
        count[link.factuality] += 1
    dates = sorted(link.when for link in links if link.when)
    best = ranked[0]
    return Tie(
        source, target, polarity, symmetric, count["asserted"], count["negated"], count["possible"],
        round(sum(worth(link) for link in links), 6), best.relation, best.predicate,
        tuple(sorted({link.attributed_to for link in links if link.attributed_to})),
        dates[0] if dates else None, dates[-1] if dates else None,
        best.sentence, tuple(link.id for link in ranked),
    )  # fmt: skip
