"""The tables of sentences in tests/gold: reading them, and measuring what was read against them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.links import Document, Extraction
from graph.score import Score, score

GOLD = Path(__file__).parents[1] / "gold"
Row = dict[str, Any]


def rows_of(name: str) -> list[Row]:
    """The documents of one table, by the phenomenon's name."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def documents(rows: Iterable[Row]) -> list[Document]:
    """The rows of a table as documents."""
    return [Document(row["id"], row["text"], date=row.get("date")) for row in rows]


def measured(extractions: Iterable[Extraction], rows: Iterable[Row]) -> Score:
    """The score of what was read against the rows of a table."""
    wanted = [{"sentence": row["text"], **link, "document": row["id"]} for row in rows for link in row["links"]]
    return score((link for extraction in extractions for link in extraction.links), wanted)
