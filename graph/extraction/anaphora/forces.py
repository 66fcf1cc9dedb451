"""Whose are "its troops"? The forces of the country that a possessive means, named as where its adjective stands."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.annotations import ActorEntry
from graph.extraction.naming.bodies import OF_SEVERAL
from graph.extraction.syntax.subjects import subjects
from graph.extraction.text import children

_ARMED = frozenset({"army", "forces", "military", "troops"})


def own_forces(noun: Token, known: Antecedents) -> str | None:
    """The forces of a country as it is meant by a possessive: "Chad said its troops were winning".

    Parameters
    ----------
    noun : Token
    known : Antecedents

    Returns
    -------
    str or None
        "Chadian military", as "Chadian troops" are; None for forces of several ("its security forces"), of nobody, or
        moved by whose they are ("withdrew its troops").
    """
    if noun.lower_ not in _ARMED or any(c.lower_ in OF_SEVERAL for c in children(noun)):
        return None
    owners = {a.actor for c in children(noun) if c.dep_ == "poss" for a in known.arguments.by_head.get(c.i, ())}
    if len(owners) != 1 or known.kind(country := owners.pop()) != "country":
        return None
    if _are_moved(noun, country, known):
        return None
    name = f"{known.actors[country].adjective or country} military"
    known.actors.setdefault(name, ActorEntry(name, "armed force", country))
    return name


def _are_moved(noun: Token, country: str, known: Antecedents) -> bool:
    """Whether a country does something with forces of its own: "withdrew its troops"."""
    if noun.dep_ in ("nsubj", "nsubjpass") or (noun.dep_ == "pobj" and noun.head.dep_ == "agent"):
        return False
    above = (t for t in noun.ancestors if t.pos_ in ("VERB", "AUX"))
    clause = next(above, None)
    doers = [a.actor for s in subjects(clause) for a in known.arguments.of(s)] if clause is not None else []
    return not doers or country in doers
