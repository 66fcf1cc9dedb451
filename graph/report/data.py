"""Answers as data: JSON as a whole, JSON Lines and CSV row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

# Spreadsheets run a cell that begins like this as a formula; an apostrophe in front keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def record(value: Any) -> Any:
    """A dataclass as JSON-ready data, all the way down; one with a `record` of its own decides itself."""
    if hasattr(value, "record"):
        return value.record()
    if is_dataclass(value):
        return {field.name: record(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: record(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [record(item) for item in value]
    return value


def as_json(answer: object) -> Iterator[str]:
    """The whole answer as one JSON value."""
    yield json.dumps(record(answer), ensure_ascii=False, indent=2) + "\n"


def as_jsonl(rows: Iterable[object]) -> Iterator[str]:
    """One JSON object a line."""
    for row in rows:
        yield json.dumps(record(row), ensure_ascii=False) + "\n"


def as_csv(rows: Iterable[object]) -> Iterator[str]:
    """Comma-separated rows under the keys of the first; lists stand as JSON, None as nothing."""
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        line, flat = io.StringIO(), _flat(record(row))
        if writer is None:
            writer = csv.DictWriter(line, list(flat), lineterminator="\r\n")
            writer.writeheader()
        else:
            writer = csv.DictWriter(line, list(writer.fieldnames), lineterminator="\r\n")
        writer.writerow({key: _cell(value) for key, value in flat.items()})
        yield line.getvalue()


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with a link's time interval spread over keys of its own."""
    flat = dict(row)
    if "time" in flat:
        time = flat.pop("time") or {}
        flat.update({f"time_{key}": time.get(key) for key in ("text", "start", "end")})
    return flat


def _cell(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
