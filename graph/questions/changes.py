"""What has changed between two periods: ties that appeared, vanished or turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from graph.casefile.later import Later
from graph.network import Pair, links_of
from graph.questions.dyads import Dyad, Said, said_by, said_in

if TYPE_CHECKING:
    import networkx as nx

    from graph.casefile import Casefile
    from graph.selection import Selection

Kind = Literal["turned", "appeared", "vanished"]
KINDS: tuple[Kind, ...] = ("turned", "appeared", "vanished")  # in the order they are told


@dataclass(frozen=True, slots=True)
class Change:
    """A dyad that is not what it was; None where nothing was said of it."""

    kind: Kind
    a: str
    b: str
    before: Dyad | None
    after: Dyad | None


def changes(graph: nx.MultiDiGraph, before: str, after: str | None = None) -> list[Change]:
    """Compare what is said of the time before one date with what is said of the time from another on.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    before : str
        The first period ends before this ISO date.
    after : str, optional
        The second period begins on this ISO date; the same date if left out.

    Returns
    -------
    list of Change
        What turned first, then what appeared, then what vanished; by weight. A dyad turns where friendship
        becomes enmity or enmity friendship. Links without a date belong to neither period.
    """
    links = [link for link in links_of(graph) if link.when]
    first = said_by(link for link in links if (link.when or "") < before)
    second = said_by(link for link in links if (link.when or "") >= (after or before))
    return list(changes_of(first, second))


def changes_in(casefile: Casefile, selection: Selection, before: str, after: str | None = None) -> Sequence[Change]:
    """The same of a casefile, which sums up; words are read when they are looked at."""
    first = replace(selection, until=min(selection.until or before, before))
    second = replace(selection, since=max(selection.since or "", after or before))
    return changes_of(said_in(casefile, first), said_in(casefile, second))


def changes_of(first: Said, second: Said) -> Sequence[Change]:
    """The changes between what is said of two periods (see `changes`)."""

    def worded(some: Sequence[_Turn]) -> list[Change]:
        before = _words(first, [turn.before for turn in some])
        after = _words(second, [turn.after for turn in some])
        return [Change(turn.kind, *turn.ends, before.get(turn.ends), after.get(turn.ends)) for turn in some]

    turns = [*_appeared(first.pairs, second.pairs), *_vanished(first.pairs, second.pairs)]
    return Later(sorted(turns, key=_order), worded)


class _Turn(NamedTuple):
    """What became of a pair of actors, still without words."""

    kind: Kind
    ends: tuple[str, str]
    before: Pair | None
    after: Pair | None


def _appeared(before: Sequence[Pair], after: Sequence[Pair]) -> Iterator[_Turn]:
    """Pairs of the second period that are new, or have turned."""
    then = {(pair.a, pair.b): pair for pair in before}
    for pair in after:
        ends = (pair.a, pair.b)
        former = then.get(ends)
        if former is None:
            yield _Turn("appeared", ends, None, pair)
        elif former.net * pair.net < 0:
            yield _Turn("turned", ends, former, pair)


def _vanished(before: Sequence[Pair], after: Sequence[Pair]) -> Iterator[_Turn]:
    """Pairs of the first period that the second does not have."""
    now = {(pair.a, pair.b) for pair in after}
    return (_Turn("vanished", (p.a, p.b), p, None) for p in before if (p.a, p.b) not in now)


def _words(said: Said, pairs: Iterable[Pair | None]) -> dict[tuple[str, str], Dyad]:
    return {(dyad.a, dyad.b): dyad for dyad in said.words([pair for pair in pairs if pair])}


def _order(turn: _Turn) -> tuple[int, float, tuple[str, str]]:
    weight = (turn.before.weight if turn.before else 0.0) + (turn.after.weight if turn.after else 0.0)
    return KINDS.index(turn.kind), -weight, turn.ends
