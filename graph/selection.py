"""Which links count: the filters that every question, map and export shares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from graph.links import Link

# Links less sure than this are hints: kept in the data, and shown where a lower bound is asked for. Of what stands
# below it in unseen news, seven in ten are wrong.
SURE = 0.35


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters over links; an empty tuple or None keeps everything.

    `actor_kind` asks it of both ends; `since` (inclusive) and `until` (exclusive) compare ISO dates
    with the link's own time or, without one, its document's date, and leave undated links out;
    `generic` lets links to unnamed actors ("police") in, and a `min_confidence` below `SURE` hints, which are left out
    otherwise.

    The last four narrow by the actors at the ends, by canonical name: `source` and `target` (a
    symmetric link runs both ways), `between` (both ends among these), `about` (either end is).

    >>> Selection(polarity=("hostile",), since="2023-04").narrowed
    ('polarity', 'since')
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
    min_confidence: float = SURE
    generic: bool = False
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def narrowed(self) -> tuple[str, ...]:
        """The names of the filters that leave something out, `generic` among them only when let in."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != f.default)

    @property
    def unnamed(self) -> bool:
        """Whether links of unnamed actors are let in."""
        return self.generic or "generic" in self.actor_kind

    def without(self, name: str) -> Selection:
        """The same selection with one filter lifted."""
        return replace(self, **{name: _DEFAULTS[name]})

    def keeps(self, link: Link, kinds: Mapping[str, str]) -> bool:
        """Whether the link passes every filter; `kinds` maps actor names to their kinds."""
        return self._keeps_words(link) and self._keeps_time(link) and self._keeps_ends(link, kinds)

    def _keeps_words(self, link: Link) -> bool:
        return (
            _in(link.polarity, self.polarity)
            and _in(link.relation, self.relation)
            and _in(link.factuality, self.factuality)
            and _in(link.kind, self.link_kind)
            and _in(link.attributed_to, self.said_by)
            and _in(link.publisher, self.publisher)
            and _in(link.document, self.document)
            and link.confidence >= self.min_confidence
        )

    def _keeps_time(self, link: Link) -> bool:
        if self.since is None and self.until is None:
            return True
        when = link.when
        return when is not None and (self.since or "") <= when and (self.until is None or when < self.until)

    def _keeps_ends(self, link: Link, kinds: Mapping[str, str]) -> bool:
        ends = (link.source, link.target)
        borne = {kinds.get(name, "generic") for name in ends}
        return (
            (self._runs(*ends) or (link.symmetric and self._runs(*reversed(ends))))
            and (not self.between or set(ends) <= set(self.between))
            and (not self.about or not set(ends).isdisjoint(self.about))
            and (not self.actor_kind or borne <= set(self.actor_kind))
            and (self.unnamed or "generic" not in borne)
        )

    def _runs(self, source: str, target: str) -> bool:
        return _in(source, self.source) and _in(target, self.target)


_DEFAULTS: dict[str, Any] = {f.name: f.default for f in fields(Selection)}
# What a user sets with options on every command; the rest is set by a command's own arguments.
FILTERS = tuple(name for name in _DEFAULTS if name not in ("source", "target", "between", "about"))


def _in(value: str | None, wanted: Collection[str]) -> bool:
    return not wanted or value in wanted
