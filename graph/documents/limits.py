"""How much a file may hold before it is no document any more, or an archive made to fill the memory."""

from __future__ import annotations

from typing import IO

from graph.errors import UnreadableDocument

MAX_BYTES = 50_000_000  # of one document, unpacked
MAX_MEMBERS = 10_000  # of one archive
MAX_UNPACKED = 1_000_000_000  # of one archive in all


def whole(file: IO[bytes], name: str, limit: int | None = None) -> bytes:
    """All bytes of a file.

    Raises
    ------
    UnreadableDocument
        If they are more than `limit`, which is `MAX_BYTES` unless given.
    """
    most = MAX_BYTES if limit is None else limit
    data = file.read(most + 1)
    if len(data) > most:
        raise UnreadableDocument(f"{name}: is too large (more than {most / 1e6:,.0f} MB)")
    return data
