"""Read the sentences of a JSONL file and write one directed edge a link to standard output.

usage: python -m benchmarks.edges GOLD.jsonl > edges.jsonl

Only `text` is read. An edge is {"id", "text", "source", "target", "polarity", "symmetric", "main"}:
source and target are the words of the text that name the actors, polarity is −1, 0 or 1 with
REQUEST as 0. Gold of this kind folds negation into the sign ("refuse to lift sanctions" is hostile), so
that a negated link that is friendly comes out hostile; other negated links are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.extraction.pipeline import extract
from graph.links import SIGNS, Document, Extraction, Link


def edges(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The edges of the rows' texts, in order; a text is read once."""
    documents: dict[str, Document] = {}
    for row in rows:
        documents.setdefault(row["text"], Document(id=row["id"], text=row["text"]))
    for extraction in extract(documents.values()):
        for link in extraction.links:
            if link.kind != "role" and (link.factuality != "negated" or link.polarity == "cooperative"):
                yield edge(extraction, link)


def edge(extraction: Extraction, link: Link) -> dict[str, Any]:
    """The link with the words of the text that name its ends; a pronoun is replaced by a name."""
    aliases = {actor.name: actor.aliases for actor in extraction.actors}
    document = extraction.document

    def words(actor: str, span: tuple[int, int]) -> str:
        said = document.text[slice(*span)]
        return said if said in aliases[actor] else max(aliases[actor], key=len, default=said)

    sign = -1 if link.factuality == "negated" else SIGNS[link.polarity]
    return {"id": document.id, "text": document.text, "source": words(link.source, link.source_span),
            "target": words(link.target, link.target_span), "polarity": sign,
            "symmetric": link.symmetric, "main": link.main}  # fmt: skip


def main(path: str) -> None:
    """Write the edges of the sentences in `path`."""
    with open(path, encoding="utf-8") as lines:
        for row in edges([json.loads(line) for line in lines if line.strip()]):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
