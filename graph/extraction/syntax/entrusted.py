"""Who is to do it: who is asked to, given way for, or left to decide?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def for_whom(verb: Token) -> list[Token]:
    """Who is to act in "opened the gates for inspectors to | enter"; not "paid for the army to"."""
    start = verb.left_edge
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or start.lower_ != "to" or start.i == 0:
        return []
    if verb.head.lemma_ in words("control", "working"):
        return []
    phrases = (c for c in verb.head.subtree if c.lower_ == "for" and c.dep_ == "prep" and c.right_edge.i == start.i - 1)
    found = [c for p in phrases for c in children(p) if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")]
    return [t for one in found for t in conjuncts(one)]


def asked_in_noun(verb: Token) -> list[Token]:
    """Who is to act in "kept up the pressure on Chad to allow it", "issued an appeal to miners to return"."""
    nouns = [c for c in children(verb) if c.dep_ == "dobj" and c.lemma_ in words("control", "urging_nouns")]
    for noun in nouns:
        for holder in (noun, verb):
            found = objects_of_preposition(holder, ("on", "upon", "to", "for"))
            if found:
                return [t for one in found for t in conjuncts(one)]
    return []


def asked_by(noun: Token) -> list[Token]:
    """Who is to act by a demand: "the sheikh's order to Omar Sy | to attack the guards"."""
    asking = noun.lemma_ in words("control", "urging_nouns")
    return [t for one in objects_of_preposition(noun, ("on", "to")) for t in conjuncts(one)] if asking else []


def is_aim(verb: Token) -> bool:
    """Whether an infinitive stands behind what its clause acts on: "lured a boy | to join"; not "in order to join"."""
    marks = {c.lower_ for c in children(verb) if c.i < verb.i}
    return verb.tag_ == "VB" and verb.i > verb.head.i and "to" in marks and marks.isdisjoint(("order", "so"))


def left_to(verb: Token) -> list[Token]:
    """To whom it falls to do something: "it was left to Chad to release them", "it is up to Peru to"."""
    clause = falling(verb)
    below = list(clause.subtree) if clause is not None else []
    ways = [c for c in below if c.lower_ == "to" and c.dep_ == "prep" and c.i < verb.i]
    found = [t for way in ways for t in children(way) if t.dep_ == "pobj" and t.i < verb.left_edge.i]
    return [t for one in found for t in conjuncts(one)]


def falling(verb: Token) -> Token | None:
    """The verb by which an infinitive is somebody's to do: "it fell to Chad to release them"."""
    if verb.tag_ != "VB" or verb.left_edge.lower_ != "to":
        return None
    clause = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    falls = clause is not None and clause.lemma_ in words("control", "falling")
    return clause if falls and clause is not None and any(c.lower_ == "it" for c in children(clause)) else None
