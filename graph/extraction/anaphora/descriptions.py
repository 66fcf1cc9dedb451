"""What is each named actor called in a text? "The drug company Helvion" is a company, "Mayor Ana Costa" a mayor."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import OWNERS_INSIDE, ActorEntry
from graph.extraction.offices.role_nouns import role_nouns, role_sections
from graph.extraction.tokens import children, sentence_starts
from graph.extraction.wordlists import actor_words, read_data

_PLACES = frozenset({"country", "region", "people", "generic"})
_BODIES = frozenset({"bodies"})
_SMALL = frozenset({"of", "for"})
# Ranks under an office: a vice president is not "the president".
UNDER = frozenset({"vice", "deputy", "assistant", "associate", "shadow"})
# Who had an office is not who has it.
PAST = frozenset({"former", "ex", "late", "then", "onetime", "previous", "outgoing", "ousted", "deposed"})
_OFFICES = frozenset({"offices"})
_NEAR = 6  # tokens in front of a name that may still say what it is
_FAR_MORE = 3
_WINDOW = 3  # sentences in which the last one so called is meant, where several are


@functools.cache
def tables() -> dict[str, Any]:
    """The word lists of data/descriptions.toml."""
    kept = read_data("descriptions")
    return {**kept, "inside": {noun: frozenset(inside) for noun, inside in kept["inside"].items()}}


class Descriptions:
    """The nouns that a document uses for its named actors.

    Parameters
    ----------
    doc : Doc
        With `doc._.actor_mentions` and `doc._.actors`.
    """

    def __init__(self, doc: Doc) -> None:
        self._sentence = {i: n for n, sentence in enumerate(doc.sents) for i in range(sentence.start, sentence.end)}
        nouns = [n for n in role_nouns(doc) if n.end - n.start > 1 and n.sections != _BODIES]
        self._offices = {n.end - 1: doc[n.start : n.end] for n in nouns}
        self._mentions = Counter(m.actor for m in doc._.actor_mentions or ())
        self._first = {m.actor: m.start for m in reversed(doc._.actor_mentions or ())}
        self._found: dict[str, list[tuple[int, str]]] = {}
        self._said: dict[str, set[str]] = {}  # the words in and around the names of each actor
        self._told: dict[str, set[str]] = {}  # the actors in what introduces each: "Kvist, a Danish firm"
        at = {i: m.actor for m in doc._.actor_mentions or () for i in range(m.start, m.end)}
        actors: dict[str, ActorEntry] = doc._.actors or {}
        for mention in doc._.actor_mentions or ():
            kind = actors[mention.actor].kind if mention.actor in actors else "generic"
            if mention.form == "name" and kind not in _PLACES:
                span = doc[mention.start : mention.end]
                beside = list(_beside(doc, span))
                for noun in set(_nouns(span, mention.actor, kind, beside, self._offices)):
                    self._found.setdefault(noun, []).append((mention.start, mention.actor))
                said = self._said.setdefault(mention.actor, set())
                said.update(t.lower_ for t in span)
                introducing = [t for noun in beside for t in doc[noun.left_edge.i : noun.i + 1]]
                said.update(t.lower_ for t in introducing)
                whence = [c for noun in beside for c in children(noun) if c.lower_ in ("from", "in")]
                introducing += [t for preposition in whence for t in children(preposition)]  # "a lawyer from Porto"
                self._told.setdefault(mention.actor, set()).update(at[t.i] for t in introducing if t.i in at)
        for owner in doc.spans.get(OWNERS_INSIDE, ()):  # "Qantas workers rejected the airline's offer"
            for noun in set(_nouns(owner, owner.label_, actors[owner.label_].kind, (), self._offices)):
                self._found.setdefault(noun, []).append((owner.start, owner.label_))
            self._first[owner.label_] = min(owner.start, self._first.get(owner.label_, owner.start))

    def is_called(self, actor: str, nouns: Collection[str]) -> bool:
        """Whether an actor is called one of these anywhere in the document."""
        return actor in self.called(nouns)

    def called(self, nouns: Collection[str]) -> set[str]:
        """The actors that are called one of these anywhere in the document."""
        return {actor for noun in nouns for _, actor in self._found.get(noun, ())}

    def office(self, noun: Token) -> Span | None:
        """The office of several words that ends in a noun: "prime minister"."""
        return self._offices.get(noun.i)

    def named(self, phrase: str, noun: Token) -> str | None:
        """The one body named before whose name ends in a phrase with a noun: "the foreign ministry"."""
        called = {a for i, a in self._found.get(noun.lemma_.lower(), ()) if i < noun.i}
        names = {actor for actor in called if actor.lower().endswith(f" {phrase}")}
        return names.pop() if len(names) == 1 else None

    def said_of(self, actor: str) -> Collection[str]:
        """The words that stand in an actor's names and in what they are introduced with."""
        return self._said.get(actor, ())

    def told_with(self, actor: str) -> Collection[str]:
        """The actors in what an actor is introduced with: Denmark for "Kvist, a Copenhagen firm"."""
        return self._told.get(actor, ())

    def of(self, noun: Token) -> str | None:
        """The actor that "the ministry" is: the only one so called before, or the only one in the last sentences."""
        return self.among(noun, {actor for _, actor in self._called(noun)})

    def among(self, noun: Token, fitting: Collection[str]) -> str | None:
        """The actor that a noun is, where only some of those that are called so can be meant."""
        called = [(i, actor) for i, actor in self._called(noun) if actor in fitting]
        if len({actor for _, actor in called}) > 1:
            here = self._sentence[noun.i]
            called = [(i, actor) for i, actor in called if here - self._sentence[i] < _WINDOW]
        names = {actor for _, actor in called}
        return names.pop() if len(names) == 1 else self._topic(names)

    def _topic(self, names: Collection[str]) -> str | None:
        """The one of several whom a text names far more often than the others."""
        ranked = sorted(names, key=lambda name: -self._mentions[name])[:2]
        often = len(ranked) > 1 and self._mentions[ranked[0]] >= _FAR_MORE * self._mentions[ranked[1]]
        return ranked[0] if often else None

    def ahead(self, noun: Token) -> str | None:
        """The only one who is called by an office in the whole text, where that is told right behind."""
        office = self.office(noun)
        key = office.text.lower() if office else noun.lemma_.lower()
        if role_sections().get(tuple(key.split())) != _OFFICES:
            return None
        called = self._found.get(key, [])
        near = any(0 <= self._sentence[i] - self._sentence[noun.i] < _WINDOW for i, _ in called)
        names = {actor for _, actor in called}
        return names.pop() if near and len(names) == 1 else None

    def reputed(self, phrase: str, noun: Token) -> str | None:
        """The only one named before whom everybody knows to be what a phrase says: "the search giant"."""
        known = tables()["repute"].get(phrase, ())
        named = [actor for actor in known if self._first.get(actor, noun.i) < noun.i]
        return named[0] if len(named) == 1 else None

    def those_called(self, noun: Token) -> set[str]:
        """The actors that a noun can name again: called so before, or by a more special word."""
        return {actor for _, actor in self._called(noun)}

    def _called(self, noun: Token) -> list[tuple[int, str]]:
        office = self.office(noun)
        key = office.text.lower() if office else noun.lemma_.lower()
        keys = [key, *tables()["also"].get(key, ())]
        if is_past(noun):
            keys = [f"former {key}" for key in keys]
        return [(i, actor) for k in keys for i, actor in self._found.get(k, ()) if i < noun.i]


def _nouns(span: Span, actor: str, kind: str, beside: Collection[Token], offices: Mapping[int, Span]) -> Iterator[str]:
    """The nouns that a name carries, that introduce it or stand in apposition to it."""
    yield from _charged(span.root) if kind == "person" else _inside(span, actor)
    if span.root.tag_ == "NN" and span.root.is_lower and span.root.lemma_ not in actor.lower():
        yield span.root.lemma_  # "a group | calling itself Black Ledger"
    for token in beside:
        past = "former " if is_past(token) else ""
        if kind == "person" and token.i in offices:
            yield past + offices[token.i].text.lower()
            if offices[token.i][0].lower_ in UNDER:
                continue
        noun = token.lemma_.lower()
        people = role_sections().get((noun,), _BODIES) != _BODIES or noun in actor_words("generic", "people")
        bodies = noun in actor_words("generic", "people") or _is_body_noun(token)
        if people if kind == "person" else bodies:
            yield past + noun


def _is_body_noun(noun: Token) -> bool:
    """Whether a noun is for a body of any kind: "the union", "the ministry"."""
    lemma = noun.lemma_.lower()
    return lemma in actor_words("generic", "groups") or lemma in actor_words("organisations", "introducing")


def is_past(noun: Token) -> bool:
    """Whether somebody no longer is what a noun says: "the former mayor", "ex-President Moro"."""
    words_before = [*children(noun), *(children(noun.head) if noun.dep_ in ("compound", "nmod") else ())]
    return any(c.lower_ in PAST and c.i < noun.i for c in words_before)


def _charged(name: Token) -> Iterator[str]:
    """What somebody is who is held or brought to court: "Ali Hassan was charged ... the suspect"."""
    verb = name.head
    if name.dep_ not in ("nsubjpass", "dobj") or any(c.dep_ == "neg" for c in children(verb)):
        return
    yield from (noun for noun in ("suspect", "defendant", "accused") if verb.lemma_ in actor_words("charged", noun))


def _inside(span: Span, actor: str) -> Iterator[str]:
    """The nouns that the name itself tells: "Ministry of Health", "Cybercrime Brigade", "Kenya Airways"."""
    for parts in ([t.lower_ for t in span], actor.lower().split()):
        if len(parts) > 1:
            small = [i for i, part in enumerate(parts) if part in _SMALL and i]
            head = parts[small[0] - 1] if small else parts[-1]
            if head in actor_words("organisations", "words"):
                yield head
            yield from _told_by().get(head, ())
            yield from (noun for noun, words_inside in tables()["inside"].items() if not words_inside.isdisjoint(parts))


@functools.cache
def repute() -> dict[str, frozenset[str]]:
    """What everybody knows each actor by."""
    found: dict[str, set[str]] = {}
    for phrase, actors in tables()["repute"].items():
        for actor in actors:
            found.setdefault(actor, set()).add(phrase)
    return {actor: frozenset(phrases) for actor, phrases in found.items()}


@functools.cache
def _told_by() -> dict[str, list[str]]:
    """What a body is called that has a word at the end of its name."""
    found: dict[str, list[str]] = {}
    for noun, ends in tables()["named"].items():
        for end in ends:
            found.setdefault(end, []).append(noun)
    return found


def _beside(doc: Doc, span: Span) -> Iterator[Token]:
    """The singular nouns in front of a name that syntax ties to it, its appositions, and what a verb makes of it."""
    root = span.root
    for i in range(span.start - 1, max(span.start - 1 - _NEAR, sentence_starts(doc)[span.start] - 1), -1):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        adjacent = i == span.start - 1
        twin = adjacent and token.dep_ == root.dep_ and token.head == root.head  # two subjects that are one
        # "belonging to | the union La Paz struck": the parser ends a clause between the two
        twin |= adjacent and token.dep_ == "pobj" and token.nbor(-1).lower_ == "the" and _is_body_noun(token)
        if token.tag_ in ("NN", "NNP") and (twin or token.head.i in range(i, span.end) or root.head.i == i):
            yield token
    if root.dep_ == "appos" and root.head.tag_ in ("NN", "NNP"):
        yield root.head
    yield from (c for c in children(root) if c.dep_ == "appos" and c.tag_ == "NN")
    if root.dep_ in ("nsubj", "nsubjpass", "dobj"):  # "was elected mayor", "is a doctor"
        verb = root.head
        denied = any(c.dep_ == "neg" for c in children(verb))
        yield from (c for c in children(verb) if c.dep_ in ("attr", "oprd") and c.tag_ == "NN" and not denied)
