"""Which spans are proper names: what the recognizer found, repaired, and the capitalised runs it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.candidates import Candidate, is_capital, shouting, words

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "region", "LOC": "region", "NORP": "people",
           "FAC": "organisation", "PRODUCT": "organisation"}  # fmt: skip
_LEADING = frozenset({"the", "a", "an", "both", "'s", "'", '"', "(", "-", "/", ",", "@"})
_TRAILING = frozenset({"'s", "'", '"', ")", "(", "-", "/", ",", ".", ":", ";", "&", "|", "image", "photo", "picture",
                       "file", "credit", "today", "yesterday", "tomorrow"})  # fmt: skip
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "ramadan",
        "christmas",
        "easter",
        "gmt",
        "utc",
        "est",
        "am",
        "pm",
    ]
)
_KIND_WORDS = (
    ("party", {"party", "democrats", "republicans", "greens", "tories"}),
    ("media", {"times", "news", "post", "journal", "herald", "tribune", "gazette", "magazine", "radio", "tv",
               "television", "press", "observer", "guardian", "telegraph", "newspaper"}),
    ("armed force", {"army", "navy", "forces", "guard", "guards"}),
    ("armed group", {"brigade", "brigades", "militia", "cartel"}),
    ("company", {"inc", "inc.", "corp", "corp.", "corporation", "company", "ltd", "ltd.", "plc", "bank", "airlines",
                 "airways", "motors", "industries", "technologies", "holdings", "studios", "llc", "gmbh", "ag"}),
    ("government body", {"ministry", "department", "agency", "bureau", "court", "parliament", "senate", "congress",
                         "commission", "municipality", "police"}),
)  # fmt: skip
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]*[A-Z0-9]\.?")


def name_candidates(doc: Doc) -> Iterator[Candidate]:
    """Proper names in the document, in no order: persons, organisations, places."""
    covered: set[int] = set()
    for start, end, label in _entities(doc):
        covered.update(range(start, end))
        yield Candidate(start, end, kind_of(doc, start, end, label), place=label in ("GPE", "LOC"))
    for start, end in _runs(doc, covered):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=7)


def kind_of(doc: Doc, start: int, end: int, label: str) -> str:
    """The actor kind of a name, by its own words first, then by the recognizer's label."""
    lower = [t.lower_ for t in doc[start:end]]
    ends = {lower[-1], lower[0] if len(lower) > 2 and lower[1] in ("of", "for") else lower[-1]}
    for kind, marks in _KIND_WORDS:
        if ends & marks and (label != "GPE" or kind == "government body"):
            return kind
    if len(lower) > 1 and ends & words("organisations", "words"):
        return "organisation"
    if label == "PERSON" and len(lower) == 1 and is_acronym(doc[start]):
        return "organisation"
    return _LABELS.get(label, "organisation")


def is_acronym(token: Token) -> bool:
    """Whether a token is an acronym: capitals in a sentence that is not all capitals."""
    return len(token) >= 2 and bool(_ACRONYM.fullmatch(token.text)) and not shouting(token.sent)


def _entities(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """The recognizer's entities with their boundaries repaired: joined, cut, trimmed, extended."""
    for start, end, label in _joined(doc):
        if label not in _LABELS:
            continue
        for s, e in _cut(doc, start, end) if label == "PERSON" else [(start, end)]:
            s, e = trimmed(doc, s, e)
            if s >= e or not any(is_capital(t) for t in doc[s:e]) or doc[s].lower_ in _CALENDAR:
                continue
            if label == "PERSON":
                s, e = _person(doc, s, e)
            if s < e:
                yield s, e, label


def _joined(doc: Doc) -> list[tuple[int, int, str]]:
    """Entities, with neighbours of one name put together ("Alia" GPE, "Salem" GPE)."""
    joined: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        if joined and joined[-1][1] == ent.start and {joined[-1][2], ent.label_} <= {"PERSON", "GPE"} and (
            "PERSON" in (joined[-1][2], ent.label_) or ent.root.dep_ in ("nsubj", "nsubjpass")
        ) and doc[ent.start - 1].is_alpha and joined[-1][1] - joined[-1][0] == 1 == len(ent):  # fmt: skip
            joined[-1] = (joined[-1][0], ent.end, "PERSON")
        else:
            joined.append((ent.start, ent.end, ent.label_))
    return joined


def _cut(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A person's span cut where it runs over something else ("Nathan Law of Demosisto")."""
    at = start
    for i in range(start, end):
        if doc[i].lower_ in ("of", "from", "for", "and", "in", "at", "/", ",", "(") or doc[i].is_space:
            if at < i:
                yield at, i
            at = i + 1
    if at < end:
        yield at, end


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles, marks, possessives and caption words at its ends."""
    while start < end and (doc[start].lower_ in _LEADING or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].lower_ in _TRAILING or doc[end - 1].is_space):
        end -= 1
    return start, end


def _person(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A person's span without titles, extended over a capitalised tail the recognizer lost ("Wilson Or")."""
    while end - start > 1 and (doc[start].lower_ in words("titles", "courtesy") or doc[start].lower_.endswith("-")):
        start += 1
    sentence = doc[start].sent
    while (
        end < sentence.end
        and is_capital(doc[end])
        and doc[end].is_alpha
        and not doc[end].ent_type_
        and (doc[end].pos_ == "PROPN" or doc[end].lower_ in ("or", "to", "an", "so", "no", "may", "will"))
        and doc[end].lower_ not in words("titles", "courtesy") | _TRAILING | _CALENDAR
        and not shouting(sentence)
    ):
        end += 1
    return start, end


def _runs(doc: Doc, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Capitalised runs that the recognizer missed and that look like an organisation's name."""
    i = 0
    while i < len(doc):
        if i in covered or not (is_capital(doc[i]) and doc[i].pos_ == "PROPN"):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in covered and is_capital(doc[end]) and doc[end].pos_ == "PROPN":
            end += 1
        start, end_ = trimmed(doc, i, end)
        if start < end_ and _organisation(doc, start, end_):
            yield start, end_
        i = end


def _organisation(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is an organisation: by its last word, as an acronym, or by who belongs to it."""
    last = doc[end - 1]
    if last.lower_ in _CALENDAR or last.lower_ in words("titles", "courtesy"):
        return False
    if end - start > 1 and last.lower_ in words("organisations", "words"):
        return True
    if end - start == 1 and is_acronym(last):
        return last.dep_ not in ("compound", "nummod")
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].text in ("'s", "'") and after[1].ent_type_ == "PERSON":
        return True
    before = doc[max(0, start - 2) : start]
    return len(before) == 2 and before[1].lower_ in ("of", "from") and before[0].ent_type_ == "PERSON"
