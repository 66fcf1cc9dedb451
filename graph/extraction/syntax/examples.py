"""Which members is a plural told by: "partners like Kenya", "four men, two of them Rwandans"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.text import children
from graph.extraction.wordlists import words


def examples_of(noun: Token) -> list[Token]:
    """The members that a plural is explained with: "partners like Kenya", "countries such as Chad and Mali"."""
    counted = objects_of_preposition(noun, ("of",)) if noun.lemma_ in words("partitives", "nouns") else []
    if noun.tag_ != "NNS" and not any(t.tag_ == "NNS" for t in counted):
        return []
    examples = [t for each in (noun, *counted) for t in objects_of_preposition(each, ("including", "like"))]
    for clause in (c for c in children(noun) if c.lower_ == "ranging"):  # "states ranging from Norway to Peru"
        first = objects_of_preposition(clause, ("from",))
        examples += first + [
            t for head in (clause, *children(clause), *first) for t in objects_of_preposition(head, ("to",))
        ]
    for preposition in children(noun):
        if preposition.lower_ == "as" and preposition.i and preposition.nbor(-1).lower_ == "such":
            examples += [t for t in children(preposition) if t.dep_ == "pobj"]
    return [t for part in examples for t in conjuncts(part)]


def counts_them(name: Token) -> bool:
    """Whether an apposition only tells of some of those meant: "four men, two of them Rwandans"."""
    before = name.doc[max(name.i - 3, 0) : name.i + 1]
    return any(t.lower_ in ("them", "whom") for t in before) or any(c.lower_ == "of" for c in children(name))
