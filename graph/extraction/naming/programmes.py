"""Which names behind the possessive of a station or paper are what it makes: "Radio 4's Today programme"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from graph.extraction.naming.candidates import Candidate, is_capital
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.wordlists import actor_words

_LONGEST = 4
_OTHERS = frozenset({"PERSON", "GPE", "LOC", "NORP"})


def programmes(doc: Doc, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The programmes, teams and pages that media call their own.

    Parameters
    ----------
    doc : Doc
    found : iterable of Candidate
        Names, with those of media among them.
    """
    found = list(found)
    people = {i for c in found if c.kind == "person" for i in range(c.start, c.end)}
    for owner in found:
        if owner.kind == "media" and doc[owner.end : owner.end + 1].text in ("'s", "'"):
            start = end = owner.end + 1
            while end < min(start + _LONGEST, len(doc)) and is_capital(doc[end]) and doc[end].is_alpha:
                end += 1
            made = doc[end : end + 1].text in actor_words("introduced", "made")
            if start < end and people.isdisjoint(range(start, end)) and _is_name(doc, start, end, made=made):
                yield Candidate(start, end + made, "media", doc[start:end].text, why="programme", rank=3)


def _is_name(doc: Doc, start: int, end: int, *, made: bool) -> bool:
    """Whether capitals behind the possessive are a programme's name: no person, office or place."""
    inside = doc[start:end]
    if any((t.lower_,) in role_sections() or t.lower_ in actor_words("titles", "courtesy") for t in inside):
        return False
    if made:
        return True
    behind = doc[end : end + 1]
    before_noun = bool(behind) and behind[0].pos_ in ("NOUN", "ADJ") and behind[0].is_lower
    other = any(t.ent_type_ in _OTHERS or t.lower_ in actor_words("never", "calendar") for t in inside)
    return not (before_noun or other)
