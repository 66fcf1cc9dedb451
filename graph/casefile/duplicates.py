"""Is this story in the casefile already? The same wire story in ten papers is counted once.

The same text is known by its hash; nearly the same text by MinHash, whose bands are kept in the
casefile, not in memory. Whatever shares a band is compared in earnest: by the share of common
five-word sequences.

References
----------
A. Broder: On the resemblance and containment of documents. SEQUENCES 1997, 21–29.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3

SHINGLE = 5  # words
BANDS, ROWS = 16, 6  # two texts at the threshold share a band in 96 of 100 cases, at 0.5 in 22
THRESHOLD = 0.75  # Jaccard similarity: a changed headline and first line pass, a rewritten story does not
_MIN_SHINGLES = 20  # shorter texts are too alike by nature: for them only the same text counts
_WORD = re.compile(r"\w+")


def counted_under(connection: sqlite3.Connection, number: int) -> int | None:
    """The document whose story this one tells again, if any; notes the bands of the others.

    Only documents before it, or read already, are asked, so that of two copies one remains.
    """
    text, digest = connection.execute("SELECT text, hash FROM document WHERE number = ?", (number,)).fetchone()
    same = connection.execute(
        "SELECT number FROM document WHERE hash = ? AND number <> ? AND copy_of IS NULL "
        "AND (number < ? OR reading IS NOT NULL) ORDER BY number LIMIT 1",
        (digest, number, number),
    ).fetchone()
    if same is not None:
        return int(same[0])
    sequences = shingles(text)
    if len(sequences) < _MIN_SHINGLES:
        return None
    buckets = _buckets(sequences)
    for (candidate,) in connection.execute(
        "SELECT DISTINCT number FROM band JOIN document ON number = document "
        f"WHERE bucket IN ({', '.join('?' * BANDS)}) AND number <> ? AND copy_of IS NULL "
        "AND (number < ? OR reading IS NOT NULL) ORDER BY number",
        (*buckets, number, number),
    ).fetchall():
        other = connection.execute("SELECT text FROM document WHERE number = ?", (candidate,)).fetchone()[0]
        if similarity(sequences, shingles(other)) >= THRESHOLD:
            return int(candidate)
    connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(bucket, number) for bucket in buckets])
    return None


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
    from datasketch import MinHash

    minhash = MinHash(num_perm=BANDS * ROWS, seed=1)
    minhash.update_batch([sequence.encode() for sequence in sequences])
    values = minhash.hashvalues.astype("<u8").reshape(BANDS, ROWS)
    return [
        int.from_bytes(hashlib.blake2b(bytes([band]) + row.tobytes(), digest_size=8).digest(), "big", signed=True)
        for band, row in enumerate(values)
    ]
