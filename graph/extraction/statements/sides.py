"""Who is for or against whom in a noun: "critics of the mayor", "Hamas supporters", "an anti-Western stance"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import OWNERS_INSIDE, Sense
from graph.extraction.relations import sense
from graph.extraction.statements.statements import Statement, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.reach import below_prepositions
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_SIDES = {
    "anti": Sense("RIVALRY", "hostile", "structural", rule="anti-"),
    "pro": Sense("SUPPORT", "cooperative", "structural", rule="pro-"),
}
_BACKS = Sense("SUPPORT", "cooperative", "structural")


def follower(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Unnamed people who are named by whom they are for or against: "critics of the mayor", "the mayor's backers"."""
    if noun.lemma_.lower() not in words("stances", "followers", "supporters") or noun.head.lower_ == "as":
        return  # who "emerges as a critic of the mayor" has a name
    if noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        return  # and so has who "is one of the critics of the mayor"
    reached = [(a, chain) for a, chain in below_prepositions(noun, arguments) if chain[0].lower_ == "of"]
    reached += [(a, ()) for a, owner in arguments.attributes(noun) if owner.dep_ == "poss"]
    backs = noun.lemma_.lower() in words("stances", "supporters")
    if backs:  # those of a club are its fans
        reached += [(a, ()) for a in _whose_supporters(noun, arguments)]
        reached = [(a, chain) for a, chain in reached if arguments.is_political(a)]
    for source in arguments.at(noun) if reached and not any(c.dep_ == "appos" for c in children(noun)) else ():
        for statement in pair_up(noun, source, reached, "follower"):
            read = replace(_BACKS, rule=statement.sense.rule) if backs else statement.sense
            yield replace(statement, sense=replace(read, kind="structural"))


def _whose_supporters(noun: Token, arguments: Arguments) -> list[Argument]:
    """Whose supporters are named so: "Hamas supporters", "Omar Haddad supporters"."""
    mine = [a for a in arguments.by_head.get(noun.i, ()) if a.form == "generic"]
    inside = [s for a in mine for s in noun.doc.spans.get(OWNERS_INSIDE, ()) if a.start <= s.start and s.end <= noun.i]
    found = [Argument(s.label_, s.start, s.end, "name") for s in inside]
    beside = [a for a, t in arguments.attributes(noun) if t.dep_ == "compound" and a.form == "name"]
    return found or beside


def critic(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Critics named by whom they are against: "Kremlin critic Ana Lima", "a government critic"."""
    if noun.lemma_.lower() not in words("reciprocal", "critics") or noun.tag_ not in ("NN", "NNP"):
        return
    named = noun.dep_ == "compound" and noun.head.pos_ == "PROPN"
    before = [t for t in noun.head.lefts if t.i < noun.i and t.dep_ in ("compound", "amod")] if named else []
    against = [a for t in before[-1:] for a in arguments.by_head.get(t.i, ())]
    against = against or [a for a, t in arguments.attributes(noun) if t.dep_ != "poss" and t.i == noun.i - 1]
    for source in arguments.at(noun.head if named else noun):
        for statement in pair_up(noun, source, [(a, ()) for a in against], "follower"):
            yield replace(statement, sense=replace(statement.sense, kind="structural"))


def stance(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Sides taken: "takes an anti-Western stance", "Serbia's pro-Russian policy", "the EU's anti-Russian sanctions"."""
    act = noun.lemma_ in words("stances", "acts")
    sides = list(arguments.sides(noun)) if act or noun.lemma_ in words("stances", "nouns") else []
    if not sides:
        return
    verb = noun.head
    holders = [a for a, token in arguments.attributes(noun) if token.dep_ == "poss"]
    if not holders and noun.dep_ in ("dobj", "attr") and verb.pos_ in ("VERB", "AUX") and not is_passive(verb):
        holders = [a for t in subjects(verb) for a in arguments.of(t, products=False)]
    for source in holders:
        for target, prefix in sides:
            if source.actor != target.actor:
                read = (sense(noun, ()) if act and prefix == "anti" else None) or _SIDES[prefix]
                yield Statement(noun, source, target, read, (), "stance")
