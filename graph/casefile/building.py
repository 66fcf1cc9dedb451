"""Reads sources into a casefile: adds what is new, skips what is there, resumes what was cut off.

A document is written down, unread, when it is found, and its links, with the batch they are read in,
in one transaction. So a build that is killed leaves whole batches and, at most, documents that are
not read yet; the next one reads those first.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.casefile import adding, resolving
from graph.casefile.duplicates import counted_under
from graph.casefile.rows import DOCUMENT_COLUMNS, document_of
from graph.casefile.store import Casefile
from graph.casefile.versions import Reading, reading
from graph.documents import STDIN, Found, OnNote, OnProblem, Source, find_documents
from graph.errors import UnreadableDocument
from graph.links import Document, Extraction
from graph.workers import read_batches

_UNREAD = "reading IS NULL AND copy_of IS NULL"
_OUTDATED = "reading IS NOT NULL AND reading NOT IN (SELECT number FROM reading WHERE model = ? AND rules = ?)"


@dataclass(slots=True)
class Built:
    """What a build did: numbers of documents.

    `resumed` are those that a former build, or the loss of their original, left unread; `read` counts
    all that went through the extractor.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    resumed: int = 0
    reread: int = 0
    read: int = 0
    removed: int = 0
    unreadable: int = 0

    @property
    def done(self) -> int:
        """Steps that are done: documents read, found to be known or copies, or unreadable (see `waiting`)."""
        return self.read + self.unchanged + self.copies + self.unreadable

    def summary(self) -> str:
        """What was done, in one line.

        >>> Built(added=2, copies=1, read=2).summary()
        'added 2, copies 1'
        """
        counts = {name: getattr(self, name) for name in self.__slots__ if name != "read"}
        return ", ".join(f"{name} {count:,}" for name, count in counts.items() if count) or "nothing to do"


@dataclass(frozen=True, slots=True)
class Plan:
    """How to build: the options of `whowhom build`.

    `keep_duplicates` counts copies of a story too, `reread` reads again what another model or older
    rules read, `prune` removes what is gone from the sources, `strict` stops at the first
    document that cannot be read.
    """

    model: str
    date: str | None = None
    gazetteer: str | None = None
    jobs: int = 1
    prune: bool = False
    reread: bool = False
    keep_duplicates: bool = False
    strict: bool = False


def build(
    casefile: Casefile,
    sources: Iterable[Source],
    plan: Plan,
    *,
    on_problem: OnProblem = lambda problem: None,
    on_note: OnNote = lambda note: None,
    on_progress: Callable[[Built], None] = lambda built: None,
) -> Built:
    """Read sources into a casefile that is open for writing.

    Parameters
    ----------
    casefile : Casefile
    sources : iterable of paths
        As `read_documents` takes them.
    plan : Plan
    on_problem : callable
        Called with each document that cannot be read.
    on_note : callable
        Called with a line about what was left out on purpose.
    on_progress : callable
        Called after each batch with what is done so far; the same object every time.

    Returns
    -------
    Built

    Raises
    ------
    UnreadableDocument
        With `strict`, at the first document that cannot be read.
    CasefileError
        If the casefile cannot be written; what was written before stays.
    """
    return _Build(casefile, plan, on_problem, on_note, on_progress).run(list(sources))


def waiting(casefile: Casefile, plan: Plan) -> int:
    """How many documents of the casefile itself a build will read, besides those of its sources."""
    query = "SELECT count(*) FROM document WHERE "
    count: int = casefile.connection.execute(query + _UNREAD).fetchone()[0]
    if plan.reread:
        count += casefile.connection.execute(query + _OUTDATED, reading(plan.model, plan.gazetteer)).fetchone()[0]
    return count


class _Build:
    """One run of `build`: what it knows while it goes."""

    def __init__(
        self,
        casefile: Casefile,
        plan: Plan,
        on_problem: OnProblem,
        on_note: OnNote,
        on_progress: Callable[[Built], None],
    ) -> None:
        self.casefile = casefile
        self.connection = casefile.connection
        self.plan = plan
        self.on_problem = on_problem
        self.on_note = on_note
        self.on_progress = on_progress
        self.reading: Reading = reading(plan.model, plan.gazetteer)
        self.built = Built()

    def run(self, sources: list[Source]) -> Built:
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY) WITHOUT ROWID")
        self.connection.execute("DELETE FROM temp.seen")
        self._read(self._unread())
        found = find_documents(sources, date=self.plan.date, on_problem=self._problem, on_note=self.on_note)
        self._read(self._new(found))
        if self.plan.reread:
            self._read(self._outdated())
        if self.plan.prune:
            self._prune(sources)
            self._read(self._unread())  # copies of what was removed now count themselves
        with self.casefile.transaction():
            resolving.settle_kinds(self.connection)
        return self.built

    def _read(self, documents: Iterator[Document]) -> None:
        """Read documents and keep their links, one transaction a batch."""
        plan = self.plan
        for batch in read_batches(documents, model=plan.model, gazetteer=plan.gazetteer, jobs=plan.jobs):
            with self.casefile.transaction():
                for outcome in batch:
                    if isinstance(outcome, Extraction):
                        adding.add_reading(self.connection, outcome, self.reading)
                        self.built.read += 1
                resolving.resolve_new(self.connection)
            for outcome in batch:
                if isinstance(outcome, UnreadableDocument):
                    self._problem(outcome)
            self.on_progress(self.built)

    def _problem(self, problem: UnreadableDocument) -> None:
        if self.plan.strict:
            raise problem
        self.built.unreadable += 1
        self.on_problem(problem)

    def _unread(self) -> Iterator[Document]:
        """Documents that were written down, but not read; among them those whose original is gone."""
        for number in self._numbers(_UNREAD):
            with self.casefile.transaction():
                copy = self._is_copy(number)
            if not copy:
                self.built.resumed += 1
                yield self._document(number)

    def _outdated(self) -> Iterator[Document]:
        """Documents that another model or other rules read."""
        for number in self._numbers(_OUTDATED, *self.reading):
            self.built.reread += 1
            yield self._document(number)

    def _new(self, found: Iterable[Found]) -> Iterator[Document]:
        """Documents of the sources that the casefile does not have, or has with other words."""
        for one in found:
            with self.casefile.transaction():
                number = self._written_down(one)
            self.on_progress(self.built)
            if number is not None:
                yield self._document(number)

    def _written_down(self, found: Found) -> int | None:
        """Write a document down; its number where it has to be read, None where it is known or a copy."""
        if self.plan.prune:
            self.connection.execute("INSERT OR IGNORE INTO temp.seen VALUES (?)", (found.origin,))
        number = known_number(self.connection, found)
        if number is None:
            number = adding.keep_document(self.connection, free_id(self.connection, found), found.origin)
            return None if self._is_copy(number) else self._counted("added", number)
        if adding.is_unchanged(self.connection, number, found.document):
            adding.move_document(self.connection, number, free_id(self.connection, found, number).id, found.origin)
            if self.plan.keep_duplicates and adding.release(self.connection, number):
                return self._counted("added", number)
            return self._counted("unchanged")
        adding.change_document(self.connection, number, found.document, found.origin)
        return None if self._is_copy(number) else self._counted("changed", number)

    def _counted(self, what: str, number: int | None = None) -> int | None:
        setattr(self.built, what, getattr(self.built, what) + 1)
        return number

    def _is_copy(self, number: int) -> bool:
        """Whether a document tells a story that is counted already; it is then listed as a source of that one."""
        original = counted_under(self.connection, number)
        if original is None or self.plan.keep_duplicates:
            return False
        self.connection.execute("UPDATE document SET copy_of = ? WHERE number = ?", (original, number))
        self.built.copies += 1
        return True

    def _prune(self, sources: list[Source]) -> None:
        """Remove the documents that were found in these sources once and are there no more."""
        roots = [str(Path(source).resolve()) for source in sources if str(source) != STDIN and Path(source).exists()]
        origins = self.connection.execute(
            "SELECT number, origin FROM document WHERE origin IS NOT NULL AND origin NOT IN (SELECT origin FROM seen)"
        ).fetchall()
        gone = [number for number, origin in origins if _is_below(origin, roots) and _is_gone(origin)]
        with self.casefile.transaction():
            for number in gone:
                adding.remove_document(self.connection, number)
            resolving.resolve_new(self.connection)
        self.built.removed += len(gone)

    def _numbers(self, condition: str, *values: object) -> list[int]:
        query = f"SELECT number FROM document WHERE {condition} ORDER BY number"
        return [number for (number,) in self.connection.execute(query, values)]

    def _document(self, number: int) -> Document:
        query = f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE number = ?"
        return document_of(self.connection.execute(query, (number,)).fetchone())


def known_number(connection: sqlite3.Connection, found: Found) -> int | None:
    """The document that was found there before, or bears this id or has these words and was moved since."""
    row = connection.execute("SELECT number FROM document WHERE origin = ?", (found.origin,)).fetchone()
    if row is not None:
        return int(row[0])
    document = found.document
    for number, origin in connection.execute(
        "SELECT number, origin FROM document WHERE id = ? OR hash = ? ORDER BY id = ? DESC, number",
        (document.id, document.content_hash, document.id),
    ).fetchall():
        if origin is None or (not _is_stdin(origin) and not _exists(_file_of(origin))):
            return int(number)
    return None


def free_id(connection: sqlite3.Connection, found: Found, number: int | None = None) -> Document:
    """The document, by the shortest name that tells it apart where another document has its id."""
    query = "SELECT 1 FROM document WHERE id = ? AND number IS NOT ?"
    names = names_of(found)
    return replace(
        found.document, id=next(name for name in names if not connection.execute(query, (name, number)).fetchone())
    )


def names_of(found: Found) -> Iterator[str]:
    """What a document may be called, the shortest first: its id, the end of its path, and numbers without end.

    >>> names = names_of(Found(Document("1.txt", "Chad met Mali."), "/news/may/1.txt"))
    >>> list(itertools.islice(names, 4))
    ['1.txt', 'may/1.txt', 'news/may/1.txt', '1.txt-2']
    """
    identity = found.document.id
    yield identity
    if not _is_stdin(found.origin):
        folders = found.origin.split("/")
        ends = ("/".join(folders[-size:]) for size in range(1, len(folders)))
        yield from (end for end in ends if len(end) > len(identity))
    elif not identity.startswith("stdin"):
        yield f"stdin#{identity}"
    yield from (f"{identity}-{number}" for number in itertools.count(2))


def _is_stdin(origin: str) -> bool:
    return origin == STDIN or origin.startswith(f"{STDIN}#")


def _file_of(origin: str) -> Path:
    """The file of a place, which may be a row of it (`path#row`), or a row of what is packed in it."""
    path = origin
    while not _exists(Path(path)) and "#" in path:
        path = path.rpartition("#")[0]
    return Path(path if _exists(Path(path)) else origin)


def _exists(file: Path) -> bool:
    """Whether a file is there; one in a folder that may not be entered is taken to be."""
    try:
        os.stat(file)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _is_gone(origin: str) -> bool:
    """Whether a place that was searched just now, and yielded nothing, holds nothing: else it is only unreadable."""
    file = _file_of(origin)
    return not _exists(file) or (str(file) != origin and os.access(file, os.R_OK))


def _is_below(origin: str, roots: list[str]) -> bool:
    return any(origin == root or origin.startswith((f"{root}{os.sep}", f"{root}#")) for root in roots)
