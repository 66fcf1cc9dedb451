"""Which files a list of sources means: the files themselves, those of a folder in order, or standard input."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from graph.documents.endings import NO_NEWS, SUFFIXES
from graph.errors import UnreadableDocument

STDIN = "-"
_LEFT_OUT = ("readme", "license", "licence")


@dataclass(frozen=True, slots=True)
class Place:
    """A file to read, and the id its document gets when it has none of its own."""

    path: Path
    id: str

    @property
    def is_stdin(self) -> bool:
        """Whether the place is standard input."""
        return str(self.path) == STDIN

    @property
    def name(self) -> str:
        """What a message calls the place."""
        return "standard input" if self.is_stdin else str(self.path)


def places(sources: Iterable[str | os.PathLike[str]], report: Callable[[UnreadableDocument], None]) -> Iterator[Place]:
    """The files of the sources, each once, in order; what is missing is reported."""
    seen: set[str] = set()
    for source in sources:
        for place in _places_of(Path(source), report):
            key = STDIN if place.is_stdin else os.path.realpath(place.path)
            if key not in seen:
                seen.add(key)
                yield place


def _places_of(path: Path, report: Callable[[UnreadableDocument], None]) -> Iterator[Place]:
    if str(path) == STDIN:
        yield Place(path, "stdin")
    elif path.is_dir():
        empty = True
        for file in _files_below(path):
            empty = False
            yield Place(file, file.relative_to(path).as_posix())
        if empty:
            report(UnreadableDocument(f"{path}: this folder holds no document ({', '.join(sorted(SUFFIXES))})"))
    elif path.exists() and path.suffix.lower() in NO_NEWS:
        report(UnreadableDocument(f"{path}: {refusal(path)}"))
    elif path.exists():
        yield Place(path, path.name)
    else:
        report(UnreadableDocument(f"{path}: no such file or folder"))


def refusal(path: PurePath) -> str:
    """Why a file with an ending of `NO_NEWS` is not read, and what to give instead.

    >>> refusal(PurePath("war.gexf"))
    'a .gexf file is no news; use the documents, the casefile, or an export as .graphml, which can be asked'
    """
    instead = "the documents, the casefile, or an export as .graphml, which can be asked"
    return f"a {path.suffix.lower()} file is no news; use {instead}"


def _files_below(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _files_below(Path(entry.path))
        elif entry.is_file() and is_document(Path(entry.name)):
            yield Path(entry.path)


def is_document(path: PurePath) -> bool:
    """Whether a file that was not asked for by name is a document: by its ending, hidden files and notes left out."""
    if path.name.startswith("."):
        return False
    return path.suffix.lower() in SUFFIXES and not path.name.lower().startswith(_LEFT_OUT)
