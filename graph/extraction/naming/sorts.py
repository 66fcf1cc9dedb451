"""Which words are somebody only where they stand: "the wounded", "the head of Oxfam"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import after_of
from graph.extraction.wordlists import actor_words

_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"})


def are_people(token: Token) -> bool:
    """Whether an adjective stands for those who are so: "doctors treated the wounded"; not "the wounded man"."""
    if token.lower_ not in actor_words("generic", "sorts_of_people") or token.dep_ not in _ENDS:
        return False
    before = token.nbor(-1) if token.i else token
    return before.lower_ == "the" and before.head == token


def heads_body(token: Token) -> bool:
    """Whether a noun is who leads a body: "the head of Oxfam", "the boss of the airline"; not a head of hair."""
    led = after_of(token)
    acting = token.dep_ in ("nsubj", "nsubjpass")  # whoever meets the head of the IMF meets the IMF
    return acting and any(t.pos_ == "PROPN" or t.lemma_.lower() in actor_words("generic", "groups") for t in led)
