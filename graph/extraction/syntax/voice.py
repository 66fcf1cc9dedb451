"""Whether the subject of a verb does or undergoes what it says."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.tokens import children, once_a_token
from graph.extraction.wordlists import words


@once_a_token
def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject undergoes what it says."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in children(verb)):
        return True
    active = verb.lemma_ in words("control", "unpassive")
    active |= verb.lemma_ == "call" and bool(objects_of_preposition(verb, ("on", "upon")))
    if active and not any(c.dep_ == "agent" for c in children(verb)):
        return False
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")
    if participle and any(child.dep_ == "agent" for child in children(verb)):
        return True
    if is_had_done(verb):
        return True
    beside = verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.head.dep_ == "acl"  # "trapped in or flown out of Mali"
    named = verb.tag_ == "VBD" and verb.dep_ == "acl" and any(c.dep_ == "oprd" for c in children(verb))
    if not (verb.tag_ == "VBN" or beside or named) or any(
        child.dep_ in ("aux", "nsubj", "dobj") for child in children(verb)
    ):
        return False
    if verb.dep_ in ("acl", "advcl", "relcl", "amod"):
        return True
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def is_had_done(verb: Token) -> bool:
    """Whether somebody has or wants it done to the subject: "wants him arrested", "had her removed"."""
    under = verb.dep_ == "ccomp" and verb.head.lemma_ in words("control", "having_done")
    if not under or verb.tag_ not in ("VBN", "VBD"):
        return False
    return not any(child.dep_ in ("aux", "dobj", "mark") for child in children(verb))
