"""What does a clause tie together where nothing more exact was read: its subject, and who comes next below its verb?

A last resort, for sentences whose main clause would otherwise tie its subject to nobody. Its links have the
confidence they were measured to have, which is below what questions show by default.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense
from graph.extraction.arguments import Argument, Arguments
from graph.extraction.choosing import LOOSE
from graph.extraction.pairs import steps
from graph.extraction.relations import read, sense
from graph.extraction.statements import Statement
from graph.extraction.subjects import conjuncts, is_passive, objects, objects_of_preposition, subjects, words

_FORCED = frozenset({"COERCE", "SANCTION"})  # what only a state or another power can do
_UNKNOWN = Sense("OTHER", "neutral", "event", known=False)


def loose_statements(doc: Doc, arguments: Arguments, found: Iterable[Statement]) -> Iterator[Statement]:
    """The first loose reading of every sentence whose main clause ties its subject to nobody.

    Parameters
    ----------
    doc : Doc
    arguments : Arguments
        The actors of the Doc by their tokens.
    found : iterable of Statement
        What was read exactly.
    """
    tied: dict[int, set[str]] = {}
    for statement in found:
        if statement.sense.kind == "role":
            continue
        tied.setdefault(statement.head.sent.start, set()).update((statement.source.actor, statement.target.actor))
    for sentence in doc.sents:
        yield from _first(sentence, arguments, tied.get(sentence.start, set()))


def _first(sentence: Span, arguments: Arguments, tied: Collection[str]) -> Iterator[Statement]:
    """The statements of the highest verb that has a doer and, where nobody is tied yet, somebody below it."""
    verbs = [t for t in sentence if _is_verb(t)]
    for verb in sorted(verbs, key=lambda t: (sum(1 for _ in t.ancestors), t.i)):
        doers = _agents(verb) if is_passive(verb) else subjects(verb)
        sources = [(token, a) for token in doers for a in _meant_by(token, arguments)]
        names = {a.actor for _, a in sources}
        if not names.isdisjoint(tied):
            return
        if is_passive(verb) and not sources and (harm := list(_harmed_there(verb, arguments))):
            yield from harm
            return
        target = _next(verb, names, arguments) if sources else None
        if target is not None:
            yield from (_statement(verb, token, source, *target) for token, source in sources)
        if target is not None or (sources and tied):
            return


def _meant_by(doer: Token, arguments: Arguments) -> list[Argument]:
    """Who is behind a doer: itself, its owner, or who made or sent it ("the shells fired by the army hit")."""
    made = [each for clause in doer.children if clause.dep_ == "acl" for each in _agents(clause)]
    return arguments.of(doer) or arguments.owners(doer) or [a for token in made for a in arguments.of(token)]


def _agents(verb: Token) -> list[Token]:
    return [each for agent in objects_of_preposition(verb, ("by",)) for each in conjuncts(agent)]


def _harmed_there(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Where somebody was arrested or expelled from by nobody named, and so most likely by whom."""
    done = sense(verb, ())
    if done is None or done.relation not in _FORCED:
        return
    patients = [a for token in objects(verb) for a in arguments.of(token)]
    places = [a for token in objects_of_preposition(verb, ("in", "from")) for a in arguments.at(token) if a.place]
    for source in places[:1]:
        for patient in patients:
            if patient.actor != source.actor:
                yield Statement(verb, source, patient, done, (), LOOSE)


def _is_verb(token: Token) -> bool:
    """Whether a token heads a clause, be it a verb that was taken for a noun: "Ghana and Togo hand over the site"."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("aux", "auxpass", "amod")
    return token.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in token.children)


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


def _statement(verb: Token, token: Token, source: Argument, end: Token, target: Argument) -> Statement:
    """What the words between the two say, by the nearest of them that the lexicon knows."""
    for step in itertools.chain.from_iterable(steps(token, end)):
        reading = read(step.head, step.chain)
        if reading is not None and reading.sense.kind != "role":
            return Statement(step.head, source, target, replace(reading.sense, converse=False), step.chain, LOOSE)
    nearest = next((t for t in end.ancestors if t.pos_ in ("VERB", "AUX")), verb)
    return Statement(nearest, source, target, _UNKNOWN, (), LOOSE)
