"""Keeps what was read out of a document: its row, its actors as it has them, its sentences and its links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graph.casefile.rows import WRITTEN_COLUMNS, End, insert, link_values
from graph.links import UNNAMED, Actor, Document, Extraction, Link, actor_id
from graph.resolution import Named, family, folded

_FIELDS = ("id", "hash", "title", "publisher", "url", "date", "text")


def add(connection: sqlite3.Connection, extraction: Extraction, origin: str | None, reading: tuple[str, str]) -> None:
    """Add an extraction, in the place of what a document of its id had before."""
    document = extraction.document
    known = connection.execute("SELECT number FROM document WHERE id = ?", (document.id,)).fetchone()
    if known is None:
        keep_document(connection, document, origin)
    else:
        change_document(connection, known[0], document, origin)
    add_reading(connection, extraction, reading)


def keep_document(connection: sqlite3.Connection, document: Document, origin: str | None) -> int:
    """Write down a new document, not read yet; return its number."""
    return insert(connection, "document", (*_FIELDS, "origin"), (*_values(document), origin))


def change_document(connection: sqlite3.Connection, number: int, document: Document, origin: str | None) -> None:
    """Give a document other words: what was read out of the former is forgotten, its copies stand alone."""
    forget_reading(connection, number)
    connection.execute("UPDATE document SET copy_of = NULL WHERE copy_of = ?", (number,))
    assignments = ", ".join(f"{name} = ?" for name in (*_FIELDS[1:], "origin"))
    connection.execute(
        f"UPDATE document SET {assignments}, copy_of = NULL WHERE number = ?", (*_values(document)[1:], origin, number)
    )


def is_unchanged(connection: sqlite3.Connection, number: int, document: Document) -> bool:
    """Whether a document is as it was written down, apart from its name."""
    row = connection.execute(f"SELECT {', '.join(_FIELDS)} FROM document WHERE number = ?", (number,)).fetchone()
    return tuple(row[1:]) == _values(document)[1:]


def move_document(connection: sqlite3.Connection, number: int, identity: str, origin: str) -> None:
    """Note where a document is now, and what it is called there."""
    connection.execute("UPDATE document SET id = ?, origin = ? WHERE number = ? AND (id <> ? OR origin IS NOT ?)",
                       (identity, origin, number, identity, origin))  # fmt: skip


def release(connection: sqlite3.Connection, number: int) -> bool:
    """Let a copy of a story count for itself; whether it was one."""
    query = "UPDATE document SET copy_of = NULL WHERE number = ? AND copy_of IS NOT NULL"
    return connection.execute(query, (number,)).rowcount == 1


def remove_document(connection: sqlite3.Connection, number: int) -> None:
    """Remove a document with all that was read out of it; its copies stand alone."""
    forget_reading(connection, number)
    connection.execute("DELETE FROM document WHERE number = ?", (number,))


def forget_reading(connection: sqlite3.Connection, number: int) -> None:
    """Remove what was read out of a document, and what its words are compared by."""
    forget_links(connection, number)
    connection.execute("DELETE FROM band WHERE document = ?", (number,))
    connection.execute("UPDATE document SET banded = 0 WHERE number = ?", (number,))


def forget_links(connection: sqlite3.Connection, number: int) -> None:
    """Remove the links of a document, and the names and actors that are found nowhere else."""
    appeared = connection.execute("SELECT name, actor FROM appearance WHERE document = ?", (number,)).fetchall()
    for table in ("link", "sentence", "appearance"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    connection.execute("UPDATE document SET reading = NULL WHERE number = ?", (number,))
    for name, _ in appeared:
        _forget_name(connection, name)
    remove_orphans(connection, [actor for _, actor in appeared])


def remove_orphans(connection: sqlite3.Connection, actors: Iterable[int]) -> None:
    """Remove those of the actors that no name leads to."""
    connection.executemany(
        "DELETE FROM actor WHERE number = ? AND NOT EXISTS (SELECT 1 FROM name WHERE actor = actor.number) "
        "AND NOT EXISTS (SELECT 1 FROM appearance WHERE actor = actor.number)",
        [(number,) for number in actors],
    )


def actor_number(connection: sqlite3.Connection, name: str, kind: str, country: str | None) -> int:
    """The number of the actor of this name, which is made where there is none."""
    known = connection.execute("SELECT number FROM actor WHERE name = ?", (name,)).fetchone()
    if known is not None:
        return int(known[0])
    values = (_free_actor_id(connection, name), name, kind, country)
    return insert(connection, "actor", ("id", "name", "kind", "country"), values)


def _forget_name(connection: sqlite3.Connection, number: int) -> None:
    """Remove a name that no document uses any more; those it was compared with are compared anew."""
    query = "SELECT family FROM name WHERE number = ? AND NOT EXISTS (SELECT 1 FROM appearance WHERE name = ?)"
    row = connection.execute(query, (number, number)).fetchone()
    if row is not None:
        connection.execute("DELETE FROM name WHERE number = ?", (number,))
        connection.execute("UPDATE name SET resolved = NULL WHERE family = ?", row)


def add_reading(connection: sqlite3.Connection, extraction: Extraction, reading: tuple[str, str]) -> None:
    """Keep what was read out of a document that is written down, in the place of a former reading."""
    row = connection.execute("SELECT number FROM document WHERE id = ?", (extraction.document.id,)).fetchone()
    if row is None:
        return  # another build removed it meanwhile
    document = int(row[0])
    forget_links(connection, document)
    connection.execute("UPDATE document SET reading = ? WHERE number = ?", (_reading(connection, reading), document))
    ends = {actor.name: _appear(connection, document, actor) for actor in _everyone(extraction)}
    sentences: dict[tuple[int, int], int] = {}
    for link in extraction.links:
        span = (link.start, link.end)
        if span not in sentences:
            columns = ("document", "start", "end", "text")
            sentences[span] = insert(connection, "sentence", columns, (document, *span, link.sentence))
        values = link_values(link, _free_id(connection, link), document, sentences[span], ends)
        insert(connection, "link", WRITTEN_COLUMNS, values)


def _everyone(extraction: Extraction) -> list[Actor]:
    """The actors of the document; one that only a link names is unnamed in kind."""
    known = {actor.name: actor for actor in extraction.actors}
    for link in extraction.links:
        for name in (link.source, link.target, link.attributed_to):
            if name is not None and name != UNNAMED and name not in known:
                known[name] = Actor(actor_id(name), name, "generic")
    return list(known.values())


def _appear(connection: sqlite3.Connection, document: int, actor: Actor) -> End:
    """Write an actor as the document has it; return its (actor, appearance) numbers."""
    name, number = _name(connection, actor)
    appearance = insert(connection, "appearance", ("document", "name", "actor"), (document, name, number))
    words = {actor.name: 0, **actor.aliases}
    connection.executemany(
        "INSERT INTO alias (appearance, text, folded, count, why) VALUES (?, ?, ?, ?, ?)",
        [(appearance, text, folded(text), count, actor.why.get(text, "")) for text, count in words.items()],
    )
    return number, appearance


def _name(connection: sqlite3.Connection, actor: Actor) -> tuple[int, int]:
    """The numbers of a name and of the actor it leads to; a new one leads to its own until it is resolved."""
    named = (actor.name, actor.kind, actor.country)
    query = "SELECT number, actor FROM name WHERE name = ? AND kind = ? AND coalesce(country, '') = coalesce(?, '')"
    known = connection.execute(query, named).fetchone()
    if known is not None:
        return int(known[0]), int(known[1])
    number = actor_number(connection, *named)
    columns = ("name", "kind", "country", "family", "actor")
    return insert(connection, "name", columns, (*named, family(Named(*named)), number)), number


def _free_actor_id(connection: sqlite3.Connection, name: str) -> str:
    """The id of a name; a number behind it where another name has the same ("Al-Jazeera", "Al Jazeera")."""
    base = identity = actor_id(name)
    number = 1
    while connection.execute("SELECT 1 FROM actor WHERE id = ?", (identity,)).fetchone():
        number += 1
        identity = f"{base}-{number}"
    return identity


def _free_id(connection: sqlite3.Connection, link: Link) -> str:
    """The link's id; a number behind it where the same text is kept twice."""
    identity, number = link.id, 1
    while connection.execute("SELECT 1 FROM link WHERE id = ?", (identity,)).fetchone():
        number += 1
        identity = f"{link.id}-{number}"
    return identity


def _reading(connection: sqlite3.Connection, reading: tuple[str, str]) -> int:
    connection.execute("INSERT OR IGNORE INTO reading (model, rules) VALUES (?, ?)", reading)
    row = connection.execute("SELECT number FROM reading WHERE model = ? AND rules = ?", reading).fetchone()
    return int(row[0])


def _values(document: Document) -> tuple[str | None, ...]:
    return (document.id, document.content_hash, document.title, document.publisher, document.url, document.date,
            document.text)  # fmt: skip
