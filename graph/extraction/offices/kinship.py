"""Who is whose father, wife or daughter: relations that a text states in passing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ActorMention
from graph.extraction.offices.role_reading import Page, Role
from graph.extraction.syntax.phrases import appositions
from graph.extraction.tokens import POSSESSIVE, children, positions_of
from graph.extraction.wordlists import actor_words


def kinship(page: Page) -> Iterator[Role]:
    """The kin of a document: "his father X", "X's wife Y", "Y, the son of X"."""
    kin = actor_words("roles", "kin")
    for token in (page.doc[i] for i in positions_of(page.doc, kin)):
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in kin:
            continue
        target = _whose(page, token)
        source = _who(page, token)
        if source is not None and target is not None and page.kind(target) in ("person", ""):
            by_marriage = "-in-law" if _said_behind(page, token, 5) == "-in-law" else ""
            predicate = f"{token.lemma_.lower()}{by_marriage} of"
            yield Role(source, target, token.i, token.i + 1, predicate, "kinship", relation="OTHER")


def _said_behind(page: Page, token: Token, size: int) -> str:
    """The words right behind a token, written together."""
    return "".join(page.text(token.i + k) for k in range(1, size))


def _whose(page: Page, noun: Token) -> ActorMention | None:
    """The possessor of a kinship noun, or what follows its "of"."""
    for child in children(noun):
        if child.dep_ == "poss":
            return page.who(child)
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((page.at[c.i] for c in children(child) if c.i in page.at), None)
    if page.text(noun.i - 1) == "and":  # Ana Ruiz and | husband X
        return page.ends.get(noun.i - 1)
    return page.ends.get(noun.i - 1) if page.text(noun.i - 1) in POSSESSIVE else None


def _who(page: Page, noun: Token) -> ActorMention | None:
    """The name beside a kinship noun, else the noun itself where it is an actor."""
    if person := page.person(page.after(noun.i + 1, ",")):
        return person
    beside = [c for each in appositions(noun) for c in (each, *appositions(each))]  # her husband, the painter X
    named = (page.at[c.i] for c in beside if page.kind(page.at.get(c.i)) == "person")
    if (person := next(named, None)) is not None:
        return person
    if noun.dep_ == "appos" and page.kind(page.at.get(noun.head.i)) == "person":
        return page.at[noun.head.i]
    if noun.dep_ == "attr":
        subject = next((c for c in children(noun.head) if c.dep_ == "nsubj"), None)
        if subject is not None and (holder := page.who(subject)) and page.kind(holder) == "person":
            return holder
    return page.who(noun) or page.generic.get(noun.i)
