"""Who is put into what, no office being named: "elected to the Senate", "named to the board of Norrland Steel"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, ActorMention
from graph.extraction.offices.role_reading import Page, Role
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, having
from graph.extraction.wordlists import actor_words


def seats(page: Page) -> Iterator[Role]:
    """The seats that a document says people get."""
    for verb in having(page.doc, "LEMMA", actor_words("roles", "seating")):
        if verb.pos_ == "VERB":
            for preposition in (c for c in children(verb) if c.lower_ == "to"):
                yield from _seated(page, verb, preposition)


def _seated(page: Page, verb: Token, preposition: Token) -> Iterator[Role]:
    bodies = [b for noun in children(preposition) if noun.dep_ == "pobj" and (b := _body(page, noun))]
    if not bodies:
        return
    people = (
        subjects(verb) if is_passive(verb) else [t for c in children(verb) if c.dep_ == "dobj" for t in conjuncts(c)]
    )
    for token in people:
        person = page.who(token)
        if person is not None and page.kind(person) in ("person", "country"):  # Kenya sits on councils, too
            predicate = f"{verb.lemma_} to"
            yield from (Role(person, body, verb.i, verb.i + 1, predicate, "seat", event=True) for body in bodies)


def _body(page: Page, noun: Token) -> ActorMention | None:
    """The body that a seat is in, named itself or as what a board, bench or list is of."""
    body = page.who(noun)
    if body is None and noun.lemma_.lower() in actor_words("roles", "seats"):
        body = page.owner(noun)
    return body if page.kind(body) in ORGANISED else None
