"""Who stands between others: "talks between Chad and Sudan mediated by Qatar", "signed a truce brokered by Oman"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import lists
from graph.extraction.annotations import Sense
from graph.extraction.relations import sense
from graph.extraction.statements.statements import Statement
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects

_MEDIATED = Sense("CONSULT", "cooperative", "event", rule="mediated by")
_SETTLED = frozenset({"AGREE", "CONSULT", "COOPERATE", "RETREAT"})


def mediated(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """What a mediator does with each of those whose talks or truce it brings about.

    Parameters
    ----------
    noun : Token
        The noun for what two have with each other: talks, a truce, an accord.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    clauses = [c for c in noun.subtree if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and _is_of(noun, c)]
    agents = [t for c in clauses for agent in objects_of_preposition(c, ("by",)) for t in conjuncts(agent)]
    read = sense(noun, ()) if agents else None
    if read is None or read.relation not in _SETTLED:
        return
    for source in (a for t in agents for a in arguments.of(t, products=False)):
        for member in _members(noun, clauses, arguments):
            if member.actor != source.actor:
                said = f"{clauses[0].lemma_} {noun.lemma_}"
                yield Statement(clauses[0], source, member, _MEDIATED, (), "mediated", predicate=said)


def _is_of(noun: Token, clause: Token) -> bool:
    """Whether a participle says who mediated it, even where the parser hangs it on the last of the parties."""
    between = clause.head.head.dep_ in ("prep", "conj")
    return clause.lemma_ in lists()["judging"]["mediating"] and (clause.head == noun or between)


def _members(noun: Token, clauses: list[Token], arguments: Arguments) -> list[Argument]:
    """Those between whom it is, or several who hold or sign it, or one who does so with another."""
    parties = [t for holder in (noun, *clauses) for t in objects_of_preposition(holder, ("between", "with"))]
    if noun.dep_ == "dobj":
        parties += [*subjects(noun.head), *objects_of_preposition(noun.head, ("with",))]
    found = [a for t in parties for each in conjuncts(t) for a in arguments.of(each, products=False)]
    return list({a.actor: a for a in found}.values()) if len({a.actor for a in found}) > 1 else []
