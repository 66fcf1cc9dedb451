"""Which files a list of sources means: the files themselves, those of a folder in order, or standard input."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from graph.documents.endings import CASEFILE, NO_NEWS, SIDECAR, SUFFIXES
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


Report = Callable[[UnreadableDocument], None]


def places(
    sources: Iterable[str | os.PathLike[str]], report: Report, note: Callable[[str], None] = lambda note: None
) -> Iterator[Place]:
    """The files of the sources, each once, in order; what is missing is reported, what is left out noted."""
    seen: set[str] = set()
    for source in sources:
        if not os.fspath(source):
            report(UnreadableDocument("'': a source without a name; . is this folder"))
            continue
        for place in _places_of(Path(source), report, note):
            key = STDIN if place.is_stdin else os.path.realpath(place.path)
            if key not in seen:
                seen.add(key)
                yield place


def missing(path: PurePath) -> str | None:
    """Why there is nothing to read at a path, as the system has it; None where there is something.

    >>> missing(PurePath("no/such/file.txt"))
    'no such file or folder'
    """
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return "no such file or folder"
    except (OSError, ValueError) as error:  # a folder above may not be entered, or the name cannot be one
        return unreadable(error)
    return None if os.access(path, os.R_OK) else unreadable(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def unreadable(error: OSError | ValueError) -> str:
    """Why something that is there is not read."""
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def _places_of(path: Path, report: Report, note: Callable[[str], None]) -> Iterator[Place]:
    if str(path) == STDIN:
        yield Place(path, "stdin")
    elif why := missing(path):
        report(UnreadableDocument(f"{path}: {why}"))
    elif path.is_dir():
        yield from _places_below(path, report, note)
    elif path.suffix.lower() in NO_NEWS:
        report(UnreadableDocument(f"{path}: {refusal(path)}"))
    else:
        yield Place(path, path.name)


def _places_below(folder: Path, report: Report, note: Callable[[str], None]) -> Iterator[Place]:
    problems: list[UnreadableDocument] = []
    strangers: Counter[str] = Counter()
    empty = True
    for file in _files_below(folder, problems.append):
        if is_document(file):
            empty = False
            yield Place(file, file.relative_to(folder).as_posix())
        elif _is_stranger(file):
            strangers[file.suffix.lower() or "no ending"] += 1
    for problem in problems:
        report(problem)
    if strangers:
        endings = ", ".join(f"{ending} {count:,}" for ending, count in sorted(strangers.items()))
        note(f"{folder}: left out what is no document by its ending ({endings})")
    if empty and not problems:
        report(UnreadableDocument(f"{folder}: this folder holds no document ({', '.join(sorted(SUFFIXES))})"))


def refusal(path: PurePath) -> str:
    """Why a file with an ending of `NO_NEWS` is not read, and what to do instead.

    >>> refusal(PurePath("war.gexf"))
    'a .gexf file is no news; use the documents, the casefile, or an export as .graphml, which can be asked'
    """
    ending = path.suffix.lower()
    return f"a {ending} file is no news; {NO_NEWS[ending]}"


def _is_stranger(file: Path) -> bool:
    """Whether a reader may wonder that a file is left out: not one that is hidden, a note, or ours."""
    ours = file.suffix.startswith(CASEFILE) or (
        file.suffix == SIDECAR and any(file.with_suffix(ending).exists() for ending in SUFFIXES)
    )
    return not (ours or _is_hidden_or_note(file))


def _files_below(folder: Path, report: Report) -> Iterator[Path]:
    """All files, in the order of their names; what is in hidden folders is left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        report(UnreadableDocument(f"{folder}: {unreadable(error)}"))
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _files_below(Path(entry.path), report)
        elif os.path.isfile(entry.path):
            yield Path(entry.path)


def is_document(path: PurePath) -> bool:
    """Whether a file that was not asked for by name is a document: by its ending, hidden files and notes left out."""
    return path.suffix.lower() in SUFFIXES and not _is_hidden_or_note(path)


def _is_hidden_or_note(path: PurePath) -> bool:
    return path.name.startswith(".") or path.name.lower().startswith(_LEFT_OUT)
