"""What does the file hold? A network's actors, ties, links and sentences, each stored once.

Everything refers to everything else by position: actors are ranked by their ties, so that actor 0
has the most; a sentence is a slice of its paragraph; words that repeat (predicates, speakers, dates)
are positions in one table. Text positions count UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.links import POLARITIES, Link, Tie
from graph.network import bundle, links_of

# The fields of each table's rows, in order. `spans` are source, target and predicate within the sentence;
# a `manner` is what many links share.
LINK_FIELDS = (
    "key", "source", "target", "sentence", "spans", "predicate", "speaker", "time", "since", "until", "confidence",
    "manner",
)  # fmt: skip
MANNER_FIELDS = ("relation", "polarity", "intensity", "factuality", "symmetric", "kind", "main", "rule")
TIE_FIELDS = ("source", "target", "polarity", "symmetric", "links")
SENTENCE_FIELDS = ("paragraph", "from", "to", "document", "start")
DOCUMENT_FIELDS = ("key", "title", "publisher", "url", "date")
# A paragraph longer than this is shown as a window around its sentence.
_LONGEST_PARAGRAPH = 2000
_WINDOW = 400


@dataclass(frozen=True)
class Contents:
    """The tables of the file; `ties` still carry names and link ids, `links` are rows."""

    names: tuple[str, ...]
    actors: tuple[dict[str, Any], ...]
    ties: tuple[Tie, ...]
    links: list[list[Any]]
    sentences: list[list[int]]
    paragraphs: list[str]
    documents: list[list[Any]]
    manners: list[list[Any]]
    words: list[str | None]
    link_ids: Mapping[str, int]

    def record(self) -> dict[str, Any]:
        """The tables as one JSON object."""
        position = {name: index for index, name in enumerate(self.names)}
        ties = [
            [position[tie.source], position[tie.target], POLARITIES.index(tie.polarity), int(tie.symmetric),
             [self.link_ids[key] for key in tie.links]]
            for tie in self.ties
        ]  # fmt: skip
        return {
            "actors": self.actors,
            "ties": {"fields": TIE_FIELDS, "rows": ties},
            "links": {"fields": LINK_FIELDS, "rows": self.links},
            "sentences": {"fields": SENTENCE_FIELDS, "rows": self.sentences},
            "documents": {"fields": DOCUMENT_FIELDS, "rows": self.documents},
            "manners": {"fields": MANNER_FIELDS, "rows": self.manners},
            "polarities": POLARITIES,
            "paragraphs": self.paragraphs,
            "words": self.words,
        }


class _Table:
    """Values in order of first appearance, each with its position."""

    def __init__(self, *first: Any) -> None:
        self.values: list[Any] = list(first)
        self._positions: dict[Any, int] = {value: index for index, value in enumerate(first)}

    def position(self, value: Any) -> int:
        if value not in self._positions:
            self._positions[value] = len(self.values)
            self.values.append(value)
        return self._positions[value]


def contents(network: nx.MultiDiGraph, texts: Mapping[str, str], *, generic: bool = False) -> Contents:
    """The tables for a network; without `generic`, links to unnamed actors are left out."""
    kinds = dict(network.nodes(data="kind", default="generic"))
    links = [
        link for link in links_of(network)
        if generic or (kinds[link.source] != "generic" and kinds[link.target] != "generic")
    ]  # fmt: skip
    ties = bundle(links)
    names = _ranked(ties)
    position = {name: index for index, name in enumerate(names)}
    documents, paragraphs, sentences, manners, words = _Table(), _Table(), _Table(), _Table(), _Table(None)
    rows = []
    for link in links:
        document = documents.position((link.document, link.title, link.publisher, link.url, link.date))
        paragraph, offset = _paragraph(link, texts.get(link.document))
        begin = utf16(paragraph, offset)
        end = utf16(paragraph, offset + len(link.sentence))
        sentence = sentences.position((paragraphs.position(paragraph), begin, end, document, link.start))
        manner = manners.position(tuple(getattr(link, field) for field in MANNER_FIELDS))
        rows.append(_row(link, position, sentence, manner, words))
    return Contents(
        names, tuple(_actor(name, network.nodes[name]) for name in names), tuple(ties), rows,
        [list(row) for row in sentences.values], paragraphs.values, [list(row) for row in documents.values],
        [list(row) for row in manners.values], words.values, {link.id: index for index, link in enumerate(links)},
    )  # fmt: skip


def utf16(text: str, index: int) -> int:
    """The position in UTF-16 units of the character at `index`.

    >>> utf16("🙂 hi", 2)
    3
    """
    return index if text.isascii() else len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _ranked(ties: Sequence[Tie]) -> tuple[str, ...]:
    """Names by number of ties, then by their weight, then by alphabet."""
    count: defaultdict[str, int] = defaultdict(int)
    weight: defaultdict[str, float] = defaultdict(float)
    for tie in ties:
        for name in {tie.source, tie.target}:
            count[name] += tie.weight > 0
            weight[name] += tie.weight
    return tuple(sorted(weight, key=lambda name: (-count[name], -weight[name], name)))


def _actor(name: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
    aliases = json.loads(attributes.get("aliases", "{}"))
    row = {"name": name, "kind": attributes.get("kind", "generic"), "country": attributes.get("country"),
           "aliases": [alias for alias in aliases if alias != name]}  # fmt: skip
    return {key: value for key, value in row.items() if value}


def _row(link: Link, position: Mapping[str, int], sentence: int, manner: int, words: _Table) -> list[Any]:
    """The link as LINK_FIELDS has it."""
    spans = [
        utf16(link.sentence, min(max(edge - link.start, 0), len(link.sentence)))
        for span in (link.source_span, link.target_span, link.predicate_span)
        for edge in span
    ]
    time = (link.time.text, link.time.start, link.time.end) if link.time else (None, None, None)
    said = [words.position(word) for word in (link.predicate, link.attributed_to, *time)]
    return [link.id, position[link.source], position[link.target], sentence, spans, *said, link.confidence, manner]


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
