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
    ".html": "html:read_html",
    ".htm": "html:read_html",
    ".xhtml": "html:read_html",
    ".pdf": "pdf:read_pdf",
    ".docx": "docx:read_docx",
    ".eml": "mail:read_mail",
    ".rss": "feed:read_feed",
    ".atom": "feed:read_feed",
    ".xml": "feed:read_feed",
    ".gz": "archives:read_gzip",
    ".zip": "archives:read_zip",
}
ARCHIVES = frozenset({".gz", ".zip"})
# What `export` writes for other tools is no news: its markup would be read as sentences.
NO_NEWS = frozenset({".gexf", ".graphml", ".cypher", ".json"})
SUFFIXES = frozenset(READERS)
ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})  # a document a line
