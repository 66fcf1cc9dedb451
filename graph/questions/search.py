"""Which evidence has these words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.links import Link
from graph.network import links_of

if TYPE_CHECKING:
    import networkx as nx


def search(graph: nx.MultiDiGraph, words: str) -> Iterator[Link]:
    """The links whose sentence has every one of the words.

    Parameters
    ----------
    graph : networkx.MultiDiGraph
        From `graph.network`.
    words : str
        Case and accents do not matter; a word finds those it begins. A casefile's own `search` also
        finds other forms of a word, and phrases.

    Yields
    ------
    Link
        In edge order.
    """
    wanted = _words(words)
    for link in links_of(graph):
        there = _words(link.sentence)
        if wanted and all(any(word.startswith(start) for word in there) for start in wanted):
            yield link


def _words(text: str) -> set[str]:
    """The words of a text, folded.

    >>> sorted(_words("Erdoğan's visit"))
    ['erdogan', 's', 'visit']
    """
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return set("".join(c if c.isalnum() else " " for c in letters).split())
