"""Which small nouns behind a place name a body of that place: "Leeds police", "Nablus hospital"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, Known, is_capital, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.tokens import children, lower_words
from graph.extraction.wordlists import actor_words

_LONGEST = 2  # words between the place and the noun: "Leeds city council"
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_OF_TOWNS = frozenset({"police", "hospital", "prison", "airport"})  # whatever the town is taken for


def local_bodies(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Bodies of a town or region, named as they are written; those of a country are in `bodies`.

    Parameters
    ----------
    doc : Doc
    gazetteer : Gazetteer
    known : dict
        Last token of each known form in the document -> its first token and its reading.
    """
    nouns = actor_words("bodies", "of_places")
    for token, word in zip(doc, lower_words(doc), strict=True):
        if word in nouns and token.is_lower and token.pos_ in ("NOUN", "PROPN"):
            start = _place_before(token, gazetteer, known)
            if start is not None:
                kind = "government body" if token.lower_ in actor_words("bodies", "authorities") else "organisation"
                yield Candidate(start, token.i + 1, kind, rank=2, why="body of a place", head=token.i)
            elif (place := _place_behind(token, gazetteer, known)) is not None:
                kind = "government body" if token.lower_ in actor_words("bodies", "authorities") else "organisation"
                first = _past_modifiers(token)
                name = f"{text_of(doc, *place)} {text_of(doc, first, token.i + 1)}"
                yield Candidate(first, place[1], kind, name, rank=2, why="body of a place", head=token.i)


def is_party(town: Token) -> bool:
    """Whether a town does or suffers what only its council can: "the city sued", "a lawsuit against the city"."""
    if town.lemma_ not in actor_words("bodies", "towns") or any(c.dep_ == "amod" for c in children(town)):
        return False
    head = town.head
    if town.dep_ == "pobj":
        deed = head.head.lemma_
        return (head.lower_ == "against" and deed in actor_words("towns", "actions")) or (
            head.dep_ == "agent" and deed in actor_words("towns", "does")
        )
    if town.dep_ in ("dobj", "nsubjpass"):
        return head.lemma_ in actor_words("towns", "suffers")
    if town.dep_ != "nsubj":
        return False
    return head.lemma_ in actor_words("towns", "does", "suffers") or _goes_to_law(head)


def _goes_to_law(verb: Token) -> bool:
    """Whether a verb is that of a suit: "filed suit", "took the state to court"."""
    if verb.lemma_ not in actor_words("towns", "suing"):
        return False
    below = (t for c in children(verb) for t in (c, *children(c)) if c.dep_ in ("dobj", "prep"))
    return any(t.lemma_ in actor_words("towns", "suits") for t in below)


def towns(doc: Doc) -> Iterator[Candidate]:
    """Towns that are a party, with what they are in front of the name: "the city of Boise".

    Parameters
    ----------
    doc : Doc
    """
    nouns, lower = actor_words("bodies", "towns"), lower_words(doc)
    for i in (i for i, word in enumerate(lower[:-1]) if word in nouns and lower[i + 1] == "of"):
        token = doc[i]
        if not is_party(token):
            continue
        first = token.i + 2
        end = first
        while end < len(doc) and is_capital(doc[end]) and doc[end].pos_ == "PROPN" and not doc[end].is_upper:
            end += 1
        if first < end <= first + _LONGEST + 1 and token.is_lower:
            yield Candidate(token.i, end, "region", text_of(doc, first, end), place=True, rank=2,
                            why="a town", head=token.i)  # fmt: skip


def _place_behind(noun: Token, gazetteer: Gazetteer, known: Known) -> tuple[int, int] | None:
    """The town or region that a body is of, by its tokens; not a country: "the municipal council of | Hoorn"."""
    doc, first = noun.doc, noun.i + 2
    if doc[noun.i + 1 : first].text != "of" or first >= len(doc) or doc[first].ent_type_ not in ("GPE", "LOC"):
        return None
    end = first + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if doc[end : end + 1].text == "-":
        return None  # Timor | -Leste
    state = any(i in known and gazetteer.kinds[known[i][1].actor] == "country" for i in range(first, end))
    return None if state or not is_capital(doc[first]) else (first, end)


def _past_modifiers(noun: Token) -> int:
    """The first of the small words that say which sort of body it is: "municipal" council, "regional" parliament."""
    i = noun.i
    while i > 0 and noun.doc[i - 1].lower_ in actor_words("bodies", "modifying"):
        i -= 1
    return i


def _place_before(noun: Token, gazetteer: Gazetteer, known: Known) -> int | None:
    """The first token of the place in front of a noun, with at most small nouns between."""
    doc, i = noun.doc, noun.i - 1
    while (
        i > noun.i - 1 - _LONGEST and i > 0 and doc[i].is_lower and doc[i].lower_ in actor_words("bodies", "modifying")
    ):
        i -= 1
    if i < 0 or not is_capital(doc[i]) or doc[i].sent.start != noun.sent.start:
        return None
    if i in known:
        start, reading = known[i]
        kind = gazetteer.kinds[reading.actor]
        city = reading.why == "capital"
        return start if city or (kind == "region" and reading.form == "name") else None
    alone = doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "B" and doc[i + 1].lower_ in _OF_TOWNS
    place = doc[i].ent_type_ in _PLACES or alone
    if not place or doc[i].lower_ in actor_words("organisations", "words") or doc[i].is_upper:
        return None
    while i > 0 and doc[i - 1].ent_type_ == doc[i].ent_type_ and doc[i].ent_iob_ == "I" and is_capital(doc[i - 1]):
        i -= 1
    return i
