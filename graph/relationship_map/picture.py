"""What is seen first? The actors of the first picture with their places, and the ties between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.relationship_map.blocs import blocs
from graph.relationship_map.contents import Contents
from graph.relationship_map.layout import positions

_SMALLEST, _GROWTH, _LARGEST = 13.0, 4.4, 46.0


@dataclass(frozen=True)
class Picture:
    """Actors (positions in `Contents.names`) with their places, ties by position, everyone's bloc and radius."""

    actors: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    ties: tuple[int, ...]
    blocs: tuple[int, ...]
    radii: tuple[float, ...]


def picture(held: Contents, *, focus: str | None, limit: int) -> Picture:
    """The first picture: the `limit` actors with most ties, or those nearest to `focus`."""
    shown = sorted(_first(held, limit) if focus is None else _nearest(held, held.position[focus], limit))
    names = [held.names[index] for index in shown]
    among = set(names)
    ties = [i for i, tie in enumerate(held.ties) if tie.source in among and tie.target in among]
    radii = [round(min(_LARGEST, _SMALLEST + _GROWTH * ties**0.5), 1) for ties in held.degree]
    places = positions(names, [held.ties[i] for i in ties], [radii[index] for index in shown])
    return Picture(tuple(shown), tuple(places), tuple(ties), tuple(blocs(held.names, held.ties)), tuple(radii))


def _first(held: Contents, limit: int) -> list[int]:
    """The first actors; where the last of them would stand alone, the next that does not."""
    *others, last = range(len(held.names))[:limit] or [0]
    if not others or limit >= len(held.names):
        return list(range(len(held.names))[:limit])
    neighbours, known = _neighbours(held), set(others)
    return [*others, next((i for i in range(last, len(held.names)) if not known.isdisjoint(neighbours[i])), last)]


def _neighbours(held: Contents) -> dict[int, set[int]]:
    """Whom each actor is tied to, by more than denials."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for tie in held.ties:
        if tie.weight > 0:
            a, b = held.position[tie.source], held.position[tie.target]
            found[a].add(b)
            found[b].add(a)
    return found


def _nearest(held: Contents, focus: int, limit: int) -> list[int]:
    """`focus` and the actors fewest ties away from it, the important first."""
    neighbours = _neighbours(held)
    found, ring = [focus], [focus]
    while ring and len(found) < limit:
        known = set(found)
        ring = sorted({n for actor in ring for n in neighbours[actor]} - known)
        found += ring
    return found[:limit]
