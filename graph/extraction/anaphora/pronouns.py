"""Whom do I, he, it, its and they stand for? The one candidate that grammar leaves, or nobody."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import FEMALE, NEUTER, PERSONAL, PLURAL, Antecedents
from graph.extraction.anaphora.claimants import claimants
from graph.extraction.anaphora.clients import clients, culprits
from graph.extraction.anaphora.named import at_most_one
from graph.extraction.anaphora.neuter import neuter_referents
from graph.extraction.anaphora.personal import personal_referents
from graph.extraction.anaphora.plural import plural_referents
from graph.extraction.syntax.subjects import objects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_GLOSS = 7  # tokens that brackets behind a pronoun may hold
_FIRST = frozenset({"i", "me", "my", "mine"})
_WE = frozenset({"we", "us", "our"})


def pronoun_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors a pronoun stands for, or none where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    form = word.lower_
    if (glossed := _glossed(word, known)) is not None:
        return (glossed,)
    if form in _WE:
        return at_most_one(known.body_of_speaker(word))
    if form in _FIRST:
        name = known.speaker(word)
        human = name is not None and (known.kind(name) == "person" or known.speaks_unnamed(word, name))
        return at_most_one(name if human else None)
    of_form = _of_form(form)
    if of_form is None or (form not in PERSONAL and _is_looked_into(word)):
        return ()
    if (told := _told_to(word, known)) is not None:
        return (told,)
    if meant := clients(word, known) or culprits(word, known):
        return meant
    speaking = claimants(word, known)
    found = speaking if speaking is not None else of_form(word, sentence, known)
    if form in PERSONAL and found:
        known.female.setdefault(found[0], form in FEMALE)
    return found


def _is_looked_into(word: Token) -> bool:
    """Whether a pronoun means what happened, which is investigated, and nobody: "called on Chad to look into them"."""
    verb = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "into" else word.head
    return word.dep_ in ("dobj", "pobj") and verb.lemma_ in words("control", "investigating")


def _of_form(form: str) -> Callable[[Token, int, Antecedents], tuple[str, ...]] | None:
    """How a pronoun of the third person is read."""
    if form in PERSONAL:
        return personal_referents
    if form in NEUTER:
        return neuter_referents
    return plural_referents if form in PLURAL else None


def _told_to(word: Token, known: Antecedents) -> str | None:
    """Whom a pronoun means who is told what to do: "told Chad that it must stop", "the firm was told it had to pay"."""
    clause = word.head
    telling = clause.head
    bound = any(c.dep_ == "aux" and c.lower_ in words("duty", "words") for c in children(clause))
    bound |= clause.lemma_ in words("duty", "governing") and any(c.dep_ == "xcomp" for c in children(clause))
    if word.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp" or not bound or word.i < telling.i:
        return None
    hearers = objects(telling) if telling.lemma_ in words("control", "telling") else []
    names = [a.actor for t in hearers for a in known.arguments.of(t, products=False)]
    if len(hearers) != 1 or len(names) != 1:
        return None
    human = known.kind(names[0]) == "person" or hearers[0].lemma_.lower() in actor_words("generic", "people")
    fits = (hearers[0].tag_ in ("NNS", "NNPS")) if word.lower_ in PLURAL else human == (word.lower_ in PERSONAL)
    return names[0] if fits else None


def _glossed(word: Token, known: Antecedents) -> str | None:
    """Whom the writer says in brackets that a pronoun means: "They [Hamas] have"."""
    doc, start = known.doc, word.i + 2
    if start >= len(doc) or doc[start - 1].text not in ("[", "("):
        return None
    inside = list(itertools.takewhile(lambda t: t.text not in ("]", ")"), doc[start : start + _GLOSS]))
    if len(inside) == _GLOSS or any(t.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "X") for t in inside):
        return None
    names = {a.actor for t in inside for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"}
    return names.pop() if len(names) == 1 else None
