"""Whose is a thing by its clause: who owns it, makes it, puts it forward, claims it?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def possessors(clause: Token) -> list[Token]:
    """Whose a thing is by its clause: "a truck belonging to Chad", "owned by Chad"."""
    owners = objects_of_preposition(clause, ("to",) if clause.lemma_ == "belong" else ("by",))
    return [each for token in owners for each in conjuncts(token)]


def is_undergone(noun: Token) -> bool:
    """Whether what stands behind a deed's "of" suffered it: "the shelling of a school" is not the school's."""
    return noun.lemma_ in words("stand_ins", "undergone") and bool(objects_of_preposition(noun, ("of",)))


def is_put_forward(noun: Token) -> bool:
    """Whether a thing is somebody's by being offered or asked for, whatever it is: "the truce proposed by Egypt"."""
    putting = [c for c in children(noun) if c.dep_ in ("acl", "relcl") and c.lemma_ in words("making", "putting")]
    proposed = any(
        c.dep_ == "relcl" and not is_passive(c) and _own_subject(c) for c in putting
    )  # "that Egypt proposed"
    return proposed or any(objects_of_preposition(clause, ("by",)) for clause in putting)


def _own_subject(clause: Token) -> list[Token]:
    """The subject of a relative clause that is no relative pronoun."""
    return [c for c in children(clause) if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]


def makers_of(noun: Token) -> list[Token]:
    """Who made a thing by its clause: "the missiles fired by the army", "the statement that Chad had drafted".

    Who claimed responsibility for an attack or apologised for it made it.
    """
    found = []
    claimed = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    if claimed is not None and claimed.lemma_ == "responsibility" and claimed.dep_ == "dobj":
        found += subjects(claimed.head)
    if claimed is not None and claimed.lemma_ in words("making", "regretting"):  # "apologised for a strike that killed"
        found += subjects(claimed)
    # "The attack that killed two was claimed by the rebels"
    if noun.head.lemma_ == "claim" and noun.dep_ in ("dobj", "nsubjpass"):
        found += subjects(noun.head) if noun.dep_ == "dobj" else objects_of_preposition(noun.head, ("by",))
    above = noun.head  # "rockets fired by the army | struck", where the parser joins two verbs
    if noun.dep_ == "nsubj" and above.tag_ == "VBN" and not any(c.dep_ == "aux" for c in children(above)):
        found += objects_of_preposition(above, ("by",))
    for clause in children(noun):
        if clause.lemma_ in words("control", "judging", "rejecting"):
            laid = clause.dep_ == "acl" and clause.lemma_ in ("attribute", "blame")
            found += objects_of_preposition(clause, ("on", "to")) if laid else []
            continue  # "a bombing blamed by Chad on Niger" is not Chad's
        if clause.dep_ == "acl" and not any(c.dep_ == "mark" for c in children(clause)):
            found += objects_of_preposition(clause, ("by",))  # not "the claim that he was hit by a guard"
        elif clause.dep_ == "relcl" and clause.lemma_ in words("making", "verbs") and not is_passive(clause):
            found += _own_subject(clause)
    return [each for token in found for each in conjuncts(token)]
