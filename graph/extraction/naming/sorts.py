"""Which words are somebody only where they stand: "the wounded", "the head of Oxfam"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.syntax.phrases import after_of
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss"})


def are_people(token: Token) -> bool:
    """Whether an adjective stands for those who are so: "doctors treated the wounded"; not "the wounded man"."""
    if token.lower_ not in actor_words("generic", "sorts_of_people") or token.dep_ not in _ENDS:
        return False
    before = token.nbor(-1) if token.i else token
    return before.lower_ == "the" and before.head == token


def is_aged(token: Token) -> bool:
    """Whether somebody is called by an age: "shot a | 19-year-old |"; not "a 19-year-old student"."""
    if token.lower_ not in ("old", "olds") or token.i < 4 or token.dep_ not in _ENDS:
        return False
    years, number = token.nbor(-2), token.nbor(-4)
    return years.lower_ == "year" and number.like_num and any(c.lower_ in ("a", "an") for c in children(token))


def heads_body(token: Token) -> bool:
    """Whether a noun is who leads a body: "the head of Oxfam", "the boss of the airline"; not a head of hair."""
    led = after_of(token)
    acting = token.dep_ in ("nsubj", "nsubjpass")  # whoever meets the head of the IMF meets the IMF
    return acting and any(t.pos_ == "PROPN" or t.lemma_.lower() in actor_words("generic", "groups") for t in led)


def hold_place(token: Token) -> bool:
    """Whether fighters stand before a place of theirs: "militant hideouts", "a rebel base"; not "the rebel leader"."""
    if token.lower_ not in words("forces", "nouns", "fighters") or token.dep_ not in ("amod", "compound"):
        return False
    return token.head.lemma_.lower() in words("places", "parts")
