"""Which country is "the North"? The one that a text names in full beside it: North Korea, North Macedonia."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graph.extraction.naming.candidates import Candidate, text_of

_SIDES = frozenset({"North", "South", "East", "West"})


def halves(doc: Doc, found: list[Candidate]) -> Iterator[Candidate]:
    """The same candidates, a bare side of the world put to the only country that is named for it.

    Parameters
    ----------
    doc : Doc
    found : list of Candidate
        With the names of the countries among them.
    """
    countries = {c.name for c in found if c.kind == "country" and c.name is not None}
    for c in found:
        side = text_of(doc, c.start, c.end)
        whole = {name for name in countries if name.startswith(f"{side} ")} if side in _SIDES else set()
        if len(whole) == 1 and c.start and doc[c.start - 1].lower_ == "the":
            yield c._replace(kind="country", name=whole.pop(), place=True, why="half of a country", country=None)
        else:
            yield c
