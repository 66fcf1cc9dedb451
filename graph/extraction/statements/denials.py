"""In what deed, against whom, does somebody deny a part? "Chad denied any role in the attack on Niger"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import BLOWS
from graph.extraction.statements.statements import Statement, pair_up
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.reach import below_noun
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def denials(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """The deeds that somebody says he has not done or had no part in, each against whom it was done.

    The noun for a part is the head, so that what hangs on it is the denier's claim, and negated.

    Parameters
    ----------
    verb : Token
        The verb of denying.
    sources : list of Token
        Who denies.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    for part in _parts(verb) if sources else ():
        done = [t for holder in (part, verb) for t in objects_of_preposition(holder, ("in", "for"))]
        for deed in (t for noun in done for t in conjuncts(noun)):
            reached = below_noun(deed, arguments)
            for source in (a for token in sources for a in arguments.of(token)):
                for found in pair_up(deed, source, reached, "denial"):
                    if found.sense.polarity == "hostile":
                        said = (part.lower_, deed.head.lower_, deed.lower_, *(t.lower_ for t in found.chain))
                        yield replace(found, head=part, predicate=" ".join(said))
    yield from _own_deeds(verb, sources, arguments)


def _own_deeds(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """What somebody says he has not done: "denied the killing of Ana Lima"; what others did has its doer."""
    things = [c for c in children(verb) if c.dep_ == "dobj"] if sources and verb.lemma_ == "deny" else []
    for deed in (t for thing in things for t in conjuncts(thing)):
        if any(c.dep_ == "poss" for c in children(deed)) or objects_of_preposition(deed, ("by",)):
            continue
        reached = below_noun(deed, arguments)
        for source in (a for token in sources for a in arguments.of(token)) if reached else ():
            for found in pair_up(deed, source, reached, "denial"):
                if found.sense.relation in BLOWS:
                    yield replace(found, factuality="negated")


def _parts(verb: Token) -> list[Token]:
    """The words for a part in a deed that is denied: "involvement", "any role"."""
    if verb.lemma_ not in words("denied", "verbs"):
        return []
    things = [c for c in children(verb) if c.dep_ == "dobj"]
    return [t for thing in things for t in conjuncts(thing) if t.lemma_ in words("denied", "parts")]
