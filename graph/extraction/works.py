"""Which words are the title of a book or film, so that no name inside them states anything."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.extraction.candidates import is_capital, words

_SMALL = frozenset({"of", "in", "the", "and", "on", "for", "to", "a", "with"})


def works(doc: Doc, sentence: Span) -> Iterator[tuple[int, int]]:
    """The titles of works in a sentence: behind "author of" or "the book", or in quotes around a preposition."""
    makers, nouns = words("works", "makers"), words("works", "nouns")
    for token in sentence:
        maker = token.lower_ in makers
        if not maker and token.lower_ not in nouns:
            continue
        i = token.i + 1
        if i < sentence.end and doc[i].lower_ in (("of",) if maker else ("called", "titled", "entitled", ",", ":")):
            i += 1
        elif maker:
            continue
        quoted = i < sentence.end and doc[i].text in ('"', "'")
        start = i + quoted
        end = start
        while end < sentence.end and (is_capital(doc[end]) or doc[end].lower_ in _SMALL):
            end += 1
        peopled = any(t.ent_type_ == "PERSON" for t in doc[start:end])
        if any(t.pos_ == "ADP" for t in doc[start + 1 : end]) and is_capital(doc[start]) and (quoted or not peopled):
            yield start, end
    yield from _quoted_titles(doc, sentence)


def _quoted_titles(doc: Doc, sentence: Span) -> Iterator[tuple[int, int]]:
    """Short quoted strings Set Like Titles: two capitalised words around a small one."""
    marks = [t.i for t in sentence if t.text == '"'] if '"' in sentence.text else []
    for left, right in itertools.pairwise(marks):
        inside = doc[left + 1 : right]
        small = [t for t in inside if t.is_lower and t.is_alpha]
        framed = 3 <= len(inside) <= 9 and is_capital(inside[0]) and is_capital(inside[-1])
        if framed and small and all(t.pos_ in ("ADP", "DET", "CCONJ", "PART") for t in small):
            yield left + 1, right
