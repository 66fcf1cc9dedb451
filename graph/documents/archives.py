"""Reads packed files: what is in .gz and .zip, each by its own ending, within limits."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from graph.documents import limits
from graph.documents.endings import ARCHIVES
from graph.documents.files import is_document
from graph.documents.row import Row, with_part
from graph.errors import UnreadableDocument


def read_gzip(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """The documents of the one file that is packed here; its ending is what stands before `.gz`."""
    from graph.documents.formats import reader_for

    suffix = PurePosixPath(name).with_suffix("").suffix.lower()
    if suffix in ARCHIVES:
        raise UnreadableDocument(f"{name}: an archive inside an archive is not opened")
    try:
        with gzip.open(file) as unpacked:
            yield from reader_for(suffix)(io.BufferedReader(_Bounded(unpacked, name)), name)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableDocument(f"{name}: is not a gzip file that can be read ({error})") from error


def read_zip(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """The documents of the members, in the order of their names; each by its ending."""
    try:
        with zipfile.ZipFile(io.BytesIO(limits.whole(file, name, limits.MAX_UNPACKED))) as archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda member: member.filename)
            _refuse_bomb(members, name)
            for member in members:
                if is_document(PurePosixPath(member.filename)):
                    yield from _member(archive, member, f"{name}#{member.filename}")
    except (zipfile.BadZipFile, zlib.error) as error:
        raise UnreadableDocument(f"{name}: is not a zip file that can be read ({error})") from error


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Row | UnreadableDocument]:
    from graph.documents.formats import reader_for

    path = PurePosixPath(member.filename)
    if path.suffix.lower() in ARCHIVES:
        yield UnreadableDocument(f"{name}: an archive inside an archive is not opened")
        return
    try:
        with archive.open(member) as unpacked:
            for row in reader_for(path.suffix)(unpacked, name):
                yield with_part(row, member.filename) if isinstance(row, Row) else row
    except UnreadableDocument as problem:
        yield problem
    except (RuntimeError, NotImplementedError) as error:  # locked, or packed in a way that is not known
        yield UnreadableDocument(f"{name}: cannot be unpacked ({error})")


def _refuse_bomb(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > limits.MAX_MEMBERS:
        raise UnreadableDocument(f"{name}: holds too many files ({len(members):,}; at most {limits.MAX_MEMBERS:,})")
    if sum(member.file_size for member in members) > limits.MAX_UNPACKED:
        raise _too_large(name)


def _too_large(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name}: is too large unpacked (more than {limits.MAX_UNPACKED / 1e6:,.0f} MB)")


class _Bounded(io.RawIOBase):
    """A stream that ends in an error when more comes out of it than an archive may hold."""

    def __init__(self, stream: gzip.GzipFile, name: str) -> None:
        self.stream = stream
        self.name = name
        self.left = limits.MAX_UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(len(buffer))
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableDocument(
                f"{self.name}: is too large unpacked (more than {limits.MAX_UNPACKED / 1e6:,.0f} MB)"
            )
        buffer[: len(data)] = data
        return len(data)
