"""Who stands between others: "talks between Chad and Sudan mediated by Qatar", "signed a truce brokered by Oman"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.anaphora.named import lists
from graph.extraction.annotations import Sense
from graph.extraction.relations import sense
from graph.extraction.statements.statements import Statement, ends_of
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects

_MEDIATED = Sense("CONSULT", "cooperative", "event", rule="mediated by")
_SETTLED = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})


def mediated(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """What a mediator does with each of those whose talks or truce it brings about.

    Parameters
    ----------
    verb : Token
        A participle: mediated, brokered.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or verb.lemma_ not in lists()["judging"]["mediating"]:
        return
    agents = [t for agent in objects_of_preposition(verb, ("by",)) for t in conjuncts(agent)]
    noun = _brought_about(verb) if agents else None
    if noun is None:
        return
    sources = (a for t in agents for a in arguments.of(t, products=False))
    for source, member in ends_of(sources, _members(noun, verb, arguments)):
        yield Statement(verb, source, member, _MEDIATED, (), "mediated", predicate=f"{verb.lemma_} {noun.lemma_}")


def _brought_about(verb: Token) -> Token | None:
    """The talks or the truce, even where the parser hangs the participle on the last of the parties."""
    for noun in (verb.head, *verb.head.ancestors):
        if noun.pos_ not in ("NOUN", "PROPN", "ADP"):
            return None
        read = sense(noun, ()) if noun.pos_ == "NOUN" else None
        if read is not None and read.relation in _SETTLED:
            return noun
    return None


def _members(noun: Token, verb: Token, arguments: Arguments) -> list[Argument]:
    """Those between whom it is, or several who hold or sign it, or one who does so with another."""
    parties = [t for holder in (noun, verb) for t in objects_of_preposition(holder, ("between", "with"))]
    verb_above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "on") else noun.head
    if noun.dep_ in ("dobj", "pobj") and verb_above.pos_ == "VERB":  # "signed a truce", "agreed to a truce"
        parties += [*subjects(verb_above), *objects_of_preposition(verb_above, ("with",))]
    found = [a for t in parties for each in conjuncts(t) for a in arguments.of(each, products=False)]
    return list({a.actor: a for a in found}.values()) if len({a.actor for a in found}) > 1 else []
