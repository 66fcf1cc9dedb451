"""Mends what the parser makes no object or receiver: "made the union | an offer |", "gave the ministry | a week"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.voice import is_passive
from graph.extraction.wordlists import any_of, words

_OFFERED = frozenset({"concession", "donation", "gift", "grant", "loan", "payment", "pledge", "promise", "proposal"})


def detach(noun: Token) -> bool:
    """Make a second object behind a comma, or one of a passive, an apposition to all that is told; whether it was one.

    "The party was banned by the court, a | decision criticised by Chad".
    """
    told = noun.left_edge
    apart = told.lower_ in ("a", "an") and told.i > 0 and told.nbor(-1).text == "," and noun.head.i < told.i
    if not apart or not (is_passive(noun.head) or any(c.dep_ == "dobj" and c.i < noun.i for c in noun.head.children)):
        return False
    noun.dep_ = "npadvmod"
    return True


def give(time: Token) -> bool:
    """Make time that somebody is given an object, and who gets it the one it is given: "gave the ministry | a week"."""
    verb = time.head
    counted = any(c.dep_ == "nummod" or c.lower_ in ("a", "an") for c in time.children)
    if verb.lemma_ != "give" or not counted or time.lemma_ not in words("partitives", "spells") or is_passive(verb):
        return False
    gets = [c for c in verb.children if c.dep_ in ("dative", "dobj") and verb.i < c.i < time.i and c.pos_ != "ADP"]
    ago = time.doc[time.i + 1 : time.i + 2].text.lower() in ("ago", "later", "earlier", "before")
    if ago or len(gets) != 1 or (time.dep_ == "dobj" and gets[0].dep_ == "dative"):
        return False
    time.dep_, gets[0].dep_ = "dobj", "dative"
    return True


def offer(thing: Token) -> bool:
    """Make who is offered something its receiver, and no subject of it: "made the union | an offer |"."""
    verb, receivers = thing.head, [c for c in thing.children if c.dep_ == "nsubj"]
    offered = thing.tag_ == "NN" and thing.lemma_ in any_of(words("answered", "offers"), _OFFERED)
    if verb.lemma_ != "make" or not offered or len(receivers) != 1 or receivers[0].i < verb.i:
        return False
    receivers[0].head, receivers[0].dep_ = verb, "dative"
    thing.dep_ = "dobj"
    return True
