"""Selection -> SQL: the conditions that keep a link, so that only what is asked for is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.links import UNNAMED
from graph.selection import Selection

WHEN = "coalesce(link.time_start, document.date)"
# Selection field -> the column it is asked of.
_COLUMNS = {
    "polarity": "link.polarity",
    "relation": "link.relation",
    "factuality": "link.factuality",
    "link_kind": "link.kind",
    "document": "document.id",
}


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with the values they ask for."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """Ask for one condition more."""
        self.conditions.append(condition)
        self.values.extend(values)

    def among(self, column: str, wanted: Iterable[object]) -> None:
        """Ask that a column holds one of the values."""
        listed = list(wanted)
        self.add(f"{column} IN ({', '.join('?' * len(listed))})", *listed)

    @property
    def sql(self) -> str:
        """The WHERE clause, empty where nothing is asked."""
        return f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def where(selection: Selection, *, rejected: bool) -> Where:
    """The conditions of a selection over link, document, source and target.

    Parameters
    ----------
    selection : Selection
        Its speakers are canonical names.
    rejected : bool
        Whether the casefile holds rejected links, which have to be left out.
    """
    asked = Where()
    if rejected:
        asked.add("link.id NOT IN (SELECT link FROM reviews WHERE verdict = 'rejected')")
    for name, column in _COLUMNS.items():
        if wanted := getattr(selection, name):
            asked.among(column, wanted)
    _ask_ends(asked, selection)
    _ask_speaker(asked, selection.said_by)
    _ask_publisher(asked, selection.publisher)
    if selection.since is not None:
        asked.add(f"{WHEN} >= ?", selection.since)
    if selection.until is not None:
        asked.add(f"{WHEN} < ?", selection.until)
    if selection.min_confidence > 0:
        asked.add("link.confidence >= ?", selection.min_confidence)
    return asked


def touches_links_only(selection: Selection) -> bool:
    """Whether the conditions can be answered without the documents' table."""
    return not (selection.document or selection.publisher or selection.since or selection.until)


def _ask_ends(asked: Where, selection: Selection) -> None:
    if selection.actor_kind:
        asked.among("source.kind", selection.actor_kind)
        asked.among("target.kind", selection.actor_kind)
    if not selection.unnamed:
        asked.add("source.kind <> 'generic' AND target.kind <> 'generic'")
    if selection.source or selection.target:
        _ask_direction(asked, selection.source, selection.target)
    if selection.between:
        end = _named(selection.between)
        asked.add(f"link.source IN {end} AND link.target IN {end}", *selection.between, *selection.between)
    if selection.about:
        end = _named(selection.about)
        asked.add(f"(link.source IN {end} OR link.target IN {end})", *selection.about, *selection.about)


def _ask_direction(asked: Where, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
    """From one of these to one of those; a symmetric link runs both ways."""
    ends = [("{0}", sources), ("{1}", targets)]
    asks = " AND ".join(f"link.{end} IN {_named(wanted)}" for end, wanted in ends if wanted)
    values = (*sources, *targets)
    asked.add(f"({asks.format('source', 'target')} OR link.symmetric AND {asks.format('target', 'source')})",
              *values, *values)  # fmt: skip


def _named(names: Sequence[str]) -> str:
    return f"(SELECT number FROM actor WHERE name IN ({', '.join('?' * len(names))}))"


def _ask_speaker(asked: Where, speakers: tuple[str, ...]) -> None:
    if not speakers:
        return
    named = [name for name in speakers if name != UNNAMED]
    condition = f"link.speaker IN {_named(named)}"
    asked.add(f"({condition} OR link.speaker_unnamed)" if UNNAMED in speakers else condition, *named)


def _ask_publisher(asked: Where, publishers: tuple[str, ...]) -> None:
    """An outlet printed what its own documents say, and what they were found to be copies of."""
    if publishers:
        marks = ", ".join("?" * len(publishers))
        asked.add(
            f"link.document IN (SELECT coalesce(copy_of, number) FROM document WHERE publisher IN ({marks}))",
            *publishers,
        )
