"""Who does what to whom: dependency tree -> statements, one verb or predicate noun at a time.

Each reader is a generator named for the construction that it reads; its name, with the lexicon's
rule, is what a link carries as `rule`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from spacy.tokens import Doc, Token

from graph.extraction.annotations import Sense
from graph.extraction.arguments import (
    Argument,
    Arguments,
    conjuncts,
    is_passive,
    objects_of_preposition,
    subjects,
    words,
)
from graph.extraction.relations import sense
from graph.links import Factuality

_CHAIN = 5  # nouns and prepositions between a predicate and its target, at most
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "look"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One reading of source, predicate and target, before it is dated, attributed and named."""

    head: Token
    source: Argument
    target: Argument
    sense: Sense
    chain: tuple[Token, ...]
    rule: str
    factuality: Factuality | None = None
    predicate: str | None = None


def statements(doc: Doc) -> Iterator[Statement]:
    """Every statement that ties two different actors, in order of the predicate."""
    arguments = Arguments(doc)
    if not arguments.by_head:
        return
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(token, arguments)
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and not arguments.at(token):
            yield from _of_nominal(token, arguments)


def _of_verb(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    if verb.dep_ in ("aux", "auxpass") or verb.dep_ == "amod":
        return
    if verb.lemma_ in _COPULAS and not is_passive(verb):
        yield from _copular(verb, arguments)
        return
    if verb.dep_ == "conj" and joined_verb(verb.head) == verb:
        return
    passive = is_passive(verb)
    sources = _doers(verb, passive)
    partner = None if passive else joined_verb(verb)
    reached = list(_reach(partner or verb, arguments, passive))
    rule = {"relcl": "relative clause", "acl": "participle"}.get(verb.dep_, "passive" if passive else "active")
    for token in sources:
        for source in arguments.of(token):
            found = list(_pair_up(verb, source, reached, rule))
            yield from found or (_pair_up(partner, source, reached, rule) if partner else ())
    if passive and not sources:
        yield from _by_event(verb, reached, arguments)
    yield from _reciprocal(verb, sources, arguments)
    yield from _contrast(verb, sources, reached, arguments)


def joined_verb(verb: Token) -> Token | None:
    """The next of verbs that share one object: "consulting and engaging with them"."""
    if any(c.dep_ in (*_OBJECTS, "prep", "xcomp", "ccomp", "prt") for c in verb.children):
        return None
    later = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if later is None or later.i > verb.i + 3 or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "neg") for c in later.children):
        return None
    return later


def _by_event(
    verb: Token, reached: list[tuple[Argument, tuple[Token, ...]]], arguments: Arguments
) -> Iterator[Statement]:
    """"Villagers were killed in Ethiopian air strikes": the doer of the event did it."""
    for token in objects_of_preposition(verb, ("in", "during", "after", "by")):
        event = sense(token, ())
        if event is not None and event.relation in ("ASSAULT", "COERCE"):
            for source in arguments.owners(token):
                patients = [(a, chain) for a, chain in reached if not chain]
                yield from _pair_up(verb, source, patients, "in an event")


def _doers(verb: Token, passive: bool) -> list[Token]:
    if not passive:
        return subjects(verb)
    return [t for agent in objects_of_preposition(verb, ("by",)) for t in conjuncts(agent)]


def _pair_up(
    head: Token, source: Argument, reached: list[tuple[Argument, tuple[Token, ...]]], rule: str
) -> Iterator[Statement]:
    """The statements between a source and what a predicate reaches, where the lexicon knows what it says."""
    owned: set[int] = set()
    for target, chain in reached:
        if target.actor == source.actor or owned & {t.i for t in chain}:
            continue
        read = sense(head, chain)
        if read is not None:
            if chain and chain[-1].pos_ != "ADP":
                # "rejected Egypt's proposal on Gaza" is about Egypt: what hangs on the proposal is not meant.
                owned.add(chain[-1].i)
            yield _statement(head, source, target, read, chain, rule)


def _statement(
    head: Token, source: Argument, target: Argument, read: Sense, chain: tuple[Token, ...], rule: str
) -> Statement:
    if read.converse:
        source, target = target, source
    return Statement(head, source, target, read, chain, rule)


def _reach(verb: Token, arguments: Arguments, passive: bool) -> Iterator[tuple[Argument, tuple[Token, ...]]]:
    """The actors below a verb, each with the words between."""
    direct = _OBJECTS | {"nsubjpass"} if passive else _OBJECTS
    for child in verb.children:
        if child.dep_ in direct:
            yield from _through(child, (), arguments)
        elif child.dep_ == "prep" or (child.dep_ == "agent" and not passive) or child.dep_ == "dative":
            if passive and child.lower_ == "by":
                continue
            yield from _through_preposition(child, (), arguments)
        elif child.dep_ in ("xcomp", "ccomp") and _is_bare_infinitive(child):
            # "urged Iran to stop": the parser gives the addressee to the infinitive.
            for inner in child.children:
                if inner.dep_ in ("nsubj", "nsubjpass") and inner.i < child.i:
                    yield from _through(inner, (), arguments)
    if passive and not any(c.dep_ == "nsubjpass" for c in verb.children):
        for token in subjects(verb):
            yield from _through(token, (), arguments, spread=False)
    if not passive and verb.dep_ == "relcl":
        yield from _relative_object(verb, arguments)


def _relative_object(verb: Token, arguments: Arguments) -> Iterator[tuple[Argument, tuple[Token, ...]]]:
    """The antecedent of "whom they attacked" or "the sanctions that the EU imposed"."""
    pronouns = [c for c in verb.children if c.dep_ in ("dobj", "pobj") and c.tag_ in ("WDT", "WP")]
    subject = [c for c in verb.children if c.dep_ in ("nsubj",) and c.tag_ not in ("WDT", "WP")]
    has_object = any(c.dep_ == "dobj" and c not in pronouns for c in verb.children)
    if subject and not has_object:
        yield from _through(verb.head, (), arguments, spread=False)


def _is_bare_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in verb.children)


def _through(
    noun: Token, chain: tuple[Token, ...], arguments: Arguments, *, spread: bool = True
) -> Iterator[tuple[Argument, tuple[Token, ...]]]:
    """The actors of a noun phrase and, where the noun is none, those that hang on it."""
    for each in conjuncts(noun) if spread else [noun]:
        named = arguments.at(each) or _appositive(each, arguments)
        if named:
            for argument in named:
                yield argument, chain
            continue
        if len(chain) >= _CHAIN:
            continue
        longer = (*chain, each)
        for argument, _ in arguments.attributes(each):
            yield argument, longer
        for child in each.children:
            if child.dep_ == "prep":
                yield from _through_preposition(child, longer, arguments)


def _appositive(noun: Token, arguments: Arguments) -> list[Argument]:
    return [a for c in noun.children if c.dep_ == "appos" for a in arguments.at(c)]


def _through_preposition(
    preposition: Token, chain: tuple[Token, ...], arguments: Arguments
) -> Iterator[tuple[Argument, tuple[Token, ...]]]:
    if preposition.lower_ in words("adjuncts", "prepositions"):
        return
    longer = (*chain, preposition)
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from _through(child, longer, arguments)
        elif child.dep_ == "prep" and len(longer) < _CHAIN:  # "out of Syria"
            yield from _through_preposition(child, longer, arguments)


def _reciprocal(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """"A and B met": a plural subject of a predicate that holds both ways."""
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return
    members: list[Argument] = []
    for token in sources:
        for argument in arguments.of(token, products=False):
            if argument.actor not in {m.actor for m in members}:
                members.append(argument)
    if len(members) < 2:
        return
    for chain in ((), *_noun_chains(verb)):
        read = sense(verb, chain)
        if read is not None and read.symmetric:
            if any(a is not None for a in _direct_targets(verb, arguments, chain)):
                return
            for a, b in combinations(members, 2):
                yield Statement(verb, a, b, read, chain, "reciprocal")
            return


def _noun_chains(verb: Token) -> list[tuple[Token, ...]]:
    return [(c,) for c in verb.children if c.dep_ == "dobj"]


def _direct_targets(verb: Token, arguments: Arguments, chain: tuple[Token, ...]) -> list[Argument]:
    """What stands as object or after "with", so that a plural subject is not reciprocal."""
    with_whom = [t for t in objects_of_preposition(verb, ("with",)) if arguments.of(t)]
    objects = [] if chain else [c for c in verb.children if c.dep_ == "dobj" and arguments.of(c)]
    return [a for t in (*with_whom, *objects) for a in arguments.of(t)]


def _contrast(
    verb: Token, sources: list[Token], reached: list[tuple[Argument, tuple[Token, ...]]], arguments: Arguments
) -> Iterator[Statement]:
    """"Unlike A, B has not V": A has. Only where the clause itself is negated."""
    if not any(c.dep_ == "neg" for c in verb.children):
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "unlike":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    for each in conjuncts(inner):
                        for source in arguments.of(each):
                            for statement in _pair_up(verb, source, reached, "contrast"):
                                if statement.target.actor not in {a.actor for t in conjuncts(inner) for a in arguments.of(t)}:
                                    yield replace(statement, factuality="asserted")


def _copular(verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """"X is an ally of Y", "X is hostile to Y": the predicate noun or adjective carries the sense."""
    for child in verb.children:
        if child.dep_ in ("attr", "acomp"):
            for predicate in conjuncts(child):
                if arguments.at(predicate):
                    continue
                reached = list(_below_nominal(predicate, arguments))
                for token in subjects(verb):
                    for source in arguments.of(token):
                        yield from _pair_up(predicate, source, reached, "copular")
                if not reached:
                    members = [a for t in subjects(verb) for a in arguments.of(t, products=False)]
                    read = sense(predicate, ()) if len(members) > 1 else None
                    if read is not None and read.symmetric:
                        for a, b in combinations(members, 2):
                            if a.actor != b.actor:
                                yield Statement(predicate, a, b, read, (), "copular")


def _below_nominal(noun: Token, arguments: Arguments) -> Iterator[tuple[Argument, tuple[Token, ...]]]:
    for argument, _ in arguments.attributes(noun):
        yield argument, ()
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ not in ("by", "under"):
            yield from _through_preposition(child, (), arguments)


def _of_nominal(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    if noun.pos_ == "VERB" and not (noun.dep_ == "amod" or noun.tag_ == "VBG" and noun.dep_ in ("pobj", "dobj", "compound")):
        return
    if noun.pos_ == "ADJ" and noun.dep_ not in ("amod", "appos", "acl"):
        return
    yield from _apposition(noun, arguments)
    yield from _possessed(noun, arguments)
    yield from _between(noun, arguments)


def _apposition(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """"Iran, a close Russian ally", "Israel's sworn enemy, Iran"."""
    others: list[Token] = []
    if noun.dep_ == "appos":
        others = [noun.head]
    others += [t for c in noun.children if c.dep_ == "appos" for t in conjuncts(c)]
    if not others:
        return
    reached = list(_below_nominal(noun, arguments))
    for other in others:
        for source in arguments.at(other):
            for statement in _pair_up(noun, source, reached, "apposition"):
                if statement.sense.kind == "structural":
                    yield statement


def _possessed(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """"Russia's invasion of Ukraine", "the Israeli strike on Gaza", "an attack by A on B"."""
    doers = [a for a, t in arguments.attributes(noun) if t.i < noun.i]
    doers += [a for t in objects_of_preposition(noun, ("by",)) for each in conjuncts(t) for a in arguments.of(each, products=False)]
    if not doers:
        return
    reached = []
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ != "by":
            reached += list(_through_preposition(child, (), arguments))
    for source in doers:
        yield from _pair_up(noun, source, reached, "nominal")
    names = list(dict.fromkeys(a.actor for a in doers))
    if len(names) > 1 and not any(chain and chain[-1].lower_ in ("with", "between") for _, chain in reached):
        read = sense(noun, ())
        if read is not None and read.symmetric:
            unique = {a.actor: a for a in reversed(doers)}
            for x, y in combinations(names, 2):
                yield Statement(noun, unique[x], unique[y], read, (), "reciprocal noun")


def _between(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """"relations between A and B", "the histories of A and B", "divisions between them"."""
    for preposition in ("between", "among", "of"):
        members: list[Argument] = []
        for token in objects_of_preposition(noun, (preposition,)):
            for each in conjuncts(token):
                for a in arguments.of(each, products=False):
                    if a.actor not in {m.actor for m in members}:
                        members.append(a)
        if len(members) < 2:
            continue
        marker = next(c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == preposition)
        read = sense(noun, (marker,))
        if read is not None and read.symmetric:
            for a, b in combinations(members, 2):
                yield Statement(noun, a, b, read, (marker,), "between")
