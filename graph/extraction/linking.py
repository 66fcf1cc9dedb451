"""Statements -> link records: dated, attributed, marked for factuality, named in the text's own words."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from importlib import resources

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense, TimeExpression
from graph.extraction.arguments import Argument, Arguments
from graph.extraction.attribution import attribution
from graph.extraction.clauses import statements
from graph.extraction.factuality import factuality
from graph.extraction.roles import Role, roles
from graph.extraction.statements import Statement
from graph.extraction.times import time_of
from graph.links import RELATIONS, UNNAMED, Document, Factuality, Link, LinkKind, TimeInterval

_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "csubj", "parataxis"})
_UNKNOWN_RULE = 0.5


@Language.factory("whowhom_links", requires=["doc._.actor_mentions"], assigns=["doc._.links"])
def make_linker(nlp: Language, name: str) -> Linker:
    """The component, for `nlp.add_pipe`."""
    return Linker(name)


class Linker:
    """Writes `doc._.links`: what the Doc states, as records, in order of appearance."""

    def __init__(self, name: str = "whowhom_links") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        doc._.links = read_links(doc)
        return doc


def read_links(doc: Doc) -> list[Link]:
    """The links of a Doc that the components before have annotated."""
    document = doc._.document or Document(id=hashlib.sha256(doc.text.encode()).hexdigest()[:16], text=doc.text)
    arguments = Arguments(doc)
    found = [*(_of_role(doc, role) for role in roles(doc)), *statements(doc)]
    kept = _without_repeats(found)
    links = [_link(doc, document, statement, arguments) for statement in kept]
    links = _main_marked(links, kept)
    unique = {link.id: link for link in reversed(links)}
    return sorted(unique.values(), key=lambda link: (link.start, link.source_span, link.target_span, link.id))


def _of_role(doc: Doc, role: Role) -> Statement:
    """The statement of a role: its noun is the predicate."""
    polarity = RELATIONS[role.relation].polarity
    kind: LinkKind = "event" if role.event else "role" if role.relation == "ROLE" else "structural"
    source, target = (Argument(m.actor, m.start, m.end, m.form, m.place) for m in (role.source, role.target))
    head = doc[role.noun_start : role.noun_end].root
    return Statement(
        head, source, target, Sense(role.relation, polarity, kind), (), role.rule, predicate=role.predicate
    )


def _without_repeats(found: Iterable[Statement]) -> list[Statement]:
    """One statement a pair of actors and predicate: the reading with the longer chain wins."""
    best: dict[tuple[object, ...], Statement] = {}
    order: list[tuple[object, ...]] = []
    for statement in found:
        ends = (statement.source.actor, statement.target.actor)
        if statement.sense.symmetric:
            ends = tuple(sorted(ends))  # type: ignore[assignment]
        key = (*ends, statement.sense.relation, statement.head.sent.start, _core(statement))
        if key not in best:
            best[key] = statement
            order.append(key)
        elif len(statement.chain) > len(best[key].chain):
            best[key] = statement
    chosen = [best[key] for key in order]
    inner = {
        (t.i, s.source.actor, s.target.actor) for s in chosen for t in s.chain if t.pos_ not in ("ADP", "SCONJ", "PART")
    }
    return [s for s in chosen if (s.head.i, s.source.actor, s.target.actor) not in inner]


def _core(statement: Statement) -> int:
    return statement.head.i


def _link(doc: Doc, document: Document, statement: Statement, arguments: Arguments) -> Link:
    sentence = _trimmed(statement.head.sent)
    relation = RELATIONS[statement.sense.relation]
    polarity = statement.sense.polarity
    intensity = 0.0 if polarity == "neutral" else relation.scale
    if polarity != "neutral" and (relation.scale == 0 or (relation.scale > 0) != (polarity == "cooperative")):
        intensity = -relation.scale if relation.scale else (1.0 if polarity == "cooperative" else -1.0)
    source_span, target_span = _characters(doc, statement.source), _characters(doc, statement.target)
    predicate_tokens = _predicate_tokens(statement)
    predicate_span = _predicate_span(doc, predicate_tokens)
    fact, speaker = _vouched(statement, arguments)
    when = time_of(statement.head) if statement.sense.kind != "role" else None
    rule = f"{statement.rule}: {statement.sense.rule}" if statement.sense.rule else statement.rule
    return Link(
        id=_identity(document, statement, source_span, predicate_span, target_span),
        document=document.id, title=document.title, publisher=document.publisher, url=document.url, date=document.date,
        sentence=document.text[sentence.start_char : sentence.end_char], start=sentence.start_char, end=sentence.end_char,
        source=statement.source.actor, target=statement.target.actor,
        source_span=source_span, target_span=target_span, predicate_span=predicate_span,
        predicate=statement.predicate or _predicate(predicate_tokens), relation=relation.name, polarity=polarity, intensity=intensity,
        factuality=fact, attributed_to=speaker, time=_interval(doc, document, when), symmetric=statement.sense.symmetric,
        kind=statement.sense.kind, main=False, rule=rule, confidence=confidence(statement),
    )  # fmt: skip


def _vouched(statement: Statement, arguments: Arguments) -> tuple[Factuality, str | None]:
    """The factuality, and the canonical speaker; an office or membership stays the writer's."""
    if statement.sense.kind == "role" and statement.rule not in ("copular",):
        return "asserted", None
    said = attribution(statement.head)
    fact: Factuality = factuality(statement.head)
    if statement.factuality is not None:
        fact = statement.factuality
    elif said.denied:
        fact = "negated"
    if said.unnamed:
        return fact, UNNAMED
    if said.speaker is None:
        return fact, None
    named = arguments.of(said.speaker, products=False)
    return fact, named[0].actor if named else UNNAMED


def _identity(document: Document, statement: Statement, *spans: tuple[int, int]) -> str:
    parts = (document.content_hash, *spans, statement.source.actor, statement.target.actor, statement.sense.relation)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _trimmed(sentence: Span) -> Span:
    start, end = sentence.start, sentence.end
    while start < end - 1 and sentence.doc[start].is_space:
        start += 1
    while end > start + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end]


def _characters(doc: Doc, argument: Argument) -> tuple[int, int]:
    span = doc[argument.start : argument.end]
    return span.start_char, span.end_char


def _predicate_tokens(statement: Statement) -> list[Token]:
    """The words of the predicate in order: head, particles, the nouns and prepositions of the chain."""
    found = {statement.head.i: statement.head}
    ends = {i for a in (statement.source, statement.target) for i in range(a.start, a.end) if a.form != "pronoun"}
    for token in (statement.head, *statement.chain):
        found[token.i] = token
        for child in token.children:
            if child.dep_ == "prt" or (
                child.dep_ in ("amod", "compound")
                and token.pos_ == "NOUN"
                and child.i not in ends
                and not child.ent_type_
            ):
                found[child.i] = child
    if statement.head.pos_ == "VERB" and not any(t.pos_ == "NOUN" for t in statement.chain):
        for child in statement.head.children:
            if child.dep_ == "dobj" and child.pos_ == "NOUN" and child.i not in ends and statement.chain:
                found[child.i] = child
    return [found[i] for i in sorted(found)]


def _predicate_span(doc: Doc, tokens: list[Token]) -> tuple[int, int]:
    """From the first word of the predicate to the last that stands in one run with it."""
    last = tokens[0]
    for token in tokens[1:]:
        if token.i > last.i + 3:
            break
        last = token
    return tokens[0].idx, last.idx + len(last)


def _predicate(tokens: list[Token]) -> str:
    said = [
        t.lower_ if t.pos_ in ("ADP", "SCONJ", "PART", "ADV") or t.tag_ == "NNS" else t.lemma_.lower() for t in tokens
    ]
    return " ".join(said)


def _interval(doc: Doc, document: Document, when: TimeExpression | None) -> TimeInterval | None:
    if when is None:
        return None
    span = doc[when.start : when.end]
    return TimeInterval(document.text[span.start_char : span.end_char], when.since, when.until)


# --- the sentence's main statement ----------------------------------------------------------------


def _main_marked(links: list[Link], read: list[Statement]) -> list[Link]:
    """Mark the best link of each sentence as its main statement."""
    best: dict[int, tuple[tuple[float, ...], int]] = {}
    for number, (link, statement) in enumerate(zip(links, read, strict=True)):
        rank = _rank(statement)
        if link.start not in best or rank < best[link.start][0]:
            best[link.start] = (rank, number)
    chosen = {number for _, number in best.values()}
    return [replace(link, main=True) if number in chosen else link for number, link in enumerate(links)]


def _rank(statement: Statement) -> tuple[float, ...]:
    """Smaller is more central: no role, clause depth, known relation, direct arguments, first."""
    depth, token = 0, statement.head
    while token.head != token:
        depth += token.dep_ in _CLAUSAL
        token = token.head
    nominal = statement.head.pos_ not in ("VERB", "AUX")
    vague = statement.sense.relation == "OTHER"
    demonym = (statement.source.form == "demonym") + (statement.target.form == "demonym")
    return (
        statement.sense.kind == "role", vague, depth + nominal, demonym, len(statement.chain),
        statement.head.i, statement.source.start, statement.target.start,
    )  # fmt: skip


# --- confidence ------------------------------------------------------------------------------------


@functools.cache
def measured() -> dict[str, float]:
    """The measured precision of each rule (data/confidence.toml, written by benchmarks.confidence)."""
    path = resources.files("graph.extraction.data").joinpath("confidence.toml")
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(k): float(v) for k, v in tomllib.load(file)["precision"].items()}


def confidence(statement: Statement) -> float:
    """How often links read like this one were right on development gold."""
    return measured().get(rule_class(statement), _UNKNOWN_RULE)


def rule_class(statement: Statement) -> str:
    """The class of readings that share a confidence: construction, length, and what was resolved."""
    parts = [statement.rule]
    if statement.sense.relation == "OTHER":
        parts.append("vague")
    if "pronoun" in (statement.source.form, statement.target.form):
        parts.append("resolved")
    if statement.chain:
        parts.append("near" if len(statement.chain) == 1 else "far")
    return ", ".join(parts)
