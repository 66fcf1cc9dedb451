"""What is written into the file? Tables in which every sentence, document and word stands once.

Rows refer to each other by position, and those that the first picture needs come first: the file is cut
behind them, so that the picture can be drawn while the rest is still being read. Text positions count
UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graph.links import POLARITIES, Link, Tie
from graph.relationship_map.contents import Contents
from graph.relationship_map.picture import Picture

# The fields of each table's rows, in order. A tie's links are the next `links` rows that no tie before it
# has; `spans` are source, target and predicate within the sentence; a `manner` is what many links share.
FIELDS = {
    "ties": ("source", "target", "polarity", "symmetric", "links"),
    "links": ("key", "source", "target", "sentence", "spans", "predicate", "speaker", "time", "since", "until",
              "confidence", "manner"),
    "sentences": ("paragraph", "from", "to", "document", "start"),
    "paragraphs": ("text",),
    "documents": ("key", "title", "publisher", "url", "date"),
    "manners": ("relation", "polarity", "intensity", "factuality", "symmetric", "kind", "main", "rule"),
    "words": ("word",),
}  # fmt: skip
# A paragraph longer than this is shown as a window around its sentence.
_LONGEST_PARAGRAPH = 2000
_WINDOW = 400

Rows = dict[str, list[Any]]


class _Table:
    """Values in order of first appearance, each with its position."""

    def __init__(self) -> None:
        self._positions: dict[Any, int] = {}

    def position(self, value: Any) -> int:
        return self._positions.setdefault(value, len(self._positions))

    def rows(self) -> list[Any]:
        return list(self._positions)


class _Writer:
    """Fills the tables tie by tie."""

    def __init__(self, held: Contents, texts: Mapping[str, str]) -> None:
        self.held, self.texts = held, texts
        self.ties: list[Any] = []
        self.links: list[Any] = []
        self.shared = {name: _Table() for name in ("sentences", "paragraphs", "documents", "manners", "words")}

    def add(self, tie: Tie) -> None:
        position = self.held.position
        self.ties.append([position[tie.source], position[tie.target], POLARITIES.index(tie.polarity),
                          int(tie.symmetric), len(tie.links)])  # fmt: skip
        self.links += [self._link(self.held.links[key]) for key in tie.links]

    def sizes(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.rows().items()}

    def rows(self) -> Rows:
        return {"ties": self.ties, "links": self.links, **{name: t.rows() for name, t in self.shared.items()}}

    def _link(self, link: Link) -> list[Any]:
        """The link as FIELDS has it."""
        position, sentence = self.held.position, link.sentence
        spans = [
            utf16(sentence, min(max(edge - link.start, 0), len(sentence)))
            for span in (link.source_span, link.target_span, link.predicate_span)
            for edge in span
        ]
        time = (link.time.text, link.time.start, link.time.end) if link.time else (None, None, None)
        words = [self.shared["words"].position(word) for word in (link.predicate, link.attributed_to, *time)]
        manner = self.shared["manners"].position(tuple(getattr(link, field) for field in FIELDS["manners"]))
        return [link.id, position[link.source], position[link.target], self._sentence(link), spans, *words,
                link.confidence, manner]  # fmt: skip

    def _sentence(self, link: Link) -> int:
        shared = self.shared
        document = shared["documents"].position((link.document, link.title, link.publisher, link.url, link.date))
        text, offset = _paragraph(link, self.texts.get(link.document))
        ends = utf16(text, offset), utf16(text, offset + len(link.sentence))
        return shared["sentences"].position((shared["paragraphs"].position(text), *ends, document, link.start))


def tables(held: Contents, seen: Picture, texts: Mapping[str, str]) -> tuple[Rows, Rows]:
    """The rows that the first picture needs, and all others, by table; documents' texts give the paragraphs."""
    writer = _Writer(held, texts)
    for index in seen.ties:
        writer.add(held.ties[index])
    cut = writer.sizes()
    first = set(seen.ties)
    for index, tie in enumerate(held.ties):
        if index not in first:
            writer.add(tie)
    rows = writer.rows()
    return {name: rows[name][: cut[name]] for name in FIELDS}, {name: rows[name][cut[name] :] for name in FIELDS}


def actors(held: Contents, seen: Picture) -> list[dict[str, Any]]:
    """The actors, by rank, with what the browser shows of them."""
    rows = []
    for name, bloc, radius in zip(held.names, seen.blocs, seen.radii, strict=True):
        attributes = held.attributes[name]
        aliases = {alias: n for alias, n in json.loads(attributes.get("aliases", "{}")).items() if alias != name}
        row = {"name": name, "kind": attributes.get("kind", "generic"), "country": attributes.get("country"),
               "aliases": aliases or None, "bloc": bloc, "radius": radius}  # fmt: skip
        rows.append({key: value for key, value in row.items() if value is not None})
    return rows


def utf16(text: str, index: int) -> int:
    """The position in UTF-16 units of the character at `index`.

    >>> utf16("🙂 hi", 2)
    3
    """
    return index if text.isascii() else len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _paragraph(link: Link, text: str | None) -> tuple[str, int]:
    """The paragraph a link's sentence stands in, and where in it; the sentence alone without a text."""
    if text is None or text[link.start : link.end] != link.sentence:
        return link.sentence, 0
    begin = text.rfind("\n", 0, link.start) + 1
    end = text.find("\n", link.end)
    end = len(text) if end < 0 else end
    if end - begin > _LONGEST_PARAGRAPH:
        begin, end = max(begin, link.start - _WINDOW), min(end, link.end + _WINDOW)
    return text[begin:end], link.start - begin
