"""What a casefile answers: documents, actors, links and ties, found by name, word or filter."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.casefile import adding, decisions, names, resolving, sums
from graph.casefile.connection import connect, translated
from graph.casefile.later import Later
from graph.casefile.rows import DOCUMENT_COLUMNS, LINK_COLUMNS, LINK_TABLES, document_of, link_of
from graph.casefile.selecting import Where, touches_links_only, where
from graph.casefile.sums import Activity, BareTie, Moment
from graph.errors import CasefileError, WhowhomError, WrongUse
from graph.links import UNNAMED, Actor, Document, Extraction, Link, Tie
from graph.network import Pair
from graph.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A link with an analyst's last word on it, and whether it is still on file: other rules may read it no more."""

    link: Link
    right: bool
    read: bool
    note: str | None = None


class Links(Iterator[Link]):
    """Links as they are read from the file, one by one; `total` tells how many there are without reading them."""

    def __init__(self, rows: Iterator[tuple[Any, ...]], count: Callable[[], int]) -> None:
        self._rows = rows
        self._count = count

    def __next__(self) -> Link:
        return link_of(next(self._rows))

    @property
    def total(self) -> int:
        """How many there are."""
        return self._count()


class Casefile:
    """One SQLite file of documents, actors and links; open it with `open_casefile`.

    Every answer takes a Selection, and is read from the file when it is asked for. `problems` are
    the documents that could not be read, where the casefile was read on the spot.
    """

    def __init__(self, connection: sqlite3.Connection, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.connection = connection
        self.problems: list[WhowhomError] = []

    def __enter__(self) -> Casefile:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):  # damage that only reading brought to light
            with translated(self.path):
                raise error

    def close(self) -> None:
        """Close the file; the casefile answers no more."""
        self.connection.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept as a whole, or not at all."""
        if self.connection.in_transaction:
            yield  # inside another, which decides
            return
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self.connection.in_transaction:  # else a full disk has ended it already
            self.connection.execute("ROLLBACK")

    def add(self, extraction: Extraction, *, origin: str | None = None, reading: tuple[str, str] = ("", "")) -> None:
        """Keep what was read out of a document, in the place of what its id or text had before.

        Parameters
        ----------
        extraction : Extraction
        origin : str, optional
            The file it was found in.
        reading : (str, str)
            The model and the version of the rules that read it.
        """
        with self.transaction():
            adding.add(self.connection, extraction, origin, reading)

    def resolve(self) -> None:
        """Find out which names of different documents are the same actor (see `graph.resolution`)."""
        with self.transaction():
            resolving.resolve_new(self.connection)
            resolving.settle_kinds(self.connection)

    def documents(self) -> Iterator[Document]:
        """The documents, in the order they were added; copies of a story are left out (see `copies`)."""
        query = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE copy_of IS NULL ORDER BY number"
        return (document_of(row) for row in self._rows(query))

    @property
    def read_documents(self) -> int:
        """How many documents were read, and not only written down."""
        return int(next(self._rows("SELECT count(*) FROM document WHERE reading IS NOT NULL"))[0])

    def document(self, identity: str) -> Document:
        """One document by its id.

        Raises
        ------
        CasefileError
            If the casefile holds none of that id.
        """
        rows = list(self._rows(f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE id = ?", (identity,)))
        if not rows:
            raise CasefileError(f"no document {identity!r} in {self.path}; whowhom info --documents lists them")
        return document_of(rows[0])

    def copies(self, identity: str) -> list[Document]:
        """The other documents that tell the story of this one, and are counted under it."""
        original = "(SELECT number FROM document WHERE id = ?)"
        query = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE copy_of = {original} ORDER BY number"
        return [document_of(row) for row in self._rows(query, (identity,))]

    def actors(self, selection: Selection = EVERYTHING) -> list[Actor]:
        """The actors by name; with filters those at either end of a link that is kept."""
        return names.actors(self._rows, self._ends(selection))

    def links(self, selection: Selection = EVERYTHING) -> Links:
        """The links in document order; speakers are found by any alias."""
        return self._links(self._where(selection))

    def link(self, identity: str) -> Link:
        """One link by its id, also a rejected one.

        Raises
        ------
        CasefileError
            If the casefile holds none of that id.
        """
        found = list(self._links(Where(["link.id = ?"], [identity])))
        if not found:
            raise CasefileError(f"no link {identity!r} in {self.path}; whowhom links --format jsonl shows the ids")
        return found[0]

    def reviewed(self, selection: Selection = EVERYTHING) -> list[Reviewed]:
        """The links that an analyst confirmed or rejected: those on file first, then those no longer read."""
        last = {decision.subject: decision for decision in decisions.reviews(self.connection)}
        asked = self._where(selection, rejected=False)
        asked.add("link.id IN (SELECT link FROM reviews)")
        found = [Reviewed(link, last[link.id].action == "confirm", True, last[link.id].note)
                 for link in self._links(asked)]  # fmt: skip
        on_file = {identity for (identity,) in self._rows("SELECT id FROM link WHERE id IN (SELECT link FROM reviews)")}
        kinds = dict(self._rows("SELECT name, kind FROM actor"))
        wanted = replace(selection, generic=True)  # who was unnamed is not on file any more
        return found + [
            Reviewed(decision.link, decision.action == "confirm", False, decision.note)
            for decision in last.values()
            if decision.subject not in on_file and decision.link and wanted.keeps(decision.link, kinds)
        ]

    def ties(self, selection: Selection = EVERYTHING) -> list[Tie]:
        """The links bundled into ties, best first."""
        from graph.network import bundle

        return bundle(self.links(selection))

    def bare_ties(self, selection: Selection = EVERYTHING) -> Iterator[BareTie]:
        """The ties without their words, summed by SQLite: what paths and centrality walk on.

        A symmetric tie may come in two parts, one each way its links were written.
        """
        return sums.bare_ties(self._rows, self._where(selection), _tables(selection))

    def pairs(self, selection: Selection = EVERYTHING) -> list[Pair]:
        """Who is tied to whom, and how heavily, without the words; in alphabetical order."""
        return sums.pairs(self._rows, self._where(selection), _tables(selection))

    def between(self, ends: Iterable[tuple[str, str]], selection: Selection = EVERYTHING) -> Links:
        """The links between the two actors of each pair, by canonical name, either way; in document order."""
        asked = self._where(selection)
        sums.ask_between(asked, ends)
        return self._links(asked)

    def contested(self, dismissals: Sequence[str], selection: Selection = EVERYTHING) -> Links:
        """The links among which contradictions are, and as few others as SQLite can tell; in document order.

        Those are links between two actors of whom something is said and also denied, or of whom two lasting
        things are said, and the links of documents where somebody "dismisses" something.
        """
        asked = self._where(selection)
        sums.ask_contested(asked, _tables(selection), dismissals)
        return self._links(asked)

    def moments(self, selection: Selection = EVERYTHING) -> list[Moment]:
        """The links without their words, as they happened; undated ones last."""
        return sums.moments(self._rows, self._where(selection))

    def told(self, moments: Sequence[Moment]) -> Later[Link]:
        """The links of these moments, read when they are looked at."""

        def read(some: Sequence[Moment]) -> list[Link]:
            asked = Where()
            asked.among("link.number", (moment.number for moment in some))
            rows = self._rows(f"SELECT link.number, {LINK_COLUMNS} FROM {LINK_TABLES}{asked.sql}", asked.values)
            links = {row[0]: link_of(row[1:]) for row in rows}
            return [links[moment.number] for moment in some]

        return Later(moments, read)

    def network(self, selection: Selection = EVERYTHING) -> nx.MultiDiGraph:
        """The links as a NetworkX graph, one edge a link (see `graph.network`)."""
        from graph.network import network

        return network(self.links(selection), self.actors(selection))

    def find_actor(self, name: str) -> Actor:
        """The actor that a text or the analyst calls so, case and accents aside.

        Raises
        ------
        UnknownActor
            If none is; the message names the nearest three.
        """
        return names.find(self._rows, name)

    def search(self, words: str, selection: Selection = EVERYTHING) -> Links:
        """The links whose sentence has the words, in document order.

        Every word must be there, in any form ("attack" finds "attacked"); words in double quotes
        must follow each other.
        """
        asked = self._where(selection)
        asked.add("link.sentence IN (SELECT rowid FROM sentence_text WHERE sentence_text MATCH ?)", _query(words))
        return self._links(asked)

    def activities(self, selection: Selection = EVERYTHING) -> list[Activity]:
        """The actors that have links, with how many go out and come in, the busiest first.

        A symmetric link counts both ways for both.
        """
        return sums.activities(self._rows, self._where(selection), _tables(selection))

    def aliases(self, actors: Iterable[int]) -> dict[int, dict[str, int]]:
        """The words that texts use for actors, by the actors' numbers, and how often; the commonest first."""
        return names.aliases(self._rows, actors)

    def actor_names(self, selection: Selection = EVERYTHING) -> list[str]:
        """What the `actors` are called."""
        asked = self._ends(selection)
        return [name for (name,) in self._rows(f"SELECT name FROM actor{asked.sql} ORDER BY name", asked.values)]

    def _links(self, asked: Where) -> Links:
        query = f"SELECT {LINK_COLUMNS} FROM {LINK_TABLES}{asked.sql} ORDER BY link.document, link.number"
        count = f"SELECT count(*) FROM {LINK_TABLES}{asked.sql}"
        return Links(self._rows(query, asked.values), lambda: int(next(self._rows(count, asked.values))[0]))

    def _where(self, selection: Selection, *, rejected: bool = True) -> Where:
        """The conditions of a selection; `rejected` leaves out what an analyst rejected."""
        speakers = tuple(name if name == UNNAMED else self.find_actor(name).name for name in selection.said_by)
        some = next(self._rows("SELECT EXISTS (SELECT 1 FROM decision WHERE action = 'reject')"))[0]
        return where(replace(selection, said_by=speakers), rejected=rejected and bool(some))

    def _ends(self, selection: Selection) -> Where:
        """The condition that an actor stands at an end of a link that is kept."""
        if selection == Selection(generic=True):
            return Where()
        if selection == EVERYTHING:
            return Where(["actor.kind <> 'generic'"])
        asked = self._where(selection)
        ends = "SELECT link.{} FROM " + LINK_TABLES + asked.sql
        return Where([f"actor.number IN ({ends.format('source')} UNION {ends.format('target')})"], asked.values * 2)

    def _rows(self, query: str, values: Any = ()) -> Iterator[tuple[Any, ...]]:
        with translated(self.path):
            # Not `yield from`, which would close the cursor of an answer left half read, after the file.
            for row in self.connection.execute(query, tuple(values)):  # noqa: UP028
                yield row


def open_casefile(path: str | os.PathLike[str], *, create: bool = False, writing: bool = False) -> Casefile:
    """Open a casefile: for questions, for changing it, or to make one.

    Parameters
    ----------
    path : path
        `:memory:` makes one that is gone when it is closed.
    create : bool
        Lay the file out where there is none, and open it for writing.
    writing : bool
        Open a file that is there for writing.

    Raises
    ------
    CasefileError
        If it is missing, damaged, foreign, newer than this version, or may not be written.

    Examples
    --------
    >>> with open_casefile(":memory:") as casefile:
    ...     list(casefile.links())
    []
    """
    return Casefile(connect(path, create=create, writing=writing or create), path)


def _tables(selection: Selection) -> str:
    return sums.tables(dated=not touches_links_only(selection))


def _query(words: str) -> str:
    """The words as an FTS5 query: each is a string of its own, so that no character is an operator."""
    parts = words.split('"')
    phrases = [part for i, part in enumerate(parts) if i % 2] + [w for part in parts[::2] for w in part.split()]
    quoted = [f'"{phrase.strip()}"' for phrase in phrases if any(c.isalnum() for c in phrase)]
    if not quoted:
        raise WrongUse(f"{words!r} has no word to search for")
    return " ".join(quoted)
