"""Whom does somebody suspect who looks into a deed? "Opened a case over the shelling of Gori by rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import BLOWS, Sense
from graph.extraction.relations import sense
from graph.extraction.senses.lexicon import word_classes
from graph.extraction.statements.doers import doers_of
from graph.extraction.statements.statements import Statement, ends_of
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.complements import hung_low
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_SUSPECTED = Sense("ACCUSE", "hostile", "event", rule="look into a deed")


def inquiries(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """What a verb says of those who did what is looked into; whoever suffered it is not suspected.

    Parameters
    ----------
    verb : Token
        The verb of looking into: to investigate a killing, to open an inquiry over it.
    sources : list of Token
        Who does.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    for deed, said in _looked_into(verb):
        suspects = [t for token in _suspects(deed, arguments) for t in conjuncts(token)]
        suspected = [a for token in suspects for a in arguments.of(token, products=False)]
        for ends in ends_of((a for token in sources for a in arguments.of(token)), suspected) if suspected else ():
            yield Statement(verb, *ends, _SUSPECTED, (), "inquiry", predicate=said)


def _looked_into(verb: Token) -> Iterator[tuple[Token, str]]:
    """The deeds that somebody looks into, each with the words for it: "open inquiry over attacks by"."""
    for thing in (c for c in children(verb) if c.dep_ in ("dobj", "nsubjpass")):
        if verb.lemma_ in words("control", "investigating"):
            yield from ((deed, f"{verb.lemma_} {deed.lower_} by") for deed in conjuncts(thing))
        elif thing.lemma_ in word_classes()["courts"]:
            for preposition, deed in _behind(verb, thing):
                yield deed, f"{verb.lemma_} {thing.lower_} {preposition} {deed.lower_} by"


def _behind(verb: Token, inquiry: Token) -> Iterator[tuple[str, Token]]:
    """What an inquiry is about: "over" a raid, "in connection with" it."""
    for holder in (inquiry, verb):
        for preposition in ("over", "into"):
            yield from ((preposition, deed) for deed in objects_of_preposition(holder, (preposition,)))
    for link in (t for t in verb.subtree if t.lower_ == "connection" and t.dep_ == "pobj"):
        yield from (("over", deed) for deed in objects_of_preposition(link, ("with",)))


def _suspects(deed: Token, arguments: Arguments) -> list[Token]:
    """The heads of the words for who did a deed, or is charged with it in a claim that is looked into."""
    if deed.lemma_ in word_classes()["charges"]:
        held = [deed, *objects_of_preposition(deed, ("of",))]
        accused = [t for noun in held for t in objects_of_preposition(noun, ("against",))]
        told = [c for c in children(deed) if c.dep_ in ("acl", "ccomp") and c.pos_ == "VERB" and not _is_negated(c)]
        return accused + [t for clause in told if clause.tag_ != "VBG" for t in doers_of(clause)]
    read = sense(deed, ())
    if (read is None or read.relation not in BLOWS) and deed.lemma_ not in words("duty", "crimes"):
        return []
    agents = [t for t in hung_low(deed, ("by",), arguments.by_head) for t in children(t) if t.dep_ == "pobj"]
    committed = [c for c in children(deed) if c.dep_ == "acl" and c.lemma_ in words("duty", "committing")]
    return agents + [t for holder in (deed, *committed) for t in objects_of_preposition(holder, ("by",))]


def _is_negated(clause: Token) -> bool:
    return any(c.dep_ == "neg" for c in children(clause))
