"""What the components of the pipeline hand to each other, kept on `doc._`.

Each component reads what those before it wrote and writes one attribute of its own, so that each
can be tested alone on a small Doc built by hand.

attribute             written by    holds
`doc._.actor_mentions` actors        list[ActorMention], in order, never overlapping
`doc._.actors`         actors        dict[str, ActorEntry] by canonical name
`doc._.references`     coreference   dict[int, tuple[str, ...]] head token -> canonical names
`doc._.quotes`         attribution   list[Quote], in order
`doc._.time_expressions` times       list[TimeExpression], in order
`doc._.links`          linking       list[Link], in order
`doc._.hints`          linking       list[Link] below the confidence that questions ask for, in order
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from graph.links import Document, LinkKind, Polarity

# Kinds of actors that are bodies, those that fight, and those that are or have a land.
BODIES = frozenset({"company", "government body", "international organisation", "media", "organisation", "party"})
FORCES = frozenset({"armed force", "armed group"})
ORGANISED = BODIES | FORCES
STATES = frozenset({"country", "people", "region"})
# Relations in which somebody is hurt, those done by force, and those in which somebody is given something.
BLOWS = frozenset({"ASSAULT", "COERCE"})
BY_FORCE = BLOWS | {"SANCTION"}
GIFTS = frozenset({"AID", "SUPPORT"})
# Where the name of a body or a generic names its country: spans labelled with the country, kept on `doc.spans`.
COUNTRIES_INSIDE = "countries_inside"
# Where the name of a generic names an organisation that it belongs to: spans labelled with the organisation.
OWNERS_INSIDE = "owners_inside"


@dataclass(slots=True)
class ActorEntry:
    """An actor as one document has it; `aliases` and `why` grow while the document is read.

    `adjective` is what names a country's bodies: "Russian" for Russia.
    """

    name: str
    kind: str
    country: str | None = None
    aliases: dict[str, int] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    adjective: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Tokens [start, end) that name an actor; `head` is the token that syntax attaches.

    `form` says how: "name", "demonym" (the adjective "Russian"), "metonym" (the Kremlin, Moscow),
    "generic" (police, rebels), "pronoun" is never one: see references. `place` is true where the
    words may also be read as a place (countries, cities): clauses decide whether it acts.
    One span may name several actors ("Anglo-American", "Russian-Israeli"): then it is several mentions.
    """

    start: int
    end: int
    head: int
    actor: str
    form: str
    place: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens [start, end) between quotation marks that are somebody's words.

    `speaker` is the head token of the words that name the speaker (may be a pronoun or a generic
    noun, resolved by whoever reads it), or None while unknown. Scare quotes are no Quote.
    """

    start: int
    end: int
    speaker: int | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens [start, end) of a time expression, and the ISO interval (end exclusive) it resolves to."""

    start: int
    end: int
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Sense:
    """What a predicate means between its source and target.

    `converse` asks for source and target to be exchanged ("receive from"); `known` is false where
    no lexicon has the predicate; `rule` names the entry or operator that decided.
    """

    relation: str
    polarity: Polarity
    kind: LinkKind
    symmetric: bool = False
    converse: bool = False
    known: bool = True
    rule: str = ""


def register() -> None:
    """Declare the extension attributes; safe to call more than once."""
    for name, default in (("actor_mentions", None), ("actors", None), ("references", None), ("quotes", None),
                          ("time_expressions", None), ("links", None), ("hints", None),
                          ("document", None)):  # fmt: skip
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


register()

__all__ = ["ActorEntry", "ActorMention", "Doc", "Document", "Quote", "Sense", "TimeExpression", "Token", "register"]
