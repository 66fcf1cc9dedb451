"""Which readings are kept, and which is the sentence's main one?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Token

from graph.extraction.statements.statements import LOOSE, Statement
from graph.extraction.tokens import children, sentence_starts

_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "csubj", "parataxis"})
_TELLING = frozenset({"CONSULT", "OTHER"})  # what it may be to tell somebody something: "called on Chad to stop"
# What another statement of the sentence implies: who was asked by what is answered, who killed in what was done.
INFERRED = frozenset({"answered", "condition", "in an event"})


def without_repeats(found: Iterable[Statement], sure: Callable[[Statement], bool]) -> list[Statement]:
    """One statement a dyad, relation and predicate head, the one read from more words; nouns yield to their verb.

    What is not sure enough to be shown pushes nothing out that is.

    Parameters
    ----------
    found : iterable of Statement
        What was read.
    sure : callable
        Whether a statement is sure enough to be shown.
    """
    best: dict[tuple[object, ...], tuple[tuple[bool, int], Statement]] = {}
    for statement in found:
        key = (*_dyad(statement), statement.sense.relation, statement.head.i)
        rank = (sure(statement), len(statement.chain))
        if key not in best or rank > best[key][0]:
            best[key] = (rank, statement)
    shown = [s for (is_sure, _), s in best.values() if is_sure]
    # Who resigned as head of a body has changed his office there, and conceded it nothing.
    offices = {(s.head.i, *_dyad(s)) for s in shown if s.rule == "appointed" and s.sense.kind == "event"}
    if offices:
        best = {key: kept for key, kept in best.items() if not _is_of_office(kept[1], offices)}
        shown = [s for s in shown if not _is_of_office(s, offices)]
    # Who tells somebody that he must do something asks it of him, and no more is to be said of the telling.
    asked = {(s.head.i, s.source.actor, s.target.actor) for s in shown if s.rule == "demand"}
    told = {(s.head.i, *_dyad(s)) for s in shown if s.sense.symmetric}  # "held their first dialogue" is one link
    inner = {(t.i, *_dyad(s)) for s in shown for t in s.chain}
    hidden = {(t.i, *_dyad(s)) for (_, s) in best.values() if s.rule != LOOSE for t in s.chain} - inner
    # Who ends cooperation with Chad has none with it.
    ended = {(t.i, *sorted(_dyad(s))) for s in shown if s.sense.polarity == "hostile" for t in s.chain}
    return [
        s
        for (is_sure, _), s in best.values()
        if (place := (s.head.i, *_dyad(s))) not in inner and (is_sure or place not in hidden)
        if s.sense.polarity != "cooperative" or not s.sense.symmetric or place not in ended
        if s.sense.relation not in _TELLING or (s.head.i, s.source.actor, s.target.actor) not in asked
        if s.rule != "reciprocal noun" or s.head.dep_ != "dobj" or (s.head.head.i, *_dyad(s)) not in told
    ]


def _is_of_office(statement: Statement, offices: set[tuple[int, str, str]]) -> bool:
    """Whether a statement reaches a body through an office that is told of apart."""
    return any((t.i, *_dyad(statement)) in offices for t in statement.chain)


def _dyad(statement: Statement) -> tuple[str, str]:
    a, b = statement.source.actor, statement.target.actor
    return (b, a) if statement.sense.symmetric and b < a else (a, b)


def main_statements(statements: Sequence[Statement]) -> set[int]:
    """The positions of the statements that are the main one of their sentence."""
    best: dict[int, tuple[tuple[float, ...], int]] = {}
    for number, statement in enumerate(statements):
        sentence, rank = sentence_starts(statement.head.doc)[statement.head.i], _rank(statement)
        if sentence not in best or rank < best[sentence][0]:
            best[sentence] = (rank, number)
    return {number for _, number in best.values()}


def _rank(statement: Statement) -> tuple[float, ...]:
    """Smaller is more central: no role, high in the tree, first, known relation, direct arguments."""
    return (
        statement.sense.kind == "role",
        _depth(statement.head)
        + (statement.head.pos_ not in ("VERB", "AUX") or statement.head.dep_ == "amod")
        + 3 * (statement.rule in INFERRED),
        statement.head.i,
        statement.sense.relation == "OTHER",
        (statement.source.form == "demonym") + (statement.target.form == "demonym"),
        len(statement.chain),
        statement.source.start,
        statement.target.start,
    )


def _depth(head: Token) -> int:
    """How many clauses stand over a word; "..., a spokesman told the paper" stands under what it reports."""
    depth, token = int(_reported_before(head) is not None), head
    while token.head != token:
        depth += token.dep_ in _CLAUSAL and _reported_before(token.head) != token
        token = token.head
    return depth


def _reported_before(verb: Token) -> Token | None:
    """The clause that a verb behind it reports."""
    return next((c for c in children(verb) if c.dep_ == "ccomp" and c.i < verb.i), None)
