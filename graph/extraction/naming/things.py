"""Which names are no actor's but a thing's: storms, laws, prizes, and the cities that accords are called after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words

_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_UNSURE = frozenset({"person", "organisation", "region", "people", "company", "government body"})


def without_things(doc: Doc, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates that may be actors: none whose name is a thing's, here or elsewhere in the document.

    Parameters
    ----------
    doc : Doc
    candidates : iterable of Candidate
    """
    candidates = list(candidates)
    things = {name for c in candidates if c.name is None and c.kind in _UNSURE for name in _named(doc, c)}
    for c in candidates:
        told = c.name is not None or c.kind not in _UNSURE
        accord = c.kind == "region" and names_accord(doc, c.start, c.end)
        accord |= not told and names_award(doc, c.start, c.end)
        if told or not (accord or text_of(doc, c.start, c.end) in things):
            yield c


def names_award(doc: Doc, start: int, end: int) -> bool:
    """Whether a name only says which prize is meant: "the Marlow bronze awards"."""
    given = actor_words("things", "given")
    prizes = [i for i, word in enumerate(lower_words(doc)[end : end + 3], end) if word in given]
    last = doc[start:end].root if prizes else None
    return last is not None and last.dep_ in _BEFORE_NOUN and last.head.i in prizes


def _named(doc: Doc, c: Candidate) -> Iterator[str]:
    """What a thing is called, where the candidate is one: its name, and what it is called for short."""
    first, last = doc[c.start].lower_, doc[c.end - 1].lower_
    storms, size = actor_words("things", "storms"), c.end - c.start
    if size == 2 and first in storms and last not in actor_words("organisations", "words"):
        yield from (text_of(doc, c.start, c.end), doc[c.end - 1].text)
    elif size == 1 and c.start > 0 and doc[c.start - 1].lower_ in storms:
        yield doc[c.start].text
    elif size > 1 and c.kind != "person" and last in actor_words("things", "made"):
        yield text_of(doc, c.start, c.end)
        yield "".join(t.text[0] for t in doc[c.start : c.end] if t.is_title)


def names_accord(doc: Doc, start: int, end: int) -> bool:
    """Whether a city only says which accord or talks are meant: "the Minsk agreements", "the Geneva talks"."""
    named = end < len(doc) and doc[end].lower_ in actor_words("events", "accords")
    return named and doc[start:end].root.dep_ in _BEFORE_NOUN
