"""Reads JSONL and CSV: one document a row, with `text`, and `id`, `title`, `publisher`, `date`, `url` where given."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator
from typing import IO

from graph.documents.decoding import decoded
from graph.documents.limits import MAX_BYTES
from graph.documents.row import Row, known_fields
from graph.errors import UnreadableDocument

_LINK = frozenset({"sentence", "source", "target", "predicate"})  # keys of a link, as `links` and `export` write it


def read_jsonl(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """One document a line; a broken line is reported and the next one read."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableDocument(f"{name}: is in UTF-16; save it as UTF-8")
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, or a depth or a number beyond all reason
            yield UnreadableDocument(f"{where}: is not a JSON object ({error})")
            continue
        if isinstance(record, dict) and "text" not in record and record.keys() >= _LINK:
            raise UnreadableDocument(f"{name}: holds links that were read, not news; use the documents, the casefile, "
                                     "or an export as .graphml, which can be asked")  # fmt: skip
        yield _row(record, str(number), where)


def read_csv(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """One document a row, below a header; a semicolon in the header means a table in the continental style."""
    yield from _read_table(file, name, None)


def read_tsv(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """One document a row, columns parted by tabs."""
    yield from _read_table(file, name, "\t")


def _read_table(file: IO[bytes], name: str, delimiter: str | None) -> Iterator[Row | UnreadableDocument]:
    head = file.readline()
    if not head.strip():
        raise UnreadableDocument(f"{name}: is empty")
    header = decoded(head, name)
    mark = delimiter or (";" if header.count(";") > header.count(",") else ",")
    columns = [column.strip().lower() for column in next(csv.reader([header], delimiter=mark))]
    if "text" not in columns:
        raise UnreadableDocument(f"{name}: has no column named text (it has {', '.join(columns)})")
    lines = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        yield from _rows(csv.reader(lines, delimiter=mark), columns, name)
    finally:
        lines.detach()  # whoever opened the file closes it


def _rows(reader: Iterator[list[str]], columns: list[str], name: str) -> Iterator[Row | UnreadableDocument]:
    csv.field_size_limit(MAX_BYTES)
    number = 1
    while True:
        number += 1
        where = f"{name}: row {number}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield UnreadableDocument(f"{where}: is broken ({error})")
            continue
        except UnicodeDecodeError as error:
            raise UnreadableDocument(f"{where}: is not UTF-8; save the table as UTF-8") from error
        if cells:
            yield _row(dict(zip(columns, cells, strict=False)), str(number), where)


def _row(record: object, part: str, where: str) -> Row | UnreadableDocument:
    if not isinstance(record, dict):
        return UnreadableDocument(f"{where}: is not a JSON object")
    if record.get("text") is None:
        return UnreadableDocument(f"{where}: has no text")
    if not isinstance(record["text"], str):
        return UnreadableDocument(f"{where}: its text is {record['text']!r:.40}, not a string")
    given = known_fields({key: value for key, value in record.items() if key != "text"})
    return Row(record["text"], part=part).over(given)
