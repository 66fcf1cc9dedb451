"""What a clause leaves out of its own words: "the army that Chad armed", "is easy to blame"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.syntax.relative_clauses import RELATIVE
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

OBJECTS = frozenset({"dobj", "dative", "oprd"})
_PARTING = frozenset({";", ":"})


def gapped(clause: Token) -> Token | None:
    """The verb below whose object a relative clause leaves out: "militants (whom) he has failed to arrest"."""
    if (lower := _gapped_lower(clause)) is not None:
        return lower
    inner = next((c for c in children(clause) if c.dep_ == "xcomp" and may_be_gapped(c)), None)
    own = [] if inner is None else [*children(clause), *children(inner)]
    if inner is None or any(c.dep_ in OBJECTS and c.lower_ not in RELATIVE for c in own):
        return None
    return gapped(inner) or inner


def _gapped_lower(clause: Token) -> Token | None:
    """The verb that others are to do: "whom Chad asked Mali to | arrest", "says Mali | paid"."""
    before = [c for c in children(clause) if c.i < clause.i and c.lower_ in RELATIVE]
    fronted = any(c.lower_ == "whom" or c.dep_ in ("dative", "dobj") for c in before)
    if clause.dep_ != "relcl" or not fronted:
        return None
    held = [c for c in children(clause) if c.dep_ in (*OBJECTS, "nsubjpass") and c.lower_ not in RELATIVE]
    lower = [c for c in children(clause) if c.dep_ in ("xcomp", "ccomp")]
    lower += [t for c in children(clause) if c.dep_ == "prep" for t in children(c) if t.dep_ == "pcomp"]
    for verb in (t for t in lower if t.i > clause.i and t.pos_ == "VERB" and not is_passive(t)):
        own = {c.dep_ for c in children(verb)}
        if own.isdisjoint(OBJECTS) and (held or "nsubj" in own):
            return verb
    return None


def is_finite_clause(clause: Token) -> bool:
    """Whether a verb has a clause for its object: "the man, who they confirmed had left"."""
    if clause.dep_ != "ccomp" or clause.pos_ not in ("VERB", "AUX"):
        return False
    return clause.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in children(clause))


def denies(verb: Token) -> bool:
    """Whether a verb says that something is not so: "which Chad denied"."""
    return cues("attribution")["verb"].get(verb.lemma_) == "deny"


def may_be_gapped(verb: Token) -> bool:
    """Whether the object of a verb form may stand in front: "failed to arrest", "denied arming"."""
    return is_infinitive(verb) or (verb.tag_ == "VBG" and denies(verb.head))


def is_infinitive(verb: Token) -> bool:
    """Whether a verb form is bare or with "to": "urged Iran to stop"."""
    praising = verb.head.lemma_ == "recommend" and any(c.dep_ == "mark" for c in children(verb))
    if verb.tag_ != "VB" or praising:
        return False  # "recommended that Chad close it" recommends nobody
    return not any(c.dep_ == "aux" and c.tag_ != "TO" for c in children(verb))


def takes_up(verb: Token) -> bool:
    """Whether the parser makes main what is said of a charge: "Chad is said to arm them, an accusation it | denies"."""
    own = [c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass")]
    return len(own) > 1 and own[0].lemma_ in words("duty", "charges")


def is_sentence_of_its_own(clause: Token, governor: Token) -> bool:
    """Whether a clause in front is no part of what the parser hangs it on: "he left; she did not say".

    What is reported in front of its verb has a comma or a mark behind it: "they marched after the party | said".
    """
    if clause.i > governor.i:
        return False
    parted = any(t.text in _PARTING for t in clause.doc[clause.i : governor.i])
    behind = clause.doc[clause.right_edge.i + 1] if clause.right_edge.i < governor.i else governor
    after = any(c.lower_ in ("after", "before") and c.right_edge == clause.right_edge for c in children(clause))
    return parted or (after and not behind.is_punct)
