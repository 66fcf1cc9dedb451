"""Where no path leads from one actor to another: what would open one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from graph.selection import Selection


@dataclass(frozen=True, slots=True)
class Walk:
    """How paths may run: how many, how long, against the direction of links or not, past whom."""

    k: int = 5
    max_length: int = 4
    any_direction: bool = False
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


Leads = Callable[[Selection, Walk], bool]


def openings(leads: Leads, selection: Selection, walk: Walk) -> list[str]:
    """The single changes that would open a path, as options a user can type.

    Parameters
    ----------
    leads : callable
        Whether any path leads under a selection and a walk.
    selection, walk : Selection, Walk
        Under which none does.

    Returns
    -------
    list of str
        Empty where no single change helps.

    Examples
    --------
    >>> openings(lambda selection, walk: walk.any_direction, Selection(), Walk())
    ['with --any-direction']
    """
    return [words for words, changed, other in _changes(selection, walk) if leads(changed, other)]


def _changes(selection: Selection, walk: Walk) -> Iterator[tuple[str, Selection, Walk]]:
    for name in selection.narrowed:
        if name != "generic":
            yield f"without --{name.replace('_', '-')}", selection.without(name), walk
    if walk.via:
        yield "without --via", selection, replace(walk, via=())
    if walk.avoid:
        yield "without --avoid", selection, replace(walk, avoid=())
    if not walk.any_direction:
        yield "with --any-direction", selection, replace(walk, any_direction=True)
    longer = walk.max_length * 2
    yield f"with --max-length {longer}", selection, replace(walk, max_length=longer)
    if not selection.generic:
        yield "with --generic", replace(selection, generic=True), walk
