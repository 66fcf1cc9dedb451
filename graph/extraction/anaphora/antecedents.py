"""Who was named before? What pronouns and definite nouns are resolved against."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from graph.extraction.anaphora.descriptions import PAST, Descriptions
from graph.extraction.anaphora.named import Candidate, is_backer, is_subject, lists, made, stands_inside
from graph.extraction.annotations import ORGANISED, ActorEntry, Quote
from graph.extraction.naming.persons import is_human, is_office, is_told_of, is_woman
from graph.extraction.roles import Role, roles
from graph.extraction.syntax.arguments import Arguments
from graph.extraction.syntax.complements import is_alleged
from graph.extraction.syntax.nationals import prefix_of_side
from graph.extraction.syntax.phrases import appositions, objects_of_preposition
from graph.extraction.syntax.subjects import stated, subjects
from graph.extraction.tokens import children, having, lower_words, positions_of
from graph.extraction.wordlists import actor_words

_WINDOW = 2  # sentences back
_FAR_MORE = 3
_BACK = 5  # tokens before an office that may say it is past
FIRST = frozenset({"i", "me", "my", "mine", "we", "us", "our"})
FEMALE = frozenset({"she", "her", "hers"})
PERSONAL = FEMALE | {"he", "him", "his"}
NEUTER = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "their"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp"})
_NEW = frozenset({"a", "an", "another"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_NAMING = frozenset({"appos", "attr", "oprd", "compound"})


class Antecedents:
    """The actors of a Doc as far as it has been read: names, and what was resolved so far."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, ActorEntry] = doc._.actors
        self.arguments = Arguments(doc)
        self.descriptions = Descriptions(doc)
        self.sentences = list(doc.sents)
        self.quoted: dict[int, Quote] = {i: q for q in doc._.quotes or () for i in range(q.start, q.end)}
        self.quoting = {q.speaker for q in doc._.quotes or ()}
        self.makers: dict[str, str] = {}  # "ban" -> who made it
        self.sufferers: dict[str, str] = {}  # "killing" -> whom it befell
        self.taken_up: dict[str, str] = {}  # "company" -> whom "the company" last stood for
        self.relatives: list[tuple[str, str, str]] = []  # who, "father", whose
        self.female: dict[str, bool] = {}  # person -> what a pronoun has said
        self.described = self._described()  # person -> what a noun, a first name or "Mrs" says

    def _described(self) -> dict[str, bool]:
        """Who is called "the actress", Mary or "Mr" somewhere, and whether that is a woman."""
        nouns = {
            actor: g == "female" for g in ("female", "male") for actor in self.descriptions.called(lists()["gender"][g])
        }
        names = {
            name: female
            for name in self.actors
            if self.kind(name) == "person" and (female := is_woman(name)) is not None
        }
        return nouns | names | dict(_addressed(self.doc))

    def kind(self, name: str) -> str:
        """The kind of a named actor."""
        entry = self.actors.get(name)
        return entry.kind if entry else "generic"

    def is_one_person(self, candidate: Candidate) -> bool:
        """Whether "he" or "she" can be the actor: a named person, or an unnamed one ("a driver")."""
        if self.kind(candidate.actor) == "person":
            return True
        noun = candidate.token
        if candidate.form == "pronoun":
            return noun.lower_ in PERSONAL
        if self.kind(candidate.actor) != "generic" or noun.dep_ in _NAMING or noun.head.lower_ == "as":
            return False
        certain = is_office(noun) and any(c.dep_ in ("amod", "compound", "poss") for c in children(noun))
        if not certain and not self.is_introduced(noun) and not is_told_of(noun):
            return False
        inside = any(t.dep_ in ("relcl", "acl") for t in noun.ancestors)
        if inside and any(c.lower_ in _INDEFINITE for c in children(noun)):  # "Salas, whom a lawyer has named, says he"
            return False
        return not any(self.arguments.named(c) for c in appositions(noun))  # "a minister, Ana Lima" is named

    def is_introduced(self, noun: Token) -> bool:
        """Whether an unnamed person of this noun is spoken of: "a man was held ... the man"; no office-holder is."""
        return noun.tag_ == "NN" and self._introduced.get(noun.lemma_, len(self.doc)) <= noun.i

    @functools.cached_property
    def plurals(self) -> list[Token]:
        """The plural nouns, in order."""
        return having(self.doc, "TAG", ("NNS",))

    @functools.cached_property
    def _introduced(self) -> dict[str, int]:
        """Nouns for one person, with the first token at which each introduces somebody."""
        found: dict[str, int] = {}
        people = actor_words("generic", "people") - frozenset(lists()["spokesmen"]["offices"])
        for token in having(self.doc, "TAG", ("NN",)):
            if token.lemma_ not in people or token.dep_ in _NAMING:
                continue
            described = token.lemma_ in lists()["anaphors"]["plain"] and any(c.dep_ == "amod" for c in children(token))
            if described or any(c.lower_ in _INDEFINITE for c in children(token)):
                found.setdefault(token.lemma_, token.i)
        return found

    @functools.cached_property
    def newly_told(self) -> dict[str, list[int]]:
        """Where each noun introduces one without a name: "a company burned down"; not "Tesco, a company"."""
        found: dict[str, list[int]] = {}
        for noun in (self.doc[i].head for i in positions_of(self.doc, _NEW)):
            if noun.dep_ not in ("appos", "attr"):
                found.setdefault(noun.lemma_, []).append(noun.i)
        return found

    def can_be(self, candidate: Candidate, female: bool) -> bool:
        """Whether an actor may be a woman, or a man, for all that is said of them."""
        return self.is_female(candidate, self.described.get(candidate.actor, female)) == female

    def is_female(self, candidate: Candidate, unless_told: bool) -> bool:
        """Whether an actor is a woman, by a pronoun or by the noun itself."""
        for gender in ("female", "male"):
            if candidate.token.lemma_.lower() in lists()["gender"][gender]:
                return gender == "female"
        return self.female.get(candidate.actor, unless_told)

    def state(self, name: str) -> str | None:
        """The country that an actor is, or whose body it is."""
        entry = self.actors.get(name)
        if entry is None or entry.kind in ("person", "generic"):
            return None
        return name if entry.kind == "country" else entry.country

    def country_of(self, name: str) -> str | None:
        """The country that an actor is, or is of, be it a body or somebody without a name."""
        entry = self.actors.get(name)
        own = self.state(name) or (entry.country if entry is not None else None)
        return own if own is not None and self.kind(own) == "country" else None

    def bodies_of(self, person: str) -> set[str]:
        """The parties, companies and other bodies that a person has a role in."""
        return {
            role.target.actor
            for role in self.roles
            if role.source.actor == person
            and self.kind(person) == "person"
            and self.kind(role.target.actor) in ORGANISED
        }

    @functools.cached_property
    def roles(self) -> list[Role]:
        """Who is what in what, as far as names tell."""
        return list(roles(self.doc))

    @functools.cached_property
    def ages(self) -> list[tuple[str, str, int]]:
        """The persons whose age is told behind their name, each with it and with where: "Ali Hassan, 44,"."""
        found = []
        for mention in self.doc._.actor_mentions or ():
            behind = self.doc[mention.end : mention.end + 2]
            told = len(behind) == 2 and behind[0].text in (",", "(") and behind[1].is_digit
            if told and mention.form == "name" and self.kind(mention.actor) == "person":
                found.append((mention.actor, behind[1].text, mention.end))
        return found

    def sole(self, kinds: Collection[str], word: Token) -> tuple[str, int] | None:
        """The only actor of some kinds that is named before a word, with where it last is."""
        last = {actor: start for start, actor, kind in self._named if kind in kinds and start < word.i}
        return next(iter(last.items())) if len(last) == 1 else None

    def names_any(self, kinds: Collection[str], word: Token) -> bool:
        """Whether an actor of some kinds is named before a word."""
        return any(kind in kinds and start < word.i for start, _, kind in self._named)

    def most_named(self, names: Collection[str], word: Token) -> str | None:
        """The one of several whom a text names far more often than the others before a word."""
        times = Counter(actor for start, actor, _ in self._named if start < word.i and actor in names).most_common(2)
        return times[0][0] if len(times) == 2 and times[0][1] >= _FAR_MORE * times[1][1] else None

    def is_named_by(self, name: str, word: Token) -> bool:
        """Whether an actor is named before a word, in its sentence, or where it is said who says so."""
        quote = self.quoted.get(word.i)
        latest = max(word.sent.end, self.doc[(quote.speaker if quote else None) or 0].sent.end)
        return any(actor == name and start < latest for start, actor, _ in self._named)

    def is_named_before(self, name: str, word: Token) -> bool:
        """Whether an actor is named before a word."""
        return any(actor == name and start < word.i for start, actor, _ in self._named)

    def people_named(self, end: int) -> Counter[str]:
        """How often each person is named before a token."""
        return Counter(actor for start, actor, kind in self._named if kind == "person" and start < end)

    def states_named(self, end: int) -> Counter[str]:
        """How often each country is named before a token, be it by its adjective or a body of it."""
        states = (self.state(actor) for start, actor, _ in self._named if start < end)
        return Counter(state for state in states if state is not None)

    def governed(self, word: Token, nouns: Collection[str]) -> str | None:
        """The one country whose government was named before a word by one of some nouns: "the Kenyan government"."""
        ends = {m.end: m.actor for m in self.doc._.actor_mentions or () if m.end <= word.i and m.form != "generic"}
        named = {a for end, a in ends.items() if self.doc[end - 1].lower_ in nouns and self.kind(a) == "country"}
        return named.pop() if len(named) == 1 else None

    def owners_of(self, noun: Token, tags: Collection[str] = ()) -> set[str]:
        """Whose a noun is by the possessive in front of it, of whatever tag or of some: "its" and "whose" alone."""
        whose = [c for c in children(noun) if c.dep_ == "poss" and (not tags or c.tag_ in tags)]
        return {a.actor for c in whose for a in self.arguments.by_head.get(c.i, ())}

    def name_at(self, i: int) -> str | None:
        """The actor whose name begins at a token."""
        return self._starts.get(i)

    @functools.cached_property
    def _starts(self) -> dict[int, str]:
        return {m.start: m.actor for m in self.doc._.actor_mentions or () if m.form == "name"}

    @functools.cached_property
    def _named(self) -> list[tuple[int, str, str]]:
        mentions = [m for m in self.doc._.actor_mentions or () if m.form != "generic"]
        return [(m.start, m.actor, self.kind(m.actor)) for m in mentions]

    def before(self, word: Token, sentence: int, back: int = _WINDOW) -> list[list[Candidate]]:
        """The actors named before a word, one list a sentence, the word's own sentence first."""
        return [self._in_sentence(n, word.i) for n in range(sentence, max(-1, sentence - back - 1), -1)]

    def _in_sentence(self, number: int, end: int) -> list[Candidate]:
        found = []
        sentence = self.sentences[number]
        for i in range(sentence.start, min(sentence.end, end)):
            for argument in self.arguments.by_head.get(i, ()):
                token = self.doc[i]
                demonym = argument.form == "demonym" or is_backer(token) or prefix_of_side(token) is not None
                located = argument.place or (argument.form == "generic" and not is_human(token))
                place = demonym or (located and stands_inside(token))  # "the injured in hospitals ... they"
                if argument.form == "pronoun" and token.lemma_ in made():
                    continue  # who made "the allegation" is not named by it again
                if argument.form == "generic" and self._is_named_beside(token):
                    continue  # "the ruling party, | Lelo, sued"
                subject = not demonym and (is_subject(token) or self._names_subject(token))
                found.append(Candidate(argument.actor, token, subject, place, argument.form))
        return found

    def _names_subject(self, name: Token) -> bool:
        """Whether a name between commas is the subject's: "the ruling party, | Lelo, sued"."""
        first = name.left_edge.i
        return name.dep_ == "appos" and self.doc[max(first - 1, 0)].text == "," and is_subject(name.head)

    def _is_named_beside(self, noun: Token) -> bool:
        """Whether a name in apposition says who one without a name is."""
        return noun.tag_ == "NN" and any(a.form == "name" for a in self.arguments.directly(noun))

    def speaker(self, word: Token) -> str | None:
        """Who says the quotation that a word stands in."""
        quote = self.quoted.get(word.i)
        if quote is None or quote.speaker is None:
            return None
        named = self.arguments.of(self.doc[quote.speaker], products=False)
        return named[0].actor if named else None

    def says(self, word: Token, named: Token) -> bool:
        """Whether a name stands in the very quotation that a word is the speaker of."""
        quote = self.quoted.get(named.i)
        return quote is not None and quote.speaker == word.i

    def named_by(self, word: Token) -> set[str | None]:
        """Whom the quotation names that a word is the speaker of: nobody speaks of himself by name."""
        if word.i not in self.quoting:
            return set()
        return {
            argument.actor
            for quote in self.doc._.quotes or ()
            if quote.speaker == word.i
            for i in range(quote.start, quote.end)
            for argument in self.arguments.by_head.get(i, ())
            if argument.form == "name"
        }

    def _named_below(self, word: Token) -> set[str | None]:
        """Who is named in what a subject does, and so is another: "he accused | Rossi of lying"."""
        below = (t.i for t in word.head.subtree if t.i > word.i)
        return {a.actor for i in below for a in self.arguments.by_head.get(i, ()) if a.form == "name"}

    def _told_of(self, word: Token) -> set[str | None]:
        """Whom a report before its speaker names to whom something is done: "rebels shot Rossi, he added"."""
        told = [c for c in children(word.head) if c.dep_ == "ccomp" and c.i < word.i] if word.dep_ == "nsubj" else []
        named = [a for clause in told for t in clause.subtree for a in self.arguments.by_head.get(t.i, ())]
        return {a.actor for a in named if a.form == "name" and not is_subject(self.doc[a.end - 1])}

    def _whom(self, word: Token) -> set[str | None]:
        """Whom a relative clause is about to whom its own subject does something: "a guard, whom he sacked"."""
        clause = word.head
        whom = clause.dep_ == "relcl" and any(c.lower_ == "whom" and c.dep_ == "dobj" for c in children(clause))
        return {a.actor for a in self.arguments.by_head.get(clause.head.i, ())} if whom else set()

    def _called_beside(self, word: Token) -> set[str | None]:
        """Who is the object of a pronoun's own clause by a noun: "it reminded the union" is not the union."""
        beside = [c for c in children(word.head) if c.dep_ in ("dobj", "dative") and c.tag_ == "NN"]
        firms = any(noun.lemma_ in lists()["anaphors"]["company"] for noun in beside)
        companies = {actor for actor in self.actors if firms and self.kind(actor) == "company"}
        called = {a for noun in beside for a in self.descriptions.those_called(noun)}
        return {*called, *companies}

    def same_speech(self, word: Token, named: Token) -> bool:
        """Whether a word stands in no quotation, or a name before it in the same speech: what "it" is said of.

        Whoever says "we" there is none of those spoken of.
        """
        if named.lower_ in FIRST:
            return False
        quote, other = self.quoted.get(word.i), self.quoted.get(named.i)
        if quote is None or other is quote:
            return True
        return other is not None and (speaker := self.speaker(word)) is not None and speaker == self.speaker(named)

    def speaks_unknown(self, word: Token) -> bool:
        """Whether a word stands in a quotation of somebody unknown, who may be the only one named before it."""
        return word.i in self.quoted and self.speaker(word) is None

    def speaks_unnamed(self, word: Token, name: str) -> bool:
        """Whether the speaker of the quotation around a word is an unnamed person: "a hacker"."""
        quote = self.quoted.get(word.i)
        if quote is None or quote.speaker is None or self.kind(name) != "generic":
            return False
        speaker = self.doc[quote.speaker]
        return speaker.tag_ == "NN" and speaker.lemma_.lower() in actor_words("generic", "people")

    def body_of_speaker(self, word: Token) -> str | None:
        """The one body, country or group that says "we" in a quotation, or whose office its speaker has."""
        speaker = self.speaker(word)
        if speaker is None or self.kind(speaker) == "person":
            bodies = self.bodies_spoken_for(speaker) if speaker is not None else set()
            return bodies.pop() if len(bodies) == 1 else None
        noun = self.doc[self.quoted[word.i].speaker or 0]
        if self.kind(speaker) != "generic" or noun.tag_ == "NNS":
            return speaker  # "the firm said in a statement", "her friends said"
        served = [a for t in objects_of_preposition(noun, ("for", "at")) for a in self.arguments.at(t)]
        spoken_for = served or self.arguments.owners(noun)
        owners = {a.actor for a in spoken_for if self.kind(a.actor) not in ("person", "generic")}
        entry = self.actors.get(speaker)
        if not owners and entry is not None and noun.lemma_ in lists()["spokesmen"]["offices"]:
            return entry.country  # "a Kenyan government spokesman"
        return owners.pop() if len(owners) == 1 else None  # "a spokesman for Oxfam"

    def bodies_spoken_for(self, person: str) -> set[str]:
        """Whom a person speaks for in office: parties, companies and other bodies, else a country."""
        office, scholars = lists()["spokesmen"]["offices"], set(lists()["spokesmen"]["scholars"])
        held = [r for r in self.roles if r.source.actor == person and r.relation == "ROLE"]
        held = [r for r in held if PAST.isdisjoint(lower_words(self.doc)[max(r.noun_start - _BACK, 0) : r.noun_start])]
        held = [r for r in held if r.rule != "adherent"]  # "a Texas Republican" says "we" of anybody
        held = [r for r in held if not r.predicate.endswith(" from")]  # a teacher from a town is not the town
        held = [r for r in held if not set(r.predicate.split()) & scholars]
        bodies = {r.target.actor for r in held if self.kind(r.target.actor) in ORGANISED}
        states = [r for r in held if self.kind(r.target.actor) == "country"]
        return bodies or {r.target.actor for r in states if any(w in office for w in r.predicate.split())}

    def not_meant(self, word: Token) -> set[str | None]:
        """Whom a pronoun cannot mean: whoever speaks, and the subject of its own clause."""
        banned: set[str | None] = {self.speaker(word)}
        if word.dep_ == "poss" and not any(c.lower_ == "own" for c in children(word.head)):
            banned |= {a.actor for t in _called(word.head) for a in self.arguments.of(t, products=False)}
        if word.dep_ in ("nsubj", "nsubjpass"):  # "backed by Rossi, he"
            before = [c for c in children(word.head) if c.dep_ == "advcl" and c.i < word.i and not stated(c)]
            banned |= self._told_of(word) | self._called_beside(word) | self._whom(word) | self._named_below(word)
            # "alleging that he had robbed them": not the one who alleges it; nor who "let them go"
            told_by = subjects(word.head.head)
            apart = any({t.lower_, word.lower_} == {"it", "they"} for t in told_by)  # "it claimed they had fled"
            if apart or is_alleged(word.head) or word.lower_ in ("him", "her", "them"):
                banned |= {a.actor for t in told_by for a in self.arguments.of(t)}
            return banned | {a.actor for c in before for t in c.subtree for a in self.arguments.by_head.get(t.i, ())}
        if word.dep_ == "poss":
            return banned
        clause = word
        while clause.dep_ not in _CLAUSES and clause.head != clause:
            clause = clause.head
        if clause != word:
            doers = [t for t in subjects(clause) if t.i != word.i]  # "her government ... it": neither of the two
            banned |= {a.actor for t in doers for a in (*self.arguments.of(t), *self.arguments.at(t))}
        return banned


def _addressed(doc: Doc) -> Iterator[tuple[str, bool]]:
    """Who is called "Mrs" or "Mr" somewhere, and whether that is a woman."""
    for mention in doc._.actor_mentions or ():
        before = doc[mention.start - 1].lower_ if mention.start else ""
        for title, female in (("ladies", True), ("gentlemen", False)):
            if mention.form == "name" and before in actor_words("titles", title):
                yield mention.actor, female


def _called(noun: Token) -> list[Token]:
    """What is called a noun: "Voss | was her husband", "Voss, | her husband"."""
    if noun.dep_ == "appos":
        return [noun.head]
    return stated(noun.head) if noun.dep_ == "attr" else []
