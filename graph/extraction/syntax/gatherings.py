"""What do people say by what they do or where they go? "Took to the streets denouncing Chad", "blocked a road"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words


def is_said_by(deed: Token, verb: Token) -> bool:
    """Whether something is said by a deed: "blocked a road to protest"."""
    return deed.lemma_ in words("control", "calling") and verb.lemma_ in words("control", "saying")


def is_said_together(thing: Token, verb: Token) -> bool:
    """What people say by what they do to a thing or where they go: "held a rally denouncing", "took to the streets"."""
    if verb.lemma_ not in words("control", "claiming") or thing.pos_ != "NOUN":
        return False
    if thing.lemma_.lower() in actor_words("generic", "people", "groups"):
        return False  # "asked doctors opposing the ban": the doctors do
    deed = deed_at(thing)
    return deed.pos_ == "VERB" and deed.lemma_ in words("control", "calling", "gathering")


def deed_at(thing: Token) -> Token:
    """The verb whose object or place a thing is, else the thing: "blocked a road", "spilled out onto the streets"."""
    if thing.dep_ == "dobj":
        return thing.head
    above = thing.head
    while above.dep_ in ("prep", "pcomp") and above.pos_ in ("ADP", "ADV"):
        above = above.head
    going = above.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in children(above))  # not "took part in talks"
    return above if thing.dep_ == "pobj" and going else thing
