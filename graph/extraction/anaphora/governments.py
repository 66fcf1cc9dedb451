"""Whose is "the government", "the new administration", "Blair's cabinet"?"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.leaders import countries_led
from graph.extraction.anaphora.named import is_backer, lists
from graph.extraction.annotations import ActorEntry
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children

_FAR_MORE = 5  # as many times the country a text tells of is named as the next
GOVERNMENTS = frozenset({"government", "administration", "cabinet", "regime", "junta"})


def government(noun: Token, known: Antecedents) -> str | None:
    """The one country whose government the text has named: "the new administration"."""
    called = lists()["governing"].get(noun.lemma_)
    if called is None or not _is_governing(noun):
        return None
    return known.governed(noun, called) or _country_of_speaker(noun, known)


def government_of_all(noun: Token, known: Antecedents) -> str | None:
    """The country of everybody in a text so far, or nearly: "Swiss voters backed the government" is Switzerland's."""
    meant = noun.lemma_ == "government" or _is_sued(noun)
    if not meant or noun.tag_ not in ("NN", "NNP") or not _is_governing(noun):
        return None
    if any(c.dep_ == "conj" for c in children(noun)):
        return None  # "the government and Chadian rebels"
    told = [(i, a.actor) for i in range(noun.i) for a in known.arguments.by_head.get(i, ())]
    if any(is_backer(known.doc[i]) for i, _ in told):
        return None
    countries = Counter(country for _, actor in told if (country := known.country_of(actor)) is not None)
    ranked = countries.most_common(2)
    if len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= _FAR_MORE * ranked[1][1]):
        return ranked[0][0]
    return None


def _is_sued(noun: Token) -> bool:
    """Whether a state is a party to a case, and so a certain one: "sued the state", "their suit against the state"."""
    if noun.lemma_ != "state":
        return False
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in lists()["suing"]["verbs"]
    case = noun.head.head
    return noun.head.lower_ == "against" and not {case.lemma_, *(c.lemma_ for c in children(case))}.isdisjoint(
        lists()["suing"]["nouns"]
    )


def _is_governing(noun: Token) -> bool:
    """Whether nothing in front of a government says which one it is but that it governs now."""
    said = {c.lower_ for c in children(noun) if c.dep_ != "det" and c.i < noun.i}
    return said <= set(lists()["governing"]["modifiers"]) and not any(c.lower_ == "of" for c in children(noun))


def _country_of_speaker(noun: Token, known: Antecedents) -> str | None:
    """The country whose ministry speaks, where a text names no other: "the Home Office said the government"."""
    telling = next((v for v in noun.ancestors if v.lemma_ in lists()["reporting"]["verbs"]), None)
    speakers = [a.actor for t in subjects(telling) for a in known.arguments.at(t)] if telling is not None else []
    entries = [known.actors.get(name) for name in speakers]
    countries = {e.country for e in entries if e is not None and e.country and e.kind in ("generic", "government body")}
    named = set(known.states_named(len(known.doc)))
    return next(iter(countries)) if len(countries) == 1 and named <= countries else None


def _seats(noun: Token) -> list[Token]:
    """Where a government is: "the government in Lima", "in Lima, the government said"."""
    first = noun.sent[0]
    named = noun.left_edge.i == first.right_edge.i + 2 and all(c.dep_ == "det" for c in children(noun) if c.i < noun.i)
    fronted = named and first.lower_ == "in" and first.dep_ == "prep" and first.right_edge.nbor().text == ","
    return [*objects_of_preposition(noun, ("in",)), *(c for c in children(first) if fronted and c.dep_ == "pobj")]


def state_of(noun: Token, known: Antecedents) -> str | None:
    """The country in whose capital a government is, or the one that whose it is leads: "Blair's government"."""
    seats = [a.actor for t in _seats(noun) for a in known.arguments.at(t)]
    if seats and known.kind(seats[0]) == "country":
        return seats[0]
    whose = [
        a.actor for c in children(noun) if c.dep_ in ("poss", "compound") for a in known.arguments.by_head.get(c.i, ())
    ]
    owners = [a for a in whose if known.kind(a) == "person"]
    states = {s for owner in owners for s in known.bodies_spoken_for(owner) if known.kind(s) == "country"}
    officials = [known.actors[a] for a in whose if known.kind(a) == "generic"]  # the country of "Chad's ambassador"
    states |= {e.country for e in officials if e.country}
    if not states and len(led := {c for owner in owners for c in countries_led(owner, known)}) == 1:
        states = led
        for country in led:
            known.actors.setdefault(country, ActorEntry(country, "country", None))
    return states.pop() if len(states) == 1 else None
