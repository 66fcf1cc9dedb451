"""What happened when: links in time order, and how much cooperation and conflict each period saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from graph.links import POLARITIES, Link
from graph.network import links_of
from graph.questions.dyads import Signed, weight_of
from graph.questions.evidence import chronological
from graph.questions.names import actor_in

if TYPE_CHECKING:
    import networkx as nx

    from graph.casefile import Casefile
    from graph.selection import Selection

Period = Literal["day", "month", "year", "decade"]
PERIODS: tuple[Period, ...] = ("day", "month", "year", "decade")
# A timeline of its own choice has at most so many bars.
MOST_BARS = 30
_DIGITS = {"day": 10, "month": 7, "year": 4, "decade": 3}


class Moment(Signed, Protocol):
    """A link as far as bars need to know it."""

    @property
    def when(self) -> str | None: ...


M = TypeVar("M", bound=Moment)


@dataclass(frozen=True, slots=True)
class Bar:
    """The weight of cooperation, conflict and the rest in one period; `start` is its first ISO date or part."""

    start: str
    cooperative: float
    hostile: float
    neutral: float
    links: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of equal periods that saw a link, in order, and the links themselves; undated ones stand apart."""

    period: Period
    bars: tuple[Bar, ...]
    links: Sequence[Link]
    undated: Sequence[Link]


def timeline(graph: nx.MultiDiGraph, actor: str | None = None, *, period: Period | None = None) -> Timeline:
    """The links in time order.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    actor : str, optional
        Only links to or from this actor.
    period : "day", "month", "year" or "decade", optional
        What a bar spans; the finest that needs at most 30 bars otherwise.

    Returns
    -------
    Timeline
        A link stands where its own time begins or, without one, at its document's date.

    Raises
    ------
    UnknownActor
        If the name is borne by no node.
    """
    links: Iterable[Link] = links_of(graph)
    if actor is not None:
        name = actor_in(graph, actor)
        links = (link for link in links if name in (link.source, link.target))
    return timeline_of(links, period=period)


def timeline_of(links: Iterable[Link], *, period: Period | None = None) -> Timeline:
    """The timeline of these links (see `timeline`)."""
    return _timeline(sorted(links, key=chronological), tuple, period)


def timeline_in(casefile: Casefile, selection: Selection, *, period: Period | None = None) -> Timeline:
    """The timeline of a casefile, whose words are read when they are looked at."""
    return _timeline(casefile.moments(selection), casefile.told, period)


def _timeline(ordered: Sequence[M], told: Callable[[list[M]], Sequence[Link]], period: Period | None) -> Timeline:
    """The timeline of moments in order; `told` gives the links that some of them are."""
    dated = [moment for moment in ordered if moment.when]
    span = period or _fitting(dated)
    bars = tuple(_bar(start, group) for start, group in _by_period(dated, span).items())
    return Timeline(span, bars, told(dated), told([moment for moment in ordered if not moment.when]))


def _fitting(moments: Iterable[Moment]) -> Period:
    """The finest period that needs few bars."""
    whens = {moment.when or "" for moment in moments}
    few = (period for period in PERIODS if len({_start(when, period) for when in whens}) <= MOST_BARS)
    return next(few, PERIODS[-1])


def _by_period(moments: Iterable[M], period: Period) -> dict[str, list[M]]:
    groups: dict[str, list[M]] = defaultdict(list)
    for moment in moments:
        groups[_start(moment.when or "", period)].append(moment)
    return groups


def _start(when: str, period: Period) -> str:
    """The period a date lies in, by its ISO name; a decade by its first year.

    >>> _start("2023-04-15", "month"), _start("1994", "decade")
    ('2023-04', '1990')
    """
    start = when[: _DIGITS[period]]
    return f"{start}0" if period == "decade" else start


def _bar(start: str, moments: Sequence[Moment]) -> Bar:
    cooperative, hostile, neutral = (weight_of(moments, polarity) for polarity in POLARITIES)
    return Bar(start, cooperative, hostile, neutral, len(moments))
