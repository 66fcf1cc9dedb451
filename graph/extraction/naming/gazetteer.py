"""Which words are known to name which actor: the built-in tables, and the user's file over them.

Besides the table of countries (`data/actors_countries.toml`, its own format), every `data/actors_*.toml`
and every file given with `--actors` is written like this::

    ["armed group"."Lebanon"]               # kind, then country ("-" for none)
    "Hezbollah" = ["Hizbollah", "Party of God"]

    [demonym]                               # adjectives and the actor they stand for
    "Kurdish" = "Kurds"

    [metonym]                               # words that are also a place
    "Turtle Bay" = "United Nations"

    [merge]                                 # several actors of the tables are one
    "Hamas" = ["Al-Qassam Brigades"]

    [rename]                                # old name = new name
    "Turkey" = "Türkiye"

An entry takes its aliases away from whoever had them, so that an alias is split off an actor by giving
it an entry of its own. Later files win over earlier ones.
"""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import WhowhomError
from graph.extraction.wordlists import DATA, read_toml
from graph.links import ACTOR_KINDS

NO_COUNTRY = "-"
PLACES = frozenset({"country", "region"})
# What stands before a country's name where it is given in full: "the Republic of Austria".
_STATE_FORMS = ("Republic", "Federal Republic", "Islamic Republic", "Kingdom")
_COUNTRY_KEYS = frozenset({"adjective", "people", "capital", "metonyms", "also", "former", "former_adjective",
                           "prefix", "kind"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a surface form stands for: the actor, the form of the mention, and the reason."""

    actor: str
    form: str
    place: bool
    why: str


@dataclass(slots=True)
class Gazetteer:
    """Surface forms with their readings, the actors they lead to, and the adjective of each country."""

    readings: dict[str, Reading] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str | None] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)

    def adjective(self, country: str) -> str:
        """The adjective that names a country's bodies: "Russian" for Russia, the name itself where none is known."""
        return self.adjectives.get(country, country)

    def country_of(self, actor: str) -> str | None:
        """The country an actor belongs to: itself for a country, None where there is none."""
        return actor if actor in self.adjectives else self.countries.get(actor)

    def add(self, name: str, kind: str, country: str | None, aliases: Iterable[str]) -> None:
        """Add an actor, or more aliases to one that is there; the aliases leave whoever had them."""
        self.kinds[name] = kind
        self.countries[name] = country
        for alias in (name, *aliases):
            self.readings[alias] = Reading(name, "name", kind in PLACES, "gazetteer")

    def point(self, surface: str, actor: str, form: str, why: str) -> None:
        """Let a surface form that is not a name (demonym, metonym, capital) stand for a known actor."""
        self.readings[surface] = Reading(actor, form, form == "metonym", why)


def load_gazetteer(path: str | Path | None = None) -> Gazetteer:
    """The built-in gazetteer with the user's file over it.

    Parameters
    ----------
    path : str or path, optional
        A TOML file in the format described in the module.

    Returns
    -------
    Gazetteer

    Raises
    ------
    WhowhomError
        If the file is missing, is no TOML, or names an unknown kind or actor.

    Examples
    --------
    >>> load_gazetteer().readings["Kremlin"]
    Reading(actor='Russia', form='metonym', place=True, why='metonym')
    """
    gazetteer = copy.deepcopy(_built_in())
    if path is not None:
        _apply(gazetteer, read_toml(Path(path)), str(path))
    return gazetteer


@cache
def _built_in() -> Gazetteer:
    gazetteer = Gazetteer()
    countries = read_toml(DATA / "actors_countries.toml")
    for name, row in countries.items():
        _add_country(gazetteer, name, row)
    for name in countries:
        for form in _STATE_FORMS if gazetteer.kinds[name] == "country" else ():
            gazetteer.readings.setdefault(f"{form} of {name}", gazetteer.readings[name])
    for file in sorted(DATA.glob("actors_*.toml")):
        if file.name not in ("actors_countries.toml", "actors_words.toml"):
            _apply(gazetteer, read_toml(file), file.name)
    return gazetteer


def _add_country(gazetteer: Gazetteer, name: str, row: Mapping[str, Any]) -> None:
    if unknown := sorted(set(row) - _COUNTRY_KEYS):
        raise WhowhomError(f"actors_countries.toml: {name} has an unknown key {unknown[0]!r}")
    kind = row.get("kind", "country")
    gazetteer.add(name, kind, None if kind == "country" else name, row.get("also", ()))
    if kind == "people":
        gazetteer.readings.update({n: replace(gazetteer.readings[n], place=n != name) for n in (name, *row["also"])})
    for word in row.get("former", ()):
        gazetteer.readings[word] = Reading(name, "name", True, "predecessor")
    adjectives = row.get("adjective", ())
    gazetteer.adjectives[name] = adjectives[0] if adjectives else name
    for word in (*adjectives, *row.get("former_adjective", ())):
        if word not in gazetteer.readings:
            gazetteer.point(word, name, "demonym", "demonym")
    for word in row.get("prefix", ()):
        gazetteer.point(word, name, "demonym", "combining form")
    for word in row.get("capital", ()):
        gazetteer.point(word, name, "metonym", "capital")
    for word in row.get("metonyms", ()):
        gazetteer.point(word, name, "metonym", "metonym")
    people = row.get("people", [f"{a}s" for a in adjectives[:1] if a.endswith(("n", "i"))])
    if people:
        gazetteer.add(people[0], "people", name, people[1:])


def _apply(gazetteer: Gazetteer, tables: Mapping[str, Any], source: str) -> None:
    """Put one file's tables over the gazetteer; `source` names it in errors."""
    special = ("demonym", "metonym", "merge", "rename")
    for kind, by_country in tables.items():
        if kind in special:
            continue
        if kind not in ACTOR_KINDS:
            raise WhowhomError(f"{source}: no kind of actor is called {kind!r}; use one of {', '.join(ACTOR_KINDS)}")
        for country, names in _table(by_country, source, kind).items():
            for name, aliases in _table(names, source, f"{kind}.{country}").items():
                taken = _names(aliases, source, f'{name!r} needs a list of aliases, such as ["{name[:3].upper()}"]')
                gazetteer.add(name, kind, None if country == NO_COUNTRY else country, taken)
    for form in ("demonym", "metonym"):
        for word, actor in _table(tables.get(form, {}), source, form).items():
            gazetteer.point(word, _known(gazetteer, actor, source), form, "gazetteer" if form == "demonym" else form)
    for target, others in _table(tables.get("merge", {}), source, "merge").items():
        for other in _names(
            others, source, f'[merge] {target!r} needs a list of actors, such as ["Al-Qassam Brigades"]'
        ):
            _rename(gazetteer, _known(gazetteer, other, source), _known(gazetteer, target, source))
    for old, new in _table(tables.get("rename", {}), source, "rename").items():
        if not isinstance(new, str) or not new.strip():
            raise WhowhomError(f"{source}: [rename] {old!r} needs one new name in quotes, not {new!r}")
        _rename(gazetteer, _known(gazetteer, old, source), new)


def _rename(gazetteer: Gazetteer, old: str, new: str) -> None:
    """Let everything that led to `old` lead to `new`."""
    kind, country = gazetteer.kinds.pop(old), gazetteer.countries.pop(old, None)
    if new not in gazetteer.kinds:
        gazetteer.add(new, kind, new if country == old else country, ())
    if old in gazetteer.adjectives:
        gazetteer.adjectives.setdefault(new, gazetteer.adjectives.pop(old))
    for surface, reading in gazetteer.readings.items():
        if reading.actor == old:
            gazetteer.readings[surface] = replace(reading, actor=new)
    for actor, belongs in gazetteer.countries.items():
        if belongs == old:
            gazetteer.countries[actor] = new


def _names(value: Any, source: str, wanted: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise WhowhomError(f"{source}: {wanted}")
    return value


def _known(gazetteer: Gazetteer, name: Any, source: str) -> str:
    if not isinstance(name, str):
        raise WhowhomError(f"{source}: {name!r} is no name of an actor; write one, in quotes")
    if name not in gazetteer.kinds:
        near = difflib.get_close_matches(name, gazetteer.kinds, 3)
        hint = f"; did you mean {', '.join(near)}?" if near else "; add it under its kind first"
        raise WhowhomError(f"{source}: no actor is called {name!r}{hint}")
    return name


def _table(value: Any, source: str, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise WhowhomError(f"{source}: [{where}] must be a table of names")
    return value
