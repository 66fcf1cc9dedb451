"""Which words are the name of an office or a membership: president, co-founder, spokesman, spinoff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from graph.extraction.tokens import positions_of
from graph.extraction.wordlists import listed, read_data, short_titles

_PIECES = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*|-")
_RANKS = frozenset({"deputy", "vice", "assistant", "associate", "acting", "interim", "chief", "senior", "executive",
                    "managing", "joint", "general", "co", "lead", "junior", "principal", "special"})  # fmt: skip
_KEPT = "whowhom role nouns"
_SECTIONS = ("offices", "benches", "commands", "leadership", "membership", "bodies")


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """Tokens [start, end) that name a role; `head` is the noun that syntax attaches, `sections` its kinds of role."""

    start: int
    end: int
    head: int
    sections: frozenset[str]
    plural: bool


@cache
def role_sections() -> dict[tuple[str, ...], frozenset[str]]:
    """Role nouns as tuples of words, each with the sections of `data/roles.toml` that list it.

    >>> sorted(role_sections()[("prime", "minister")])
    ['offices']
    """
    found: dict[tuple[str, ...], set[str]] = {}
    for section in _SECTIONS:
        for phrase in listed(read_data("roles")[section]["words"]):
            if pieces := tuple(_PIECES.findall(phrase.lower())):
                found.setdefault(pieces, set()).add(section)
    return {pieces: frozenset(sections) for pieces, sections in found.items()}


@cache
def _by_first() -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for pieces in sorted(role_sections(), key=len, reverse=True):
        index.setdefault(pieces[0], []).append(pieces)
    return index


@cache
def _openings() -> frozenset[str]:
    return frozenset(_by_first()) | _RANKS | frozenset(short_titles())


def role_nouns(doc: Doc) -> tuple[RoleNoun, ...]:
    """The role nouns of a document, longest first at each place, never overlapping; looked for once."""
    kept: dict[str, tuple[RoleNoun, ...]] = doc.user_data
    if _KEPT not in kept:
        kept[_KEPT] = tuple(_read(doc))
    return kept[_KEPT]


def _read(doc: Doc) -> Iterator[RoleNoun]:
    free = 0  # the first token that belongs to no role noun yet
    for i in positions_of(doc, _openings()):
        if i >= free and (noun := _at(doc, i)) is not None:
            yield noun
            free = noun.end


def _at(doc: Doc, i: int) -> RoleNoun | None:
    """The longest role noun that begins at token i, with the rank in front of it ("deputy secretary general")."""
    plain = _plain(doc, i)
    if plain is not None and plain.end > i + 1:
        last = _plain(doc, plain.end - 1)  # "army chief" in "army chief of staff"
        plain = replace(last, start=i) if last is not None and last.end > plain.end else plain
    ranked = _plain(doc, i + 1) if doc[i].lower_ in _RANKS and i + 1 < len(doc) else None
    if ranked is not None and (plain is None or ranked.end > plain.end):
        return replace(ranked, start=i)
    return plain


def _plain(doc: Doc, i: int) -> RoleNoun | None:
    for first in _forms(doc[i]):
        for pieces in _by_first().get(first, ()):
            if i + len(pieces) > len(doc) or not all(p in _forms(doc[k]) for k, p in enumerate(pieces, i)):
                continue
            span = doc[i : i + len(pieces)]
            if "of" in pieces and span[-1].dep_ in ("amod", "compound") and span[-1].head.i >= span.end:
                continue  # the leader of the opposition | Zora party is not the leader of the opposition
            carrying = (
                span if "-" in pieces else (span[-1], span.root)
            )  # "director-general": the parser's head is "general"
            noun = any(t.pos_ in ("NOUN", "PROPN") for t in carrying) or _heads_name(span[-1])
            if noun or _is_mistagged(span[-1]):
                heads = (span.root, span[-1])  # "attorneys general"; but one is "sports minister"
                plural = any(t.tag_ in ("NNS", "NNPS") for t in heads) or any(_is_mistagged(t) for t in span)
                return RoleNoun(i, span.end, span.root.i, role_sections()[pieces], plural)
    return None


def title_tokens(doc: Doc) -> set[int]:
    """The tokens of titles right before a person's name: they are part of how the person is called.

    With the small nouns and adjectives in front of the role noun.
    """
    found: set[int] = set()
    for noun in role_nouns(doc):
        if noun.end < len(doc) and doc[noun.end].ent_type_ == "PERSON":
            start = noun.start
            while start > 0 and doc[start - 1].pos_ in ("NOUN", "ADJ") and doc[start - 1].is_lower:
                start -= 1
            found.update(range(start, noun.end))
    return found


def _is_mistagged(token: Token) -> bool:
    """Whether a plural is taken for a verb, though it is none in its sentence: "Ruiz aides Ana Pell and Tom Ives"."""
    return token.tag_ == "VBZ" and token.dep_ in ("compound", "nmod", "npadvmod", "appos")


def _heads_name(token: Token) -> bool:
    """Whether "head" between a body and a person is a title, taken for a verb: "said NASA head Ana Lima"."""
    if token.lower_ not in ("chair", "head") or token.pos_ != "VERB" or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).pos_ == "PROPN" and token.nbor().ent_type_ == "PERSON"


def singular(token: Token) -> str:
    """What one of several is called: "president", "chairman", "deputy"."""
    lower = token.lower_
    return re.sub(r"men$", "man", re.sub(r"ies$", "y", lower)) if lower.endswith(("men", "ies")) else lower[:-1]


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower_
    if token.tag_ in ("NNS", "NNPS") or _is_mistagged(token):
        return (lower, token.lemma_.lower(), singular(token))
    return (lower, lower[:-1]) if lower in short_titles() else (lower,)
