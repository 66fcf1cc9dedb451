"""A predicate between two ends, as it was read, and who stands at them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from graph.extraction.annotations import BODIES, FORCES, ActorEntry, Sense
from graph.extraction.relations import operators
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.reach import Chain
from graph.extraction.tokens import children, lower_words
from graph.extraction.wordlists import actor_words, any_of, words

DEALERS = BODIES | {"country"}
_ACTORS = "whowhom actors"  # where a Doc keeps them in its `user_data`


@dataclass(frozen=True)
class Said:
    """One reading, before it is known whether it is meant.

    `head` is the predicate's head, `read` what the lexicon makes of the predicate, `chain` the words on the way from
    the head to the target.
    """

    head: Token
    source: Argument
    target: Argument
    read: Sense
    chain: Chain

    @cached_property
    def source_kind(self) -> str:
        """The kind of the actor that is the source."""
        return kind_of(self.head, self.source)

    @cached_property
    def target_kind(self) -> str:
        """The kind of the actor that is the target."""
        return kind_of(self.head, self.target)

    @cached_property
    def source_noun(self) -> str:
        """The last word for the source, in its base form."""
        return noun_of(self.head, self.source)

    @cached_property
    def target_noun(self) -> str:
        """The last word for the target, in its base form."""
        return noun_of(self.head, self.target)

    @property
    def from_somebody(self) -> bool:
        """Whether the source is a person or people, rather than a body."""
        return is_somebody(self.head, self.source)

    @property
    def to_somebody(self) -> bool:
        """Whether the target is a person or people, rather than a body."""
        return is_somebody(self.head, self.target)


def kind_of(head: Token, argument: Argument) -> str:
    """The kind of the actor that stands at an end of a predicate; "unknown" where nothing tells."""
    kept: dict[str, dict[str, ActorEntry]] = head.doc.user_data
    if _ACTORS not in kept:  # asked of every reading several times, and slow to come by as an attribute
        kept[_ACTORS] = head.doc._.actors or {}
    entry = kept[_ACTORS].get(argument.actor)
    return entry.kind if entry is not None else "unknown"


def is_somebody(head: Token, argument: Argument) -> bool:
    """Whether a person or people are meant, rather than a body."""
    if argument.form == "generic":
        return noun_of(head, argument) in actor_words("generic", "people")
    return kind_of(head, argument) == "person"


def noun_of(head: Token, argument: Argument) -> str:
    """The last word for an end of a predicate, in its base form."""
    return head.doc[argument.end - 1].lemma_.lower()


def acts_on_share(verb: Token) -> bool:
    """Whether what is held or bought is a part of a firm: "61 percent of", "26 per cent of"."""
    things = [c for c in children(verb) if c.dep_ == "dobj"]
    words_said = lower_words(verb.doc)
    shares = actor_words("roles", "shares")
    return any(t.lower_ in shares or words_said[t.i + 1 : t.i + 3] == ["per", "cent"] for t in things)


def halts(said: Said) -> bool:
    """Whether the deed of others may be stopped: "halted the rebels' attack"."""
    return any(operator.name == "halt" for operator in operators(said.head, said.chain))


def is_armed(head: Token, argument: Argument) -> bool:
    """Whether an end is a state or has arms: an army, rebels, police."""
    if argument.form == "generic":
        armed = any_of(words("forces", "nouns", "fighters", "warships"), words("reached", "police"))
        return noun_of(head, argument) in armed
    return kind_of(head, argument) in FORCES | {"country", "government body"}


def is_of_labour(noun: Token) -> bool:
    """Whether a strike is one of those who stop work, not of those who bomb: "a nationwide strike by nurses"."""
    near = [c.lemma_.lower() for c in noun.subtree if c != noun]
    return noun.lemma_ == "strike" and not words("labour", "near").isdisjoint(near)


def leaves_place(said: Said) -> bool:
    """Whether forces retreat from a place by leaving it: "the last Turkish soldiers left Mali"."""
    force = said.source_kind in FORCES or said.source_noun in words("forces", "nouns", "fighters")
    place = said.target.place or said.target_kind in ("country", "region")
    return said.read.rule == "leave" and not said.chain and place and force
