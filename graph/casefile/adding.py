"""Keeps what was read out of a document: its row, its actors as it has them, its sentences and its links."""

from __future__ import annotations

import sqlite3

from graph.casefile.names import folded
from graph.casefile.rows import WRITTEN_COLUMNS, End, insert, link_values
from graph.links import UNNAMED, Actor, Document, Extraction, Link, actor_id


def add(connection: sqlite3.Connection, extraction: Extraction, origin: str | None, reading: tuple[str, str]) -> None:
    """Add an extraction, in the place of what its document had before."""
    document = keep_document(connection, extraction.document, origin)
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


def keep_document(connection: sqlite3.Connection, document: Document, origin: str | None) -> int:
    """Write the document's row, emptied of what was read out of its former text; return its number."""
    values = (
        document.content_hash, origin, document.title, document.publisher, document.url, document.date, document.text,
    )  # fmt: skip
    known = connection.execute("SELECT number FROM document WHERE id = ?", (document.id,)).fetchone()
    if known is None:
        columns = ("hash", "origin", "title", "publisher", "url", "date", "text", "id")
        return insert(connection, "document", columns, (*values, document.id))
    number: int = known[0]
    forget_reading(connection, number)
    connection.execute(
        "UPDATE document SET hash = ?, origin = ?, title = ?, publisher = ?, url = ?, date = ?, text = ?, "
        "copy_of = NULL WHERE number = ?",
        (*values, number),
    )
    return number


def forget_reading(connection: sqlite3.Connection, document: int) -> None:
    """Remove what was read out of a document, and the actors that appear nowhere else."""
    actors = connection.execute("SELECT actor FROM appearance WHERE document = ?", (document,)).fetchall()
    for table in ("sentence", "appearance", "band", "signature"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    connection.execute("UPDATE document SET reading = NULL WHERE number = ?", (document,))
    connection.executemany(
        "DELETE FROM actor WHERE number = ? AND NOT EXISTS (SELECT 1 FROM appearance WHERE actor = actor.number)",
        actors,
    )


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
    number = _actor(connection, actor)
    columns = ("document", "name", "kind", "country", "actor")
    appearance = insert(connection, "appearance", columns, (document, actor.name, actor.kind, actor.country, number))
    words = {actor.name: 0, **actor.aliases}
    connection.executemany(
        "INSERT INTO alias (appearance, text, folded, count, why) VALUES (?, ?, ?, ?, ?)",
        [(appearance, text, folded(text), count, actor.why.get(text, "")) for text, count in words.items()],
    )
    return number, appearance


def _actor(connection: sqlite3.Connection, actor: Actor) -> int:
    known = connection.execute("SELECT number FROM actor WHERE name = ?", (actor.name,)).fetchone()
    if known is not None:
        return int(known[0])
    values = (_free_actor_id(connection, actor.name), actor.name, actor.kind, actor.country)
    return insert(connection, "actor", ("id", "name", "kind", "country"), values)


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
