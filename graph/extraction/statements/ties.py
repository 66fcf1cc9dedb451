"""Whom does somebody tie to whom in words? "Police linked the suspects to the cartel" ties the suspects to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.cues import cues
from graph.extraction.statements.statements import Statement, ends_of
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import objects
from graph.extraction.tokens import children

TIED = "tied"
_PITTED = Sense("RIVALRY", "hostile", "structural", symmetric=True, rule="pit somebody against")
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
    if verb.lemma_ == "pit":
        yield from _pitted(verb, arguments)
        return
    if verb.lemma_ not in cues("attribution")["linking"] or not any(arguments.at(t) for t in sources):
        return
    held = objects(verb)
    tied = [a for noun in held for a in arguments.of(noun, products=False)]
    for noun in (t for holder in (verb, *held) for t in objects_of_preposition(holder, ("to", "with"))):
        way = noun.head
        for ends in ends_of(tied, (a for t in conjuncts(noun) for a in arguments.of(t, products=False))):
            yield Statement(verb, *ends, _LINK, (way,), TIED, predicate=f"{verb.lemma_} {way.lower_}")


def _pitted(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Who is set against whom, whatever sets them so: "the run-off pits Lima against Costa"."""
    held = [a for t in objects(verb) for a in arguments.of(t)]
    for way in (c for c in children(verb) if c.dep_ == "prep" and c.lower_ == "against"):
        others = [t for c in children(way) if c.dep_ == "pobj" for t in conjuncts(c)]
        for ends in ends_of(held, (a for t in others for a in arguments.of(t))):
            yield Statement(verb, *ends, _PITTED, (way,), "reciprocal")
