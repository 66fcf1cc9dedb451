"""Which spans are proper names: what the recognizer found, with its boundaries and labels repaired."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graph.extraction.naming.candidates import Candidate, Known, is_capital
from graph.extraction.naming.name_bounds import before_office, extended, past_version, person_span, trimmed
from graph.extraction.naming.name_kinds import LABELS, introduced_kind, kind_of
from graph.extraction.naming.name_pieces import joined_entities, pieces
from graph.extraction.naming.no_names import is_nothing
from graph.extraction.naming.persons import is_office, is_person, names_employer
from graph.extraction.naming.works import works
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.wordlists import actor_words

_MINISTERS = ("Minister", "Ministers")


def name_candidates(doc: Doc, known: Known) -> Iterator[Candidate]:
    """The recognizer's names, repaired, in order: persons, organisations, places."""
    for start, end, label in _entities(doc, known):
        if doc[start].lower_.startswith(("anti", "pro-")) and not doc[start].is_title:
            continue  # "anti-Semitic" is a stance, nobody's name
        kind = kind_of(doc, start, end, label)
        branch = kind == "region" and end - start > 1 and known.get(end - 1, (0, None))[0] == end - 1
        branch = branch and not any(t.is_lower for t in doc[start:end])  # no Gulf of Mexico
        if branch and known[end - 1][1].form == "name" and doc[start].lower_ not in actor_words("places", "directions"):
            kind = "organisation"  # Renova | Chile
        if kind == "organisation" and start and doc[start - 1].lower_ in actor_words("organisations", "trades"):
            kind = introduced_kind(doc[start - 1].lower_)  # the company Hartwell & Dove
        adjective = label == "NORP" and doc[end - 1].dep_ == "amod" and doc[end : end + 1].text.islower()
        form = "demonym" if adjective else "name"
        placed = label in ("GPE", "LOC", "FAC") and kind in ("region", "government body")
        yield Candidate(start, end, kind, form=form, place=placed)


def _entities(doc: Doc, known: Known) -> Iterator[tuple[int, int, str]]:
    """The recognizer's entities with their boundaries repaired: joined, cut, trimmed, extended."""
    titles = list(works(doc))
    for start, end, label in joined_entities(doc, known):
        ending = doc[end - 1]
        if label == "PERSON" and end - start > 1 and ending.is_lower and (ending.lower_,) in role_sections():
            end, label = end - 1, "ORG"  # "Porto | goalkeeper" Rui Lobo
        if (
            end - start > 1
            and doc[end - 1].lower_ in actor_words("roles", "fields")
            and is_office(doc[min(end, len(doc) - 1)])
        ):
            end, label = end - 1, "GPE"  # "Oakland | Fire Chief" Ana Ruiz
        if label == "PERSON" and ((end - start == 1 and names_employer(doc, start)) or _is_traded(doc, start, end)):
            label = "ORG"
        if label not in LABELS or (label == "NORP" and any(i in known for i in range(start, end))):
            continue
        last = end - 1 if doc[end - 1].text in _MINISTERS and end - start > 1 else end
        if label == "ORG" and _is_portfolio(doc, start, last, known):
            continue
        for s, e in pieces(doc, start, end, label, known):
            s, e = trimmed(doc, s, e)
            s = _behind_trade(doc, s, e)
            if e - s == 1 and label in ("ORG", "NORP") and doc[s].lower_ in actor_words("people", "surnames"):
                label = "PERSON"
            if label in ("ORG", "GPE") and e - s > 1 and doc[s].lower_ in actor_words("titles", "ranks"):
                label = "PERSON"  # Pte | Tom Hale
            if s >= e or not any(is_capital(doc[i]) for i in range(s, e)) or _is_date(doc, s, e, label):
                continue
            if label in ("GPE", "LOC") and e - s > 1 and doc[e - 1].lower_ in actor_words("organisations", "no_places"):
                label = "ORG"  # the Kivu | Front
            if label in ("PERSON", "NORP", "GPE") and _is_gang(doc, s, e, known):
                e, label = e + 1, "ORG"  # the Conti | gang
            if label != "PERSON" and e - s > 2 and is_office(doc[s]) and doc[s + 1].lower_ == "of":
                s, label = s + 2, "GPE"  # Bishop of | Reading
            s, e = person_span(doc, s, e, known) if label == "PERSON" else extended(doc, s, e, label)
            if label in ("ORG", "GPE", "LOC") and e - 1 not in known:
                e = before_office(doc, s, e)
            entitled = any(first <= s and e <= last for first, last in titles)
            if s < e and not entitled and not is_nothing(doc, s, e, label):
                yield s, past_version(doc, e), "PERSON" if is_person(doc, s, e, label, known) else label


def _behind_trade(doc: Doc, start: int, end: int) -> int:
    """The start of a name without what its bearer does and where: "the Graz company | Hydrosol"."""
    told = (
        i
        for i in range(start + 1, end - 1)
        if doc[i].is_lower and doc[i].lower_ in actor_words("organisations", "trades")
    )
    return next((i + 1 for i in told if is_capital(doc[i + 1])), start)


def _is_gang(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether a gang is called by a name that is taken for somebody's: "the Karuna | group"."""
    if end >= len(doc) or end - 1 in known or start == 0 or doc[start - 1].lower_ not in ("the", "called"):
        return False
    gang = doc[end].lower_ in actor_words("organisations", "gangs") and doc[end].tag_ == "NN"
    return gang and doc[end - 1].pos_ == "PROPN" and doc[end - 1].head == doc[end]


def _is_date(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a name begins with a day or month that is no first name: "Jan Mertens", "Jan-Erik Dahl" are persons."""
    if doc[start].lower_ not in actor_words("never", "calendar"):
        return False
    second = start + 2 if doc[start + 1 : start + 2].text == "-" else start + 1
    named = label == "PERSON" and second < end and is_capital(doc[second]) and doc[second].is_alpha
    return not named


def _is_traded(doc: Doc, start: int, end: int) -> bool:
    """Whether the word before a person's name says that it is a firm's: "retailer Harris Scarfe"."""
    before = doc[start - 1] if start else doc[start]
    inside = before.dep_ in ("compound", "nmod") and start <= before.head.i < end and before.tag_ == "NN"
    return inside and before.lower_ in actor_words("organisations", "trades")


def _is_portfolio(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether an entity is only what a country's minister is for: "Indian External Affairs" Minister."""
    owned = any(i in known and known[i][0] == start and known[i][1].place for i in range(start, end - 1))
    owned |= start in known and known[start][0] == start and known[start][1].form == "demonym"
    if doc[end : end + 1].text in _MINISTERS:  # "Federal Education" Minister
        return owned or not any(i in known for i in range(start, end))
    return owned and doc[end : end + 1].text in ("Secretary", "Adviser", "Advisor")
