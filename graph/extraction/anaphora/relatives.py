"""Who is "his son" where "his father, Ali Hassan" was named? Kin that was told either way round."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.syntax.phrases import appositions
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

_NAMING = frozenset({"compound", "nmod", "appos"})


def remember_relative(noun: Token, known: Antecedents) -> None:
    """Note whose father, wife or daughter somebody named is: "her husband, Omar Bello"."""
    if not _is_kin(noun):
        return
    owners, named = _owners(noun, known), _named(noun, known)
    if len(owners) == len(named) == 1 and owners != named:
        known.relatives.append((named.pop(), noun.lemma_, owners.pop()))


def relative(noun: Token, known: Antecedents) -> str | None:
    """The one person that "his son" is: who was called so, or whose father he was called.

    "His eldest son" and "her other brother" may be anybody.
    """
    told = list(_told(noun, known))
    owners = _owners(noun, known) if told else set()
    found = {kin for owner, kin in told if {owner} == owners}
    return found.pop() if len(found) == 1 else None


def whose_relative(pronoun: Token, known: Antecedents) -> str | None:
    """The one person named of whom "his" can be said in "his son", where fathers and sons were told.

    "Omar was held. His father, Ali Said, wrote to his son": the father's son, not the son's.
    """
    owners = {owner for owner, _ in _told(pronoun.head, known)} if pronoun.dep_ == "poss" else set()
    return owners.pop() if len(owners) == 1 else None


def _told(noun: Token, known: Antecedents) -> Iterator[tuple[str, str]]:
    """Whose son each person is of whom that was told, himself or by his father's name."""
    if (
        not known.relatives
        or not _is_kin(noun)
        or any(c.dep_ not in ("poss", "case", "punct", "prep") for c in children(noun))
    ):
        return
    for who, kin, whose in known.relatives:
        if kin == noun.lemma_:
            yield whose, who
        if noun.lemma_ in lists()["converses"].get(kin, ()):
            yield who, whose


def _is_kin(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.lemma_ in actor_words("roles", "kin")


def _owners(noun: Token, known: Antecedents) -> set[str]:
    """The person that the possessive in front names or stands for."""
    return {actor for actor in known.owners_of(noun) if known.kind(actor) in ("person", "generic")}


def _named(noun: Token, known: Antecedents) -> set[str]:
    """The name that syntax ties to the noun."""
    tied = [*appositions(noun), *([noun.head] if noun.dep_ in _NAMING else [])]
    named = [a for t in tied for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"]
    return {a.actor for a in named if known.kind(a.actor) == "person"}
