"""Which words are the title of a book or film, so that no name inside them states anything."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import is_capital
from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words

_SMALL = frozenset({"of", "in", "the", "and", "on", "for", "to", "a", "with"})


def works(doc: Doc) -> Iterator[tuple[int, int]]:
    """The titles of works in a document: behind "author of" or "the book", or in quotes around a preposition."""
    makers, nouns = actor_words("works", "makers"), actor_words("works", "nouns")
    marks: list[Token] = []
    for i, word in enumerate(lower_words(doc)):
        if word == '"':
            marks.append(doc[i])
        elif word in makers:
            yield from _behind(doc[i], ("of",), needed=True)
        elif word in nouns and doc[i].pos_ != "VERB":  # "will play Chile in the final"
            yield from _behind(doc[i], ("called", "titled", "entitled", ",", ":"), needed=False)
    yield from _quoted_titles(doc, marks)


def _behind(token: Token, leading: Collection[str], *, needed: bool) -> Iterator[tuple[int, int]]:
    """The title that a word announces in its sentence, by way of one of the leading words."""
    doc, last = token.doc, token.sent.end
    i = token.i + 1
    if i < last and doc[i].lower_ in leading:
        i += 1
    elif needed:
        return
    quoted = i < last and doc[i].text in ('"', "'")
    start = i + quoted
    end = start
    while end < last and (is_capital(doc[end]) or doc[end].lower_ in _SMALL):
        end += 1
    peopled = any(t.ent_type_ == "PERSON" for t in doc[start:end])
    if any(t.pos_ == "ADP" for t in doc[start + 1 : end]) and is_capital(doc[start]) and (quoted or not peopled):
        yield start, end


def _quoted_titles(doc: Doc, marks: Iterable[Token]) -> Iterator[tuple[int, int]]:
    """Short quoted strings Set Like Titles: two capitalised words around a small one."""
    for (left, sentence), (right, other) in itertools.pairwise((t.i, t.sent.start) for t in marks):
        if sentence != other:
            continue
        inside = doc[left + 1 : right]
        small = [t for t in inside if t.is_lower and t.is_alpha]
        framed = 3 <= len(inside) <= 9 and is_capital(inside[0]) and is_capital(inside[-1])
        if framed and small and all(t.pos_ in ("ADP", "DET", "CCONJ", "PART") for t in small):
            yield left + 1, right
