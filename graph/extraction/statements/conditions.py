"""Who has to do something first: "said it would not reopen the border unless Chad apologised"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.statements.statements import Statement, ends_of
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import any_of, words

_THREATENING = frozenset({"threaten", "warn"})  # who promises to wait until somebody acts threatens nobody
_ASKED = Sense("REQUEST", "neutral", "speech", rule="condition")
_THREATENED = Sense("THREATEN", "hostile", "speech", rule="threat with condition")


def conditions(verb: Token, sources: list[Argument], arguments: Arguments) -> Iterator[Statement]:
    """Whose act somebody makes a condition of his own, or of what he says will not be.

    Parameters
    ----------
    verb : Token
        The verb of saying, refusing or threatening.
    sources : list of Argument
        Its subjects.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    if verb.lemma_ not in any_of(words("threats", "verbs"), words("conditions", "verbs")):
        return
    for clause in (c for c in children(verb) if c.dep_ in ("ccomp", "xcomp")):
        if clause.lemma_ in words("conditions", "words"):
            continue  # "refused to comment until the court has ruled"
        doers = {a.actor for t in subjects(clause) for a in arguments.of(t)}
        own = not doers.isdisjoint(a.actor for a in sources)
        for condition in (c for t in (verb, clause) for c in children(t) if _is_condition(c, clause)):
            others = [t for t in subjects(condition) if not any(c.tag_ == "PRP$" for c in children(t))]
            asked = [a for t in others for a in arguments.of(t, products=False)]
            for source, target in ends_of(sources, asked):
                read = _THREATENED if own and verb.lemma_ in _THREATENING else _ASKED
                yield Statement(verb, source, target, read, (), "condition", factuality="asserted")


def _is_condition(clause: Token, held: Token) -> bool:
    """Whether something must be done before something else is: "unless Chad pays", "will not talk until Chad pays"."""
    if clause.dep_ != "advcl" or is_passive(clause):
        return False
    marks = {c.lower_ for c in children(clause) if c.dep_ == "mark"}
    refused = held.head.lemma_ == "refuse" or any(c.dep_ == "neg" for c in children(held))
    return "unless" in marks or ("until" in marks and refused)
