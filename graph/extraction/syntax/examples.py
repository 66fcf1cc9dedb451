"""Whom is a noun told by: "partners like Kenya", "the man who shot her was Omar Ba", "four, two of them Rwandans"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_COPULAS = frozenset({"be", "remain"})


def examples_of(noun: Token) -> list[Token]:
    """The members that a plural is explained with: "partners like Kenya", "countries such as Chad and Mali"."""
    counted = objects_of_preposition(noun, ("of",)) if noun.lemma_ in words("partitives", "nouns") else []
    if noun.lower_ != "those" and noun.tag_ != "NNS" and not any(t.tag_ == "NNS" for t in counted):
        return []
    if members := _members_of(noun) or _among_them(noun):
        return members
    examples = [t for each in (noun, *counted) for t in objects_of_preposition(each, ("including", "like"))]
    examples = examples or _told_later(noun)
    for clause in (c for c in children(noun) if c.lower_ == "ranging"):  # "states ranging from Norway to Peru"
        first = objects_of_preposition(clause, ("from",))
        examples += first + [
            t for head in (clause, *children(clause), *first) for t in objects_of_preposition(head, ("to",))
        ]
    for preposition in children(noun):
        if preposition.lower_ == "as" and preposition.i and preposition.nbor(-1).lower_ == "such":
            examples += [t for t in children(preposition) if t.dep_ == "pobj"]
    return [t for part in examples for t in conjuncts(part)]


def _members_of(noun: Token) -> list[Token]:
    """Who is told to be among several: "among those who left were Chad and Mali", "those who left include Chad"."""
    verb = noun.head
    if verb.lower_ == "among" and verb.i < verb.head.i and verb.head.lemma_ == "be":
        told = [c for c in children(verb.head) if c.dep_ in ("attr", "nsubj") and c.i > verb.head.i]
    elif noun.dep_ == "nsubj" and verb.lemma_ == "include":
        told = [c for c in children(verb) if c.dep_ == "dobj"]
    else:
        return []
    return [t for first in told for t in conjuncts(first)]


def _told_later(noun: Token) -> list[Token]:
    """The members that the parser hangs on a verb: "several countries condemned Chad, including | Mali and Niger"."""
    if noun.head.lower_ == "including":
        return []
    above = (c for verb in noun.ancestors if verb.pos_ == "VERB" for c in children(verb) if c.lower_ == "including")
    including = next((c for c in above if c.i > noun.i + 1), None)
    if including is None or including.nbor(-1).text != ",":
        return []
    plurals = (t for t in reversed(noun.doc[noun.i : including.i]) if t.tag_ == "NNS" and t.lower_ != "police")
    return [c for c in children(including) if c.dep_ == "pobj"] if next(plurals, None) == noun else []


def _among_them(noun: Token) -> list[Token]:
    """The names behind "among them": "fined several firms, among them | Shell and BP"."""
    own = (c for holder in (noun, noun.head) for c in children(holder) if c.lower_ == "among" and c.i > noun.i + 1)
    among = next((c for c in own if c.nbor(-1).text == ","), None)
    pronoun = next((c for c in children(among) if c.lower_ == "them"), None) if among is not None else None
    if among is None or pronoun is None:
        return []
    told = [c for head in (among, pronoun) for c in children(head) if c.pos_ == "PROPN"]
    return [t for first in told for t in conjuncts(first)]


def told_to_be(noun: Token) -> list[Token]:
    """The names that say who is meant: "the man who shot her was | Omar Ba", "the countries that left are | Chad and".

    Parameters
    ----------
    noun : Token
        The subject of a copula.
    """
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in _COPULAS or noun.head.i < noun.i:
        return []
    names = [c for c in children(noun.head) if c.dep_ == "attr" and c.pos_ == "PROPN" and c.i > noun.head.i]
    names = [c for c in names if not any(d.lower_ in ("a", "an") for d in children(c))]
    denied = any(c.dep_ in ("neg", "aux") for c in children(noun.head))
    return [] if denied else [t for name in names for t in conjuncts(name)]


def counts_them(name: Token) -> bool:
    """Whether an apposition only tells of some of those meant: "four men, two of them Rwandans"."""
    before = name.doc[max(name.i - 3, 0) : name.i + 1]
    return any(t.lower_ in ("them", "whom") for t in before) or any(c.lower_ == "of" for c in children(name))
