"""Which reader takes which file ending. A reader is imported when the first file of its kind comes."""

from __future__ import annotations

# ending -> "module of graph.documents : function", each `(file, name) -> iterator of Row or UnreadableDocument`
READERS = {
    ".txt": "text:read_text",
    ".md": "text:read_markdown",
    ".markdown": "text:read_markdown",
    ".jsonl": "tables:read_jsonl",
    ".ndjson": "tables:read_jsonl",
    ".csv": "tables:read_csv",
    ".tsv": "tables:read_tsv",
}
SUFFIXES = frozenset(READERS)
ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})  # a document a line
