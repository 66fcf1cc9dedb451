"""What has changed between two periods: ties that appeared, vanished or turned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.links import Link
from graph.network import links_of
from graph.questions.dyads import Dyad, dyads

if TYPE_CHECKING:
    import networkx as nx

Kind = Literal["turned", "appeared", "vanished"]


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
    return changes_of(links_of(graph), before, after)


def changes_of(links: Iterable[Link], before: str, after: str | None = None) -> list[Change]:
    """The changes among these links (see `changes`)."""
    since = before if after is None else after
    dated = [link for link in links if link.when]
    first = _by_ends(link for link in dated if (link.when or "") < before)
    second = _by_ends(link for link in dated if (link.when or "") >= since)
    rows = [_change(ends, first.get(ends), second.get(ends)) for ends in sorted(first.keys() | second.keys())]
    order: tuple[Kind, ...] = ("turned", "appeared", "vanished")
    return sorted((row for row in rows if row), key=lambda row: (order.index(row.kind), -_weight(row), row.a, row.b))


def _by_ends(links: Iterable[Link]) -> dict[tuple[str, str], Dyad]:
    return {(pair.a, pair.b): pair for pair in dyads(links)}


def _change(ends: tuple[str, str], before: Dyad | None, after: Dyad | None) -> Change | None:
    if before is None:
        return Change("appeared", *ends, None, after)
    if after is None:
        return Change("vanished", *ends, before, None)
    return Change("turned", *ends, before, after) if before.net * after.net < 0 else None


def _weight(row: Change) -> float:
    return sum(pair.weight for pair in (row.before, row.after) if pair)
