"""Which actor each name of a casefile leads to: by the words alone, then by the analyst's decisions.

`graph.resolution` says what the words of one family amount to; here its answer is written down,
and every appearance and link that it moves is moved along. Links keep the words they were read from.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graph.casefile import adding
from graph.casefile.decisions import Decision, led, standing
from graph.resolution import Named, resolve

NameRow = tuple[int, str, str | None, str, int, str | None]
_NAMES = "SELECT number, kind, country, resolved, actor, decided FROM name"
_ENDS = ("source", "target", "speaker")


def resolve_new(connection: sqlite3.Connection) -> None:
    """Resolve the names that came since the last time, with the families they came into."""
    unresolved = "SELECT DISTINCT family FROM name WHERE resolved IS NULL ORDER BY family"
    families = [family for (family,) in connection.execute(unresolved)]
    for family in families:
        _resolve_family(connection, family)
    decisions = standing(connection)
    for family in families:
        names = connection.execute(f"{_NAMES} WHERE family = ? ORDER BY number", (family,)).fetchall()
        _lead_names(connection, names, decisions)
    if decisions:
        # What was decided may have led to an actor that is now called otherwise.
        names = connection.execute(f"{_NAMES} WHERE decided IS NOT NULL ORDER BY number").fetchall()
        _lead_names(connection, names, decisions)
        _lead_split(connection, decisions)


def resolve_all(connection: sqlite3.Connection) -> None:
    """Lead every name anew, after the analyst has decided or taken a decision back."""
    decisions = standing(connection)
    _lead_names(connection, connection.execute(f"{_NAMES} ORDER BY number").fetchall(), decisions)
    strayed = "SELECT appearance.number, name.actor FROM appearance JOIN name ON name.number = appearance.name " \
              "WHERE appearance.actor <> name.actor"  # fmt: skip
    _move(connection, connection.execute(strayed).fetchall())
    _lead_split(connection, decisions)


def settle_kinds(connection: sqlite3.Connection) -> None:
    """Let each actor that documents describe differently be what most of them say; only where names have changed."""
    for field in ("kind", "country"):
        described = connection.execute(
            "SELECT actor.number FROM actor JOIN name ON name.actor = actor.number WHERE actor.unsettled "
            f"GROUP BY actor.number HAVING count(DISTINCT name.{field}) > 1 "
            f"OR max(name.{field}) IS NOT max(actor.{field})"
        ).fetchall()
        connection.executemany(
            f"UPDATE actor SET {field} = (SELECT name.{field} FROM appearance JOIN name ON name.number = "
            f"appearance.name WHERE appearance.actor = actor.number AND name.{field} IS NOT NULL "
            f"GROUP BY name.{field} ORDER BY (name.{field} = 'generic'), count(*) DESC, name.{field} LIMIT 1) "
            "WHERE number = ?",
            described,
        )
    connection.execute("UPDATE actor SET unsettled = 0 WHERE unsettled")


def _resolve_family(connection: sqlite3.Connection, family: str) -> None:
    rows = connection.execute(
        "SELECT name, kind, country, resolved, reason, number FROM name WHERE family = ?", (family,)
    ).fetchall()
    found = resolve(Named(*row[:3]) for row in rows)
    connection.executemany(
        "UPDATE name SET resolved = ?, reason = ? WHERE number = ?",
        [(*found[Named(*row[:3])], row[5]) for row in rows if found[Named(*row[:3])] != row[3:5]],
    )


def _lead_names(
    connection: sqlite3.Connection,
    names: Iterable[NameRow],
    decisions: list[Decision],
) -> None:
    """Let names lead where their words and the decisions say; splits are left to `_lead_split`."""
    for number, kind, country, resolved, former, before in names:
        actor_name, decided = led(decisions, resolved)
        actor = adding.actor_number(connection, actor_name, kind, country)
        if (actor, decided) != (former, before):
            connection.execute("UPDATE name SET actor = ?, decided = ? WHERE number = ?", (actor, decided, number))
        if actor != former:
            appearances = connection.execute("SELECT number FROM appearance WHERE name = ?", (number,)).fetchall()
            _move(connection, [(appearance, actor) for (appearance,) in appearances])
            adding.remove_orphans(connection, [former])


def _lead_split(connection: sqlite3.Connection, decisions: list[Decision]) -> None:
    """Let the appearances that an analyst split off lead to the actor of their own."""
    inside: dict[int, set[int]] = {}
    for decision in decisions:
        for appearance in decision.appearances(connection):
            inside.setdefault(appearance, set()).add(decision.number)
    moves = []
    for appearance, within in sorted(inside.items()):
        kind, country, resolved, former = connection.execute(
            "SELECT kind, country, resolved, appearance.actor FROM appearance "
            "JOIN name ON name.number = appearance.name WHERE appearance.number = ?",
            (appearance,),
        ).fetchone()
        actor = adding.actor_number(connection, led(decisions, resolved, within)[0], kind, country)
        if actor != former:
            moves.append((appearance, actor))
    _move(connection, moves)


def _move(connection: sqlite3.Connection, moves: list[tuple[int, int]]) -> None:
    """Let appearances be of other actors, and their links with them."""
    left = {
        connection.execute("SELECT actor FROM appearance WHERE number = ?", (appearance,)).fetchone()[0]
        for appearance, _ in moves
    }
    for appearance, actor in moves:
        connection.execute("UPDATE appearance SET actor = ? WHERE number = ?", (actor, appearance))
        for end in _ENDS:
            connection.execute(f"UPDATE link SET {end} = ? WHERE {end}_as = ?", (actor, appearance))
    adding.remove_orphans(connection, sorted(left))
