"""A toy extractor and a way to compare casefiles, so that tests are about the casefile, not the model.

It reads "A attacks B.", "A helps B." and "A meets B.".
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.casefile import Casefile
from graph.casefile.building import Built
from graph.links import RELATIONS, Actor, Document, Extraction, Link, actor_id

Build = Callable[..., Built]
_VERBS = {"attacks": "ASSAULT", "helps": "AID", "meets": "CONSULT"}
_SENTENCE = re.compile(r"((?:[A-Z][\w.-]* ?)+) (attacks|helps|meets) ((?:[A-Z][\w-]* ?)+)\.")
COUNTRIES = {"Sudan", "Egypt", "Chad", "Kenya"}


def read(document: Document) -> Extraction:
    """The links of a document, one a sentence."""
    links = []
    actors: dict[str, dict[str, int]] = {}
    for match in _SENTENCE.finditer(document.text):
        links.append(_link(document, match))
        for name in match.group(1, 3):
            aliases = actors.setdefault(name, {})
            aliases[name] = aliases.get(name, 0) + 1
    return Extraction(document, tuple(_actor(name, aliases) for name, aliases in actors.items()), tuple(links))


def extract(
    documents: Iterable[Document], pipeline: object = None, *, min_confidence: float = 0
) -> Iterator[Extraction]:
    """As `graph.extraction.pipeline.extract`; a document that says so makes it fail."""
    for document in documents:
        if "BREAK THE READER" in document.text:
            raise ValueError("no such rule")
        if pipeline:
            time.sleep(float(str(pipeline)))
        yield read(document)


def _actor(name: str, aliases: dict[str, int]) -> Actor:
    return Actor(actor_id(name), name, "country" if name in COUNTRIES else "person", None, aliases, {name: "name"})


def _link(document: Document, match: re.Match[str]) -> Link:
    relation = RELATIONS[_VERBS[match[2]]]
    digest = hashlib.sha256(f"{document.content_hash}{match.span()}".encode()).hexdigest()[:16]
    return Link(
        digest, document.id, document.title, document.publisher, document.url, document.date, match[0], *match.span(),
        match[1], match[3], match.span(1), match.span(3), match.span(2), match[2][:-1], relation.name,
        relation.polarity, relation.scale, "asserted", None, None, match[2] == "meets", "event", True, "toy", 0.8,
    )  # fmt: skip


def facts(case: Path | Casefile) -> dict[str, list[tuple[object, ...]]]:
    """All that a casefile says, however its rows are numbered."""
    connection = case.connection if isinstance(case, Casefile) else sqlite3.connect(case)
    found = {view: sorted(connection.execute(f"SELECT * FROM {view}").fetchall(), key=repr)
             for view in ("documents", "links", "actors", "aliases", "ties")}  # fmt: skip
    if not isinstance(case, Casefile):
        connection.close()
    return found
