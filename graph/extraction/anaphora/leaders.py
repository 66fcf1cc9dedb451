"""Whom does everybody know to lead a country? Of those whom a text names: "the US president", "Assad's regime"."""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.offices.terms import Month, terms_of


def leader(country: str | None, offices: Collection[str], known: Antecedents) -> str | None:
    """The one person named in a document who had one of some offices when it was written.

    Parameters
    ----------
    country : str or None
        Whose office; None for any country's.
    offices : collection of str
        In small letters: "president", "prime minister".
    known : Antecedents
    """
    month = _month(known)
    found = {
        actor
        for actor, entry in known.actors.items()
        for term in (terms_of(actor) if entry.kind == "person" else ())
        if country in (term.country, None) and term.office in offices and term.covers(month)
    }
    return found.pop() if len(found) == 1 else None


def former_leader(offices: Collection[str], known: Antecedents) -> str | None:
    """The one person named in a document who is known to have had one of some offices: "the former president"."""
    people = (actor for actor, entry in known.actors.items() if entry.kind == "person")
    found = {actor for actor in people for term in terms_of(actor) if term.office in offices and " " in actor}
    return found.pop() if len(found) == 1 else None


def countries_led(person: str, known: Antecedents) -> set[str]:
    """The countries that a person named in a document leads or has led."""
    return {term.country for term in terms_of(person)} if known.kind(person) == "person" else set()


def _month(known: Antecedents) -> Month | None:
    document = known.doc._.document
    told = re.match(r"(\d{4})-(\d\d)", document.date) if document is not None and document.date else None
    return (int(told[1]), int(told[2])) if told else None
