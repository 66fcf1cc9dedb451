"""Whose are "its troops"? The forces and bodies of the country that a possessive means, named as by its adjective."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.annotations import ActorEntry
from graph.extraction.naming.bodies import ABROAD, OF_SEVERAL, capitals, groups
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children

_ARMED = frozenset({"army", "forces", "military", "troops"})
_MODIFIERS = frozenset({"amod", "compound"})
_WHOSE = frozenset({"PRP$", "WP$"})


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
    owners = known.owners_of(noun)
    if len(owners) != 1 or known.kind(country := owners.pop()) != "country":
        return None
    if _are_moved(noun, country, known):
        return None
    name = f"{known.actors[country].adjective or country} military"
    known.actors.setdefault(name, ActorEntry(name, "armed force", country))
    return name


def own_body(noun: Token, known: Antecedents) -> str | None:
    """The body of a country, meant by a pronoun, that does something: "Chad, whose foreign ministry summoned him".

    Parameters
    ----------
    noun : Token
    known : Antecedents

    Returns
    -------
    str or None
        "Chadian Foreign Ministry", as where the country's name stands before it; "Chadian police", which is no name.
    """
    owners = known.owners_of(noun, _WHOSE)
    if len(owners) != 1 or not _acts(noun) or known.kind(country := owners.pop()) != "country":
        return None
    said = [c.text for c in children(noun) if c.dep_ in _MODIFIERS and c.i < noun.i and c.lower_ != "own"]
    phrase = " ".join([*said, noun.text])
    group = groups().get(phrase.lower()) or groups().get(noun.lower_)
    adjective = known.actors[country].adjective or country
    if noun.lower_ in ABROAD:
        return None  # an embassy stands for its country
    if noun.lower_ == "police":
        name, kind = f"{adjective} {phrase}", "generic"
    elif group in ("institutions", "services") or (group == "modified" and said):
        name = f"{adjective} {capitals(phrase)}"
        kind = "armed force" if group == "services" else "government body"
    else:
        return None
    known.actors.setdefault(name, ActorEntry(name, kind, country))
    return name


def _acts(noun: Token) -> bool:
    """Whether a noun is who does something: the subject, or behind the "by" of a passive."""
    return noun.dep_ == "nsubj" or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")


def _are_moved(noun: Token, country: str, known: Antecedents) -> bool:
    """Whether a country does something with forces of its own: "withdrew its troops"."""
    if noun.dep_ == "nsubjpass" or _acts(noun):
        return False
    above = (t for t in noun.ancestors if t.pos_ in ("VERB", "AUX"))
    clause = next(above, None)
    doers = [a.actor for s in subjects(clause) for a in known.arguments.of(s)] if clause is not None else []
    return not doers or country in doers
