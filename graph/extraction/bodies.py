"""Which spans name a body of a country: ministries, armies, parliaments, courts, with the country's adjective."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from graph.extraction.candidates import Candidate, Known, is_capital, text_of, words
from graph.extraction.gazetteer import Gazetteer

_PLURALS = {"armies": "army", "militaries": "military", "parliaments": "parliament", "ministries": "ministry",
            "embassies": "embassy", "navies": "navy", "air forces": "air force", "central banks": "central bank",
            "supreme courts": "supreme court"}  # fmt: skip
_GOVERNMENT = frozenset({"government", "regime", "administration", "governments"})
_FORCES = frozenset({"forces", "troops"})
_LONGEST = 3
_MODIFIERS = 4


def body_candidates(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Bodies that their country names.

    Parameters
    ----------
    doc : Doc
    gazetteer : Gazetteer
    known : dict
        Last token of each known form in the document -> its first token and its reading.

    Yields
    ------
    Candidate
        Named by the country's adjective: "Russia's Emergencies Ministry" is the "Russian Emergencies Ministry".
    """
    for i in range(len(doc)):
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(t.lower_ for t in doc[i : i + size])
            noun = _PLURALS.get(phrase, phrase)
            if group := _groups().get(noun):
                yield from _with_country(doc, i, i + size, noun, group, gazetteer, known)
                break


@cache
def _groups() -> dict[str, str]:
    groups = {
        word: key for key in ("modified", "institutions", "services", "military") for word in words("bodies", key)
    }
    return groups | dict.fromkeys(_GOVERNMENT, "government") | dict.fromkeys(_FORCES, "military")


def _with_country(
    doc: Doc, start: int, end: int, noun: str, group: str, gazetteer: Gazetteer, known: Known
) -> Iterator[Candidate]:
    end, tail = _tail(doc, end, known) if group != "government" else (end, None)
    first, modifiers, owners = start, "", []
    for k in range(start - 1, max(-1, start - 2 - _MODIFIERS), -1):
        at = k - 1 if doc[k].text in ("'s", "'") else k
        if at in known and gazetteer.country_of(known[at][1].actor) == known[at][1].actor:
            modifiers = text_of(doc, k + 1, start)
            first, owners = _coordinated(doc, at, known)
            break
        if at != k or doc[k].pos_ not in ("NOUN", "PROPN", "ADJ") or doc[k].is_punct:
            break
    if tail and not owners:
        modifiers, owners = "", [tail]
    if not owners or (group == "modified" and not modifiers and not doc[start:end].text.count(" ")):
        return
    for owner in owners:
        yield _body(doc, (first, start, end), owner, modifiers, (noun, group), gazetteer)


def _body(
    doc: Doc, span: tuple[int, int, int], owner: str, modifiers: str, noun: tuple[str, str], gazetteer: Gazetteer
) -> Candidate:
    first, start, end = span
    adjective = gazetteer.adjective(owner)
    country = gazetteer.country_of(owner)
    words_ = text_of(doc, start, end)
    if noun[1] == "government" and not modifiers:
        return Candidate(first, end, gazetteer.kinds[owner], owner, "name", True, "government", None, 2, start)
    if noun[1] == "military" and not modifiers:
        return Candidate(
            first, end, "armed force", f"{adjective} military", "name", False, "military", country, 2, end - 1
        )
    kind = "armed force" if noun[1] in ("military", "services") else "government body"
    body = f"{modifiers} {words_}".strip()
    if modifiers.split()[:1] in (["security"], ["police"], ["special"]) or noun[1] == "government":
        return Candidate(
            first, end, kind, f"{adjective} {body}", "name", False, "body of a country", country, 2, end - 1
        )
    name = " ".join(w if w in ("of", "for", "and", "the") else w[:1].upper() + w[1:] for w in body.split())
    head = start if end - start > 1 and doc[start + 1].lower_ in ("of", "for") else doc[first:end].root.i
    return Candidate(first, end, kind, f"{adjective} {name}", "name", False, "body of a country", country, 2, head)


def _tail(doc: Doc, end: int, known: Known) -> tuple[int, str | None]:
    """The end of "Ministry of Foreign Affairs", and the country of a following "of Georgia"."""
    stop = end
    if stop + 1 < len(doc) and doc[stop].lower_ in ("of", "for") and is_capital(doc[stop + 1]):
        stop += 1
        while stop < len(doc) and (is_capital(doc[stop]) or doc[stop].lower_ in ("and", "&")) and stop not in known:
            stop += 1
        while doc[stop - 1].lower_ in ("and", "of", "for", "&"):
            stop -= 1
    for k in range(stop + 1, min(stop + 5, len(doc))):
        if doc[stop].lower_ == "of" and k in known and known[k][1].form == "name":
            if doc[stop + 1].lower_ == "the" or known[k][0] == stop + 1:
                return k + 1, known[k][1].actor
    return stop, None


def _coordinated(doc: Doc, last: int, known: Known) -> tuple[int, list[str]]:
    """The countries of "Russian and Israeli", "Russian, Turkish and Iranian", with the first token."""
    first, reading = known[last]
    owners = [reading.actor]
    while reading.form == "demonym" and doc[first - 1].lower_ in ("and", ",", "or") and first - 2 in known:
        first, reading = known[first - 2]
        owners.insert(0, reading.actor)
    return first, owners
