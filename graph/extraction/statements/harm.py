"""Who harmed whom in an event: "were killed in Ethiopian air strikes", "two died when rebels attacked"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import BLOWS, Sense
from graph.extraction.relations import sense
from graph.extraction.statements.statements import Statement, ends_of, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.reach import (
    Reached,
)
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_HURT = Sense("ASSAULT", "hostile", "event", rule="hurt in")
_KILLED = Sense("ASSAULT", "hostile", "event", rule="die when attacked")


def _is_assault(clause: Token) -> bool:
    """Whether a clause tells of violence, whoever it was meant for: attacked, opened fire on.

    "After" may tell why it was done to others: "the town was shelled after rebels killed a guard".
    """
    later = any(c.lower_ == "after" and c.dep_ == "mark" for c in children(clause))
    victim = later and any(c.dep_ == "dobj" for c in children(clause))
    ways = [*([] if victim else [()]), *((c,) for c in children(clause) if c.dep_ == "prep")]
    found = (sense(clause, way) for way in ways)
    if clause.lemma_ in words("reciprocal", "verbs"):
        return False  # who was hurt "when police clashed with farmers" may be either
    return any(read is not None and (read.relation == "ASSAULT" or read.rule == "raid") for read in found)


def in_event(verb: Token, reached: list[Reached], arguments: Arguments) -> Iterator[Statement]:
    """Harm in an event: in "villagers were killed in Ethiopian air strikes" the doer of the event did it."""
    patients = [(argument, chain) for argument, chain in reached if not chain]
    clauses = _attacks_when(verb)
    events = objects_of_preposition(verb, ("in", "during", "after", "following", "amid", "by"))
    if not patients or not (clauses or events):
        return
    hospitalised = _is_hospitalised(verb)
    done = _HURT if hospitalised else sense(verb, ())
    if done is None or done.relation not in BLOWS:
        return
    doers = [a for clause in clauses for token in subjects(clause) for a in arguments.of(token)]
    for token in events:
        event = sense(token, ())
        if event is not None and event.relation in BLOWS:
            doers += _doers_of(token, arguments, anyhow=hospitalised)
    if hospitalised:
        yield from (
            Statement(verb, *ends, done, (), "in an event") for ends in ends_of(doers, [a for a, _ in patients])
        )
        return
    for source in doers:
        yield from pair_up(verb, source, patients, "in an event")


def _is_hospitalised(verb: Token) -> bool:
    """Whether somebody was brought to hospital: "was taken to hospital after a fight with guards"."""
    where = objects_of_preposition(verb, ("in", "to"))
    brought = verb.lemma_ in words("harm", "brought") and any(t.lemma_ in words("harm", "wards") for t in where)
    return verb.lemma_ in words("harm", "treated") or brought


def died(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Deaths in an attack: in "two died when rebels attacked" the rebels killed them."""
    dead = [a for token in subjects(verb) for a in arguments.of(token, products=False)]
    if not dead:
        return
    killers = [a for clause in _attacks_when(verb) for token in subjects(clause) for a in arguments.of(token)]
    for token in objects_of_preposition(verb, ("in", "during")):
        event = sense(token, ())
        if event is not None and event.relation == "ASSAULT":
            killers += _doers_of(token, arguments)
    yield from (Statement(verb, *ends, _KILLED, (), "in an event") for ends in ends_of(killers, dead))


def _doers_of(event: Token, arguments: Arguments, *, anyhow: bool = False) -> list[Argument]:
    """Who did a deed, or with whom it was fought: "Ethiopian air strikes", "clashes with rebels"; not its "of".

    Who was hurt "after" a fight, was so by others unless `anyhow`.
    """
    own = [a for a, t in arguments.attributes(event) if not _is_where(a, t, event)]
    fought = ("with",) if anyhow or event.head.lower_ in ("in", "during") else ()
    others = objects_of_preposition(event, ("by", "from", *fought))
    claims = [c for c in children(event) if c.dep_ == "acl" and c.lemma_ in words("harm", "claimed")]
    others += [t for claim in claims for t in objects_of_preposition(claim, ("by",))]
    blamed = [c for c in children(event) if c.dep_ == "acl" and c.lemma_ in ("attribute", "blame")]
    others += [t for claim in blamed for t in objects_of_preposition(claim, ("on", "to"))]
    return own or [a for other in others for t in conjuncts(other) for a in arguments.of(t, products=False)]


def _is_where(place: Argument, word: Token, event: Token) -> bool:
    """Whether a country before an event only says where it was: a "Congo ambush"; not an "Israeli ambush"."""
    named = place.place and place.form == "name" and word.dep_ == "compound"
    return named and event.lemma_ in words("harm", "somewhere")


def _attacks_when(verb: Token) -> list[Token]:
    """The attacks in which somebody was harmed: "were wounded when insurgents attacked"."""
    return [
        clause
        for clause in children(verb)
        if clause.dep_ == "advcl" and not is_passive(clause) and not any(c.dep_ == "neg" for c in children(clause))
        if any(c.lower_ in ("when", "after", "as") and c.dep_ in ("advmod", "mark") for c in children(clause))
        if _is_assault(clause)
    ]
