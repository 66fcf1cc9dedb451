"""What does a clause tie together where nothing more exact was read: its subject, and who comes next below its verb?

A last resort, for sentences that would otherwise tie nobody. Its links have the confidence they were measured to
have, which is below what questions show by default.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense
from graph.extraction.arguments import Argument, Arguments
from graph.extraction.choosing import LOOSE
from graph.extraction.pairs import steps
from graph.extraction.relations import read
from graph.extraction.statements import Statement
from graph.extraction.subjects import is_passive, objects_of_preposition, subjects, words

_UNKNOWN = Sense("OTHER", "neutral", "event", known=False)


def loose_statements(doc: Doc, arguments: Arguments, taken: Collection[int]) -> Iterator[Statement]:
    """The first loose reading of every sentence that is not taken.

    Parameters
    ----------
    doc : Doc
    arguments : Arguments
        The actors of the Doc by their tokens.
    taken : collection of int
        The first tokens of the sentences that something was read in.
    """
    for sentence in doc.sents:
        if sentence.start not in taken:
            yield from _first(sentence, arguments)


def _first(sentence: Span, arguments: Arguments) -> Iterator[Statement]:
    """The statements of the highest verb that has a doer and somebody below it."""
    verbs = [t for t in sentence if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass", "amod")]
    for verb in sorted(verbs, key=lambda t: (sum(1 for _ in t.ancestors), t.i)):
        doers = objects_of_preposition(verb, ("by",)) if is_passive(verb) else subjects(verb)
        sources = [(token, a) for token in doers for a in arguments.of(token)]
        target = _next(verb, {a.actor for _, a in sources}, arguments) if sources else None
        if target is not None:
            yield from (_statement(token, source, *target) for token, source in sources)
            return


def _next(verb: Token, sources: Collection[str], arguments: Arguments) -> tuple[Token, Argument] | None:
    """The first actor behind a verb and below it who is none of its doers: one with a name, else an unnamed one."""
    found = [
        (token, argument)
        for token in verb.subtree
        if token.i > verb.i and token.lemma_.lower() not in words("transfer", "instruments")
        for argument in arguments.by_head.get(token.i, ())
        if argument.actor not in sources and argument.form != "pronoun"
    ]
    return next((end for end in found if end[1].form != "generic"), found[0] if found else None)


def _statement(token: Token, source: Argument, end: Token, target: Argument) -> Statement:
    """What the words between the two say, by the nearest of them that the lexicon knows."""
    for step in itertools.chain.from_iterable(steps(token, end)):
        reading = read(step.head, step.chain)
        if reading is not None and reading.sense.kind != "role":
            return Statement(step.head, source, target, replace(reading.sense, converse=False), step.chain, LOOSE)
    verb = next(t for t in end.ancestors if t.pos_ in ("VERB", "AUX"))
    return Statement(verb, source, target, _UNKNOWN, (), LOOSE)
