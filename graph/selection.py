"""Which links count: the filters that every question, map and export shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.links import Link


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters over links; an empty tuple or None keeps everything.

    `actor_kind` asks it of both ends; `since` (inclusive) and `until` (exclusive) compare ISO dates
    with the link's own time or, without one, its document's date, and leave undated links out;
    `generic` lets links to unnamed actors ("police") in, which are left out otherwise.
    """

    polarity: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    link_kind: tuple[str, ...] = ()
    actor_kind: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    generic: bool = False

    def keeps(self, link: Link, kinds: Mapping[str, str]) -> bool:
        """Whether the link passes every filter; `kinds` maps actor names to their kinds."""
        ends = {kinds.get(link.source, "generic"), kinds.get(link.target, "generic")}
        return (
            _in(link.polarity, self.polarity)
            and _in(link.relation, self.relation)
            and _in(link.factuality, self.factuality)
            and _in(link.kind, self.link_kind)
            and _in(link.attributed_to, self.said_by)
            and _in(link.publisher, self.publisher)
            and _in(link.document, self.document)
            and link.confidence >= self.min_confidence
            and (not self.actor_kind or ends <= set(self.actor_kind))
            and (self.generic or "generic" in self.actor_kind or "generic" not in ends)
            and (self.since is None or (link.when is not None and link.when >= self.since))
            and (self.until is None or (link.when is not None and link.when < self.until))
        )


def _in(value: str | None, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted
