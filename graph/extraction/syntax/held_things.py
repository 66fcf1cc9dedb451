"""What is a thing on the way to a target? Shared with others, made by a clause, in a place, owned by a nation."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def side_of(place: Token) -> list[Token]:
    """What a place is a side of: "in the south of Chad"."""
    return objects_of_preposition(place, ("of",)) if place.lower_ in words("places", "sides") else []


def placed(thing: Token, preposition: str = "in") -> list[Token]:
    """Where a thing is that is acted on, though the parser hangs it on the verb: "shelled | targets | in Sudan"."""
    if thing.dep_ != "dobj":
        return []
    return [
        t
        for c in children(thing.head)
        if c.dep_ == "prep" and c.lower_ == preposition and c.i == thing.right_edge.i + 1
        for t in children(c)
        if t.dep_ == "pobj"
    ]


def is_shared(noun: Token) -> bool:
    """Whether a noun names its other side itself: who closes "Chad's border with Niger" closes it to Niger."""
    above = noun.head if noun.dep_ == "dobj" else noun
    sides = [*objects_of_preposition(noun, ("with",)), *objects_of_preposition(above, ("with",))]
    return noun.lemma_.lower() in words("reciprocal", "shared") and bool(sides)


def is_judged(noun: Token, chain: tuple[Token, ...]) -> bool:
    """Whether a side is taken against a noun, and so against whose it is: "condemned Togo's deal with Benin"."""
    against = bool(chain) and chain[-1].lower_ == "against"
    return against or (noun.dep_ == "dobj" and noun.head.lemma_ in words("control", "judging", "rejecting"))


def tells_making(clause: Token) -> bool:
    """Whether a clause says of a thing how it was made, so that its prepositions are the thing's own."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN"
    return clause.dep_ == "relcl" and clause.lemma_ in words("making", "verbs")


def is_owned_by_nation(noun: Token) -> bool:
    """Whether a nationality on the noun means its owner: "Chadian oil", but not "a Chadian singer"."""
    lemma = noun.lemma_.lower()
    if any(lemma in words("stand_ins", key) for key in ("people", "products", "proxies")):
        return True
    return lemma in words("things", "nouns") or not lemma.endswith(tuple(words("things", "suffixes")))


def says_who_calls(preposition: Token) -> bool:
    """Whether a "from" behind what is called for says who calls: "calls for his release | from the unions"."""
    deed = preposition.head
    called_for = deed.dep_ == "pobj" and deed.head.lower_ == "for" and deed.head.head.lemma_ in words("duty", "nouns")
    return called_for and preposition.lower_ == "from"
