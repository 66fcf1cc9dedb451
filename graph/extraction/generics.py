"""Which nouns name an actor without a name: police, rebels, Haitian government officials."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.candidates import Candidate, text_of, words
from graph.extraction.gazetteer import Gazetteer, Reading

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "punct", "prep"})


def generic_candidates(doc: Doc, gazetteer: Gazetteer, known: dict[int, tuple[int, Reading]]) -> Iterator[Candidate]:
    """Unnamed actors: a head noun with what classifies it, carrying the country its words give."""
    for token in doc:
        if _is_generic(token) and not _is_nobody(token):
            yield _generic(doc, token, gazetteer, known)


def _is_generic(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or (token.lemma_.lower() not in _nouns() and token.lower_ not in _nouns()):
        return False
    if token.pos_ == "PROPN" and (token.ent_type_ or token.dep_ == "compound"):
        return False
    if token.dep_ == "compound" and token.head.i > token.i and token.head.i - token.i <= 2:
        return token.head.lemma_.lower() not in _nouns() and token.head.pos_ == "NOUN"
    return token.dep_ not in ("appos", "attr", "oprd", "npadvmod")


def _is_nobody(token: Token) -> bool:
    return any(c.lower_ in words("generic", "nobody") for c in token.children if c.i < token.i)


def _nouns() -> frozenset[str]:
    return words("generic", "people") | words("generic", "groups")


def _generic(doc: Doc, token: Token, gazetteer: Gazetteer, known: dict[int, tuple[int, Reading]]) -> Candidate:
    """The candidate of one head noun: left over compounds, classifying adjectives and the country."""
    start, country, parts = token.i, None, [token.text]
    i = token.i - 1
    while i >= 0 and doc[i].sent == token.sent:
        at = i - 1 if doc[i].text in ("'s", "'") else i
        if at in known and country is None:
            first, reading = known[at]
            country = gazetteer.country_of(reading.actor)
            is_own = country == reading.actor
            if at == i or is_own:
                start = first
                parts.insert(0, gazetteer.adjective(country) if is_own and country else text_of(doc, first, at + 1))
            break
        if (doc[i].dep_ == "compound" and doc[i].pos_ == "NOUN") or doc[i].lower_ in words("generic", "classifying"):
            parts.insert(0, doc[i].lower_ if doc[i].pos_ == "ADJ" else doc[i].text)
            start, i = i, i - 1
            continue
        break
    name = " ".join(parts)
    return Candidate(start, token.i + 1, "generic", name[:1].lower() + name[1:] if country is None else name,
                     "generic", False, "generic noun", country, 9, token.i)  # fmt: skip
