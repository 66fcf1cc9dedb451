"""The words everyone speaks: Document, Actor, Link, Tie and the twenty relation types.

Plain frozen dataclasses, no behaviour beyond what follows from their own fields. A link is one
statement in one document that ties two actors; a tie bundles the links of a dyad.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

Polarity = Literal["cooperative", "hostile", "neutral"]
Factuality = Literal["asserted", "negated", "possible"]
LinkKind = Literal["event", "role", "structural", "speech"]
Span = tuple[int, int]

POLARITIES: tuple[Polarity, ...] = ("cooperative", "hostile", "neutral")
FACTUALITIES: tuple[Factuality, ...] = ("asserted", "negated", "possible")
LINK_KINDS: tuple[LinkKind, ...] = ("event", "role", "structural", "speech")
ACTOR_KINDS = (
    "country", "person", "government body", "armed force", "armed group", "party",
    "international organisation", "organisation", "company", "media", "people", "region", "generic",
)  # fmt: skip
SIGNS: dict[Polarity, int] = {"cooperative": 1, "neutral": 0, "hostile": -1}
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation type: its quad class, default polarity and scale value (−10 … +10)."""

    name: str
    quad_class: str
    polarity: Polarity
    scale: float
    covers: str


# The sixteen PLOVER categories with PLOVER's scale values where it gives one, then four lasting ties.
# Source: PLOVER, the Political Language Ontology for Verifiable Event Records (Open Event Data Alliance).
_TABLE: tuple[tuple[str, str, Polarity, float, str], ...] = (
    ("AGREE", "verbal cooperation", "cooperative", 2.5, "agree to, promise, offer, ease, accept in words"),
    ("CONSULT", "verbal cooperation", "cooperative", 2.5, "meet, visit, host, negotiate, telephone"),
    ("SUPPORT", "verbal cooperation", "cooperative", 5, "praise, endorse, recognise, sign, keep relations"),
    ("CONCEDE", "verbal cooperation", "cooperative", 4.5, "yield, release, ease sanctions, resign, apologise"),
    ("COOPERATE", "material cooperation", "cooperative", 9.5, "trade, joint exercise, share intelligence"),
    ("AID", "material cooperation", "cooperative", 10, "give money, food, weapons, asylum, protection"),
    ("RETREAT", "material cooperation", "cooperative", 6.5, "withdraw, cease fire, hand over ground"),
    ("REQUEST", "verbal conflict", "neutral", 0, "demand, urge, call on, ask for"),
    ("ACCUSE", "verbal conflict", "hostile", -3, "criticise, blame, condemn, investigate, sue"),
    ("REJECT", "verbal conflict", "hostile", -2, "refuse, veto, defy, decline"),
    ("THREATEN", "verbal conflict", "hostile", -3.5, "warn, threaten, give an ultimatum"),
    ("PROTEST", "material conflict", "hostile", -5, "demonstrate, strike, boycott in the street"),
    ("SANCTION", "material conflict", "hostile", -6, "embargo, break relations, expel, blacklist, halt talks"),
    ("MOBILIZE", "material conflict", "hostile", -5.5, "deploy, put on alert, exercise against"),
    ("COERCE", "material conflict", "hostile", -7, "arrest, seize, deport, besiege, hack, repress"),
    ("ASSAULT", "material conflict", "hostile", -9, "attack, kill, bomb, fight, invade, abduct"),
    ("ALLIANCE", "lasting", "cooperative", 5, "ally of, allied with"),
    ("RIVALRY", "lasting", "hostile", -5, "enemy of, rival, strained relations"),
    ("ROLE", "lasting", "neutral", 0, "president of, leader of, ministry of, member of"),
    ("OTHER", "lasting", "neutral", 0, "stated, but none of the above (neighbour, involved in, speaks to)"),
)
RELATIONS: dict[str, Relation] = {row[0]: Relation(*row) for row in _TABLE}


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what a reader needs to cite it. `date` is ISO 8601 (`2024-08-13`)."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the text: the same words are the same document under any file name."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: `aliases` maps the words the texts use to their counts, `why` each alias to its reason."""

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: Mapping[str, int] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """The actor as a JSON object, keys in the order of the contract."""
        return {"id": self.id, "name": self.name, "kind": self.kind, "country": self.country,
                "aliases": dict(self.aliases), "why": dict(self.why)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """A time expression: its words and the interval they resolve to, ISO dates, end exclusive."""

    text: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """One statement that ties two actors, and the words it was read from (see `docs/data-model.md`)."""

    id: str
    document: str
    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    sentence: str
    start: int
    end: int
    source: str
    target: str
    source_span: Span
    target_span: Span
    predicate_span: Span
    predicate: str
    relation: str
    polarity: Polarity
    intensity: float
    factuality: Factuality
    attributed_to: str | None
    time: TimeInterval | None
    symmetric: bool
    kind: LinkKind
    main: bool
    rule: str
    confidence: float

    @property
    def when(self) -> str | None:
        """The ISO date the link stands at: the start of its time, else the document's date."""
        return (self.time.start if self.time else None) or self.date

    def record(self) -> dict[str, Any]:
        """The link as a JSON object, keys in the order of the contract."""
        row = {f.name: getattr(self, f.name) for f in fields(self)}
        row.update({key: list(row[key]) for key in ("source_span", "target_span", "predicate_span")})
        if self.time is not None:
            row["time"] = {"text": self.time.text, "start": self.time.start, "end": self.time.end}
        return row

    @classmethod
    def from_record(cls, row: Mapping[str, Any]) -> Link:
        """The link of a JSON object written by `record`; unknown keys are ignored."""
        known = {f.name: row[f.name] for f in fields(cls)}
        known.update({key: tuple(known[key]) for key in ("source_span", "target_span", "predicate_span")})
        if known["time"] is not None:
            known["time"] = TimeInterval(known["time"]["text"], known["time"]["start"], known["time"]["end"])
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Tie:
    """The links between two actors that share direction and polarity, bundled.

    `weight` is the sum of the links' confidence, asserted 1, possible ½, negated 0. For a
    symmetric tie source and target stand in alphabetical order. `links` are link ids, best first.
    """

    source: str
    target: str
    polarity: Polarity
    symmetric: bool
    asserted: int
    negated: int
    possible: int
    weight: float
    relation: str
    predicate: str
    speakers: tuple[str, ...]
    first: str | None
    last: str | None
    sentence: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one document: its actors and its links, in order of appearance."""

    document: Document
    actors: tuple[Actor, ...]
    links: tuple[Link, ...]


def actor_id(name: str) -> str:
    """The stable id of an actor: its canonical name, folded.

    >>> actor_id("Russian Foreign Ministry")
    'russian-foreign-ministry'
    """
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split()) or "actor"
