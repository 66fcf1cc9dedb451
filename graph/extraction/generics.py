"""Which nouns name an actor without a name: police, rebels, Haitian government officials, the Yes camp."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graph.extraction.candidates import Candidate, Known, text_of, words
from graph.extraction.gazetteer import Gazetteer

_OFFICE = frozenset({"prime", "vice", "foreign", "defence", "defense", "interior", "finance", "deputy", "crown", "chief",
                     "supreme", "justice", "health", "attorney"})  # fmt: skip
_LEFT = 6


def generic_candidates(doc: Doc, gazetteer: Gazetteer, known: Known) -> Iterator[Candidate]:
    """Unnamed actors: a head noun with what classifies it, carrying the country its words give."""
    for token in doc:
        if token.lemma_.lower() == "camp" and (camp := _camp(doc, token)):
            yield camp
        elif token.lower_.rstrip("s") in words("camps", "adherents") and (adherent := _adherent(doc, token)):
            yield adherent
        elif _is_generic(token) and not _is_nobody(token):
            yield _standing_for(doc, token, gazetteer, known) or _generic(doc, token, gazetteer, known)


@cache
def _nouns() -> frozenset[str]:
    return words("generic", "people") | words("generic", "groups")


def _is_noun(token: Token) -> bool:
    return token.lemma_.lower() in _nouns() or token.lower_ in _nouns()


def _is_generic(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or not _is_noun(token):
        return False
    if token.pos_ == "PROPN" and (token.ent_type_ or token.dep_ == "compound"):
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.ent_type_ == "PERSON":
        return False
    if token.dep_ == "compound" and 0 < token.head.i - token.i <= 2:
        return not _is_noun(token.head) and token.head.pos_ == "NOUN"
    return token.dep_ not in ("appos", "attr", "oprd", "npadvmod")


def _is_nobody(token: Token) -> bool:
    return any(c.lower_ in words("generic", "nobody") for c in token.children if c.i < token.i)


def _standing_for(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate | None:
    """The organisation whose fighters or delegation these are: "Taliban gunmen", "a Hamas delegation"."""
    before = token.i - 1
    if token.lemma_.lower() not in words("joined", "words") or before not in known:
        return None
    start, reading = known[before]
    kind = gazetteer.kinds[reading.actor]
    if kind in ("country", "region", "people") or reading.form != "name":
        return None
    return Candidate(start, token.i + 1, kind, reading.actor, "name", False, "its people", gazetteer.countries[reading.actor],
                     4, token.i)  # fmt: skip


def _generic(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate:
    """The candidate of one head noun: left over compounds, classifying adjectives and the country."""
    start, country, parts = token.i, None, [token.text]
    i = token.i - 1
    while i >= max(0, token.i - _LEFT) and doc[i].sent == token.sent:
        at = i - 1 if doc[i].text in ("'s", "'") else i
        if at in known:
            first, reading = known[at]
            owner = gazetteer.country_of(reading.actor)
            if at == i or owner == reading.actor:
                country = owner
                joined = doc[first - 1].text == "-" and first - 2 in known
                start = known[first - 2][0] if joined else first
                is_demonym = owner == reading.actor and owner is not None and not joined
                parts.insert(0, gazetteer.adjective(owner) if is_demonym and owner else text_of(doc, start, at + 1))
            break
        if doc[i].text == "-" and i > 0 and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
            parts[0] = f"{doc[i - 1].lower_}-{parts[0]}"
            start, i = i - 1, i - 2
            continue
        if (
            (doc[i].dep_ == "compound" and doc[i].pos_ == "NOUN")
            or doc[i].lower_ in words("generic", "classifying")
            or (doc[i].lower_ in _OFFICE and doc[i].head == token)
        ):
            parts.insert(0, doc[i].text if doc[i].is_lower else doc[i].lower_)
            start, i = i, i - 1
            continue
        break
    name = " ".join(parts)
    return Candidate(start, token.i + 1, "generic", name if country else name[:1].lower() + name[1:], "generic", False,
                     "generic noun", country, 9, token.i)  # fmt: skip


def _camp(doc: Doc, token: Token) -> Candidate | None:
    """A political camp: "the pro-independence camp", "the Remain camp"; not a refugee camp."""
    start = token.i
    while start > 0 and (
        doc[start - 1].text == "-"
        or doc[start - 1].whitespace_ == ""
        or doc[start - 1].dep_ in ("compound", "amod", "nmod")
    ):
        if doc[start - 1].pos_ in ("DET", "CCONJ", "VERB") or doc[start - 1].text in ('"', "'", "(", "'s", ","):
            break
        start -= 1
    modifiers = [t.lower_ for t in doc[start : token.i]]
    if not modifiers or set(modifiers) & words("camps", "places") or token.tag_ == "NNS":
        return None
    return Candidate(
        start, token.i + 1, "party", text_of(doc, start, token.i + 1), "name", False, "camp", None, 2, token.i
    )


def _adherent(doc: Doc, token: Token) -> Candidate | None:
    """Adherents named by a stance: "pan-democrats", "pro-independence localists"."""
    if token.i < 2 or doc[token.i - 1].text != "-" or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    start = token.i - 2
    plural = token.text if token.text.endswith("s") else f"{token.text}s"
    name = f"{doc[start].text}-{plural}"
    return Candidate(
        start, token.i + 1, "party", name[:1].lower() + name[1:], "name", False, "adherents", None, 2, token.i
    )
