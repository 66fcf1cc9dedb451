"""Which actors stand together? Blocs for the map's colours, from the signs of their ties.

A greedy search for signed modularity: cooperation inside a bloc counts for it and hostility against,
each beyond what the actors' degrees would give by chance.

References
----------
Gómez, Jensen, Arenas: Analysis of community structure in networks of correlated data. Phys. Rev. E 80 (2009).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.links import Tie

_ROUNDS = 20
# A role (leader of, member of) holds two actors together, if less than an alliance does.
_NEUTRAL = 0.5


def blocs(names: Sequence[str], ties: Iterable[Tie]) -> list[int]:
    """The bloc of each actor: 0 for the largest, and so on; -1 for an actor that stands alone.

    Examples
    --------
    >>> from graph.links import Tie
    >>> def tie(a, b, polarity):
    ...     return Tie(a, b, polarity, False, 1, 0, 0, 1.0, "", "", (), None, None, "", ())
    >>> blocs("ABCD", [tie("A", "B", "cooperative"), tie("C", "D", "cooperative"), tie("B", "C", "hostile")])
    [0, 0, 1, 1]
    """
    position = {name: index for index, name in enumerate(names)}
    pull: list[defaultdict[int, float]] = [defaultdict(float) for _ in names]
    push: list[defaultdict[int, float]] = [defaultdict(float) for _ in names]
    for tie in ties:
        a, b = position[tie.source], position[tie.target]
        if a != b and tie.weight > 0:
            side = push if tie.polarity == "hostile" else pull
            weight = tie.weight * (_NEUTRAL if tie.polarity == "neutral" else 1)
            side[a][b] += weight
            side[b][a] += weight
    return _numbered(_settled(pull, push))


def _settled(pull: list[defaultdict[int, float]], push: list[defaultdict[int, float]]) -> list[int]:
    """Move one actor at a time to the bloc it gains most from, until none wants to move."""
    home = list(range(len(pull)))
    strength = [(sum(p.values()), sum(n.values())) for p, n in zip(pull, push, strict=True)]
    total = (sum(p for p, _ in strength) or 1, sum(n for _, n in strength) or 1)
    inside = [list(s) for s in strength]
    for _ in range(_ROUNDS):
        moved = False
        for actor in range(len(pull)):
            mine = strength[actor]
            old = home[actor]
            inside[old][0] -= mine[0]
            inside[old][1] -= mine[1]
            gain: defaultdict[int, float] = defaultdict(float)
            gain[old] += 0
            for other, weight in pull[actor].items():
                gain[home[other]] += weight
            for other, weight in push[actor].items():
                gain[home[other]] -= weight
            for bloc in gain:
                gain[bloc] -= mine[0] * inside[bloc][0] / total[0] - mine[1] * inside[bloc][1] / total[1]
            best = max(gain, key=lambda bloc: (round(gain[bloc], 9), bloc == old, -bloc))
            inside[best][0] += mine[0]
            inside[best][1] += mine[1]
            home[actor] = best
            moved = moved or best != old
        if not moved:
            break
    return home


def _numbered(home: list[int]) -> list[int]:
    """Blocs numbered by size; those of one actor are none."""
    size: defaultdict[int, int] = defaultdict(int)
    for bloc in home:
        size[bloc] += 1
    order = sorted((bloc for bloc in size if size[bloc] > 1), key=lambda bloc: (-size[bloc], bloc))
    number = {bloc: index for index, bloc in enumerate(order)}
    return [number.get(bloc, -1) for bloc in home]
