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
_SERVED = ORGANISED | {"country", "person"}


def any_deed(verb: Token, target: Argument, chain: Chain) -> Sense | None:
    """That something is done to or for somebody, whatever it is; None where the verb says no such thing.

    Parameters
    ----------
    verb : Token
        A predicate of which the lexicon says nothing.
    target : Argument
        Its object, the subject of its passive, whose that is, or for whom it is done.
    chain : tuple of Token
        The words between the two.
    """
    if verb.pos_ != "VERB" or target.place or any(c.dep_ in _CLAUSES for c in children(verb)):
        return None
    if _is_for(verb, target, chain):
        return _deed(f"{verb.lemma_} for")
    return _deed(f"{verb.lemma_} somebody") if _is_done_to(verb, target, chain) else None


def _deed(rule: str) -> Sense:
    return Sense("OTHER", "neutral", "event", known=False, rule=rule)


def _is_for(verb: Token, target: Argument, chain: Chain) -> bool:
    """Whether something is done for somebody with a name: "makes tyres for Dacia"."""
    idle = words("any_verb", "idle", "idle_for") - words("any_verb", "serving")
    if not chain or chain[-1].lower_ != "for" or len(chain) > 2 or verb.lemma_ in idle:
        return False
    done = any(c.dep_ in _UNDERGOING and c.pos_ == "NOUN" for c in children(verb))
    return done and target.form == "name" and kind_of(verb, target) in _SERVED


def _is_done_to(verb: Token, target: Argument, chain: Chain) -> bool:
    """Whether something is done to somebody or to what is theirs; not in "has nine members", "lost two sons"."""
    held = verb.doc[target.start : target.end].root
    thing = chain[0] if chain else held
    of = len(chain) == 2 and chain[1].lower_ == "of"  # "cut the nets of villagers"
    if (
        (len(chain) > 1 and not of)
        or thing.head != verb
        or thing.dep_ not in _UNDERGOING
        or verb.lemma_ in words("any_verb", "idle")
    ):
        return False
    if chain:  # not in "reserved their right", "carried a Maltese passport", "discussed Chad's budget"
        owned = of or (held.dep_ == "poss" and target.form == "name")
        return owned and thing.lemma_ in words("any_verb", "things") and _may_undergo(verb, target)
    return _may_undergo(verb, target)


def _may_undergo(verb: Token, target: Argument) -> bool:
    return is_somebody(verb, target) or (target.form == "name" and kind_of(verb, target) in ORGANISED)
