"""What does a clause tie together where nothing more exact was read: its subject, and who comes next below its verb?

A last resort, for sentences whose main clause would otherwise tie its subject to nobody. Its links have the
confidence they were measured to have, which is below what questions show by default.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense
from graph.extraction.relations import Reading, read, sense
from graph.extraction.senses.pairs import steps
from graph.extraction.statements.choosing import INFERRED
from graph.extraction.statements.statements import LOOSE, Statement, ends_of
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, is_complex, objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children, sentence_starts
from graph.extraction.wordlists import words

_FORCED = frozenset({"COERCE", "SANCTION"})  # what only a state or another power can do
_IN_CUSTODY = Sense("COERCE", "hostile", "event", rule="in custody")
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
    starts = sentence_starts(doc)
    for statement in found:
        if statement.sense.kind == "role" or statement.rule in INFERRED:
            continue
        tied.setdefault(starts[statement.head.i], set()).update((statement.source.actor, statement.target.actor))
    named = sorted(arguments.by_head)
    for sentence in doc.sents:
        if bisect_left(named, sentence.start) == bisect_left(named, sentence.end):
            continue  # nobody to tie
        yield from _first(sentence, arguments, tied.get(sentence.start, set()))


def _first(sentence: Span, arguments: Arguments, tied: Collection[str]) -> Iterator[Statement]:
    """The statements of the highest verb that has a doer and, where nobody is tied yet, somebody below it."""
    for verb in _highest_first(sentence):
        doers = _agents(verb) if is_passive(verb) else subjects(verb)
        sources = [(token, a) for token in doers for a in _meant_by(token, arguments)]
        names = {a.actor for _, a in sources}
        if not names.isdisjoint(tied):
            return
        suffers = not sources if is_passive(verb) else verb.lemma_ in words("custody", "verbs")
        if suffers and (harm := list(_harmed_there(verb, arguments))):
            yield from harm
            return
        target = _next(verb, names, arguments) if sources else None
        if target is not None:
            both = [target, *_joined(target[0], names, arguments)]
            yield from (_statement(verb, token, source, *end) for token, source in sources for end in both)
        if target is not None or (sources and tied):
            return


def _highest_first(sentence: Span) -> Iterator[Token]:
    """The verbs of a sentence from its root down; the others are looked for where the root tells nothing."""
    root = sentence.root
    if _is_verb(root):
        yield root
    others = [t for t in sentence if t != root and _is_verb(t)]
    yield from sorted(others, key=lambda t: (sum(1 for _ in t.ancestors), t.i))


def _meant_by(doer: Token, arguments: Arguments) -> list[Argument]:
    """Who is behind a doer: itself, its owner, or who made or sent it ("the shells fired by the army hit")."""
    made = [each for clause in children(doer) if clause.dep_ == "acl" for each in _agents(clause)]
    return arguments.of(doer) or arguments.owners(doer) or [a for token in made for a in arguments.of(token)]


def _agents(verb: Token) -> list[Token]:
    return [each for agent in objects_of_preposition(verb, ("by",)) for each in conjuncts(agent)]


def _harmed_there(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """Where somebody was arrested or expelled from, or died in prison, and so most likely by whom."""
    there = objects_of_preposition(verb, ("in", "from", "at"))
    cells = [token for token in there if token.lemma_ in words("custody", "nouns")]
    done = _IN_CUSTODY if cells else sense(verb, ())
    if done is None or done.relation not in _FORCED:
        return
    there += [token for cell in cells for token in objects_of_preposition(cell, ("in",))]
    patients = [a for token in subjects(verb) for a in arguments.of(token)]
    places = [a for token in there for a in arguments.at(token) if a.place]
    yield from (Statement(verb, *ends, done, (), LOOSE) for ends in ends_of(places[:1], patients))


def _is_verb(token: Token) -> bool:
    """Whether a token heads a clause, be it a verb that was taken for a noun: "Ghana and Togo hand over the site"."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("aux", "auxpass", "amod")
    return token.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in children(token))


def _next(verb: Token, sources: Collection[str], arguments: Arguments) -> tuple[Token, Argument] | None:
    """The first actor behind a verb and below it who is none of its doers: one with a name, else an unnamed one."""
    found = [
        (token, argument)
        for token in verb.subtree
        if token.i > verb.i
        for argument in arguments.by_head.get(token.i, ())
        if not any(t.pos_ == "ADP" and is_complex(t) for t in token.ancestors)
        if argument.actor not in sources and argument.form != "pronoun"
        if argument.form != "generic" or token.lemma_.lower() not in words("transfer", "instruments")
    ]
    return next((end for end in found if end[1].form != "generic"), found[0] if found else None)


def _joined(first: Token, sources: Collection[str], arguments: Arguments) -> list[tuple[Token, Argument]]:
    """The actors that are coordinated with the first."""
    others = conjuncts(first)[1:]
    return [(token, a) for token in others for a in arguments.at(token)[:1] if a.actor not in sources]


def _statement(verb: Token, token: Token, source: Argument, end: Token, target: Argument) -> Statement:
    """What the words between the two say, by the nearest of them that the lexicon knows."""
    clause = next((t for t in (end, *end.ancestors) if t.dep_ in ("nsubj", "nsubjpass")), None)
    if clause is not None:  # somebody says, hopes or denies that the target does something
        above = next((t for t in clause.head.ancestors if t.pos_ in ("VERB", "AUX")), clause.head)
        return Statement(above, source, target, _plain(read(above, ())), (), LOOSE)
    for step in itertools.chain.from_iterable(steps(token, end)):
        reading = read(step.head, step.chain)
        if _plain(reading).known:
            return Statement(step.head, source, target, _plain(reading), step.chain, LOOSE)
    return Statement(verb, source, target, _UNKNOWN, (), LOOSE)


def _plain(reading: Reading | None) -> Sense:
    """The sense of a reading in the order of the sentence; a role is none."""
    if reading is None or reading.sense.kind == "role":
        return _UNKNOWN
    return replace(reading.sense, converse=False, symmetric=False)
