"""Anything readable -> Document: text, Markdown, JSONL, CSV, HTML, PDF, DOCX, mail, feeds, archives, folders, stdin.

Each format has a reader in a module of its own, which is imported when a file of that kind comes
(see `formats`). What cannot be read is an UnreadableDocument: handed to `on_problem` where one is
given, and reading goes on; raised otherwise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.documents.dates import iso_date
from graph.documents.decoding import sound
from graph.documents.files import STDIN, Place, places, unreadable
from graph.documents.formats import count_rows, read_rows
from graph.documents.language import looks_english
from graph.documents.row import Row
from graph.documents.sidecar import sidecar_of
from graph.errors import UnreadableDocument, WhowhomError
from graph.links import Document

# spaCy refuses longer texts, and a text this long is a book, not an article.
MAX_CHARACTERS = 1_000_000

Source = str | os.PathLike[str]
OnProblem = Callable[[UnreadableDocument], None]
OnNote = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Found:
    """A document and where it was found: the file's absolute path, and the row where it holds several.

    What comes from standard input has no place; it is told apart by its id or its words.
    """

    document: Document
    origin: str


def read_documents(
    sources: Source | Iterable[Source], *, date: str | None = None, on_problem: OnProblem | None = None
) -> Iterator[Document]:
    """Read documents, one at a time, files of a folder in the order of their names.

    Parameters
    ----------
    sources : path, or iterable of paths
        Files, folders (searched; hidden files, README and LICENSE left out), or `-` for standard input.
    date : str, optional
        The date of documents that carry none.
    on_problem : callable, optional
        Called with each UnreadableDocument; the others are still read.

    Yields
    ------
    Document

    Raises
    ------
    UnreadableDocument
        At the first document that cannot be read, unless `on_problem` is given.
    WhowhomError
        If `date` is no date.
    """
    for found in find_documents(sources, date=date, on_problem=on_problem):
        yield found.document


def find_documents(
    sources: Source | Iterable[Source],
    *,
    date: str | None = None,
    on_problem: OnProblem | None = None,
    on_note: OnNote = lambda note: None,
) -> Iterator[Found]:
    """Read documents as `read_documents` does, each with the place it was found at.

    `on_note` is called with a line for each folder about the files there that are no documents.
    """
    default_date = None if date is None else _given_date(date)
    listed = [sources] if isinstance(sources, str | os.PathLike) else sources
    report = on_problem or _raise
    for place in places(listed, report, on_note):
        try:
            yield from _documents_at(place, default_date, report)
        except UnreadableDocument as problem:
            report(problem)
        except OSError as error:
            report(UnreadableDocument(f"{error.filename or place.path}: {unreadable(error)}"))


def count_documents(sources: Iterable[Source]) -> int | None:
    """About how many documents the sources hold, without reading them; None where standard input is one."""
    listed = list(places(sources, lambda problem: None))
    if any(place.is_stdin for place in listed):
        return None
    return sum(count_rows(place) for place in listed)


def _documents_at(place: Place, default_date: str | None, report: OnProblem) -> Iterator[Found]:
    beside = sidecar_of(place.path)
    several = False
    ids: set[str] = set()
    for number, row in enumerate(read_rows(place), start=1):
        if isinstance(row, UnreadableDocument):
            report(row)
            continue
        several = several or row.part is not None
        where = f"{place.name}#{row.part or number}" if several else place.name
        try:
            row = row.over(beside).sound()
            document = _document(row, place, default_date, where)
        except UnreadableDocument as problem:
            report(problem)
        else:
            part = row.part or (str(number) if several else None)
            yield Found(document, "#".join(_origin(place, row.id, part, document, repeated=row.id in ids)))
            if row.id:
                ids.add(row.id)


def _origin(place: Place, identity: str | None, part: str | None, document: Document, *, repeated: bool) -> list[str]:
    """Where a document was found: the path, and what tells it from the others there (two rows may say the same id)."""
    if place.is_stdin:
        origin = [STDIN, identity or document.content_hash]
    else:
        origin = [sound(str(Path(place.path).resolve())), *filter(None, [part and (identity or part)])]
    return [*origin, part] if part and repeated else origin


def _document(row: Row, place: Place, default_date: str | None, where: str) -> Document:
    """The document of a row, checked: it has words, they are few enough, and they are English."""
    if not row.text.strip():
        raise UnreadableDocument(f"{where}: is empty")
    if len(row.text) > MAX_CHARACTERS:
        raise UnreadableDocument(
            f"{where}: is too long ({len(row.text):,} characters; split it below {MAX_CHARACTERS:,})"
        )
    if not looks_english(row.text):
        raise UnreadableDocument(f"{where}: is not in English, the only language read")
    try:
        date = iso_date(row.date) if row.date else default_date
    except ValueError as error:
        raise UnreadableDocument(f"{where}: {error}") from error
    identity = row.id or sound(f"{place.id}#{row.part}" if row.part else place.id)
    return replace(Document(identity, row.text), title=row.title, publisher=row.publisher, url=row.url, date=date)


def _given_date(date: str) -> str:
    try:
        return iso_date(date)
    except ValueError as error:
        raise WhowhomError(str(error)) from error


def _raise(problem: UnreadableDocument) -> None:
    raise problem


__all__ = [
    "MAX_CHARACTERS",
    "STDIN",
    "Found",
    "OnNote",
    "OnProblem",
    "Source",
    "count_documents",
    "find_documents",
    "read_documents",
]
