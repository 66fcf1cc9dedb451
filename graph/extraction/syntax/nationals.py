"""Words made of nations and sides, alone and in compounds: "a Norwegian", "Kenyan-Ugandan", "anti-Western"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

_KNOWN = frozenset({"the", "this", "that"})


def is_one_national(token: Token) -> bool:
    """Whether one person of a nation or party is meant: "the Norwegian" is no country, "a Democrat" no party.

    "Killed a Norwegian" does it to the nation.
    """
    adherent = token.lower_ in actor_words("camps", "adherents")
    if not adherent and not (token.lower_.endswith("an") or _is_one_of_nation(token)):
        return False
    anyone = token.dep_ in ("dobj", "nsubjpass") and not any(c.lower_ in _KNOWN for c in children(token))
    return (adherent or not anyone) and any(c.dep_ == "det" or c.lower_ == "one" for c in children(token))


def _is_one_of_nation(token: Token) -> bool:
    """Whether a noun without an ending is one person: "the Kazakh", "a Turk"; but "the French" are the nation."""
    return token.tag_ in ("NN", "NNP") and not token.lower_.endswith(("sh", "ch", "ese", "ss"))


def hyphenated(token: Token) -> list[Token]:
    """The first of two adjectives that one hyphen joins: "Kenyan-Ugandan relations"."""
    return [
        c
        for c in children(token)
        if c.dep_ in ("compound", "amod") and c.i == token.i - 2 and token.nbor(-1).text == "-"
    ]


def hyphened(participle: Token) -> list[Token]:
    """What a participle is compounded with by a hyphen: "Chad" in "Chad-drafted"."""
    return [participle.nbor(-2)] if participle.i > 1 and participle.nbor(-1).text == "-" else []


def prefix_of_side(token: Token) -> str | None:
    """The prefix "anti" or "pro" of an adjective, however the tokenizer has cut it."""
    prefix = token.lower_.partition("-")[0]
    if prefix != token.lower_ and prefix in ("anti", "pro"):
        return prefix
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in ("anti", "pro"):
        return token.nbor(-2).lower_
    return None
