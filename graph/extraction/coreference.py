"""Its, they, the two men, the ban: resolved to actors where one reading remains, else left alone.

A wrong antecedent makes a false claim about somebody, so every rule here gives up when it is unsure.
The constraints are those of the classical salience methods: agreement in kind and number, no pronoun
for the subject of its own clause in object position, subjects before objects, recent before old
(Lappin & Leass 1994, "An algorithm for pronominal anaphora resolution", without its weights).
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import ActorEntry
from graph.extraction.arguments import Argument, Arguments, conjuncts, is_passive, subjects, words

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
_FEMALE = frozenset({"she", "her", "hers"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their"})
_SPEAKING = frozenset({"i", "me", "my", "mine"})
_PEOPLE = frozenset({"person"})
_PAIRS = ("the", "both", "these", "those", "two")
_WINDOW = 2  # sentences back
_COLLECTIVE = frozenset({"armed force", "armed group", "party", "people", "company", "organisation", "generic"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor named before the word that refers back."""

    actor: str
    token: Token
    subject: bool
    place: bool


@functools.cache
def lists() -> dict[str, Any]:
    """The word lists of data/coreference.toml."""
    with resources.files("graph.extraction.data").joinpath("coreference.toml").open("rb") as file:
        return tomllib.load(file)


@Language.factory("whowhom_coreference", assigns=["doc._.references"])
def make_coreference(nlp: Language, name: str) -> Coreference:
    """The component, for `nlp.add_pipe`."""
    return Coreference(nlp, name)


class Coreference:
    """Writes `doc._.references`: the head of what refers back -> the actors it stands for."""

    def __init__(self, nlp: Language, name: str = "whowhom_coreference") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        doc._.references = {}
        if doc._.actor_mentions:
            _Reader(doc).read()
        return doc


class _Reader:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, ActorEntry] = doc._.actors
        self.references: dict[int, tuple[str, ...]] = doc._.references
        self.arguments = Arguments(doc)
        self.sentences = list(doc.sents)
        self.quoted = _quote_of_token(doc)
        self.offices = self._offices()
        self.makers: dict[str, str] = {}  # "ban" -> who made it, as the text goes on
        self.gender: dict[str, bool] = {}  # person -> female, once a pronoun or title said so

    def read(self) -> None:
        for index, sentence in enumerate(self.sentences):
            for token in sentence:
                if not self.arguments.named(token):
                    names = self._referents(token, sentence, index)
                    if names:
                        self._record(token, names)
                self._remember_maker(token)

    def _record(self, token: Token, names: tuple[str, ...]) -> None:
        self.references[token.i] = names
        self.arguments.refer(token.i, names)

    def _referents(self, token: Token, sentence: Span, index: int) -> tuple[str, ...]:
        word = token.lower_
        if token.pos_ in ("PRON", "DET") or token.tag_ in ("PRP", "PRP$"):
            if word in _SPEAKING:
                return self._speaker(token)
            if word in _PERSONAL:
                return self._one(self._person(token, sentence, index))
            if word in _NEUTER:
                return self._neuter(token, sentence, index)
            if word in _PLURAL:
                return self._plural(token, sentence, index)
            return ()
        if token.pos_ == "NOUN":
            return self._noun(token, sentence, index)
        return ()

    @staticmethod
    def _one(name: str | None) -> tuple[str, ...]:
        return (name,) if name else ()

    # --- who was named before -------------------------------------------------------------------

    def _candidates(self, before: Token, index: int, back: int = _WINDOW) -> list[list[Candidate]]:
        """The actors named before a token, one list a sentence, the token's own sentence first."""
        found = []
        for number in range(index, max(-1, index - back - 1), -1):
            here: list[Candidate] = []
            for token in self.sentences[number]:
                if token.i >= before.i:
                    break
                for argument in self.arguments.by_head.get(token.i, ()):
                    subject = argument.form != "demonym" and _is_subject(token)
                    place = argument.form == "demonym" or (argument.place and _is_place(token))
                    here.append(Candidate(argument.actor, token, subject, place))
            found.append(here)
        return found

    def _kind(self, name: str) -> str:
        entry = self.actors.get(name)
        return entry.kind if entry else "generic"

    def _speaker(self, token: Token) -> tuple[str, ...]:
        quote = self.quoted.get(token.i)
        if quote is None or quote.speaker is None:
            return ()
        named = self.arguments.of(self.doc[quote.speaker], products=False)
        people = [a.actor for a in named if self._kind(a.actor) == "person"]
        return tuple(people[:1])

    def _quote_speaker(self, token: Token) -> str | None:
        quote = self.quoted.get(token.i)
        if quote is None or quote.speaker is None:
            return None
        named = self.arguments.of(self.doc[quote.speaker], products=False)
        return named[0].actor if named else None

    # --- pronouns -------------------------------------------------------------------------------

    def _person(self, token: Token, sentence: Span, index: int) -> str | None:
        banned = self._own_subject(token) | {self._quote_speaker(token)}
        female = token.lower_ in _FEMALE
        for here in self._candidates(token, index):
            people = [c for c in here if self._kind(c.actor) == "person" and c.actor not in banned]
            people = [c for c in people if self.gender.get(c.actor, female) == female]
            chosen = _unique(people) or _unique([c for c in people if c.subject])
            if chosen:
                self.gender.setdefault(chosen, female)
                return chosen
            if people:
                return None
        return None

    def _neuter(self, token: Token, sentence: Span, index: int) -> tuple[str, ...]:
        made = self._thing_made(token, sentence)
        if made:
            return made
        if token.dep_ == "poss":
            close = self._possessor_nearby(token)
            if close is not None:
                return self._one(close) if self._kind(close) not in ("person", "people") else ()
        elif token.dep_ in ("nsubj", "nsubjpass") and _is_dummy(token):
            return ()
        banned = self._own_subject(token) | self._contrasted(token) | {self._quote_speaker(token)}
        for here in self._candidates(token, index):
            things = [
                c for c in here if self._kind(c.actor) not in ("person", "people", "generic") and c.actor not in banned
            ]
            things = [c for c in things if not c.place]
            chosen = _unique(things) or _unique([c for c in things if c.subject])
            if chosen:
                return (chosen,)
            if things:
                return ()
        return ()

    def _plural(self, token: Token, sentence: Span, index: int) -> tuple[str, ...]:
        if token.dep_ == "poss":
            close = self._possessor_nearby(token)
            if close is not None:
                return self._one(close)
        banned = self._own_subject(token) | {self._quote_speaker(token)}
        for number, here in enumerate(self._candidates(token, index, 1)):
            here = [c for c in here if c.actor not in banned and not c.place]
            group = self._coordinated(here)
            if group and (number or token.dep_ != "poss" or len(here) == len(group)):
                return group
            plural = [c for c in here if self._kind(c.actor) in _COLLECTIVE or c.token.tag_ in ("NNS", "NNPS")]
            chosen = _unique(plural) or _unique([c for c in plural if c.subject])
            if chosen:
                return (chosen,)
            if not plural and token.dep_ == "pobj" and _unique([c for c in here if self._kind(c.actor) != "person"]):
                # "consulting with them": a country may be a plural, where nothing else can be meant.
                return self._one(_unique([c for c in here if self._kind(c.actor) != "person"]))
            if here and plural:
                return ()
        return ()

    def _coordinated(self, here: list[Candidate]) -> tuple[str, ...]:
        """The last group of coordinated actors: "Hamas, Fatah and Islamic Jihad"."""
        for candidate in reversed(here):
            top = candidate.token
            while top.dep_ == "conj":
                top = top.head
            group = [a.actor for t in conjuncts(top) for a in self.arguments.at(t)]
            if len(dict.fromkeys(group)) > 1:
                return tuple(dict.fromkeys(group))
        return ()

    def _own_subject(self, token: Token) -> set[str | None]:
        """The actors that are subject of the token's own clause, which a plain object pronoun cannot be."""
        if token.dep_ == "poss":
            return set()
        clause = token
        while (
            clause.dep_ not in ("ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp")
            and clause.head != clause
        ):
            clause = clause.head
        if clause == token or token.dep_ in ("nsubj", "nsubjpass"):
            return set()
        return {a.actor for s in subjects(clause) if s.i != token.i for a in self.arguments.of(s)}

    def _contrasted(self, token: Token) -> set[str]:
        """The subject of a contrast: in "while A does this, it does that" A is not meant."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return set()
        found = set()
        for child in token.head.children:
            early = child.dep_ == "advcl" and child.i < token.i
            if early and any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in child.children):
                found |= {a.actor for s in child.subtree for a in self.arguments.by_head.get(s.i, ())}
        return found

    def _possessor_nearby(self, token: Token) -> str | None:
        """Who "its" belongs to inside its own clause, where grammar alone says so."""
        noun = token.head
        if noun.dep_ == "conj":  # "Russia's involvement in Syria and its alliance with Hezbollah"
            owners = [a for c in noun.head.children if c.dep_ == "poss" for a in self.arguments.at(c)]
            if owners:
                return owners[0].actor
        preposition, verb = noun.head, noun.head.head
        if noun.dep_ == "pobj" and preposition.lower_ in ("for", "over") and verb.pos_ in ("NOUN", "VERB"):
            judged = _judged(verb, self.arguments, token)
            if judged is not None:
                return judged
        clause = noun
        while clause.pos_ not in ("VERB", "AUX") and clause.head != clause:
            clause = clause.head
        if clause.pos_ not in ("VERB", "AUX"):
            return None
        owners = [a for s in subjects(clause) if s.i < token.i for a in self.arguments.of(s, products=False)]
        names = list(dict.fromkeys(a.actor for a in owners))
        agrees = (
            [n for n in names if (self._kind(n) != "person") == (token.lower_ == "its")]
            if token.lower_ == "its"
            else names
        )
        if token.lower_ == "their" and len(names) == 1 and self._kind(names[0]) in ("person", "country"):
            return None
        return agrees[0] if len(agrees) == 1 else None

    # --- things that stand for their maker --------------------------------------------------------

    def _thing_made(self, token: Token, sentence: Span) -> tuple[str, ...]:
        """The maker of what is judged: "Egypt offered a truce, but both rejected it"."""
        if token.dep_ != "dobj" or token.head.lemma_ not in lists()["judging"]["verbs"]:
            return ()
        products, made = words("stand_ins", "products"), lists()["nominalised"]
        for earlier in reversed(self.doc[sentence.start : token.i]):
            if earlier.lemma_ in products and earlier.pos_ == "NOUN":
                owners = self.arguments.owners(earlier)
                if owners:
                    return tuple(dict.fromkeys(a.actor for a in owners))
            if earlier.lemma_ in made and earlier.pos_ == "VERB" and not is_passive(earlier):
                makers = [a.actor for s in subjects(earlier) for a in self.arguments.of(s)]
                if makers:
                    return tuple(dict.fromkeys(makers))
        return ()

    def _remember_maker(self, token: Token) -> None:
        made = lists()["nominalised"]
        if token.pos_ == "NOUN" and token.lemma_ in words("stand_ins", "products") and token.i not in self.references:
            owners = list(dict.fromkeys(a.actor for a in self.arguments.owners(token)))
            if len(owners) == 1:
                self.makers[token.lemma_] = owners[0]
            elif owners:
                self.makers.pop(token.lemma_, None)
        elif token.pos_ == "VERB" and token.lemma_ in made:
            doers = subjects(token) if not is_passive(token) else []
            names = list(dict.fromkeys(a.actor for s in doers for a in self.arguments.of(s)))
            if len(names) == 1:
                self.makers[made[token.lemma_]] = names[0]

    # --- nouns ------------------------------------------------------------------------------------

    def _noun(self, token: Token, sentence: Span, index: int) -> tuple[str, ...]:
        determiner = next((c for c in token.children if c.dep_ in ("det", "predet")), None)
        if determiner is None or determiner.lower_ not in ("the", "these", "this", "that", "those", "both"):
            return ()
        if self.arguments.owners(token) or any(c.dep_ in ("relcl", "appos") for c in token.children):
            return ()
        earlier = self._fuller(token)
        if earlier:
            return (earlier,)
        modifiers = [c for c in token.children if c.dep_ in ("amod", "compound", "poss", "nmod")]
        two = (
            any(c.dep_ == "nummod" and c.lower_ in ("two", "2") for c in token.children) or determiner.lower_ == "both"
        )
        if two and token.tag_ == "NNS":
            return self._two(token, index)
        if modifiers:
            return ()
        if token.lemma_ in self.makers and (determiner.lower_ != "the" or token.dep_ != "nsubj"):
            return (self.makers[token.lemma_],)
        if token.tag_ == "NN" and determiner.lower_ in ("the", "this"):
            if token.lemma_ in self.offices and not any(c.dep_ == "prep" for c in token.children):
                return self._one(self.offices[token.lemma_])
            return self._one(self._same_thing(token, index))
        return ()

    def _fuller(self, token: Token) -> str | None:
        """The fuller name of a generic actor that stands bare: "Kenyan miners ... the miners"."""
        if [a.end - a.start for a in self.arguments.by_head.get(token.i, ())] != [1]:
            return None
        for i in range(token.i - 1, -1, -1):
            for argument in self.arguments.by_head.get(i, ()):
                if (
                    argument.form == "generic"
                    and self.doc[i].lemma_ == token.lemma_
                    and argument.end - argument.start > 1
                ):
                    return argument.actor
        return None

    def _two(self, token: Token, index: int) -> tuple[str, ...]:
        nouns = lists()["anaphors"]
        lemma = token.lemma_
        for here in self._candidates(token, index, 1):
            for wanted, fits in (
                ("plural_people", _PEOPLE),
                ("plural_states", frozenset({"country"})),
                ("plural_any", None),
            ):
                if lemma not in nouns[wanted]:
                    continue
                found = [
                    c
                    for c in here
                    if (fits is None and self._kind(c.actor) not in ("person",))
                    or (fits and self._kind(c.actor) in fits)
                ]
                if fits == frozenset({"country"}):
                    found = found  # demonyms count: "the Russian and Israeli militaries ... the two countries"
                elif fits is None:
                    found = [c for c in found if not c.place]
                names = tuple(dict.fromkeys(c.actor for c in found))
                if len(names) == 2:
                    return names
        return ()

    def _same_thing(self, token: Token, index: int) -> str | None:
        nouns = lists()["anaphors"]
        fits: set[str] = set()
        for label, kinds in (("country", ("country",)), ("armed", ("armed group", "organisation")), ("party", ("party",)),
                             ("company", ("company",)), ("organisation", ("organisation", "international organisation", "media", "government body")),
                             ("person", ("person",))):  # fmt: skip
            if token.lemma_ in nouns[label]:
                fits |= set(kinds)
        if not fits:
            return None
        for here in self._candidates(token, index):
            found = [c for c in here if self._kind(c.actor) in fits and not c.place]
            chosen = _unique(found)
            if chosen:
                return chosen
            if found:
                return None
        return None

    def _offices(self) -> dict[str, str]:
        """Offices that one person alone holds in this document: "the president" -> her."""
        holders: dict[str, set[str]] = {}
        for head, arguments in self.arguments.by_head.items():
            token = self.doc[head]
            for argument in arguments:
                if self._kind(argument.actor) != "person" or argument.form != "name":
                    continue
                near = [
                    t
                    for t in token.children
                    if t.dep_ in ("compound", "appos", "nmod") and t.i not in range(argument.start, argument.end)
                ]
                if token.dep_ == "appos":
                    near.append(token.head)
                for other in near:
                    if other.lemma_.lower() in words("stand_ins", "people") and other.tag_ not in ("NNS", "NNPS"):
                        holders.setdefault(other.lemma_.lower(), set()).add(argument.actor)
        return {office: next(iter(names)) for office, names in holders.items() if len(names) == 1}


def _quote_of_token(doc: Doc) -> dict[int, Any]:
    return {i: quote for quote in doc._.quotes or () for i in range(quote.start, quote.end)}


def _unique(candidates: list[Candidate]) -> str | None:
    names = {c.actor for c in candidates}
    return next(iter(names)) if len(names) == 1 else None


def _is_subject(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def _is_place(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "inside", "outside", "across")


def _is_dummy(token: Token) -> bool:
    """Whether "it" refers to nothing: "it is clear that", "it was reported", "it is time to"."""
    verb = token.head
    clauses = ("ccomp", "csubj", "xcomp", "csubjpass")
    if any(c.dep_ in clauses and c.i > verb.i for c in verb.children):
        return verb.lemma_ in ("be", "seem", "appear", "mean", "take") or is_passive(verb)
    predicates = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
    return verb.lemma_ == "be" and any(g.dep_ in (*clauses, "acl", "relcl") for c in predicates for g in c.children)


def _judged(verb: Token, arguments: Arguments, token: Token) -> str | None:
    """The one judged: "criticised Chad for its raids", "sanctions on Chad for its raids"."""
    found: list[Argument] = []
    for child in verb.children:
        if child.i < token.i and child.dep_ in ("dobj", "prep", "dative"):
            found += [a for t in child.subtree if t.i < token.i for a in arguments.at(t) if a.form != "demonym"]
    if verb.pos_ == "NOUN":
        found = [a for a in found if a.start > verb.i]
    names = list(dict.fromkeys(a.actor for a in found))
    return names[-1] if names else None
