"""Where statements contradict each other: one asserts, another denies, or says the opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from graph.links import Link
from graph.network import links_of

if TYPE_CHECKING:
    import networkx as nx

Kind = Literal["contradiction", "change"]
# Relations that a denial of one of them speaks about: who denies arming somebody denies supporting them so.
FAMILIES = {
    "backing": ("SUPPORT", "AID", "COOPERATE", "ALLIANCE"),
    "talks": ("AGREE", "CONSULT"),
    "yielding": ("CONCEDE", "RETREAT"),
    "force": ("ASSAULT", "COERCE", "MOBILIZE"),
    "blame": ("ACCUSE", "REJECT", "THREATEN", "PROTEST"),
    "sanctions": ("SANCTION",),
    "rivalry": ("RIVALRY",),
    "demands": ("REQUEST",),
    "roles": ("ROLE",),
}
_FAMILY = {relation: family for family, relations in FAMILIES.items() for relation in relations}
# A statement without a time of its own speaks of the days around its document's date.
DEFAULT_WINDOW = 365


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two statements on one dyad that do not agree, the assertion first.

    `kind` is "contradiction" where they speak of the same time, "change" where one came after the
    other; `about` is the family of predicates; `reading` says what is disputed.
    """

    kind: Kind
    source: str
    target: str
    about: str
    reading: str
    one: Link
    other: Link


def disputes(graph: nx.MultiDiGraph, *, window: int = DEFAULT_WINDOW) -> list[Dispute]:
    """Statements about the same two actors and the same matter that do not agree.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    window : int
        A statement without a time of its own speaks of so many days around its document's date.

    Returns
    -------
    list of Dispute
        Contradictions before changes, then by the confidence of the less sure statement.

    Notes
    -----
    Two statements disagree where one asserts and the other negates a predicate of one family in the
    same direction, or where both assert lasting ties of opposite polarity. One voice in one document is
    not held against itself. Of several statements a speaker makes to one effect the surest stands for all.
    """
    return disputes_of(links_of(graph), window=window)


def disputes_of(links: Iterable[Link], *, window: int = DEFAULT_WINDOW) -> list[Dispute]:
    """The disputes among these links (see `disputes`)."""
    found: dict[tuple[object, ...], Dispute] = {}
    for one, other in _disagreeing(links):
        row = _dispute(one, other, window)
        key = (row.kind, row.source, row.target, row.about, one.attributed_to, other.attributed_to)
        found[key] = min(found.get(key, row), row, key=_order)
    return sorted(found.values(), key=_order)


def family(link: Link) -> str:
    """What the predicate is about; one that no family has is about itself."""
    return _FAMILY.get(link.relation, link.predicate)


def _disagreeing(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """Claims with their denials, and lasting friendships with the enmities that are said of the same two."""
    between: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        between[min(link.source, link.target), max(link.source, link.target)].append(link)
    for group in between.values():
        asserted = [link for link in group if link.factuality == "asserted"]
        denied = [link for link in group if link.factuality == "negated"]
        pairs = [(one, other) for one in asserted for other in denied if family(one) == family(other)]
        lasting = [link for link in asserted if link.kind == "structural"]
        hostile = [link for link in lasting if link.polarity == "hostile"]
        pairs += [(one, other) for one in lasting if one.polarity == "cooperative" for other in hostile]
        yield from (pair for pair in pairs if _same_way(*pair) and not _one_breath(*pair))


def _same_way(one: Link, other: Link) -> bool:
    return one.source == other.source or one.symmetric or other.symmetric


def _one_breath(one: Link, other: Link) -> bool:
    return (one.attributed_to, one.document) == (other.attributed_to, other.document)


def _dispute(one: Link, other: Link, window: int) -> Dispute:
    kind: Kind = "contradiction" if _same_time(one, other, window) else "change"
    about = family(one) if family(one) == family(other) else "friend or foe"
    verb = "denies" if other.factuality == "negated" else "says otherwise"
    reading = f"{_voice(one)} says that {one.source} — {one.predicate} — {one.target}; {_voice(other)} {verb}"
    return Dispute(kind, one.source, one.target, about, reading, one, other)


def _voice(link: Link) -> str:
    return link.attributed_to or f"the writer of {link.title or link.document}"


def _order(row: Dispute) -> tuple[object, ...]:
    sure = min(row.one.confidence, row.other.confidence)
    return row.kind == "change", -sure, row.source, row.target, row.one.id, row.other.id


def _same_time(one: Link, other: Link, window: int) -> bool:
    """Whether the statements speak of the same time, as far as can be told.

    In one document, a statement without a time of its own is taken to answer the other.
    """
    if one.document == other.document and not (one.time and other.time):
        return True
    spans = _span(one, window), _span(other, window)
    if None in spans:
        return True
    (since, until), (start, end) = (span for span in spans if span)
    return since < end and start < until


def _span(link: Link, window: int) -> tuple[date, date] | None:
    """The time a statement speaks of, its end exclusive; None where it has no date."""
    start = _day(link.time.start) if link.time else None
    if link.time and start:
        return start, _day(link.time.end) or start + timedelta(days=1)
    day = _day(link.date)
    return (day - timedelta(days=window), day + timedelta(days=window + 1)) if day else None


def _day(iso: str | None) -> date | None:
    """The first day of an ISO date, which may lack its day or month.

    >>> _day("2020-09")
    datetime.date(2020, 9, 1)
    """
    if not iso:
        return None
    parts = [int(part) for part in iso[:10].split("-")]
    year, month, day = [*parts, 1, 1][:3]
    return date(year, month, day)
