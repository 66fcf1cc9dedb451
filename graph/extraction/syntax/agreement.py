"""Which of two nouns is a relative clause of, by its number, and by what a place can do?

The parser hangs a clause on the nearest noun. In "attacks on Chad that were blamed on rebels" it is the attacks
that were, in "the leader of the rebels who was arrested" the leader.
"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.tokens import children
from graph.extraction.wordlists import any_of, words

_PLURALS, _SINGULARS = frozenset({"are", "were", "have"}), frozenset({"is", "was", "has"})
_ALONE = frozenset({"GPE", "LOC", "PERSON"})  # a body may be many ("the army, who were"), these may not
_COUNTING = frozenset({"group", "number", "one", "none", "each", "part"})


def agreeing_noun(noun: Token, clause: Token) -> Token | None:
    """The noun above the nearest that a relative clause agrees with, where it does not agree with the nearest.

    Parameters
    ----------
    noun : Token
        The noun that the parser has hung the clause on.
    clause : Token
        The clause's verb, whose subject is the relative pronoun.

    Returns
    -------
    Token or None
        None where the nearest agrees, or where number tells nothing.
    """
    verb = next((c for c in children(clause) if c.dep_ in ("aux", "auxpass") and c.tag_ != "MD"), clause)
    many = verb.lower_ in _PLURALS
    if not many and verb.lower_ not in _SINGULARS and verb.tag_ != "VBZ":
        return None
    inside = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.dep_ == "acl")
    if not inside or any(c.dep_ in ("conj", "cc") for c in children(noun)):
        return None
    if not (noun.ent_type_ in _ALONE and noun.tag_ == "NNP" if many else noun.tag_ == "NNS"):
        return None
    above = noun.head.head
    if above.tag_ == "VBN" and above.dep_ == "acl":  # "a group made up of veterans that opposes"
        above = above.head
    if many:
        return above if above.tag_ == "NNS" else None
    return above if above.tag_ in ("NN", "NNP") and above.lemma_ not in _COUNTING else None


def done_in_part(noun: Token, clause: Token) -> Token | None:
    """What is done in part of a place and does something itself: "a siege in parts of Gao that kept aid out"."""
    if noun.head.lower_ == "of" and noun.ent_type_ in _ALONE:
        noun = noun.head.head
    acts = clause.lemma_ != "be" and any(c.dep_ == "dobj" for c in children(clause))
    part = noun.lemma_ in any_of(words("places", "parts"), words("partitives", "nouns"))
    if not (acts and part and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on", "across")):
        return None
    above = noun.head.head
    if above.pos_ == "NOUN":
        return above
    return next((c for c in children(above) if c.dep_ == "dobj" and c.i < noun.i), None)
