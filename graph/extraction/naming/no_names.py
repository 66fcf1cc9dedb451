"""Which of what the recognizer labels is nobody's name: offices, buildings, doctrines, hashtags, numbered things."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from graph.extraction.naming.candidates import is_capital
from graph.extraction.naming.generics import is_plain_plural
from graph.extraction.naming.name_kinds import without_number
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words

_BODIES = frozenset({"bodies"})
_LONELY = ("ORG", "PERSON", "GPE", "PRODUCT", "FAC")
_DOCTRINES = ("ism", "ist", "ity", "phobe", "phobia")
_PLACED = frozenset({"in", "on", "at", "near", "from", "along"})


def is_nothing(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a label is not to be believed: the tokens [start, end) name nobody."""
    return any(rule(doc, start, end, label) for rule in _RULES)


def _is_of_thing(doc: Doc, start: int, end: int, label: str) -> bool:
    """GDP; Resolution 2254, Flight 370."""
    numbered = end - start > 1 and doc[end - 1].is_digit and doc[end - 2].lower_ in actor_words("things", "numbered")
    numeral = label == "PERSON" and end - start > 1  # but Felipe VI is a king
    return numbered or (without_number(doc[end - 1]) in actor_words("never", "acronyms") and not numeral)


def _is_office(doc: Doc, start: int, end: int, label: str) -> bool:
    """ "Cabinet Minister" is an office, nobody."""
    return label != "NORP" and role_sections().get(tuple(lower_words(doc)[start:end]), _BODIES) != _BODIES


def _is_built(doc: Doc, start: int, end: int, label: str) -> bool:
    """A street, a bridge, a dam; but Diane Lane is somebody."""
    last = doc[end - 1].lower_
    if end - start < 2 or label == "NORP":
        return False
    if label in ("FAC", "LOC", "GPE") and last in actor_words("places", "roads"):
        return True
    placed = start > 0 and doc[start - 1].lower_ in _PLACED
    if label == "PERSON":
        return placed and end - start > 2 and last in actor_words("places", "roads")
    return last in actor_words("places", "buildings")


def _is_some_people(doc: Doc, start: int, end: int, label: str) -> bool:
    """ "Veterans complained"; "Representatives of Russia": some people."""
    if end - start == 1 and label != "NORP" and is_plain_plural(doc[start]):
        return True
    first = doc[start].is_sent_start or doc[start - 1].is_quote
    people = doc[start].lower_.removesuffix("s") in actor_words("generic", "people")
    of_whom = doc[start].tag_ in ("NNS", "NNPS") and doc[start + 1 : start + 2].text == "of"
    return bool(label == "ORG" and first and people and of_whom)


def _is_title(doc: Doc, start: int, end: int, label: str) -> bool:
    """ "Bishop" emeritus Ana Costa; Ana Costa "QC"."""
    if end - start > 1:
        return False
    if label in ("ORG", "GPE") and doc[start].lower_ in actor_words("titles", "courtesy"):
        return True
    return start > 0 and doc[start].text in actor_words("titles", "behind") and is_capital(doc[start - 1])


def _is_lone(doc: Doc, start: int, end: int, label: str) -> bool:
    """A noun with a capital, a word that shouts, a hashtag, a doctrine."""
    if end - start > 1:
        return False
    lower = doc[start].lower_
    if doc[start].is_upper and lower in actor_words("never", "shouts"):
        return True
    if start > 0 and doc[start - 1].text == "#":
        return True
    return lower.endswith(_DOCTRINES) if label == "NORP" else label in _LONELY and lower in actor_words("never", "lone")


_RULES: tuple[Callable[[Doc, int, int, str], bool], ...] = (
    _is_of_thing, _is_office, _is_built, _is_some_people, _is_title, _is_lone,
)  # fmt: skip
