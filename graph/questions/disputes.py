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
# Lasting ties that cannot both be: who is an ally of somebody is no rival of theirs at that time.
FRIEND_OR_FOE = ("ALLIANCE", "RIVALRY")
# Verbs that answer a claim, where their object is who makes it.
DISMISSALS = ("deny", "dismiss", "reject", "refute", "dispute", "contest")
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

    @property
    def ends(self) -> tuple[str, str]:
        """The two actors, in alphabetical order."""
        return min(self.source, self.target), max(self.source, self.target)

    @property
    def voices(self) -> tuple[str | None, str | None]:
        """Who says the one, and who the other; None is the writer."""
        return self.one.attributed_to, denier(self.other)


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
    same direction, or where one says that they are allies and the other that they are rivals: relations that are kept,
    and a stance taken, go together. Whoever is spoken of and, in the
    same or the next sentence, dismisses the speaker, denies what was said. One voice in one document is not
    held against itself. Of several statements a speaker makes to one effect the surest stands for all.
    """
    return disputes_of(links_of(graph), window=window)


def disputes_of(links: Iterable[Link], *, window: int = DEFAULT_WINDOW) -> list[Dispute]:
    """The disputes among these links (see `disputes`)."""
    found: dict[tuple[object, ...], Dispute] = {}
    links = list(links)
    for one, other in [*_disagreeing(links), *_dismissed(links)]:
        row = _dispute(one, other, window)
        key = (row.kind, row.source, row.target, row.about, one.attributed_to, denier(other))
        found[key] = min(found.get(key, row), row, key=_order)
    return sorted(found.values(), key=_order)


def family(link: Link) -> str:
    """What the predicate is about; one that no family has is about itself."""
    return _FAMILY.get(link.relation, link.predicate)


def _disagreeing(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """Claims with their denials, and alliances with the rivalries that are said of the same two."""
    between: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        between[min(link.source, link.target), max(link.source, link.target)].append(link)
    for group in between.values():
        asserted = [link for link in group if link.factuality == "asserted"]
        denied = [link for link in group if link.factuality == "negated"]
        pairs = [(one, other) for one in asserted for other in denied if family(one) == family(other)]
        allies, rivals = (_lasting(asserted, relation) for relation in FRIEND_OR_FOE)
        pairs += [(one, other) for one in allies for other in rivals]
        yield from (pair for pair in pairs if _same_way(*pair) and not _one_breath(*pair))


def _lasting(links: Iterable[Link], relation: str) -> list[Link]:
    return [link for link in links if link.kind == "structural" and link.relation == relation]


def _dismissed(links: Iterable[Link]) -> Iterator[tuple[Link, Link]]:
    """Claims with the dismissals that answer them: "X says that Y is Z. Y has dismissed X's claims." """
    claims: dict[tuple[str, str], list[Link]] = defaultdict(list)
    dismissals: list[Link] = []
    for link in links:
        if link.factuality == "asserted" and link.attributed_to:
            for subject in (link.source, link.target):
                claims[link.attributed_to, subject].append(link)
        elif link.factuality == "asserted" and link.predicate in DISMISSALS:
            dismissals.append(link)
    for dismissal in dismissals:
        for claim in claims[dismissal.target, dismissal.source]:
            if claim.document == dismissal.document and _follows(dismissal, claim):
                yield claim, dismissal


def _follows(link: Link, other: Link) -> bool:
    """In the same sentence or the next: no more than a space is between them."""
    return other.start <= link.start <= other.end + 2


def denier(link: Link) -> str | None:
    """Who contradicts: the speaker, or whoever dismisses a claim; None where it is the writer."""
    return link.source if link.predicate in DISMISSALS else link.attributed_to


def _same_way(one: Link, other: Link) -> bool:
    return one.source == other.source or one.symmetric or other.symmetric


def _one_breath(one: Link, other: Link) -> bool:
    return (one.attributed_to, one.document) == (other.attributed_to, other.document)


def _dispute(one: Link, other: Link, window: int) -> Dispute:
    kind: Kind = "contradiction" if _same_time(one, other, window) else "change"
    about = "friend or foe" if _opposite(one, other) else family(one)
    denied = other.factuality == "negated" or other.predicate in DISMISSALS
    answer = f"{'denied' if denied else 'contradicted'} by {_voice(other)}"
    reading = f"{one.source} — {one.predicate} — {one.target}, according to {_voice(one)}; {answer}"
    return Dispute(kind, one.source, one.target, about, reading, one, other)


def _opposite(one: Link, other: Link) -> bool:
    return {one.polarity, other.polarity} == {"cooperative", "hostile"} and other.predicate not in DISMISSALS


def _voice(link: Link) -> str:
    return denier(link) or f"the writer of {link.title or link.document}"


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
    try:
        return (day - timedelta(days=window), day + timedelta(days=window + 1)) if day else None
    except OverflowError:  # a window that holds all of time
        return None


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
