"""What relation is read for a given pair? Writes `{"id", "relation"}` a row for the gold's scorer.

    python -m benchmarks.pairs GOLD.jsonl > PRED.jsonl

Only `text`, `source` and `target` of the gold are read. A row whose source or target is not in its text
is still answered, from the words that are.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from graph.extraction import DEFAULT_MODEL
from graph.extraction.pipeline import mend_lemmas
from graph.extraction.senses.pairs import relation_between
from graph.extraction.text import plain_marks


def main(gold: str) -> None:
    """Print one JSON object a row of the gold."""
    with open(gold, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    for row in answers(rows):
        print(json.dumps(row))


def answers(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows' relations, in order."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    mend_lemmas(nlp)
    nlp.add_pipe("whowhom_paragraphs", first=True)
    texts = ((plain_marks(row["text"]), row) for row in rows)
    for doc, row in nlp.pipe(texts, as_tuples=True):
        source = span_of(doc, row["source"] or "")
        target = span_of(doc, row["target"] or "", apart_from=source)
        relation = relation_between(doc, source or target or doc[:], target or source or doc[:])
        yield {"id": row["id"], "relation": relation}


def span_of(doc: Doc, words: str, *, apart_from: Span | None = None) -> Span | None:
    """The first place in a document where the words stand, if possible outside another span; or None."""
    wanted = plain_marks(words.strip())
    found = None
    for match in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", doc.text) if wanted else ():
        found = doc.char_span(*match.span(), alignment_mode="expand")
        if found is not None and (apart_from is None or found.end <= apart_from.start or found.start >= apart_from.end):
            break
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
