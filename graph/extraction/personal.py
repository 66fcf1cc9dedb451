"""Whom do he, she, his and her stand for?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.antecedents import FEMALE, Antecedents, Candidate, at_most_one, only
from graph.extraction.relatives import whose_relative
from graph.extraction.unnamed import is_nearer_person, is_told_of_unnamed, unnamed_persons

_TOLD = frozenset({"nsubj", "nsubjpass", "poss"})


def personal_referents(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The person that "he" or "her" stands for, or nobody where that is not sure.

    Parameters
    ----------
    word : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    return at_most_one(whose_relative(word, known) or _person(word, sentence, known))


def _person(word: Token, sentence: int, known: Antecedents) -> str | None:
    if known.speaks_unknown(word):
        return None
    banned = known.not_meant(word) | known.named_by(word)
    female = word.lower_ in FEMALE
    for back, here in enumerate(known.before(word, sentence)):
        people = [c for c in here if known.is_one_person(c) and c.actor not in banned]
        people = [c for c in people if not known.says(word, c.token)]
        people = [c for c in people if known.can_be(c, female)]
        # Two that fit leave it open, unless a pronoun was one's before.
        told = [c for c in people if known.is_female(c, not female) == female]
        chosen = only(people) or _who_spoke(word, people, known)
        chosen = chosen or (only(told) if back or word.dep_ in _TOLD else None)
        unnamed = [
            t
            for t in unnamed_persons(known.sentences[sentence - back], word.i, female, known)
            if all(c.token.i != t.i for c in people)
        ]
        if _is_open(word, chosen, people, unnamed, known) if back else is_nearer_person(word, unnamed, people):
            return None
        if chosen:
            known.female.setdefault(chosen, female)
        if people:
            return chosen
    return None


def _is_open(
    word: Token, chosen: str | None, people: list[Candidate], unnamed: list[Token], known: Antecedents
) -> bool:
    """Whether an earlier sentence is as much about somebody unnamed: "the minister is an ally of Ana Lima. She ..."."""
    if not unnamed:
        return False
    told = [c for c in people if c.actor == chosen]
    generic = chosen is not None and known.kind(chosen) == "generic"
    return generic or not any(c.subject for c in people) or is_told_of_unnamed(word, told, unnamed)


def _who_spoke(word: Token, people: list[Candidate], known: Antecedents) -> str | None:
    """The subject of the main clause before, who is the "he" of a "he said" behind the next quotation."""
    if word.i not in known.quoting:
        return None
    return only([c for c in people if c.subject and c.token.dep_ != "conj" and c.token.head.dep_ == "ROOT"])
