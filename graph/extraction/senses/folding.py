"""What negation, modality, reports and purposes make of a relation, where one type must say it all.

Links keep factuality apart; a given pair (`pairs.py`) gets one type. The words are in `data/folding.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.tokens import children
from graph.extraction.wordlists import listed, read_data
from graph.links import RELATIONS

# A clause with one of these dependencies is said, asked or denied by the word that governs it.
_GOVERNED = frozenset(("ccomp", "xcomp", "acl", "pcomp"))


def fold(head: Token, relation: str) -> str:
    """The relation after everything that negates, plans, asks for or threatens it, from the inside out."""
    backs = relation == "SUPPORT" and head.lemma_ in folding_words("apart", "backing")
    for name in governors(head):
        if backs and name in ("promise", "agree"):
            continue
        made = _makes()[name]
        relation = made.get(relation) or made.get(RELATIONS[relation].polarity) or relation
    return relation


def by_codebook(sense: Sense) -> str:
    """The type PLOVER's codebook gives where it parts with common usage."""
    entry = f" {sense.rule.rpartition('(')[2].rstrip(')')} "
    for relation, phrases in _codebook().get(sense.relation, {}).items():
        if any(f" {phrase} " in entry for phrase in phrases):
            return relation
    return sense.relation


def governors(head: Token) -> Iterator[str]:
    """What each word over a predicate acts as, the nearest first: names of `[makes]`."""
    seen: list[Token] = [head]
    while seen:
        verb = seen.pop()
        carrier = verb.head if verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in children(verb)) else verb
        yield from _auxiliaries(carrier)
        if carrier.dep_ in ("acomp", "attr"):  # is not ready to
            yield from _auxiliaries(carrier.head)
        if carrier == head and _is_ruled_out(carrier):
            yield "refuse"
        above = carrier.head
        if (carrier.dep_ in _GOVERNED or _asked_for(carrier)) and above != carrier:
            governor = above.head if above.pos_ == "ADP" else above
            apart = above.lower_ in folding_words("apart", "prepositions") or any(
                c.dep_ == "prt" for c in children(governor)
            )
            if not apart:
                yield from _governing(governor, carrier)
            seen.append(governor)


def _is_ruled_out(token: Token) -> bool:
    """Whether there is no such thing: "no talks", "no plans for talks", "talks are out of the question"."""
    if token.dep_ in ("nsubj", "csubj") and token.head.lemma_ == "be":
        outs = [c for c in children(token.head) if c.lower_ == "out"]
        return any(t.lower_ == "question" for out in outs for t in out.subtree)
    if token.pos_ != "NOUN":
        return False
    planned = token.head.head if token.dep_ == "pobj" and token.head.head.pos_ == "NOUN" else token
    return any(c.lower_ == "no" for noun in (token, planned) for c in children(noun))


def _asked_for(clause: Token) -> bool:
    """Whether a clause is "for" somebody to do: "appealed for the donors to come"."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in children(clause))


def _auxiliaries(verb: Token) -> Iterator[str]:
    own = {c.lower_ for c in children(verb) if c.dep_ in ("aux", "neg")}
    for name in ("refuse", "promise", "demand"):
        yield from (name for _ in own & folding_words("auxiliaries", name))
    subjects = [c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass")]
    if any(c.lower_ in ("no", "neither") for subject in subjects for c in children(subject)):
        yield "refuse"
    if (
        own & folding_words("auxiliaries", "possible") and "have" not in own
    ):  # "may have attacked" tells of what was done
        yield "promise"


def _governing(governor: Token, clause: Token) -> Iterator[str]:
    lemma = governor.lemma_.lower()
    if lemma == "rule" and not any(c.lower_ == "out" for c in children(governor)):
        return  # a court's ruling
    if governor.pos_ == "NOUN" and any(c.lower_ == "no" for c in children(governor)):
        yield "refuse"  # has no plans to, is in no position to
        return
    if lemma == "be" and clause.dep_ == "xcomp" and any(c.lower_ == "to" for c in children(clause)):
        yield "promise"  # are to resume flights
    if lemma == "have" and any(c.lower_ == "yet" for c in (*children(governor), *children(clause))):
        yield "refuse"  # have yet to answer
    if lemma == "insist" and any(c.tag_ == "MD" and c.lower_ != "should" for c in children(clause)):
        return  # insists that it will: no demand
    reported = clause.dep_ == "ccomp" and not any(c.lower_ == "to" for c in children(clause))
    if reported and (lemma in folding_words("apart", "telling") or clause.i < governor.i):
        return  # "told reporters that it fell", "it fell, he urged"
    for name, found in _table("governors").items():
        if lemma in found or lemma + "e" in found:
            yield name


def usual_of(doer: Token) -> str | None:
    """What somebody of this kind mostly does to others, for want of a known verb: soldiers attack, police arrest."""
    return next((relation for relation, found in _table("usual").items() if doer.lemma_.lower() in found), None)


def folding_words(section: str, name: str) -> frozenset[str]:
    """A list of `folding.toml`."""
    return _table(section)[name]


@cache
def _table(section: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(listed(found)) for name, found in read_data("folding")[section].items()}


@cache
def _makes() -> Mapping[str, Mapping[str, str]]:
    made: Mapping[str, Mapping[str, str]] = read_data("folding")["makes"]
    return made


@cache
def _codebook() -> Mapping[str, Mapping[str, frozenset[str]]]:
    table = read_data("folding")["codebook"]
    return {old: {new: frozenset(listed(found)) for new, found in row.items()} for old, row in table.items()}
