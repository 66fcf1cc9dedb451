"""Which actor bears a name: actors with their aliases, and the one that a text or the analyst calls so."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from graph.casefile.selecting import Where
from graph.errors import UnknownActor
from graph.links import Actor

Rows = Callable[..., Iterator[tuple[Any, ...]]]
_NEAREST = 3


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, dots and surplus spaces; hyphens as spaces.

    >>> folded("Recep Tayyip  ERDOĞAN")
    'recep tayyip erdogan'
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    letters = (c for c in plain.casefold() if not unicodedata.combining(c) and c not in ".'’`")
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def actors(rows: Rows, asked: Where) -> list[Actor]:
    """The actors that meet the conditions, by name, each with the words the texts use for it."""
    aliases: dict[int, dict[str, int]] = defaultdict(dict)
    why: dict[int, dict[str, str]] = defaultdict(dict)
    # Counted words first, so that the commonest stands first; alphabetical where they are level.
    query = (
        "SELECT appearance.actor, alias.text, sum(alias.count) AS times, "
        "coalesce(min(appearance.reason), min(alias.why)) FROM alias "
        "JOIN appearance ON appearance.number = alias.appearance JOIN actor ON actor.number = appearance.actor"
        f"{asked.sql} GROUP BY appearance.actor, alias.text ORDER BY times DESC, alias.text"
    )
    for actor, text, times, reason in rows(query, asked.values):
        aliases[actor][text] = times
        if reason:
            why[actor][text] = reason
    query = f"SELECT number, id, name, kind, country FROM actor{asked.sql} ORDER BY name"
    return [Actor(identity, name, kind, country, aliases[number], why[number])
            for number, identity, name, kind, country in rows(query, asked.values)]  # fmt: skip


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
    near = difflib.get_close_matches(wanted, sorted(known), n=2 * _NEAREST, cutoff=0.5)
    nearest = list(dict.fromkeys(known[text] for text in near))[:_NEAREST]
    hint = f"; did you mean {', '.join(nearest)}?" if nearest else "; whowhom actors lists the names"
    return f"no actor is called {name!r}{hint}"
