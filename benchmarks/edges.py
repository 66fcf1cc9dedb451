"""Read the sentences of a JSONL file and write one directed edge a link to standard output.

usage: python -m benchmarks.edges GOLD.jsonl > edges.jsonl

Only `text` is read. An edge is {"id", "text", "source", "target", "polarity", "symmetric", "main"}:
source and target are the words of the text that name the actors, polarity is −1, 0 or 1. Gold of this kind
folds negation into the sign ("refuse to lift sanctions" is hostile), so that a negated link that is friendly
comes out hostile; other negated links are left out. It follows CAMEO, where an appeal is neutral and a demand
hostile, and what is only considered, hoped or claimed of oneself is a statement (`wire.toml`). It has an edge an
event: a main statement that holds both ways has an edge each way, and beside the main statement what is only
possible, or told of somebody by the way, is no event.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.extraction.pipeline import extract
from graph.extraction.wordlists import listed, read_toml
from graph.links import SIGNS, Document, Extraction, Link

# Constructions that say more of a noun in passing: "rebels fighting the army", "Chad's raid on Niger".
BY_THE_WAY = frozenset(
    {"adjective", "apposition", "backing", "forces", "kinship", "nominal", "participle", "relative clause"}
)


def edges(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The edges of the rows' texts, in order; a text is read once."""
    documents: dict[str, Document] = {}
    for row in rows:
        documents.setdefault(row["text"], Document(id=row["id"], text=row["text"]))
    for extraction in extract(documents.values(), min_confidence=0):
        for link in extraction.links:
            if _counts(link):
                found = edge(extraction, link)
                yield found
                if link.main and link.symmetric:
                    yield {**found, "source": found["target"], "target": found["source"], "main": False}


def _counts(link: Link) -> bool:
    aside = link.factuality == "possible" or link.rule.partition(":")[0] in BY_THE_WAY
    if link.kind == "role" or (aside and not link.main):
        return False
    return link.factuality != "negated" or link.polarity == "cooperative"


def edge(extraction: Extraction, link: Link) -> dict[str, Any]:
    """The link with the words of the text that name its ends; a pronoun is replaced by a name."""
    aliases = {actor.name: actor.aliases for actor in extraction.actors}
    document = extraction.document

    def named(actor: str, span: tuple[int, int]) -> str:
        said = document.text[slice(*span)]
        return said if any(said in alias for alias in aliases[actor]) else max(aliases[actor], key=len, default=said)

    return {"id": document.id, "text": document.text, "source": named(link.source, link.source_span),
            "target": named(link.target, link.target_span), "polarity": sign(link, document.text),
            "symmetric": link.symmetric, "main": link.main}  # fmt: skip


def sign(link: Link, text: str) -> int:
    """The sign of a link where negation, demands and what is only considered are folded in.

    Parameters
    ----------
    link : Link
    text : str
        The document's text, for the words before the predicate.

    Returns
    -------
    int
        −1, 0 or 1.
    """
    if link.factuality == "negated":
        return -1
    before = re.findall(r"\w+", text[link.start : link.predicate_span[0]].lower())[-5:]
    if link.factuality == "possible" and not _wire("thoughts").isdisjoint(before):
        return 0
    claimed = link.attributed_to == link.source and not _wire("claims").isdisjoint(before)
    if claimed or _is_one(link, "statements"):
        return 0
    asked = link.relation in ("OTHER", "REQUEST") and _is_one(link, "demands")
    if asked or (link.relation == "RETREAT" and _is_one(link, "cuts")):
        return -1
    return SIGNS[link.polarity]


@cache
def _wire(name: str) -> frozenset[str]:
    return frozenset(listed(read_toml(Path(__file__).with_name("wire.toml"))[name]))


def _is_one(link: Link, name: str) -> bool:
    """Whether the predicate, or the entry it was read by, starts with words of a list."""
    said = (link.predicate, link.rule.partition(": ")[2])
    return any(f"{text} ".startswith(f"{start} ") for start in _wire(name) for text in said)


def main(path: str) -> None:
    """Write the edges of the sentences in `path`."""
    with open(path, encoding="utf-8") as lines:
        for row in edges([json.loads(line) for line in lines if line.strip()]):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
