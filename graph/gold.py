"""Gold links as their makers write them: read from JSON Lines, and checked line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.documents.decoding import decoded
from graph.errors import WhowhomError
from graph.links import FACTUALITIES, POLARITIES, RELATIONS

Row = Mapping[str, Any]
# What a field of a gold link may hold; others are compared as they stand.
VALUES = {"polarity": POLARITIES, "relation": tuple(RELATIONS), "factuality": FACTUALITIES}
_NEEDED = ("sentence", "source", "target")
_NAMES = ("source", "target", "attributed_to")


def read_gold(path: str | Path) -> list[Row]:
    """The gold links of a JSON Lines file; documents that carry `links` are spread into their links.

    Raises
    ------
    WhowhomError
        If the file is no text or holds nothing, or at the first line that is no gold, with its number.
    """
    try:
        text = decoded(Path(path).read_bytes(), str(path))
    except OSError as error:
        raise WhowhomError(f"cannot read {path}: {error.strerror}") from error
    found: list[Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found += _links_of(json.loads(line))
            except (json.JSONDecodeError, RecursionError) as error:
                raise WhowhomError(f"{path}, line {number}: not JSON ({error})") from error
            except ValueError as error:
                raise WhowhomError(f"{path}, line {number}: {error}") from error
    if not found:
        raise WhowhomError(f"{path}: holds no gold; write a link a line, as whowhom links --format jsonl does")
    return found


def gold_of_document(row: Row) -> list[Row]:
    """The links of a document that carries them, each with the document's text as its sentence."""
    links: list[Row] = [{"sentence": row["text"], **link, "document": row["id"]} for link in row["links"]]
    # A text without links still has a place: what is read there is wrong.
    return links or [{"sentence": row["text"], "document": row["id"], "empty": True}]


def fault(row: object) -> str | None:
    """What keeps a row from being a gold link; None where nothing does.

    >>> fault({"sentence": "Chad met Mali.", "source": "Chad", "target": "Mali", "polarity": "nice"})
    "polarity 'nice' is none of cooperative, hostile, neutral"
    >>> fault({"sentence": "Chad met Mali.", "source": "Chad"})
    "has no 'target': each link needs sentence, source and target"
    """
    if not isinstance(row, Mapping):
        return f"{row!r} is no link: a JSON object is needed"
    return next(_faults(row), None)


def _faults(row: Row) -> Iterator[str]:
    if row.get("empty"):
        return
    for name in _NEEDED:
        if not row.get(name):
            yield f"has no {name!r}: each link needs sentence, source and target"
    if not isinstance(row["sentence"], str):
        yield "'sentence' is no text"
    if not isinstance(accept := row.get("accept", {}), Mapping) or not all(
        isinstance(v, list) for v in accept.values()
    ):
        yield "'accept' is no object of lists"
        return
    for name in _NAMES:
        if not all(
            value is None or isinstance(value, str) for value in (*listed(row.get(name)), *accept.get(name, ()))
        ):
            yield f"{name!r} is neither a name nor a list of names"
    for name, known in VALUES.items():
        for value in (*listed(row.get(name)), *accept.get(name, ())):
            if value not in known:
                yield f"{name} {value!r} is none of {', '.join(known)}"


def _links_of(row: Any) -> list[Row]:
    """The links of one line.

    Raises
    ------
    ValueError
        If it is no gold.
    """
    if isinstance(row, dict) and "links" in row:
        if not isinstance(row["links"], list) or not all(isinstance(link, dict) for link in row["links"]):
            raise ValueError("'links' is no list of links")
        for name in ("id", "text"):
            if not isinstance(row.get(name), str):
                raise ValueError(f"a document with its links needs {name!r}")
        rows = gold_of_document(row)
    else:
        rows = [row]
    for link in rows:
        if why := fault(link):
            raise ValueError(why)
    return rows


def listed(value: Any) -> list[Any]:
    """What a field holds, one value or several, as a list; None is nothing.

    >>> listed("AID"), listed(["AID", "SUPPORT"]), listed(None)
    (['AID'], ['AID', 'SUPPORT'], [])
    """
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
