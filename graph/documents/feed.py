"""Reads news feeds (RSS, Atom): one document an entry, with its title, date, address and the feed's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from graph.documents.html import text_of_fragment
from graph.documents.limits import whole
from graph.documents.row import Row
from graph.errors import UnreadableDocument


def read_feed(file: IO[bytes], name: str) -> Iterator[Row | UnreadableDocument]:
    """One document an entry: its content where the feed carries it, else its summary."""
    import feedparser

    feed = feedparser.parse(whole(file, name))
    if not feed.version:
        raise UnreadableDocument(f"{name}: is no RSS or Atom feed")
    publisher = str(feed.feed.get("title", "")).strip() or None
    for number, entry in enumerate(feed.entries, start=1):
        text = _text(entry)
        if not text:
            yield UnreadableDocument(f"{name}#{number}: this entry has no text")
            continue
        link = entry.get("link") or None
        given = {key: str(entry[key]).strip() for key in ("title",) if entry.get(key)}
        date = entry.get("published") or entry.get("updated") or None
        row = Row(text, id=entry.get("id") or link, publisher=publisher, url=link, date=date, part=str(number))
        yield row.over(given)


def _text(entry: Any) -> str:
    contents = [content.value for content in entry.get("content", ())] or [entry.get("summary", "")]
    return max(map(text_of_fragment, contents), key=len)
