"""How does a network look? Places, sizes and colours like the relationship map's.

The one place where files for other tools know the map's room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.links import Polarity, Tie
from graph.network import link_of_edge, worth
from graph.relationship_map.blocs import blocs
from graph.relationship_map.layout import positions

# The map's light theme, and what its style sheet calls each colour; a test compares them.
TIE_COLOURS: dict[Polarity, str] = {"cooperative": "#0072b2", "hostile": "#d55e00", "neutral": "#7a7f87"}
BLOC_COLOURS = ("#008a66", "#b8618f", "#b57f00", "#4a9fcf", "#7a6fb8", "#97893a", "#5b7f95")
ALONE = "#8d949e"
LINE_STYLES: dict[Polarity, str] = {"cooperative": "solid", "hostile": "dashed", "neutral": "dotted"}
# The map's radii: an actor's area grows with its ties.
_SMALLEST, _GROWTH, _LARGEST = 13.0, 4.4, 46.0


@dataclass(frozen=True, slots=True)
class Look:
    """Where an actor stands, its radius, and its colour as #rrggbb; y grows downwards, as on a screen."""

    x: float
    y: float
    size: float
    color: str


def looks(network: nx.MultiDiGraph, labels: Mapping[Any, str]) -> dict[str, Look]:
    """The look of each node, by its label; costs memory by dyads, not by links.

    >>> looks(nx.MultiDiGraph([(1, 2)]), {1: "Chad", 2: "Niger"})["Chad"].size
    17.4
    """
    ties = _light_ties(network, labels)
    count = {labels[node]: 0 for node in network}
    weight = dict.fromkeys(count, 0.0)
    for tie in ties:
        for name in {tie.source, tie.target}:
            count[name] += tie.weight > 0
            weight[name] += tie.weight
    names = sorted(count, key=lambda name: (-count[name], -weight[name], name))
    radii = [round(min(_LARGEST, _SMALLEST + _GROWTH * count[name] ** 0.5), 1) for name in names]
    drawn = zip(names, positions(names, ties, radii), radii, blocs(names, ties), strict=True)
    return {name: Look(x, y, radius, _bloc_colour(bloc)) for name, (x, y), radius, bloc in drawn}


def polarity_of(attributes: Mapping[str, Any]) -> Polarity:
    """The polarity that colours an edge and dashes its line; neutral where it has none."""
    polarity = attributes.get("polarity")
    return polarity if polarity in TIE_COLOURS else "neutral"


def rgb(color: str) -> tuple[int, int, int]:
    """The parts of a colour.

    >>> rgb("#0072b2")
    (0, 114, 178)
    """
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _light_ties(network: nx.MultiDiGraph, labels: Mapping[Any, str]) -> list[Tie]:
    """The ties as far as a layout looks at them, in the map's order: ends, polarity and weight."""
    weights: defaultdict[tuple[str, str, Polarity, bool], float] = defaultdict(float)
    for source, target, key, data in network.edges(keys=True, data=True):
        symmetric = bool(data.get("symmetric"))
        pair = labels[source], labels[target]
        ends = sorted(pair) if symmetric else pair
        weights[ends[0], ends[1], polarity_of(data), symmetric] += _weight(source, target, key, data)
    ties = [Tie(*dyad, 0, 0, 0, round(weight, 6), "", "", (), None, None, "", ()) for dyad, weight in weights.items()]
    return sorted(ties, key=lambda tie: (-tie.weight, tie.source, tie.target, tie.polarity, tie.symmetric))


def _weight(source: str, target: str, key: str, data: Mapping[str, Any]) -> float:
    """What an edge weighs: a tie's weight, a link's worth, 1 for anything else."""
    if "asserted" in data:
        return float(data["weight"])
    try:
        return worth(link_of_edge(source, target, key, data))
    except KeyError:
        return 1.0


def _bloc_colour(bloc: int) -> str:
    return BLOC_COLOURS[bloc % len(BLOC_COLOURS)] if bloc >= 0 else ALONE
