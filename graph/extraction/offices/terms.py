"""Who has led which country, and when? What everybody knows, from data/leaders.toml."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from graph.extraction.wordlists import read_data

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


def terms_of(name: str) -> tuple[Term, ...]:
    """The terms of those who have a name, in full or as the surname that a text has alone.

    >>> [(term.country, term.office) for term in terms_of("Merkel")]
    [('Germany', 'chancellor')]
    """
    return _by_name().get(name, ())


@functools.cache
def _by_name() -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for term in terms():
        for name in {term.name, term.surname}:
            found[name] = (*found.get(name, ()), term)
    return found


@functools.cache
def terms() -> tuple[Term, ...]:
    """All of data/leaders.toml."""
    return tuple(
        _term(country, office, text)
        for country, offices in read_data("leaders").items()
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
