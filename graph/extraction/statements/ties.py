"""Whom does somebody tie to whom in words? "Police linked the suspects to the cartel" ties the suspects to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.cues import cues
from graph.extraction.statements.statements import Statement
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.text import children

TIED = "tied"
_LINK = Sense("OTHER", "neutral", "structural", rule="link somebody to")


def ties(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """What somebody says others have to do with each other.

    Parameters
    ----------
    verb : Token
        The verb of linking.
    sources : list of Token
        Who links: none in "the road links Chad to Niger".
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    if verb.lemma_ not in cues("attribution")["linking"] or not any(arguments.at(t) for t in sources):
        return
    objects = [c for c in children(verb) if c.dep_ == "dobj"]
    ways = [
        c for holder in (verb, *objects) for c in children(holder) if c.dep_ == "prep" and c.lower_ in ("to", "with")
    ]
    tied = [a for noun in objects for t in conjuncts(noun) for a in arguments.of(t, products=False)]
    for way in ways:
        others = [
            a for c in children(way) if c.dep_ == "pobj" for t in conjuncts(c) for a in arguments.of(t, products=False)
        ]
        for source, target in ((s, t) for s in tied for t in others if s.actor != t.actor):
            yield Statement(verb, source, target, _LINK, (way,), TIED, predicate=f"{verb.lemma_} {way.lower_}")
