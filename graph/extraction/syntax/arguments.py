"""Who a word stands for: the ends of a link.

Everything here reads roles off the dependency tree, never off word order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph.extraction.annotations import ActorEntry, ActorMention
from graph.extraction.naming.introductions import given_names
from graph.extraction.naming.persons import is_bare_title, is_office
from graph.extraction.offices.titled import titled
from graph.extraction.syntax.examples import counts_them, examples_of, told_to_be
from graph.extraction.syntax.making import is_put_forward, is_undergone, makers_of, possessors
from graph.extraction.syntax.nationals import hyphenated, hyphened, is_one_national, prefix_of_side
from graph.extraction.syntax.phrases import appositions, conjuncts, named_behind, objects_of_preposition
from graph.extraction.syntax.relative_clauses import antecedents
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.together import joint_owner, own_words, sharers
from graph.extraction.tokens import children, having
from graph.extraction.wordlists import actor_words, words

_OF = ("of", "for", "at", "in", "from")
_DEPTH = 3  # phrases between an office and its holder
_COMMUNITIES = frozenset(
    {"army", "clan", "community", "family", "military", "minority", "opposition", "police", "public", "tribe"}
)
_ENDS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_ATTRIBUTES = frozenset({"poss", "amod", "compound", "nmod", "npadvmod"})


class Argument(NamedTuple):
    """One end of a link: the actor, the tokens [start, end) that name it, and how they do."""

    actor: str
    start: int
    end: int
    form: str
    place: bool = False


class Arguments:
    """The actors of one Doc by the token that syntax attaches them with."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.by_head: dict[int, list[Argument]] = {}
        self.titled = titled(doc)
        self._actors: dict[str, ActorEntry] = doc._.actors or {}
        # What `directly` and `attributes` said of tokens.
        self._direct: dict[int, list[Argument]] = {}
        self._attributes: dict[int, list[tuple[Argument, Token]]] = {}
        mentions: list[ActorMention] = doc._.actor_mentions or []
        own = own_words(doc, mentions)
        for m in mentions:
            start, end = own.get((m.head, m.actor), (m.start, m.end))
            self.by_head.setdefault(m.head, []).append(Argument(m.actor, start, end, m.form, m.place))
        for m in mentions:
            for sharer in sharers(doc, m):
                others = [a for a in self.by_head.get(sharer.i, ()) if a.actor != m.actor and not self._is_faith(a)]
                named = [a._replace(form="name") for a in others]
                self.by_head[m.head] += [a for a in named if a not in self.by_head[m.head]]
            beside = doc[m.head].head
            if doc[m.head].dep_ == "conj" and beside.pos_ == "ADJ" and beside.i in self.by_head:
                # "the Kenyan and the Chadian armies"
                self.by_head[beside.i] = [a._replace(form="name") for a in self.by_head[beside.i]]
        for head, names in (doc._.references or {}).items():
            self.refer(head, names)
            if doc[head].tag_ == "PRP$" and (helped := _helped(doc[head])) is not None and helped.i in self.by_head:
                self.refer(head, tuple(a.actor for a in self.by_head[helped.i]))
        for pronoun in (t for t in having(doc, "TAG", ("WP", "WDT", "WP$")) if t.dep_ in ("pobj", "poss")):
            names = {a.actor: None for token in antecedents(pronoun) for a in self.by_head.get(token.i, ())}
            if names:  # "to whom Chad sold arms", "most of whom", "whose men"
                self.refer(pronoun.i, tuple(names))

    def refer(self, head: int, names: tuple[str, ...]) -> None:
        """Let a word that refers back stand for the actors it refers to."""
        place = self.doc[head].lemma_ in words("places", "states")  # "in the country"
        self.by_head[head] = [Argument(name, head, head + 1, "pronoun", place) for name in names]
        self._direct.clear()
        self._attributes.clear()

    def named(self, token: Token) -> bool:
        """Whether the token itself names somebody, rather than a kind of people ("the group")."""
        here = self.by_head.get(token.i)
        return here is not None and any(a.form != "generic" for a in here)

    def at(self, token: Token) -> list[Argument]:
        """The actors that the token itself names; an adjective names none, but in "threatened the British"."""
        named = self.by_head.get(token.i)
        if not named:
            return []
        people = token.pos_ == "ADJ" and token.dep_ in _ENDS and any(c.lower_ == "the" for c in children(token))
        if people or (token.pos_ in ("NOUN", "PROPN") and not is_one_national(token)):
            return list(named)
        return [a for a in named if a.form != "demonym"]

    def of(self, token: Token, *, products: bool = True) -> list[Argument]:
        """The actors that a nominal names or stands for, without its conjuncts.

        Parameters
        ----------
        token : Token
            The head of a noun phrase.
        products : bool
            Whether what an actor makes ("Egypt's proposal") stands for the actor here.
        """
        named = self.directly(token)
        if named or is_bare_title(token):
            return named
        lemma = token.lemma_.lower()
        if products and lemma in words("stand_ins", "products"):
            return self.owners(token)
        if products and lemma in words("partitives", "spells"):  # "weeks of French bombing"
            return [a for part in objects_of_preposition(token, ("of",)) for a in self.of(part)]
        if lemma in words("stand_ins", "tiers"):
            return self._behind(token, "of")
        if lemma in words("stand_ins", "people"):  # a person's town or lawyers are not the person
            return [a for a in self.owners(token) if not self.is_person(a)]
        return []

    def directly(self, token: Token) -> list[Argument]:
        """The actors that a nominal names: itself, in apposition, by proxy or after a counting word."""
        if token.i not in self._direct:
            self._direct[token.i] = self._read_directly(token)
        return self._direct[token.i]

    def _read_directly(self, token: Token) -> list[Argument]:
        named = self.at(token)
        if self.named(token):
            return named
        if token.text == "-" and token.i + 1 < len(self.doc) and self.doc[token.i + 1].head == token:
            return self.directly(self.doc[token.i + 1])  # "Co-founder of Chile Air, Ana Lima, met": the parser's head
        behind = [c for c in children(token) if c.dep_ == "appos" and c.i == token.i + 2]
        if behind and token.nbor().text == "-":
            return self.directly(behind[0])  # "vice-president Ana Lima", where the parser's head is "vice"
        for child in appositions(token):  # "his father, Omar": the name says more than the noun
            if self._sums_up(child):
                continue
            behind_it = named_behind(child) if token.tag_ == "NN" and not self.named(child) else None
            if behind_it is not None and self.named(behind_it):
                return self.at(behind_it)
            if self.named(child) and not (token.tag_ == "NNS" and counts_them(child)):
                return [a for each in conjuncts(child) if self.named(each) for a in self.at(each)]
        if (name := self._named_behind(token)) is not None:
            return [name]
        told_names = told_to_be(token) or given_names(token)
        if told := [a for each in told_names for a in self.at(each) if a.form == "name"]:
            return told
        if token.lower_ == "one":  # "one of them, a nurse, said"
            told = [a for child in appositions(token) for a in self.directly(child)]
            if told:
                return told
        if holder := self._holder(token):
            return self.at(holder)
        if token.i in self.titled:
            return self.at(self.doc[self.titled[token.i]])
        if chosen := self._chosen(token):
            return self.at(chosen)
        lemma = token.lemma_.lower()
        if lemma in words("stand_ins", "proxies"):
            named = [a for a in self.owners(token) if a.form != "generic"] or named
        if lemma in words("partitives", "nouns"):
            parts = [t for part in objects_of_preposition(token, ("of",)) for t in conjuncts(part)]
            whole = [a for part in parts for a in self.directly(part)]
            # "members of the community" are the community, members of a parliament are not the parliament
            named = [a for a in whole if self._is_people(a) or self._is_crowd(token, a)] or named or whole
        examples = [a for t in examples_of(token) for a in self.at(t)]
        if named and all(a.form == "generic" for a in examples):  # "visitors including ministers" are visitors
            return named
        return examples or named

    def _sums_up(self, noun: Token) -> bool:
        """Whether an apposition takes up what was told, and names nobody: "demanded his release, | a demand it"."""
        told = any(c.lower_ in ("a", "an") for c in children(noun)) and noun.pos_ == "NOUN"
        return told and all(a.form == "pronoun" for a in self.by_head.get(noun.i, ()))

    def _named_behind(self, noun: Token) -> Argument | None:
        """The name right behind what it is, which the parser hangs elsewhere: "by the tyre maker | Nordica was"."""
        if noun.dep_ != "pobj" or noun.lemma_ not in actor_words("organisations", "introducing", "trades"):
            return None
        behind = self.doc[noun.i + 1 : noun.i + 2]
        if not behind or behind[0].pos_ != "PROPN" or not any(c.lower_ == "the" for c in children(noun)):
            return None
        heads = (behind[0], *behind[0].ancestors)
        named = [a for t in heads for a in self.by_head.get(t.i, ()) if a.start == noun.i + 1 and a.form == "name"]
        return named[0] if named and noun.i not in self.by_head else None

    def _holder(self, office: Token) -> Token | None:
        """The name behind the place of an office, where the parser ties it: "the mayor of Riace(,) Ada Moro"."""
        one = office.tag_ != "NNS" and office.lemma_ not in words("stand_ins", "teams")
        if not one or not (self.by_head.get(office.i) or is_office(office)):
            return None  # followers of the mayor, Ada Moro, are not her
        parts = objects_of_preposition(office, _OF)
        for part in parts:
            if self._is_person(part) and self._names_place_first(part):
                return part
            for child in children(part):
                if child.dep_ == "appos" and self._is_person(child) and not self._is_person(part):
                    return child
            if len(parts) < _DEPTH:
                parts += objects_of_preposition(part, _OF)  # the head of the press office of the army, | Ada Moro
        return None

    def _chosen(self, office: Token) -> Token | None:
        """Who gets an office right behind the name, which the parser makes part of it: "elected | Ada Moro | mayor"."""
        given = office.dep_ in ("dobj", "oprd") and office.head.lemma_ in words("control", "appointing", "crowning")
        if not given or office.tag_ != "NN" or not is_office(office):
            return None
        inside = [c for c in children(office) if c.i < office.i]
        names = [c for c in inside if c.dep_ in ("compound", "nmod") and self._is_person(c)]
        return names[0] if names and not any(c.dep_ in ("det", "poss") for c in inside) else None

    def _names_place_first(self, name: Token) -> bool:
        """Whether the parser has made what an office is of part of a name: "president of | Chad Idriss Deby"."""
        return any(self.named(t) for t in name.subtree if t.i < name.i and t.dep_ == "compound")

    def _is_person(self, token: Token) -> bool:
        """Whether the token names a person."""
        return any(self.is_person(a) for a in self.by_head.get(token.i, ()))

    def is_person(self, argument: Argument) -> bool:
        """Whether an actor is a person."""
        entry = self._actors.get(argument.actor)
        return entry is not None and entry.kind == "person"

    def is_political(self, argument: Argument) -> bool:
        """Whether an actor with a name is one whom people are for: a person, a party, an armed group, a country."""
        entry = self._actors.get(argument.actor)
        return entry is not None and entry.kind in ("armed group", "country", "party", "person")

    def _is_people(self, argument: Argument) -> bool:
        """Whether an actor is a people, a fighting group, or a community without a name."""
        entry = self._actors.get(argument.actor)
        named = entry is not None and entry.kind in ("armed group", "people")
        return named or (argument.form == "generic" and self.doc[argument.end - 1].lemma_ in _COMMUNITIES)

    def _is_crowd(self, crowd: Token, argument: Argument) -> bool:
        """Whether a noun only says that several are meant: "a group of nuns" is nuns."""
        several = self.doc[argument.end - 1].tag_ == "NNS" and argument.form == "generic"
        return several and crowd.lemma_ in words("partitives", "crowds")

    def _is_faith(self, argument: Argument) -> bool:
        """Whether an adjective names only those of a faith, of whom others are told: "Islamic and Jewish leaders"."""
        entry = self._actors.get(argument.actor)
        return entry is not None and entry.kind == "people" and argument.form == "demonym"

    def _is_continent(self, argument: Argument) -> bool:
        """Whether an actor is no country, but a part of the world or a people: "the Balkan republic"."""
        entry = self._actors.get(argument.actor)
        return entry is not None and entry.kind in ("people", "region")

    def country(self, argument: Argument) -> str | None:
        """The country an actor is of, where the text gives one."""
        entry = self._actors.get(argument.actor)
        return entry.country if entry is not None else None

    def is_land(self, argument: Argument) -> bool:
        """Whether a place is a country or a known part of one, rather than a town."""
        entry = self._actors.get(argument.actor)
        known = entry is not None and (entry.kind == "country" or entry.country is not None)
        return argument.place and argument.form != "metonym" and known

    def land_of(self, site: Token) -> list[Argument]:
        """The country that a place is said to be in: "targets in the Syrian city of Homs", "Sudan's Darfur region"."""
        if site.lemma_.lower() not in words("places", "parts", "settled"):
            return []
        return [
            a
            for a, _ in self.attributes(site)
            if (entry := self._actors.get(a.actor)) is not None and entry.kind == "country"
        ]

    def owners(self, noun: Token) -> list[Argument]:
        """The actors a noun belongs to: possessor, adjective, compound, or of/by/from with a name."""
        found = self._behind(noun, "by")  # "Soto's treatment by the police" is theirs
        found = found or [a for a, _ in self.attributes(noun)]
        ways = (
            ("from", "of") if noun.lemma_ in words("answered", "offers") else ("of", "from")
        )  # "an offer of arms from"
        if is_undergone(noun):
            return found
        for way in ways:
            found = found or self._behind(noun, way)
        return found or self.makers(noun)

    def _behind(self, noun: Token, preposition: str) -> list[Argument]:
        parts = objects_of_preposition(noun, (preposition,))
        return [a for part in parts for each in conjuncts(part) for a in self.at(each)]

    def makers(self, noun: Token) -> list[Argument]:
        """Who made what stands for its maker, by its own clause: "the reforms taken by the government"."""
        made = noun.lemma_.lower() in words("stand_ins", "products") or is_put_forward(noun)
        fired = noun.lemma_.lower() in words("stand_ins", "arms")
        known = [t for t in makers_of(noun) if self.at(t)] if made or fired else []
        found = [a for token in known for a in self.directly(token)]  # "neighbours such as Togo" are Togo
        if made and not found and noun.dep_ == "dobj" and noun.head.lemma_ in words("making", "doing"):
            found = [a for token in subjects(noun.head) for a in self.at(token)]  # who conducts a policy has it
        if made and not found:  # "a Chad-drafted resolution"
            drafting = [c for c in children(noun) if c.dep_ == "amod" and c.lemma_ in words("making", "verbs")]
            found = [a for c in drafting for token in hyphened(c) for a in self.by_head.get(token.i, ())]
        return found

    def attributes(self, noun: Token) -> list[tuple[Argument, Token]]:
        """The actors named by a possessor, adjective or compound of a noun, each with its token.

        What stands behind anti- or pro- is no owner: see `sides`.
        """
        if noun.i not in self._attributes:
            self._attributes[noun.i] = list(self._read_attributes(noun))
        return self._attributes[noun.i]

    def _read_attributes(self, noun: Token) -> Iterator[tuple[Argument, Token]]:
        for each in joint_owner(noun):
            yield from ((argument, each) for argument in self.at(each))
        for child in children(noun):
            if child.dep_ == "acl" and child.lemma_ in ("belong", "own"):
                yield from ((argument, each) for each in possessors(child) for argument in self.at(each))
            if child.dep_ not in _ATTRIBUTES:
                continue
            for each in (*_before_model(child), *self._nested(child), *hyphenated(child), *conjuncts(child)):
                if prefix_of_side(each) is not None or not (child.dep_ == "poss" or each.i < noun.i):
                    continue
                named = self.by_head.get(each.i) or (self.of(each, products=False) if child.dep_ == "poss" else [])
                # "The South American nation" is one of its nations, "African allies" are allies there.
                if noun.lemma_ in words("places", "states", "partners"):
                    named = [a for a in named if a.form != "demonym" or not self._is_continent(a)]
                if child.dep_ != "poss" and each.lower_ == "military":  # a military campaign is not the military's
                    named = [a for a in named if a.form != "generic"]
                yield from ((argument, each) for argument in named)

    def _nested(self, compound: Token) -> list[Token]:
        """The names before a compound that names nobody itself: "US" in "US drone strikes"."""
        if compound.dep_ != "compound" or compound.pos_ != "NOUN" or self.by_head.get(compound.i):
            return []
        return [c for c in children(compound) if c.dep_ in ("compound", "amod") and c.text[0].isupper()]

    def sides(self, noun: Token) -> Iterator[tuple[Argument, str]]:
        """The actors that a noun is for or against: "an anti-Western stance", with "anti" or "pro"."""
        for child in children(noun):
            for each in conjuncts(child) if child.dep_ in _ATTRIBUTES else ():
                prefix = prefix_of_side(each)
                if prefix is not None:
                    yield from ((argument, prefix) for argument in self.by_head.get(each.i, ()))


def _before_model(token: Token) -> list[Token]:
    """The adjective that the parser hangs on the make of a thing: "a Turkish F-16 jet", "Russian T-72 tanks"."""
    makes = token if any(c.isdigit() for c in token.text) else None
    makes = makes or next(
        (c for c in children(token) if any(x.isdigit() for x in c.text) and c.dep_ in _ATTRIBUTES), None
    )
    return [c for c in children(makes) if c.dep_ == "amod"] if makes is not None and token.dep_ != "poss" else []


def _helped(possessive: Token) -> Token | None:
    """Who is helped in a fight of their own: "sent arms to Chad in its fight against", "backs Chad in its war with"."""
    fight = possessive.head
    within = fight.head
    if fight.lemma_ not in words("helped", "fights") or within.lower_ != "in" or within.dep_ != "prep":
        return None
    verb = next((t for t in (within.head, *within.head.ancestors) if t.pos_ == "VERB"), None)
    if verb is None or verb.i > within.i:
        return None
    if verb.lemma_ in words("helped", "verbs"):
        return next((c for c in children(verb) if c.dep_ == "dobj" and c.i < within.i), None)
    if verb.lemma_ not in words("helped", "givers"):
        return None
    given = [c for c in verb.subtree if c.dep_ == "pobj" and c.head.lower_ == "to" and c.i < within.i]
    return next((c for c in children(verb) if c.dep_ == "dative" and c.pos_ != "ADP"), given[-1] if given else None)
