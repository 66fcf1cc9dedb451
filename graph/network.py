"""Links -> NetworkX: a MultiDiGraph with one edge a link, and ties that bundle them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.links import Actor, Link, Polarity, Tie

_WORTH = {"asserted": 1.0, "possible": 0.5, "negated": 0.0}
_SPANS = ("source_span", "target_span", "predicate_span")


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


def ties(graph: nx.MultiDiGraph) -> list[Tie]:
    """Bundle the links of a network: one tie per ordered pair and polarity, sorted by weight.

    Symmetric links count for the unordered pair. A tie of negated links only has weight 0.
    """
    return bundle(links_of(graph))


def bundle(links: Iterable[Link]) -> list[Tie]:
    """Bundle links into ties (see `ties`)."""
    groups: dict[tuple[str, str, str, bool], list[Link]] = defaultdict(list)
    for link in links:
        ends = sorted((link.source, link.target)) if link.symmetric else (link.source, link.target)
        groups[ends[0], ends[1], link.polarity, link.symmetric].append(link)
    bundled = [_tie(*key, group) for key, group in groups.items()]
    return sorted(bundled, key=lambda t: (-t.weight, t.source, t.target, t.polarity, t.symmetric))


def worth(link: Link) -> float:
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
