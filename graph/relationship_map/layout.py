"""Where does each actor stand? Allies near, adversaries apart, labels clear of each other.

Stress majorisation: every pair of actors has a wanted distance (the length of the shortest way over
their ties, where cooperation is short and hostility long), and the positions that disappoint the
wanted distances least are found by repeated weighted averages. The result is turned so that its long
side lies across the screen, and boxes that still overlap are pushed apart.

References
----------
Gansner, Koren, North: Graph drawing by stress majorization. Graph Drawing (2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import rustworkx as rx

from graph.links import Tie

Matrix = npt.NDArray[np.float64]

# Wanted distance of two actors by the balance of their ties.
_NEAR, _MIDDLE, _FAR = 1.0, 1.15, 2.4
# Two parts of a map with no tie between them stand this much further apart than the furthest within one.
_APART = 0.6
_ROUNDS = 120
# Screen units for one unit of distance, and the room a label takes.
_UNIT = 170.0
_LETTER, _LINE, _MARGIN = 7.4, 17.0, 14.0
# Beyond this many actors the rest are set around the best connected neighbour that has a place.
_CORE = 500


def positions(names: Sequence[str], ties: Iterable[Tie], radii: Sequence[float]) -> list[tuple[int, int]]:
    """A place for each actor, in the order of `names`, which are ranked by importance.

    The same for the same input: nothing is random. Costs the cube of the number of actors up to
    500, and is linear beyond.
    """
    if not names:
        return []
    balance = _balance({name: index for index, name in enumerate(names)}, ties)
    core = min(len(names), _CORE)
    places = _landscape(_majorised(_wanted(core, balance))) * _UNIT
    boxes = np.array([_box(name, radius) for name, radius in zip(names, radii, strict=True)])
    places = _apart(places, boxes[:core])
    everyone = _around(places, len(names), balance)
    return [(round(x), round(y)) for x, y in everyone.tolist()]


def _balance(position: dict[str, int], ties: Iterable[Tie]) -> dict[tuple[int, int], float]:
    """Cooperation minus hostility of each pair that is tied, in order of the ties."""
    balance: defaultdict[tuple[int, int], float] = defaultdict(float)
    sign = {"cooperative": 1, "hostile": -1, "neutral": 0}
    for tie in ties:
        a, b = sorted((position[tie.source], position[tie.target]))
        if a != b:
            balance[a, b] += tie.weight * sign[tie.polarity]
    return dict(balance)


def _wanted(size: int, balance: dict[tuple[int, int], float]) -> Matrix:
    """The matrix of wanted distances."""
    graph = rx.PyGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(
        [(a, b, _NEAR if net > 0 else _FAR if net < 0 else _MIDDLE) for (a, b), net in balance.items() if b < size]
    )
    wanted = np.full((size, size), np.inf)
    for a, lengths in rx.all_pairs_dijkstra_path_lengths(graph, float).items():
        for b, length in lengths.items():
            wanted[a, b] = length
    for (a, b), net in balance.items():
        if b < size and net < 0:
            wanted[a, b] = wanted[b, a] = _FAR
    np.fill_diagonal(wanted, 0)
    reached = np.isfinite(wanted)
    furthest = wanted[reached].max(initial=_NEAR)
    return np.where(reached, wanted, min(furthest, 2 * _FAR) + _APART)


def _majorised(wanted: Matrix) -> Matrix:
    """The positions whose distances disappoint `wanted` least."""
    size = len(wanted)
    if size < 3:
        return np.array([[i * (wanted[0, 1] if size > 1 else 0), 0.0] for i in range(size)])
    weights = np.divide(1, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    laplacian = np.diag(weights.sum(1)) - weights
    inverse = np.linalg.pinv(laplacian)
    places = _spread(wanted)
    for _ in range(_ROUNDS):
        gaps = np.linalg.norm(places[:, None] - places[None], axis=2)
        ratio = np.divide(weights * wanted, gaps, out=np.zeros_like(gaps), where=gaps > 1e-9)
        places = inverse @ (np.diag(ratio.sum(1)) @ places - ratio @ places)
    return places


def _spread(wanted: Matrix) -> Matrix:
    """A start: classical scaling, each axis pointing where its longest arm does."""
    centring = np.eye(len(wanted)) - 1 / len(wanted)
    values, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    axes = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-6))
    longest = axes[np.abs(axes).argmax(0), [0, 1]]
    # A hair's breadth apart, so that actors with the same ties do not start on one spot.
    turn = np.arange(len(wanted)) * 2.4
    return axes * np.where(longest < 0, -1, 1) + 1e-3 * np.column_stack([np.cos(turn), np.sin(turn)])


def _landscape(places: Matrix) -> Matrix:
    """Turned about the middle so that the long side lies across."""
    centred = places - places.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    vectors = vectors * np.where(vectors[np.abs(vectors).argmax(0), [0, 1]] < 0, -1, 1)
    return centred @ vectors[:, ::-1]


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


def _around(core: Matrix, size: int, balance: dict[tuple[int, int], float]) -> Matrix:
    """The core, and the others on a sunflower around the first neighbour that has a place."""
    if size == len(core):
        return core
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in balance:
        neighbours[b].append(a)
    places = np.zeros((size, 2))
    places[: len(core)] = core
    seats: defaultdict[int, int] = defaultdict(int)
    for actor in range(len(core), size):
        host = min(neighbours[actor], default=0)
        seats[host] += 1
        reach, turn = 60 * np.sqrt(seats[host] + 1), seats[host] * 2.399963
        places[actor] = places[host] + reach * np.array([np.cos(turn), np.sin(turn)])
    return places
