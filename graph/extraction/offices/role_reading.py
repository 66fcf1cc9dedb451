"""What a role is, and how the readers of roles look a document up: who stands at which token."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.extraction.anaphora.descriptions import Descriptions
from graph.extraction.annotations import COUNTRIES_INSIDE, ORGANISED, OWNERS_INSIDE, STATES, ActorEntry, ActorMention
from graph.extraction.naming.candidates import text_of
from graph.extraction.tokens import POSSESSIVE, children, lower_words, sentence_starts
from graph.extraction.wordlists import actor_words, short_titles

AFFILIATING = frozenset({"of", "from"})
_ASIDE = 10
_OPENING = frozenset({"", "a", "an", "and", "the"})
_NO_PHRASE = frozenset({"ADP", "AUX", "CCONJ", "SCONJ", "VERB"})  # what belongs to no noun behind it


@dataclass(frozen=True, slots=True)
class Role:
    """`source` holds an office in, leads or belongs to `target`.

    Tokens [noun_start, noun_end) name the role. `event` is true for a change of office; kinship has the
    relation OTHER.
    """

    source: ActorMention
    target: ActorMention
    noun_start: int
    noun_end: int
    predicate: str
    rule: str
    event: bool = False
    relation: str = "ROLE"


class Page:
    """The mentions of a document by their first, last and every token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, ActorEntry] = doc._.actors or {}
        self.mentions: list[ActorMention] = [m for m in doc._.actor_mentions or () if m.form != "generic"]
        self.mentions += _owners_of_generics(doc)
        self.generic = {m.head: m for m in doc._.actor_mentions or () if m.form == "generic"}
        self.starts = {m.start: m for m in reversed(self.mentions)}
        self.ends = {m.end: m for m in reversed(self.mentions)}
        self.at = {i: m for m in reversed(self.mentions) for i in range(m.start, m.end)}
        self._sentences = [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
        self._lower = lower_words(doc)

    def kind(self, mention: ActorMention | None) -> str:
        """The kind of the mention's actor, "" for none."""
        return self.actors[mention.actor].kind if mention and mention.actor in self.actors else ""

    def why(self, mention: ActorMention) -> str:
        """Why the mention names its actor."""
        return self.actors[mention.actor].why.get(text_of(self.doc, mention.start, mention.end), "")

    def person(self, start: int) -> ActorMention | None:
        """The person whose name begins at the token."""
        mention = self.starts.get(start)
        return mention if self.kind(mention) == "person" else None

    def after(self, i: int, *skipped: str) -> int:
        """The first token from i that is none of the skipped words."""
        while i < len(self.doc) and self.doc[i].lower_ in skipped:
            i += 1
        return i

    def named(self, i: int) -> ActorMention | None:
        """The mention at token i, or behind an article and "both" or "respectively"."""
        return self.starts.get(i) or self.starts.get(self.after(i, "the", "a", "an", "both", "respectively", ","))

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether two tokens exist and stand in one sentence."""
        first, last = sorted((i, j))
        return first >= 0 and last < len(self.doc) and self._sentences[first] == self._sentences[last]

    def text(self, i: int) -> str:
        """The lower-case text of token i, "" beyond the end."""
        return self._lower[i] if 0 <= i < len(self._lower) else ""

    def who(self, token: Token) -> ActorMention | None:
        """The actor that a token stands for: a name, a resolved pronoun, or the antecedent of "who"."""
        if token.i in self.at:
            return self.at[token.i]
        names = (self.doc._.references or {}).get(token.i, ())
        if len(names) == 1:
            return ActorMention(token.i, token.i + 1, token.i, names[0], "pronoun")
        if token.lower_ in ("who", "which", "that") and token.head.dep_ == "relcl":
            return self.at.get(token.head.head.i)
        if token.lower_ in ("whose", "which") and token.dep_ in ("poss", "pobj"):
            return self._of_relative(token)
        return None

    def owner(self, noun: Token) -> ActorMention | None:
        """Whose a board or a seat is: "the board of Norrland Steel", "its board"."""
        owners = [c for c in children(noun) if c.dep_ in ("poss", "compound")]
        owners += [c for of in children(noun) if of.lower_ == "of" for c in children(of)]
        return next((owner for c in owners if (owner := self.who(c))), None)

    def bare(self, noun: Token) -> ActorMention | None:
        """The body that a noun without an article stands for in front of a title: "Ministry | spokesman X"."""
        if noun.tag_ not in ("NN", "NNP") or noun.dep_ != "compound" or noun.i in self.at or noun.i in self.generic:
            return None
        if (state := self.who(noun)) is not None:
            return state  # "Government | spokesman X"
        if noun.lemma_.lower() not in actor_words("organisations", "introducing", "words"):
            return None
        before = [c for c in children(noun) if c.i < noun.i]
        if not before and self.text(noun.i - 1) in POSSESSIVE:
            return None
        phrase = self.doc[noun.left_edge.i : noun.i + 1].text.lower()
        actor = self.descriptions.named(phrase, noun) if before else self.descriptions.of(noun)
        return ActorMention(noun.i, noun.i + 1, noun.i, actor, "pronoun") if actor else None

    def unnamed(self, noun: Token) -> ActorMention | None:
        """The body without a name whose office somebody has: "| police | spokesman X", "the | union | leader X"."""
        before = self.text(noun.i - 1) if noun.i > sentence_starts(self.doc)[noun.i] else ""
        apart = before in _OPENING or not before[0].isalnum() or self.doc[noun.i - 1].pos_ in _NO_PHRASE
        bare = noun.dep_ == "compound" and apart and before not in POSSESSIVE
        titled = noun.i + 1 < len(self.doc) and self.text(noun.i + 1) in actor_words("roles", "heads")
        if not bare or not titled or before in ("-", ")") or noun.lower_ not in actor_words("roles", "unnamed"):
            return None
        name = "rebels" if noun.lower_ == "rebel" else noun.lower_
        return ActorMention(noun.i, noun.i + 1, noun.i, name, "generic")

    @functools.cached_property
    def descriptions(self) -> Descriptions:
        """What the document calls its actors."""
        return Descriptions(self.doc)

    def _of_relative(self, token: Token) -> ActorMention | None:
        """Whose "whose" is, and what "of which" is of: the name right before, or the noun its clause is about."""
        before = token.i - 1 if token.lower_ == "whose" else token.i - 2
        if self.text(before) == "," and (mention := self.ends.get(before)):
            return self._from_there(mention)
        clause = token
        while clause.dep_ != "relcl" and clause.head != clause:
            clause = clause.head
        return self.at.get(clause.head.i) if clause.dep_ == "relcl" else None

    def _from_there(self, place: ActorMention) -> ActorMention:
        """Who comes from a place, where somebody does: "Ana Pires of Braga in northern Portugal"."""
        i = place.start - 1
        while i > 0 and self.doc[i].is_lower and self.doc[i].pos_ == "ADJ":
            i -= 1
        from_it = self.kind(place) in STATES and self.text(i) in ("of", "from", "in", "near")
        before = self.ends.get(i) if from_it else None
        return self._from_there(before) if before is not None else place

    def listed(self, first: ActorMention, *, loosely: bool) -> Iterator[ActorMention]:
        """The persons of a list that begins with `first`.

        Strictly, only names joined by commas and "and"; loosely, each may have a party before or behind it:
        "Ana Costa from the Greens, Renova's Rui Dias and veteran unionist Eva Lopes".
        """
        yield first
        i = first.end
        if loosely:
            i = self._past_affiliation(i)
        follow = self.after(i, ",", "and", "&", "or")
        if follow == i or not self.same_sentence(follow, first.start):
            return
        person = self.next_person(follow) if loosely else self.person(follow)
        if person is not None and self.text(person.end) not in POSSESSIVE:
            yield from self.listed(person, loosely=loosely)

    def _past_affiliation(self, i: int) -> int:
        """The token behind "of the Labour Party" and "(Labour)"."""
        if self.text(i) in AFFILIATING and (organisation := self.named(i + 1)):
            i = organisation.end
        if self.text(i) == "(":
            while i < len(self.doc) and self.doc[i].text != ")":
                i += 1
            i += 1
        return i

    def next_person(self, i: int) -> ActorMention | None:
        """The next person, with nothing but names, articles and descriptions before."""
        for k in range(i, min(i + _ASIDE, len(self.doc))):
            if person := self.person(k):
                return person
            token = self.doc[k]
            if k in self.at or token.pos_ in ("NOUN", "ADJ", "DET", "PART", "PROPN") or token.text == "-":
                continue
            return None
        return None

    def organisation(self, i: int) -> ActorMention | None:
        """The organisation named at token i, unless its name only describes a noun ("the United Nations report")."""
        target = self._introduced(i)
        if target is None or self.kind(target) not in ORGANISED or target.form == "demonym":
            return None
        return None if self.describes(target) else target

    def _introduced(self, i: int) -> ActorMention | None:
        """The name at token i, or behind what introduces it: "the London-based firm PGMBM"."""
        if (mention := self.named(i)) and self.text(mention.end) != "-":
            return mention
        for k in range(i, min(i + _ASIDE, len(self.doc))):
            token = self.doc[k]
            if (mention := self.starts.get(k)) and mention.form == "name" and self.text(mention.end) != "-":
                known = self.text(k - 1) in actor_words("organisations", "introducing") or self.kind(mention) == "party"
                return mention if known else None
            if k not in self.at and token.pos_ not in ("DET", "ADJ", "NOUN", "VERB", "PUNCT", "PROPN"):
                return None
        return None

    def describes(self, mention: ActorMention) -> bool:
        """Whether a name stands before a small noun that it describes: "the United Nations report"."""
        if mention.end >= len(self.doc):
            return False
        following = self.doc[mention.end]
        compound = self.doc[mention.head].dep_ in ("compound", "nmod", "amod")
        return following.pos_ == "NOUN" and following.is_lower and compound

    def past_titles(self, i: int) -> int:
        """The token behind "General", "Dr.", "Mullah"."""
        if self.text(i) == "the" and self.text(i + 1) in actor_words("titles", "reverence"):
            i += 1  # the Very Reverend | X
        titles = actor_words("titles", "courtesy", "reverence")
        while i not in self.starts and (
            self.text(i) in titles or (self.text(i) in ("-", "army") and self.text(i + 1) in titles)
        ):
            i += 1
        return i

    def past_age(self, i: int) -> int:
        """The token behind ", 41,"."""
        aged = self.text(i) == "," and self.text(i + 2) == "," and self.doc[i + 1].like_num
        return i + 3 if aged else i

    def before_letters(self, i: int) -> int:
        """The end of the name in front of token i and of the letters behind it: Ana Ruiz | "MP" | ,"""
        return i - 1 if i > 0 and self.doc[i - 1].text in actor_words("titles", "behind") else i

    def past_aside(self, i: int) -> int:
        """The token behind "(ABC)" and a comma."""
        if self.text(i) == "(":
            while i < len(self.doc) and self.doc[i].text != ")":
                i += 1
            i += 1
        return self.after(i, ",")


def _owners_of_generics(doc: Doc) -> list[ActorMention]:
    """The country or body inside "the Greek president", "a Hamas leader", as a mention: what follows may be a name."""
    inside = {span.start: span for key in (OWNERS_INSIDE, COUNTRIES_INSIDE) for span in doc.spans.get(key, ())}
    found = []
    for mention in doc._.actor_mentions or ():
        span = inside.get(mention.start)
        if mention.form == "generic" and span is not None and span.end <= mention.head:
            found.append(ActorMention(span.start, span.end, span.root.i, span.label_, "demonym", True))
    return found


def said(doc: Doc, start: int, end: int) -> str:
    """The words of a role in lower case, short forms spelled out, hyphens closed."""
    spelled = (short_titles().get(t.lower_, t.lower_) for t in doc[start:end] if not t.is_space)
    return " ".join(spelled).replace(" - ", "-")
