"""Is this story in the casefile already? The same wire story in ten papers is counted once.

The same text is known by its hash; nearly the same text by MinHash, whose bands are kept in the
casefile, not in memory. Whatever shares a band is compared in earnest: by the share of common
five-word sequences.

References
----------
A. Broder: On the resemblance and containment of documents. SEQUENCES 1997, 21–29.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasketch import MinHash

SHINGLE = 5  # words
BANDS, ROWS = 16, 6  # two texts at the threshold share a band in 96 of 100 cases, at 0.5 in 22
THRESHOLD = 0.75  # Jaccard similarity: a changed headline and first line pass, a rewritten story does not
_MIN_SHINGLES = 20  # shorter texts are too alike by nature: for them only the same text counts
_MOST = 20  # documents that one is compared with
_WORD = re.compile(r"\w+")


def counted_under(connection: sqlite3.Connection, number: int) -> int | None:
    """The document whose story this one tells again, if any.

    Only documents before it, or read already, are asked, so that of two copies one remains. The bands
    of a document are noted when there is another to compare it with.
    """
    same = connection.execute(
        f"SELECT number FROM document WHERE {_COUNTED} AND hash = (SELECT hash FROM document WHERE number = ?1) "
        "ORDER BY number LIMIT 1",
        (number,),
    ).fetchone()
    if same is not None:
        return int(same[0])
    if connection.execute(f"SELECT 1 FROM document WHERE {_COUNTED} LIMIT 1", (number,)).fetchone() is None:
        return None
    sequences = shingles(_text(connection, number))
    for (candidate,) in _sharing_a_band(connection, number):
        if similarity(sequences, shingles(_text(connection, candidate))) >= THRESHOLD:
            return int(candidate)
    return None


_COUNTED = "number <> ?1 AND copy_of IS NULL AND (number < ?1 OR reading IS NOT NULL)"


def _sharing_a_band(connection: sqlite3.Connection, number: int) -> list[tuple[int]]:
    for (waiting,) in connection.execute("SELECT number FROM document WHERE NOT banded ORDER BY number").fetchall():
        sequences = shingles(_text(connection, waiting))
        buckets = _buckets(sequences) if len(sequences) >= _MIN_SHINGLES else []
        connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(bucket, waiting) for bucket in buckets])
        connection.execute("UPDATE document SET banded = 1 WHERE number = ?", (waiting,))
    # A sentence that thousands of stories end with brings them all here; those that share most come first.
    found = connection.execute(
        f"SELECT number FROM band JOIN document ON number = document WHERE {_COUNTED} "
        "AND bucket IN (SELECT bucket FROM band WHERE document = ?1) "
        f"GROUP BY number ORDER BY count(*) DESC, number LIMIT {_MOST}",
        (number,),
    ).fetchall()
    return sorted(found)


def _text(connection: sqlite3.Connection, number: int) -> str:
    text: str = connection.execute("SELECT text FROM document WHERE number = ?", (number,)).fetchone()[0]
    return text


def shingles(text: str) -> frozenset[str]:
    """The five-word sequences of a text, case and punctuation aside.

    >>> sorted(shingles("The truce held, they said on Monday."))
    ['held they said on monday', 'the truce held they said', 'truce held they said on']
    """
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of sequences that both texts have (Jaccard)."""
    return len(one & other) / max(1, len(one | other))


def _buckets(sequences: frozenset[str]) -> list[int]:
    """One number a band of the MinHash; the same for the same text on every machine."""
    minhash = _empty().copy()
    minhash.update_batch([sequence.encode() for sequence in sequences])
    values = minhash.hashvalues.astype("<u8").reshape(BANDS, ROWS)
    return [
        int.from_bytes(hashlib.blake2b(bytes([band]) + row.tobytes(), digest_size=8).digest(), "big", signed=True)
        for band, row in enumerate(values)
    ]


@functools.cache
def _empty() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * ROWS, seed=1)
