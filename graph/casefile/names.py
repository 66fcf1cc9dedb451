"""Which actor bears a name: actors with their aliases, and the one that a text or the analyst calls so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from graph.casefile.selecting import Where
from graph.errors import UnknownActor
from graph.links import Actor
from graph.nearest import unknown
from graph.resolution import folded

Rows = Callable[..., Iterator[tuple[Any, ...]]]


def actors(rows: Rows, asked: Where) -> list[Actor]:
    """The actors that meet the conditions, by name, each with the words the texts use for it."""
    aliases: dict[int, dict[str, int]] = defaultdict(dict)
    why: dict[int, dict[str, str]] = defaultdict(dict)
    # The commonest words first; alphabetical where they are level.
    query = (
        "SELECT appearance.actor, alias.text, sum(alias.count) AS times, min(name.name), min(name.reason), "
        "min(alias.why), min(name.decided) FROM alias JOIN appearance ON appearance.number = alias.appearance "
        "JOIN name ON name.number = appearance.name JOIN actor ON actor.number = appearance.actor"
        f"{asked.sql} GROUP BY appearance.actor, alias.text HAVING times ORDER BY times DESC, alias.text"
    )
    for actor, text, times, name, across, within, decided in rows(query, asked.values):
        aliases[actor][text] = times
        reasons = [within, f"{name}: {across}" if across and name != text else across, decided]
        why[actor][text] = "; ".join(filter(None, reasons))
    query = f"SELECT number, id, name, kind, country FROM actor{asked.sql} ORDER BY name"
    return [Actor(identity, name, kind, country, aliases[number], why[number])
            for number, identity, name, kind, country in rows(query, asked.values)]  # fmt: skip


def aliases(rows: Rows, actors: Iterable[int]) -> dict[int, dict[str, int]]:
    """The words that texts use for each of the actors, the commonest first; alphabetical where they are level."""
    asked = Where()
    asked.among("appearance.actor", actors)
    found: dict[int, dict[str, int]] = {}
    query = (
        "SELECT appearance.actor, alias.text, sum(alias.count) AS times FROM appearance "
        f"JOIN alias ON alias.appearance = appearance.number{asked.sql} "
        "GROUP BY appearance.actor, alias.text HAVING times ORDER BY times DESC, alias.text"
    )
    for actor, text, times in rows(query, asked.values):
        found.setdefault(actor, {})[text] = times
    return found


def find(rows: Rows, name: str) -> Actor:
    """The actor of a name or alias; of several, the one called so most often."""
    wanted = folded(name)
    query = (
        "SELECT actor.number FROM alias JOIN appearance ON appearance.number = alias.appearance "
        "JOIN actor ON actor.number = appearance.actor WHERE alias.folded = ? "
        "GROUP BY actor.number ORDER BY sum(alias.count) DESC, actor.name LIMIT 1"
    )
    exact = "SELECT number FROM actor WHERE name = ? COLLATE NOCASE ORDER BY name = ? DESC, name LIMIT 1"
    for found in (rows(exact, (name, name)), rows(query, (wanted,))):
        for (number,) in found:
            return actors(rows, Where(["actor.number = ?"], [number]))[0]
    raise UnknownActor(_unknown(rows, name, wanted))


def _unknown(rows: Rows, name: str, wanted: str) -> str:
    known: dict[str, str] = {}
    for canonical, text in rows(
        "SELECT actor.name, alias.folded FROM actor LEFT JOIN appearance ON appearance.actor = actor.number "
        "LEFT JOIN alias ON alias.appearance = appearance.number GROUP BY actor.number, alias.folded"
    ):
        known.setdefault(folded(canonical), canonical)
        known.setdefault(text or "", canonical)
    return unknown(name, wanted, known)
