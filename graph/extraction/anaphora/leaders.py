"""Whom does everybody know to lead a country? Of those whom a text names: "the US president", "Assad's regime"."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from importlib import resources

from graph.extraction.anaphora.antecedents import Antecedents

_TERM = re.compile(r"(?P<name>.+) (?P<since>\d{4}(?:/\d+)?)-(?P<until>\d{4}(?:/\d+)?)?")
_FAMILY_FIRST = frozenset({"China", "North Korea", "South Korea"})
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """The time in which somebody led a country, both months inclusive; the last is None while it lasts."""

    name: str
    country: str
    office: str
    since: Month
    until: Month | None

    @property
    def surname(self) -> str:
        """The name that a text may have alone."""
        return self.name.split()[0 if self.country in _FAMILY_FIRST else -1]

    def covers(self, month: Month | None) -> bool:
        """Whether the term is on in a month; in an unknown month it may be."""
        return month is None or (self.since <= month and (self.until is None or month <= self.until))


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
        for term in _terms()
        if country in (term.country, None) and term.office in offices and term.covers(month)
        for actor in _named(term, known)
    }
    return found.pop() if len(found) == 1 else None


def countries_led(person: str, known: Antecedents) -> set[str]:
    """The countries that a person named in a document leads or has led."""
    return {term.country for term in _terms() if person in _named(term, known)}


def _named(term: Term, known: Antecedents) -> list[str]:
    return [name for name in (term.name, term.surname) if known.kind(name) == "person"]


def _month(known: Antecedents) -> Month | None:
    document = known.doc._.document
    told = re.match(r"(\d{4})-(\d\d)", document.date) if document is not None and document.date else None
    return (int(told[1]), int(told[2])) if told else None


@functools.cache
def _terms() -> tuple[Term, ...]:
    """All of data/leaders.toml."""
    with resources.files("graph.extraction.data").joinpath("leaders.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        _term(country, office, text)
        for country, offices in table.items()
        for office, terms in offices.items()
        for text in terms
    )


def _term(country: str, office: str, text: str) -> Term:
    told = _TERM.fullmatch(text)
    if told is None:
        raise ValueError(
            f'leaders.toml: "{text}" of {country} is no term: write "Ana Lima 2009-2017", "Ana Lima 2017-"'
        )
    until = _bound(told["until"], 12) if told["until"] else None
    return Term(told["name"], country, office, _bound(told["since"], 1), until)


def _bound(text: str, month: int) -> Month:
    year, _, given = text.partition("/")
    return int(year), int(given or month)
