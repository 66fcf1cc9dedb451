"""What does a verb that the lexicon does not know say of somebody whom it is done to? "Guards hoisted a child"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, Sense
from graph.extraction.senses.said import is_somebody, kind_of
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.reach import Chain
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_UNDERGOING = frozenset({"dobj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "oprd", "xcomp"})  # what is told is not done to whom the verb has as its object


def any_deed(verb: Token, target: Argument, chain: Chain) -> Sense | None:
    """That something is done to somebody or to what is theirs, whatever it is; None where the verb says no such thing.

    Parameters
    ----------
    verb : Token
        A predicate of which the lexicon says nothing.
    target : Argument
        Its object, the subject of its passive, or whose that is.
    chain : tuple of Token
        The words between the two.
    """
    if verb.pos_ != "VERB" or target.place or len(chain) > 1:
        return None
    held = verb.doc[target.start : target.end].root
    thing = chain[0] if chain else held
    if thing.head != verb or thing.dep_ not in _UNDERGOING:
        return None
    if not is_somebody(verb, target) and (target.form != "name" or kind_of(verb, target) not in ORGANISED):
        return None
    if chain and (held.dep_ != "poss" or target.form != "name" or thing.lemma_ not in words("any_verb", "things")):
        return None  # "reserved their right", "carried a Maltese passport", "discussed Chad's budget"
    if verb.lemma_ in words("any_verb", "idle") or any(c.dep_ in _CLAUSES for c in children(verb)):
        return None  # "has nine members", "lost two sons", "saw him leave"
    return Sense("OTHER", "neutral", "event", known=False, rule=f"{verb.lemma_} somebody")
