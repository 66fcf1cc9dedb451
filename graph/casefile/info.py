"""What is in a casefile, which model and rules read it, and what is to be read again."""

from __future__ import annotations

from dataclasses import dataclass

from graph.casefile.store import Casefile
from graph.counting import counted
from graph.selection import SURE

# How many documents count, each story once: by two indexes, without passing all the texts.
_STORIES = "(SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE copy_of IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Documents that one model and one version of the rules read; `current` if it is this one."""

    model: str
    rules: str
    documents: int
    current: bool


@dataclass(frozen=True, slots=True)
class Info:
    """What a casefile holds. `copies` are documents whose story is counted under another, `hints` links too unsure
    to be shown unless they are asked for.
    """

    path: str
    bytes: int
    documents: int
    copies: int
    unread: int
    actors: int
    links: int
    hints: int
    rejected: int
    decisions: int
    first: str | None
    last: str | None
    readings: tuple[ReadBy, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as `info` lists it, with where else its story stands."""

    id: str
    title: str | None
    publisher: str | None
    date: str | None
    links: int
    rules: str | None
    also_in: tuple[str, ...]


def info(casefile: Casefile, current: tuple[str, str]) -> Info:
    """What a casefile holds; `current` is the model and rules version of today (see `versions.reading`)."""

    def one(query: str) -> int:
        return int(casefile.connection.execute(query).fetchone()[0])

    first, last = casefile.connection.execute("SELECT min(date), max(date) FROM document").fetchone()
    readings = casefile.connection.execute(
        "SELECT model, rules, count(*) FROM document JOIN reading ON reading.number = reading "
        "GROUP BY reading ORDER BY reading"
    ).fetchall()
    return Info(
        path=str(casefile.path),
        bytes=one("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
        documents=one(f"SELECT {_STORIES}"),
        copies=one("SELECT count(*) FROM document WHERE copy_of IS NOT NULL"),
        unread=one("SELECT count(*) FROM document WHERE copy_of IS NULL AND reading IS NULL"),
        actors=one("SELECT count(*) FROM actor"),
        links=one(f"SELECT count(*) FROM link WHERE confidence >= {SURE}"),
        hints=one(f"SELECT count(*) FROM link WHERE confidence < {SURE}"),
        rejected=one("SELECT count(*) FROM reviews WHERE verdict = 'rejected' AND link IN (SELECT id FROM link)"),
        decisions=one("SELECT count(*) FROM decision WHERE undone IS NULL"),
        first=first,
        last=last,
        readings=tuple(
            ReadBy(model, rules, number, (model, rules) == tuple(current)) for model, rules, number in readings
        ),
    )


def listed(casefile: Casefile) -> list[Listed]:
    """The documents, each story once, in the order they were added."""
    copies: dict[int, list[str]] = {}
    for original, identity, publisher in casefile.connection.execute(
        "SELECT copy_of, id, publisher FROM document WHERE copy_of IS NOT NULL ORDER BY number"
    ):
        copies.setdefault(original, []).append(f"{identity} ({publisher})" if publisher else identity)
    rows = casefile.connection.execute(
        "SELECT document.number, id, title, publisher, date, "
        f"(SELECT count(*) FROM link WHERE link.document = document.number AND confidence >= {SURE}), rules "
        "FROM document LEFT JOIN reading ON reading.number = reading WHERE copy_of IS NULL ORDER BY document.number"
    )
    return [
        Listed(identity, title, publisher, date, links, rules, tuple(copies.get(number, ())))
        for number, identity, title, publisher, date, links, rules in rows
    ]


def holdings(casefile: Casefile) -> str:
    """What a casefile holds, in one line; tables leave the unnamed actors out, which are counted here."""
    count = f"SELECT {_STORIES}, (SELECT count(*) FROM actor), (SELECT count(*) FROM link WHERE confidence >= {SURE})"
    documents, actors, links = casefile.connection.execute(count).fetchone()
    return (f"{counted(documents, 'document')} and, unnamed actors counted, {counted(actors, 'actor')} "
            f"and {counted(links, 'link')}")  # fmt: skip
