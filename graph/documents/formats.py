"""Which reader takes a file, and its rows: by the ending, or for standard input by how it begins."""

from __future__ import annotations

import codecs
import importlib
import io
import re
import sys
from collections.abc import Callable, Iterator
from typing import IO, cast

from graph.documents.endings import READERS, ROWS
from graph.documents.files import Place
from graph.documents.row import Row
from graph.errors import UnreadableDocument

_HEAD = 4096  # bytes that tell a format
# What begins so has this ending; small letters, behind white space.
_MARKS = (
    (".jsonl", re.compile(rb"\{")),
    (".html", re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.DOTALL)),
    (".xml", re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:rdf)\b", re.DOTALL)),
    (".pdf", re.compile(rb"%pdf-")),
)

Reader = Callable[[IO[bytes], str], Iterator[Row | UnreadableDocument]]


def read_rows(place: Place) -> Iterator[Row | UnreadableDocument]:
    """The documents of one file, as its format has them."""
    if place.is_stdin:
        file: io.BufferedReader = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
        yield from reader_for(ending_by(file.peek(_HEAD)))(file, place.name)
        file.detach()  # or standard input would be closed with it
        return
    with open(place.path, "rb") as opened:
        yield from reader_for(place.path.suffix)(opened, place.name)


def reader_for(suffix: str) -> Reader:
    """The reader of a file ending; an ending nobody knows is read as plain text."""
    module, function = READERS.get(suffix.lower(), READERS[".txt"]).split(":")
    reader: Reader = getattr(importlib.import_module(f"graph.documents.{module}"), function)
    return reader


def ending_by(head: bytes) -> str:
    """The ending of a file that begins so, where none is written; plain text unless it plainly is something else.

    >>> ending_by(b"<!DOCTYPE html>"), ending_by(b'id,text\\n1,Talks began.'), ending_by(b"Talks began.")
    ('.html', '.csv', '.txt')
    """
    begin = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for ending, mark in _MARKS:
        if mark.match(begin):
            return ending
    columns = re.split(rb"([,;\t])", begin.partition(b"\n")[0].strip())
    if len(columns) > 1 and b"text" in (column.strip(b' "') for column in columns):
        return ".tsv" if columns[1] == b"\t" else ".csv"
    return ".txt"


def count_rows(place: Place) -> int:
    """About how many documents a file holds: its lines where each is one, else one."""
    if place.path.suffix.lower() not in ROWS:
        return 1
    try:
        with open(place.path, "rb") as file:
            return max(1, sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
