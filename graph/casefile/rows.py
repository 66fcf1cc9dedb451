"""Rows of a casefile <-> the words everyone speaks: documents, actors and links."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from graph.links import UNNAMED, Document, Link, TimeInterval

LINK_COLUMNS = """
    link.id, document.id, document.title, document.publisher, document.url, document.date,
    sentence.text, sentence.start, sentence.end, source.name, target.name,
    link.source_start, link.source_end, link.target_start, link.target_end, link.predicate_start, link.predicate_end,
    link.predicate, link.relation, link.polarity, link.intensity, link.factuality,
    speaker.name, link.speaker_unnamed, link.time_text, link.time_start, link.time_end,
    link.symmetric, link.kind, link.main, link.rule, link.confidence
"""
LINK_TABLES = """
    link JOIN document ON document.number = link.document JOIN sentence ON sentence.number = link.sentence
    JOIN actor AS source ON source.number = link.source JOIN actor AS target ON target.number = link.target
    LEFT JOIN actor AS speaker ON speaker.number = link.speaker
"""
DOCUMENT_COLUMNS = "id, text, title, publisher, url, date"
# What `link_values` writes, in its order.
WRITTEN_COLUMNS = (
    "id", "document", "sentence", "source", "source_as", "target", "target_as", "speaker", "speaker_as",
    "speaker_unnamed", "source_start", "source_end", "target_start", "target_end", "predicate_start",
    "predicate_end", "predicate", "relation", "polarity", "intensity", "factuality", "time_text", "time_start",
    "time_end", "symmetric", "kind", "main", "rule", "confidence",
)  # fmt: skip
End = tuple[int, int]


def link_of(row: tuple[Any, ...]) -> Link:
    """The link of a row of LINK_COLUMNS."""
    time = TimeInterval(row[24], row[25], row[26]) if row[24] is not None else None
    speaker = row[22] or (UNNAMED if row[23] else None)
    spans = (row[11], row[12]), (row[13], row[14]), (row[15], row[16])
    values = (*row[:11], *spans, *row[17:22], speaker, time, bool(row[27]), row[28], bool(row[29]), row[30], row[31])
    return Link(*values)


def link_values(link: Link, identity: str, document: int, sentence: int, ends: dict[str, End]) -> tuple[object, ...]:
    """The row of a link; `ends` maps actor names of its document to (actor, appearance) numbers."""
    speaker = None if link.attributed_to in (None, UNNAMED) else ends[link.attributed_to]
    time = (link.time.text, link.time.start, link.time.end) if link.time else (None, None, None)
    return (
        identity, document, sentence, *ends[link.source], *ends[link.target], *(speaker or (None, None)),
        link.attributed_to == UNNAMED, *link.source_span, *link.target_span, *link.predicate_span,
        link.predicate, link.relation, link.polarity, link.intensity, link.factuality, *time,
        link.symmetric, link.kind, link.main, link.rule, link.confidence,
    )  # fmt: skip


def document_of(row: tuple[Any, ...]) -> Document:
    """The document of a row of DOCUMENT_COLUMNS."""
    return Document(*row)


def insert(connection: sqlite3.Connection, table: str, columns: Iterable[str], values: Iterable[object]) -> int:
    """Add one row and return its number."""
    names = tuple(columns)
    marks = ", ".join("?" * len(names))
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", tuple(values))
    assert cursor.lastrowid is not None
    return cursor.lastrowid
