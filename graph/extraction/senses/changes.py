"""What has become of relations: "their ties have cooled", "relations are described as strained"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_CHANGES = {
    "worse": Sense("RIVALRY", "hostile", "event", symmetric=True, rule="worsening relations"),
    "better": Sense("SUPPORT", "cooperative", "event", symmetric=True, rule="improving relations"),
}


def change_of(noun: Token) -> Sense | None:
    """What is said to have become of relations: "their ties have cooled", "strained relations"."""
    if noun.lemma_ not in words("relations", "nouns"):
        return None
    near = [c for c in children(noun) if c.dep_ in ("amod", "compound")]
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        near += [noun.head, *(c for c in children(noun.head) if c.dep_ in ("acomp", "attr", "oprd", "xcomp"))]
    if noun.dep_ == "nsubjpass":  # "relations are described as strained", "were said to be tense"
        ways = [c for c in children(noun.head) if c.lower_ == "as" or (c.dep_ == "xcomp" and c.lemma_ == "be")]
        near += [c for way in ways for c in children(way) if c.dep_ in ("acomp", "amod", "attr", "pcomp", "pobj")]
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in"):
        near.append(noun.head.head)
    if noun.dep_ == "nsubj":  # "relations are in bad shape"
        shapes = [t for t in objects_of_preposition(noun.head, ("in",)) if t.lemma_ in words("relations", "shapes")]
        near += [c for t in shapes for c in children(t) if c.dep_ == "amod"]
    for word in near:
        for change, read in _CHANGES.items():
            if word.lemma_.lower() in words("relations", change) or word.lower_ in words("relations", change):
                return read
    return None
