"""Which reader takes a file, and its rows: by the ending, or for standard input by the first character."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Callable, Iterator
from typing import IO, cast

from graph.documents.endings import READERS, ROWS
from graph.documents.files import Place
from graph.documents.row import Row
from graph.errors import UnreadableDocument

Reader = Callable[[IO[bytes], str], Iterator[Row | UnreadableDocument]]


def read_rows(place: Place) -> Iterator[Row | UnreadableDocument]:
    """The documents of one file, as its format has them."""
    if place.is_stdin:
        file: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
        yield from reader_for(_ending_of_stdin(file))(file, place.name)
        file.detach()  # or standard input would be closed with it
        return
    with open(place.path, "rb") as opened:
        yield from reader_for(place.path.suffix)(opened, place.name)


def reader_for(suffix: str) -> Reader:
    """The reader of a file ending; an ending nobody knows is read as plain text."""
    module, function = READERS.get(suffix.lower(), READERS[".txt"]).split(":")
    reader: Reader = getattr(importlib.import_module(f"graph.documents.{module}"), function)
    return reader


def _ending_of_stdin(file: io.BufferedReader) -> str:
    return ".jsonl" if file.peek(1)[:1] == b"{" else ".txt"


def count_rows(place: Place) -> int:
    """About how many documents a file holds: its lines where each is one, else one."""
    if place.path.suffix.lower() not in ROWS:
        return 1
    try:
        with open(place.path, "rb") as file:
            return max(1, sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
