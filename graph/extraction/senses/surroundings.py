"""What stands around a predicate: the words, particles and prepositions that fill the slots of a lexicon entry."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from graph.extraction.senses.lexicon import Entry, word_classes
from graph.extraction.syntax.complements import after, completes, left_out, of_a_person, postposed
from graph.extraction.syntax.phrases import after_of
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_MODIFIERS = frozenset(("amod", "compound", "nmod"))
_JUDGEMENTS = re.compile("<(praises|slurs)>")
SOMETHING = "something"  # in an entry: any object


class Fillers(NamedTuple):
    """The words that may fill an entry's slots: all, those that head a phrase, and how these are reached.

    `behind` has words behind a preposition of the verb's own, with it; `direct` those that need none. `sole` has the
    one thing that a verb may make something of: who finds a leader finds nobody to be one.
    """

    bag: set[str]
    heads: set[str]
    behind: dict[str, str]
    direct: set[str]
    sole: set[str] | None


class Surroundings:
    """The words around a head that an entry's slots may be filled with."""

    def __init__(self, head: Token, chain: Sequence[Token], things: list[Token], *, dative: bool) -> None:
        below = children(head)
        self.head, self.chain, self.things = head, chain, things
        self.first = first_preposition(chain)
        self.last = next((t.lower_ for t in reversed(chain) if t.pos_ == "ADP"), None)
        particles = word_classes()["particle"]
        self.near = leading(chain) | {t.lower_ for t in below if t.dep_ == "prt" or t.lower_ in particles}
        self.near |= {t.lower_ for t in below if t.dep_ == "prep" and not any(children(t))}  # "was fired upon"
        self.own = [child for child in below if child.dep_ in ("prep", "agent", "dative") and not _tells_when(child)]
        self.own += of_a_person(head)
        self.own += [deeper for prep in self.own for deeper in children(prep) if deeper.lower_ == "of"]  # out of town
        possessed = {"of"} if chain and chain[-1].pos_ != "ADP" else set()  # Sudan's debt is the debt of Sudan
        if head.pos_ == "NOUN" and self.first == "by":  # "the arrest of a monk | by Chad"
            self.near |= {t.lower_ for t in self.own if t.dep_ == "prep"}
        self.far = self.near | possessed | {t.lower_ for t in [*chain, *self.own] if t.pos_ == "ADP"}
        self.particles = {t.lower_ for t in below if t.dep_ == "prt"}
        self.beside = self.particles | {t.lower_ for t in below if t.dep_ == "advmod" and t.lower_ in particles}
        self.bare = not chain
        self.dative = dative
        self.traded = head.lemma_ in words("reciprocal", "trading")  # "the two traded insults"
        self.mutual = not things and head.lemma_ in words("reciprocal", "verbs")  # "the two clashed"
        self.noun = head.pos_ in ("NOUN", "PROPN")

    @functools.cached_property
    def fillers(self) -> Fillers:
        """Looked for where an entry has words to find."""
        things, below = self.things, children(self.head)
        behind: dict[str, str] = {}
        direct: set[str] = set()
        heads = [t for t in self.chain if t.pos_ != "ADP"]
        if self.noun:
            heads = heads[:1] + [t for t in below if t.dep_ in _MODIFIERS]
        else:
            acted_on = [t for t in things if not counts(t)] + left_out(self.head)
            counts_of = [c for t in acted_on if t.tag_ == "CD" for c in children(t)]
            acted_on += [c for c in counts_of if c.is_currency]  # "took €900"
            acted_on += [t for c in counts_of if c.lower_ == "per" for t in children(c)]  # "holds 49 per | cent"
            heads += acted_on + [t for t in below if completes(t)] + postposed(acted_on)
            near = [prep for prep in self.own if prep.lower_ not in words("adjuncts", "prepositions")]
            through = {t: prep for prep in near for t in children(prep) if t.dep_ in after(prep)}
            through.update({inner: prep for t, prep in [*through.items()] for inner in after_of(t)})
            heads += through
            behind = {form: prep.lower_ for t, prep in through.items() for form in _forms(t)}
            direct = {form for t in heads if t not in through for form in _forms(t)}
        nouns = heads + [t for noun in heads for t in children(noun) if t.dep_ in _MODIFIERS]
        alone = len(things) == 1 and things[0].dep_ == "dobj"
        sole = set(_forms(things[0])) if alone and self.head.lemma_ in words("small_clauses", "verbs") else None
        something = {SOMETHING} if things else set()
        return Fillers(
            bag=something.union(*map(_forms, nouns)),
            heads=something.union(*map(_forms, heads)),
            behind=behind,
            direct=direct,
            sole=sole,
        )

    def score(self, entry: Entry) -> tuple[int, ...] | None:
        """How specific an entry is here, or None where one of its slots stays empty."""
        if entry.words and not self._are_filled(entry):
            return None
        own = sum(covers(entry, word) for word in self.beside) if self.beside else 0
        if self.particles and not own and (not entry.words or "up" in self.particles):
            return None  # to write off is not to write, to draw up is not to draw
        prepositions = self.far if entry.words else self.near
        missing = [slot for slot in entry.prepositions if slot.isdisjoint(prepositions)]
        if missing and not self._may_miss(entry, missing):
            return None
        covered = self.first is not None and covers(entry, self.first)
        literal = 2 * len(entry.words) - sum(SOMETHING in slot for slot in entry.words)
        breadth = sum(map(len, entry.words))  # "pay tribute to" says more than "pay <aid> to"
        reached = int(self.last is not None and covers(entry, self.last))  # "switched ties from X to Y"
        return (literal + 2 * own, int(covered), len(entry.prepositions) - 2 * len(missing) + 1, -breadth, reached)

    def _are_filled(self, entry: Entry) -> bool:
        """Whether every word of an entry is there, where it should be."""
        bag, heads, _, _, sole = self.fillers
        for slot in entry.words:  # asked of some six hundred entries a text: a loop costs less than a generator
            if slot.isdisjoint(bag):
                return False
        if sole is not None and _JUDGEMENTS.search(entry.text) and all(sole & slot for slot in entry.words):
            return False
        if all(slot.isdisjoint(heads) for slot in entry.words):
            return False  # only modifiers: a war game is no war
        return not self._out_of_reach(entry) and not self._turned_round(entry)

    def _out_of_reach(self, entry: Entry) -> bool:
        """Whether a word is only behind a preposition the entry does not have: "issued a warning over passports"."""
        _, heads, behind, direct, _ = self.fillers
        for slot in entry.words:
            through = {behind.get(form) for form in slot & heads}
            apart = through and not through & {None, "as"} and not slot & direct
            if apart and not any(through & prepositions for prepositions in entry.prepositions):
                return True
        return False

    def _turned_round(self, entry: Entry) -> bool:
        """Whether an entry's word is only behind the preposition that should follow it: "in the interest of" X had."""
        if len(entry.words) != 1 or len(entry.prepositions) != 1 or not _word_first(entry.text):
            return False
        bag, _, behind, direct, _ = self.fillers
        filled = entry.words[0] & bag
        through = {behind.get(form) for form in filled}
        return not filled & direct and len(through) == 1 and through <= entry.prepositions[0]

    def _may_miss(self, entry: Entry, missing: Sequence[frozenset[str]]) -> bool:
        """Whether an entry may go without prepositions, as it may where no words lead to the target.

        A noun has a possessor instead, a verb a receiver ("gave Chad rifles") or a subject of several
        ("Chad and Libya met"); by itself a verb without its preposition is another verb.
        """
        deed = self.noun and not entry.words and len(entry.prepositions) == 1 and entry.group.polarity == "hostile"
        if deed and entry.group.kind in ("event", "speech") and self.first == "from":
            return True  # "sanctions from Chad" are Chad's, whoever they are on
        if not self.bare:
            return False
        mutual = self.mutual and not entry.words
        together = (entry.group.symmetric or mutual or self.traded) and all("with" in slot for slot in missing)
        received = self.dative and all(slot & {"to", "for"} for slot in missing)  # but to give in to is to yield
        return self.noun or together or bool(entry.words and received)


def _tells_when(preposition: Token) -> bool:
    """Whether a phrase before its verb tells a time: "has | for years | been pressing ministers"."""
    if preposition.i > preposition.head.i or preposition.head.pos_ != "VERB":
        return False
    return any(t.ent_type_ in ("DATE", "TIME") for t in children(preposition))


def _word_first(text: str) -> bool:
    """Whether an entry has its word before its preposition: "have interest in", but not "put in prison"."""
    second = text.split(" ")[1].split("/")[0]
    return second not in word_classes()["function"]


def _forms(token: Token) -> tuple[str, ...]:
    """How an entry may write a word: as it stands, as its lemma, with what is hyphened to it (cease-fire)."""
    lemma = token.lemma_.lower()
    if "our" in lemma:
        return lemma, token.lower_, lemma.replace("our", "or")  # "in favour of"
    if token.i >= 2 and token.nbor(-1).text == "-":
        return lemma, token.lower_, f"{token.nbor(-2).lower_}-{lemma}"
    return lemma, token.lower_


def covers(entry: Entry, preposition: str | None) -> bool:
    return any(preposition in slot for slot in entry.prepositions)


def first_preposition(chain: Sequence[Token]) -> str | None:
    """The preposition that a way to a target begins with, also where the tagger makes it a conjunction ("Upon")."""
    return chain[0].lower_ if chain and (chain[0].pos_ == "ADP" or chain[0].dep_ == "prep") else None


def leading(chain: Sequence[Token]) -> set[str]:
    """The prepositions right after the head: "out" and "of"."""
    found: set[str] = set()
    for token in chain:
        if token.pos_ != "ADP":
            break
        found.add(token.lower_)
    return found


def counts(noun: Token) -> bool:
    """Whether a noun only counts what is meant: "a round of drills", "a series of raids"."""
    return noun.lemma_ in words("partitives", "rounds") and bool(after_of(noun))
