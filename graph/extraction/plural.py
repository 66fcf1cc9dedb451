"""Whom do they, them and their stand for?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.antecedents import Antecedents, Candidate, at_most_one, lists, only
from graph.extraction.possessives import not_behind_things, owner_in_clause
from graph.extraction.subjects import conjuncts

_COLLECTIVE = frozenset({"armed force", "armed group", "party", "people", "company", "organisation", "generic"})


def plural_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors that "they", "them" or "their" stands for, or none where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    if word.dep_ == "poss":
        owner = owner_in_clause(word, known)
        if owner is not None:
            return at_most_one(owner)
    banned = known.not_meant(word)
    for back, here in enumerate(known.before(word, sentence, 1)):
        here = [c for c in not_behind_things(word, here, known) if c.actor not in banned and not c.place]
        if word.dep_ in ("nsubj", "nsubjpass", "poss"):
            here = [c for c in here if known.same_speech(word, c.token)]
        group = _coordinated(here, known)
        heads = [c for c in here if c.subject and c.token.tag_ in ("NNS", "NNPS")]
        if group and heads and not {c.actor for c in heads} & set(group):
            group = ()  # "ministers from Chad and Mali met": they are the ministers
        if group and (back or word.dep_ != "poss" or len(here) == len(group)):
            return group
        plural = [c for c in here if _can_be_many(c, known)]
        if plural:
            return at_most_one(only(plural) or only([c for c in plural if c.subject]))
        # "consulting with them": a country may be a plural where nothing else can be meant.
        country = only([c for c in here if known.kind(c.actor) != "person"])
        if word.dep_ == "pobj" and country:
            return (country,)
    return ()


def _can_be_many(candidate: Candidate, known: Antecedents) -> bool:
    """Whether "they" can be the actor: a plural, or a body of many; "the judge" cannot."""
    if candidate.token.tag_ in ("NNS", "NNPS"):
        return True
    kind = known.kind(candidate.actor)
    return kind in _COLLECTIVE and (kind != "generic" or candidate.token.lemma_.lower() in lists()["many"]["nouns"])


def _coordinated(here: list[Candidate], known: Antecedents) -> tuple[str, ...]:
    """The last group of coordinated actors: "Tigray, Amhara and Afar"."""
    for candidate in reversed(here):
        top = candidate.token
        while top.dep_ == "conj":
            top = top.head
        group = dict.fromkeys(a.actor for t in conjuncts(top) for a in known.arguments.at(t))
        if len(group) > 1:
            return tuple(group)
    return ()
