"""Which targets are only where something happens: "met in Cairo", "was held in Chad"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from graph.extraction.annotations import BLOWS
from graph.extraction.relations import sense
from graph.extraction.senses.said import Said, kind_of, leaves_place
from graph.extraction.syntax.arguments import Argument
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of, words

_ABOUT_TOWN = frozenset({"across", "around", "in", "through", "throughout"})


def is_setting(said: Said) -> bool:
    """Whether the target is only where something happens: after "in", unless the lexicon asks for it ("war in")."""
    head, source, target, read, chain = said.head, said.source, said.target, said.read, said.chain
    coming = words("motion", "reaching", "landing")
    if read.relation == "MOBILIZE" and head.lemma_ in coming and _is_civilian(head, source):
        return True
    if not chain and head.lemma_ in words("motion", "leaving", "reaching"):
        return target.place and read.relation == "OTHER" and not leaves_place(said)
    if _is_between_places(said) or (_is_location(said) and chain[0].lower_ not in re.split(r"\W+", read.rule)):
        return True
    if _is_within(said):
        return True
    if not target.place or not chain:
        return False
    if read.relation == "PROTEST" and target.form == "metonym" and chain[-1].lower_ in _ABOUT_TOWN:
        return True  # "staged a rally in Delhi"
    if [t.lower_ for t in chain[-2:]] == ["out", "of"] and "out" not in re.split(r"\W+", read.rule):
        return True  # "allowed no flights out of Chad"
    if chain[-1].pos_ == "NOUN" and len(chain) > 1 and _is_called_after(chain[-1], target, head):
        return True
    if read.relation == "ROLE" and target.form != "metonym":
        if head.pos_ == "VERB" and (len(chain) > 1 or chain[0].pos_ != "ADP"):  # "owns a house in Chad"
            return chain[0].lemma_.lower() not in any_of(words("stand_ins", "people"), words("places", "offices"))
        if len(chain) > 2 and chain[-1].lower_ == "to":  # "is part of a trip to Chad"
            return True
    if _names_event(said) and read.rule.find(chain[0].lower_) < 0:
        return True
    if _is_driven_from(said):
        return True
    preposition = chain[-1].lower_
    if read.relation == "REQUEST" and head.lemma_ == "take":
        return True  # "took the case to The Hague"
    if read.relation == "ACCUSE" and preposition in ("in", "at") and _is_of_somebody(head):
        return True  # "accused him of torture in Chad"
    motion = preposition in words("places", "motion")
    if preposition not in words("places", "prepositions") and not motion:
        return False
    if read.relation == "OTHER" and read.kind == "event" and not read.converse:  # "Chad lost to Mali"
        return True
    far = target.form == "metonym" or (preposition == "from" and kind_of(head, target) == "region")
    return (not motion or far) and preposition not in re.split(r"\W+", read.rule)


def _is_of_somebody(verb: Token) -> bool:
    """Whether a verb has somebody of its own as its object: accused "him", sued "Ana Lima"."""
    return verb.pos_ == "VERB" and any(c.dep_ == "dobj" and c.pos_ in ("PRON", "PROPN") for c in children(verb))


def _names_event(said: Said) -> bool:
    """Whether a place only names what something happens in: "killed two in the West Bank raid"."""
    inside = (
        len(said.chain) > 1
        and said.chain[0].lower_ in ("in", "during", "at", "after", "since")
        and said.chain[-1].pos_ != "ADP"
    )
    return inside and said.chain[-1].dep_ == "pobj" and sense(said.chain[-1], ()) is not None


def _is_called_after(noun: Token, target: Argument, head: Token) -> bool:
    """Whether a town only says which attacks are meant: "suspects related to the Mumbai attacks"."""
    town = head.doc[target.start : target.end].root
    named = target.form == "metonym" or kind_of(head, target) == "region"
    return named and town.dep_ == "compound" and town.head == noun and is_blow(noun)


def is_blow(noun: Token) -> bool:
    """Whether a noun says that somebody was hurt or forced: "the Mumbai attacks", "his arrest"."""
    deed = sense(noun, ())
    return deed is not None and deed.relation in BLOWS


def _is_driven_from(said: Said) -> bool:
    """Whether a place is only where somebody is driven from: "drove the rebels out of Gao"."""
    ways = {f"{said.head.lemma_}{way}" for way in ("", " from", " out", " out of")}
    away = said.chain[-1].lower_ == "from" or [t.lower_ for t in said.chain[-2:]] == ["out", "of"]
    return away and said.head.lemma_ in words("places", "driving") and said.read.rule in ways


def _is_location(said: Said) -> bool:
    """Whether the target only says where a place is: "shot off the town of Cabo", "in an area near the border with"."""
    chain = said.chain
    away = len(chain) > 1 and chain[0].lower_ == "from"
    inside = away or (len(chain) > 2 and chain[0].lower_ in words("places", "prepositions"))
    return inside and chain[1].lemma_.lower() in words("places", "parts")


def _is_within(said: Said) -> bool:
    """Whether the target only has the port or town of what is meant: "left a contest in the Chadian port of"."""
    inside = zip(said.chain[1:], said.chain[2:], strict=False)
    there = any(t.lower_ in ("in", "at") and noun.lemma_.lower() in words("places", "parts") for t, noun in inside)
    return there and said.read.relation not in BLOWS | {"MOBILIZE"} and not said.read.rule.endswith((" in", " at"))


def _is_between_places(said: Said) -> bool:
    """Whether something is between the targets: "fired at a car between the villages of Arli and Pama"."""
    between = next((i for i, t in enumerate(said.chain) if t.lower_ == "between"), None)
    return between is not None and any(t.lemma_.lower() in words("places", "parts") for t in said.chain[between:])


def _is_civilian(head: Token, argument: Argument) -> bool:
    """Whether somebody is no force that moves against a place: a named person, a traveller."""
    if argument.form == "generic":
        armed = words("forces", "nouns", "fighters")
        return head.doc[argument.end - 1].lemma_.lower() in actor_words("generic", "people") - armed
    return kind_of(head, argument) in ("people", "person")
