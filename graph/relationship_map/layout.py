"""Where does each actor stand? Allies near, adversaries apart, labels clear of each other.

Stress majorisation, for each connected part: every pair of actors has a wanted distance (the length of
the shortest way over their ties, where cooperation is short and hostility long), and the positions that
disappoint the wanted distances least are found by repeated weighted averages. The part is turned so
that its long side lies across the screen, and boxes that still overlap are pushed apart.

References
----------
Gansner, Koren, North: Graph drawing by stress majorization. Graph Drawing (2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import rustworkx as rx

from graph.links import SIGNS, Tie

Matrix = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

# Wanted distance of two actors by the balance of their ties; it grows with the ties of the less tied of
# the two, so that hubs leave each other room while leaves stay close.
_NEAR, _MIDDLE, _FAR = 1.0, 1.1, 1.7
_OWN, _SHARED = 0.62, 0.4
_ROUNDS = 200
# Everyone moves at once, so only so far towards the better place: all the way they would overshoot.
_RELAXED = 0.8
# The exponent by which distances from the middle are evened out: 1 leaves them, less spreads the middle.
_LET_OUT = 0.72
# Screen units for one unit of distance, and the room a label takes (some, since maps are seen scaled down).
_UNIT = 165.0
_LETTER, _LINE, _MARGIN = 10.0, 44.0, 14.0
# Beyond this many actors the rest are set around the best connected neighbour that has a place.
_CORE = 500
# The width of a map over its height, where small parts are set in rows below the large one: that of a window with
# a panel at either side, and room for labels at the ends of the rows.
_SHAPE = 1.3
_WIDTHS = 24  # so many widths are tried


def positions(names: Sequence[str], ties: Iterable[Tie], radii: Sequence[float]) -> list[tuple[int, int]]:
    """A place for each actor, in the order of `names`, which are ranked by importance.

    The same for the same input: nothing is random. Costs the cube of the number of actors up to
    500, and is linear beyond.
    """
    if not names:
        return []
    low, high, nets = _pairs({name: index for index, name in enumerate(names)}, ties)
    core = min(len(names), _CORE)
    balance = {(a, b): net for a, b, net in zip(*(of[high < core].tolist() for of in (low, high, nets)), strict=True)}
    boxes = np.array([_box(name, radius) for name, radius in zip(names, radii, strict=True)])[:core]
    graph = _lengths(core, balance, np.bincount(np.concatenate((low, high)), minlength=core))
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part))
    places = np.zeros((core, 2))
    for part in parts:
        wanted = _wanted(graph, part, balance)
        places[part] = _apart(_landscape(_majorised(wanted)) * _UNIT, boxes[part])
    _in_rows(places, boxes, parts)
    return [(round(x), round(y)) for x, y in _around(places, len(names), low, high).tolist()]


def _pairs(position: dict[str, int], ties: Iterable[Tie]) -> tuple[Numbers, Numbers, Matrix]:
    """The pairs that are tied, in order of the ties: the lower end, the higher, cooperation minus hostility.

    Arrays, since the ties of a large network are many more than those that are laid out in full.
    """

    def signed() -> Iterator[tuple[int, float]]:
        for tie in ties:
            a, b = sorted((position[tie.source], position[tie.target]))
            if a != b:
                yield a * len(position) + b, tie.weight * SIGNS[tie.polarity]

    found = np.fromiter(signed(), [("pair", np.int64), ("net", np.float64)])
    pairs, first, place = np.unique(found["pair"], return_index=True, return_inverse=True)
    order = np.argsort(first)
    nets: Matrix = np.bincount(place, found["net"], len(pairs)).astype(np.float64)[order]
    low, high = np.divmod(pairs[order], len(position))
    return low, high, nets


def _lengths(size: int, balance: dict[tuple[int, int], float], degree: Numbers) -> rx.PyGraph:
    """The pairs of the core, each with the distance it wants."""
    graph = rx.PyGraph()
    graph.add_nodes_from(range(size))
    for (a, b), net in balance.items():
        room = _OWN + _SHARED * int(min(degree[a], degree[b])) ** 0.5
        graph.add_edge(a, b, room * (_NEAR if net > 0 else _FAR if net < 0 else _MIDDLE))
    return graph


def _wanted(graph: rx.PyGraph, part: Sequence[int], balance: dict[tuple[int, int], float]) -> Matrix:
    """The matrix of distances that a connected part wants; adversaries do not come closer over others."""
    inner = graph.subgraph(part)
    wanted = np.zeros((len(part), len(part)))
    for a, lengths in rx.all_pairs_dijkstra_path_lengths(inner, float).items():
        for b, length in lengths.items():
            wanted[a, b] = length
    for a, b, length in inner.weighted_edge_list():
        if balance[part[a], part[b]] < 0:
            wanted[a, b] = wanted[b, a] = length
    return wanted


def _majorised(wanted: Matrix) -> Matrix:
    """The positions whose distances disappoint `wanted` least."""
    size = len(wanted)
    if size < 3:
        return np.array([[index * wanted[0, -1], 0.0] for index in range(size)])
    weights: Matrix = np.divide(1, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    total = weights.sum(1)[:, None]
    places = _spread(wanted)
    for _ in range(_ROUNDS):
        gaps = np.sqrt(((places[:, None] - places[None]) ** 2).sum(2))
        pull = np.divide(weights * wanted, gaps, out=np.zeros_like(gaps), where=gaps > 1e-9)
        better = (weights @ places + pull.sum(1)[:, None] * places - pull @ places) / total
        places += _RELAXED * (better - places)
    return places


def _spread(wanted: Matrix) -> Matrix:
    """A start: classical scaling, the two widest axes found by power iteration."""
    size = len(wanted)
    squares = wanted**2
    means = squares.mean(0)
    inner: Matrix = -0.5 * (squares - means[:, None] - means[None] + squares.mean())
    turn = np.arange(size) * 2.399963
    axes: Matrix = np.column_stack([np.cos(turn), np.sin(turn)])
    for _ in range(_ROUNDS):
        axes = inner @ axes
        axes[:, 0] /= np.sqrt((axes[:, 0] ** 2).sum())
        axes[:, 1] -= axes[:, 0] * (axes[:, 0] @ axes[:, 1])
        axes[:, 1] /= np.sqrt((axes[:, 1] ** 2).sum()) or 1.0
    lengths = np.sqrt(np.abs((axes * (inner @ axes)).sum(0)))
    # A hair's breadth apart, so that actors with the same ties do not start on one spot.
    start: Matrix = axes * lengths + 1e-2 * np.column_stack([np.cos(turn), np.sin(turn)])
    return start


def _landscape(places: Matrix) -> Matrix:
    """Turned about the middle so that the long side lies across, and the crowd there let out towards the rim."""
    centred = places - places.mean(0)
    reach = np.sqrt((centred**2).sum(1, keepdims=True))
    centred = centred * np.power(np.maximum(reach, 1e-9) / max(reach.max(), 1e-9), _LET_OUT - 1)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    vectors = vectors * np.where(vectors[np.abs(vectors).argmax(0), [0, 1]] < 0, -1, 1)
    turned: Matrix = centred @ vectors[:, ::-1]
    return turned


def _box(name: str, radius: float) -> tuple[float, float]:
    """Half the width and height that a shape and the label under it need."""
    return max(radius, min(len(name), 24) * _LETTER / 2) + _MARGIN, radius + _LINE / 2 + _MARGIN


def _apart(places: Matrix, boxes: Matrix, rounds: int = 200) -> Matrix:
    """Boxes pushed apart, each pair along the side where the overlap is smaller."""
    places = places.copy()
    reach = boxes[:, None] + boxes[None]
    own = np.eye(len(places), dtype=bool)
    order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None])
    for _ in range(rounds):
        gap = places[:, None] - places[None]
        overlap = reach - np.abs(gap)
        touching = (overlap > 0.5).all(2) & ~own
        if not touching.any():
            break
        sideways = overlap[..., 0] < overlap[..., 1]
        for axis, chosen in ((0, touching & sideways), (1, touching & ~sideways)):
            direction = np.where(np.abs(gap[..., axis]) < 1e-6, order, np.sign(gap[..., axis]))
            places[:, axis] += np.where(chosen, direction * overlap[..., axis], 0).sum(1) * 0.3
    return places


def _in_rows(places: Matrix, boxes: Matrix, parts: Sequence[Sequence[int]]) -> None:
    """Move the parts so that the small ones stand in rows below the largest, as wide as lets them be drawn largest."""
    extent = np.array([[(places[part] - boxes[part]).min(0), (places[part] + boxes[part]).max(0)] for part in parts])
    sizes = extent[:, 1] - extent[:, 0]
    narrowest, widest = float(sizes[:, 0].max()), float((sizes[:, 0] + 2 * _MARGIN).sum())
    tried = [_rows(sizes, width) for width in np.geomspace(narrowest, max(widest, narrowest), _WIDTHS)]
    corners = tried[int(np.argmin([_reach(rows, sizes) for rows in tried]))]
    for part, (low, _), corner in zip(parts, extent, corners, strict=True):
        places[part] += corner - low


def _rows(sizes: Matrix, width: float) -> Matrix:
    """The upper left corner of each box, set in rows of a width."""
    corners = np.zeros_like(sizes)
    left = top = height = 0.0
    for number, (across, down) in enumerate(sizes):
        if left and left + across > width:
            left, top, height = 0.0, top + height + 2 * _MARGIN, 0.0
        corners[number] = left, top
        left, height = left + across + 2 * _MARGIN, max(height, down)
    return corners


def _reach(corners: Matrix, sizes: Matrix) -> float:
    """How large a window of our shape has to be to hold the boxes."""
    across, down = (corners + sizes).max(0)
    return float(max(across / _SHAPE, down))


def _around(core: Matrix, size: int, low: Numbers, high: Numbers) -> Matrix:
    """The core, and the others on a sunflower around the first neighbour that has a place."""
    if size == len(core):
        return core
    hosts = np.full(size, size)
    np.minimum.at(hosts, high, low)
    places = np.zeros((size, 2))
    places[: len(core)] = core
    seats: defaultdict[int, int] = defaultdict(int)
    for actor in range(len(core), size):
        host = int(hosts[actor]) % size  # the first of all for one without ties
        seats[host] += 1
        reach, turn = 60 * np.sqrt(seats[host] + 1), seats[host] * 2.399963
        places[actor] = places[host] + reach * np.array([np.cos(turn), np.sin(turn)])
    return places
