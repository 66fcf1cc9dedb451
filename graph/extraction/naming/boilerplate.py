"""Which words of a page are no prose: rows of buttons to share it, and who took a picture."""

from __future__ import annotations

from spacy.tokens import Doc

from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words

_GAP = 2  # tokens between two buttons: "Google +", "Send by"
_BUTTONS = 3
_PICTURES = frozenset({"image", "photo", "picture", "media"})


def boilerplate(doc: Doc) -> frozenset[int]:
    """The tokens that name nobody, whatever they say.

    >>> import spacy
    >>> doc = spacy.blank("en")("Send Facebook Twitter Digg Permalink Peru left. Image copyright Reuters")
    >>> [doc[i].text for i in sorted(boilerplate(doc))]
    ['Send', 'Facebook', 'Twitter', 'Digg', 'Permalink', 'Reuters']
    """
    lower = lower_words(doc)
    found = {
        i + 1
        for i, word in enumerate(lower[:-1])
        if word in ("copyright", "source") and i and lower[i - 1] in _PICTURES
    }
    if not actor_words("buttons", "rare").isdisjoint(lower):
        row: list[int] = []
        for i in [i for i, word in enumerate(lower) if word in actor_words("buttons", "words")]:
            if row and i - row[-1] > _GAP + 1:
                found |= _of_row(row)
                row = []
            row.append(i)
        found |= _of_row(row)
    return frozenset(found)


def _of_row(row: list[int]) -> set[int]:
    return set(range(row[0], row[-1] + 1)) if len(row) >= _BUTTONS else set()
