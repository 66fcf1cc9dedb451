"""How does a network look? Places, sizes and colours like the relationship map's.

The one place where files for other tools know the map's room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.links import POLARITIES, Polarity, Tie
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
# A tie's polarity and symmetry as one number.
_POLARITIES = sorted(POLARITIES)
_MANNERS = 2 * len(_POLARITIES)
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Look:
    """Where an actor stands, its radius, and its colour as #rrggbb; y grows downwards, as on a screen."""

    x: float
    y: float
    size: float
    color: str


class Looks(Sequence[Look]):
    """The look of each node, in the network's order; held in 28 bytes a node.

    Computing them costs memory by dyads, not by links.

    >>> Looks(nx.MultiDiGraph([(1, 2)]), ["Chad", "Niger"])[0].size
    17.4
    """

    def __init__(self, network: nx.MultiDiGraph, names: Sequence[str]) -> None:
        ties = LightTies(network, names)
        counts, weights = ties.by_actor()
        order = np.lexsort((ties.ranks, -weights, -counts))
        ranked = [names[place] for place in order]
        radii = [round(min(_LARGEST, _SMALLEST + _GROWTH * int(count) ** 0.5), 1) for count in counts[order]]
        # Written where the actors stand in the network.
        self._places = np.empty((len(names), 2), np.int64)
        self._radii = np.empty(len(names))
        self._blocs = np.empty(len(names), np.int32)
        self._radii[order] = radii
        self._places[order] = np.array(positions(ranked, ties, radii), np.int64).reshape(-1, 2)
        self._blocs[order] = blocs(ranked, ties)

    def __len__(self) -> int:
        return len(self._radii)

    def __getitem__(self, place: Any) -> Any:
        x, y = self._places[place].tolist()
        return Look(x, y, float(self._radii[place]), _bloc_colour(int(self._blocs[place])))


class LightTies:
    """The ties as far as a layout looks at them, in the map's order: ends, polarity and weight; 16 bytes a tie."""

    def __init__(self, network: nx.MultiDiGraph, names: Sequence[str]) -> None:
        self.names = sorted(names)
        rank = {name: number for number, name in enumerate(self.names)}
        self.ranks = np.array([rank[name] for name in names], np.int64)
        held = {node: rank[name] for node, name in zip(network, names, strict=True)}
        edges = np.fromiter(self._edges(network, held), [("dyad", np.int64), ("weight", np.float64)])
        dyads, place = np.unique(edges["dyad"], return_inverse=True)
        sums = np.bincount(place, edges["weight"], len(dyads))
        weights = np.array([round(weight, 6) for weight in sums.tolist()])
        order = np.argsort(-weights, kind="stable")
        self.dyads, self.weights = dyads[order], weights[order]

    def __iter__(self) -> Iterator[Tie]:
        for dyad, weight in zip(map(int, self.dyads), map(float, self.weights), strict=True):
            pair, manner = divmod(dyad, _MANNERS)
            source, target = divmod(pair, len(self.names))
            polarity, symmetric = divmod(manner, 2)
            yield Tie(self.names[source], self.names[target], _POLARITIES[polarity], bool(symmetric),
                      0, 0, 0, weight, "", "", (), None, None, "", ())  # fmt: skip

    def by_actor(self) -> tuple[Numbers, Numbers]:
        """Of each actor, in the order of the names given: how many ties it has, and what they weigh."""
        ends = np.array(np.divmod(self.dyads // _MANNERS, max(1, len(self.names)))).T
        weights = np.repeat(self.weights, 2)
        weights[1::2][ends[:, 0] == ends[:, 1]] = 0.0  # a tie to oneself is one
        of_rank = [np.bincount(ends.ravel(), each, len(self.names)) for each in (weights > 0, weights)]
        counts, sums = (each[self.ranks].astype(np.float64) for each in of_rank)
        return counts, sums

    def _edges(self, network: nx.MultiDiGraph, held: Mapping[Any, int]) -> Iterator[tuple[int, float]]:
        """Each edge as one number that says which ends, polarity and symmetry it has, and its weight."""
        size = len(self.names)
        for source, target, key, data in network.edges(keys=True, data=True):
            symmetric = bool(data.get("symmetric"))
            a, b = held[source], held[target]
            if symmetric and a > b:
                a, b = b, a
            manner = _POLARITIES.index(polarity_of(data)) * 2 + symmetric
            yield (a * size + b) * _MANNERS + manner, _weight(source, target, key, data)


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
