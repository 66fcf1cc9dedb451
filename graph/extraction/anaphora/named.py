"""Who is named before the word that refers back, and the word lists by which it is looked for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

from spacy.tokens import Token

from graph.extraction.senses.modality import first_conjunct
from graph.extraction.wordlists import read_data, words

_INSIDE = frozenset({"in", "at", "near", "inside", "outside", "across"})


@functools.cache
def lists() -> Mapping[str, Any]:
    """The word lists of data/coreference.toml, in their order; dicts, so that a word is found at once."""
    tables = read_data("coreference").items()
    return {
        name: {key: dict.fromkeys(kept) if isinstance(kept, list) else kept for key, kept in table.items()}
        for name, table in tables
    }


@functools.cache
def made() -> frozenset[str]:
    """The nouns for what somebody makes or says, which stand for their maker."""
    return (
        words("stand_ins", "products") | frozenset(lists()["accusing"]["nouns"]) | frozenset(lists()["ruling"]["nouns"])
    )


class Candidate(NamedTuple):
    """An actor named before the word that refers back; `place` where it is only where something happens."""

    actor: str
    token: Token
    subject: bool
    place: bool
    form: str

    @property
    def leads(self) -> bool:
        """Whether it is the subject of a main clause."""
        return self.subject and self.token.dep_ != "conj" and self.token.head.dep_ == "ROOT"


def only(candidates: list[Candidate]) -> str | None:
    """The one actor that all candidates are, if there is one."""
    names = {c.actor for c in candidates}
    return next(iter(names)) if len(names) == 1 else None


def at_most_one(name: str | None) -> tuple[str, ...]:
    """A referent as a tuple; empty where there is none."""
    return (name,) if name else ()


def is_backer(token: Token) -> bool:
    """Whether a name only says whose ally somebody is: "a Russia-backed offensive"."""
    joined = token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).tag_ == "VBN"
    return joined or (token.dep_ == "npadvmod" and token.head.tag_ == "VBN" and token.i + 1 < token.head.i)


def is_subject(token: Token) -> bool:
    """Whether a token, or the first of those joined to it, is who does something."""
    return first_conjunct(token).dep_ in ("nsubj", "nsubjpass")


def stands_inside(token: Token) -> bool:
    """Whether a token, or the first of those joined to it, is where something happens."""
    first = first_conjunct(token)
    return first.dep_ == "pobj" and first.head.lower_ in _INSIDE
