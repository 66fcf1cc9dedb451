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
CASEFILE = ".case"  # as a rule; what a file is shows in its first bytes
SIDECAR = ".toml"
_EXPORTED = "use the documents, the casefile, or an export as .graphml, which can be asked"
# What is no news, since its markup would be read as sentences -> what to do instead.
NO_NEWS = {
    ".gexf": _EXPORTED,
    ".graphml": _EXPORTED,
    ".cypher": _EXPORTED,
    ".json": _EXPORTED,
    CASEFILE: "if this was a casefile it is damaged: build it again or restore a copy",
    SIDECAR: "it goes beside a document of its name, or behind --actors",
    ".doc": "save it as .docx",
    ".odt": "save it as .docx",
    ".rtf": "save it as .docx",
}
SUFFIXES = frozenset(READERS)
ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})  # a document a line
