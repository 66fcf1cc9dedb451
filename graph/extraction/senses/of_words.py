"""What a reading becomes where only words are meant: who attacks a minister in a speech hurts nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import BODIES, Sense
from graph.extraction.senses.lexicon import word_classes
from graph.extraction.senses.said import Said, kind_of, noun_of
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, word_lists, words

_SPEAKERS = frozenset({"media", "party", "person"})
_ONLY_IN_WORDS = frozenset({"media", "party"})
_FILING = frozenset({"bring", "file", "lodge", "make", "submit"})


def _in_words(said: Said) -> bool:
    """Whether an attack is one of words: a politician's at the courts, or one that tells where or why it was said."""
    head, source, target, read = said.head, said.source, said.target, said.read
    if read.relation != "ASSAULT" or head.lemma_ not in words("in_words", "verbs"):
        return False
    if not (fights_in_words(head, source) and (fights_in_words(head, target) or said.target_kind in BODIES)):
        return False
    if any(c.lower_ in ("with", "using") and read.rule != "clash with" for c in children(head)):  # "with a knife"
        return False
    noun = said.target_noun if target.form == "generic" else ""
    spared = said.target_kind in _ONLY_IN_WORDS or noun in words("in_words", "bodies")
    return spared or any(_tells(p) for p in children(head) if p.dep_ in ("prep", "advcl"))


def fights_in_words(head: Token, argument: Argument) -> bool:
    """Whether somebody may attack and be attacked in words: a named person, a party, a minister, a court."""
    if argument.form == "generic":
        return noun_of(head, argument) in words("in_words", "speakers", "bodies")
    return kind_of(head, argument) in _SPEAKERS


def _tells(preposition: Token) -> bool:
    """Whether a preposition says for what, or in what words, somebody was attacked: "over the deal", "on Twitter"."""
    behind: Iterator[Token] = preposition.subtree
    if preposition.lower_ in ("over", "for"):
        return any(c.dep_ in ("pobj", "pcomp") for c in children(preposition))
    return preposition.lower_ in ("in", "on", "during", "at", "via") and any(
        t.lemma_.lower() in words("in_words", "places") for t in behind
    )


def _of_inquiry(said: Said) -> Sense | None:
    """Who promises somebody an inquiry does not look into him: "promised the families an inquiry"."""
    given = [c for c in children(said.head) if c.dep_ == "dobj" and c.lemma_ in word_classes()["courts"]]
    promised = said.read.rule.startswith("promise(") and not said.chain and bool(given)
    return Sense("AGREE", "cooperative", "event", rule="promise inquiry") if promised else None


def _of_permission(said: Said) -> Sense | None:
    """Who gives permission agrees: "granted the government permission to"."""
    given = [c.lemma_ for c in children(said.head) if c.dep_ == "dobj"]
    permits = said.read.relation == "CONCEDE" and bool({"permission", "approval", "consent"}.intersection(given))
    return replace(said.read, relation="AGREE") if permits else None


def _of_complaint(said: Said) -> Sense | None:
    """The court that a complaint is filed to is asked, not accused."""
    filed = said.read.relation == "ACCUSE" and said.head.lemma_ in _FILING and bool(said.chain)
    filed &= said.target_kind != "country"  # who lodges a protest with Beijing protests against it
    filed |= said.read.rule == "take to court" and bool(said.chain)
    to = filed and said.chain[-1].lower_ in ("before", "to", "with")
    return Sense("REQUEST", "neutral", "speech", rule="file complaint to") if to else None


def _of_letter(said: Said) -> Sense | None:
    """A letter says what it is of: "a letter of protest to Chad"."""
    written = said.read.relation == "CONSULT" and bool(said.chain) and said.chain[-1].lower_ == "to"
    sent = [c for c in children(said.head) if c.dep_ in ("dobj", "nsubjpass")] if written else []
    letters = [c for c in sent if c.lemma_ in words("circumstances", "letters")]
    of = {t.lemma_ for letter in letters for t in objects_of_preposition(letter, ("of",))}
    for relation, nouns in word_lists("letters_of").items():
        if of & nouns:
            friendly = relation == "SUPPORT"
            return Sense(relation, "cooperative" if friendly else "hostile", "speech", rule="write letter of")
    return None


def _of_telling(said: Said) -> Sense | None:
    """Who is let know something is told it, and is not let do anything: "let Chad know"."""
    to_know = said.head.lemma_ == "let" and not said.chain
    know = to_know and any(c.dep_ in ("ccomp", "xcomp") and c.lemma_ == "know" for c in children(said.head))
    return Sense("OTHER", "neutral", "speech", rule="let know") if know else None


def _of_quarrel(said: Said) -> Sense | None:
    """Two persons with names clash in words: "the judge Ana Lima has clashed with Omar Sy"."""
    quarrel = said.read.relation == "ASSAULT" and said.head.lemma_ in words("in_words", "quarrels")
    named = said.source_kind == said.target_kind == "person"
    return replace(said.read, relation="ACCUSE", kind="speech") if quarrel and named else None


def _of_words(said: Said) -> Sense | None:
    there = not said.chain or said.chain[-1].pos_ == "ADP"
    return replace(said.read, relation="ACCUSE", kind="speech") if there and _in_words(said) else None


def _of_questioning(said: Said) -> Sense | None:
    """Whom police interview they do not meet as others do."""
    police = said.source.form == "generic" and said.source_noun in words("sought", "by")
    asked = said.read.relation == "CONSULT" and said.head.lemma_ == "interview" and police
    return replace(said.read, relation="OTHER", polarity="neutral") if asked else None


def _of_credit(said: Said) -> Sense | None:
    """Who attributes a success to somebody praises him."""
    if said.read.rule != "attribute to":
        return None
    given = [c.lemma_ for c in children(said.head) if c.dep_ in ("dobj", "nsubjpass")]
    praised = not words("control", "successes").isdisjoint(given)
    return Sense("SUPPORT", "cooperative", "speech", rule="attribute success to") if praised else None


def _of_listening(said: Said) -> Sense | None:
    """Who monitors a station only hears it: "Tehran radio, monitored by the BBC"."""
    if said.read.rule != "monitor" or said.chain:
        return None
    named = said.head.doc[said.target.start : said.target.end]
    station = said.target_kind == "media" or any(t.lower_ in actor_words("generic", "listeners") for t in named)
    return Sense("OTHER", "neutral", "event", rule="monitor station") if station else None


def _of_bidding(said: Said) -> Sense | None:
    """Who tells somebody to do something asks it of him: "told Japan to open its ports"."""
    told = said.read.rule == "tell" and not said.chain
    to_do = told and any(
        c.dep_ in ("xcomp", "ccomp", "advcl") and is_to(c) for c in children(said.head) if c.i > said.head.i
    )
    return Sense("REQUEST", "neutral", "speech", rule="tell to") if to_do else None


def is_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag_ == "VB" and any(t.lower_ == "to" for t in children(verb))


def _wants_something(verb: Token) -> bool:
    """Whether something is asked for, or that somebody do it: no bare "asked the senator"."""
    wanted = any(is_to(c) or c.lower_ in ("for", "permission", "leave") for c in children(verb))
    return wanted or any(c.dep_ in ("dobj", "ccomp", "advcl") and c.tag_ in ("VB", "NN", "NNS") for c in children(verb))


def _of_asking(said: Said) -> Sense | None:
    """Who only asks a question wants nothing done: "asked the minister whether he would go"."""
    if said.read.rule != "ask" or said.chain:
        return None
    clauses = [c for c in children(said.head) if c.dep_ in ("ccomp", "xcomp", "advcl") and not is_to(c)]
    opens = [t for c in clauses for t in children(c)] + [t for c in clauses for d in children(c) for t in children(d)]
    question = any(t.tag_ in ("WDT", "WP", "WRB") or t.lower_ in ("if", "whether") for t in opens)
    question |= said.head.dep_ == "advcl" and is_passive(said.head) and not any(is_to(c) for c in children(said.head))
    question |= any(c.lower_ == "about" for c in children(said.head))
    question |= said.target_kind == "person" and not _wants_something(said.head)
    return Sense("OTHER", "neutral", "speech", rule="ask question") if question else None


# In this order: the first that has something to say is heard.
OF_WORDS: tuple[Callable[[Said], Sense | None], ...] = (
    _of_inquiry, _of_permission, _of_complaint, _of_letter, _of_telling, _of_words, _of_questioning, _of_credit,
    _of_listening, _of_quarrel, _of_bidding, _of_asking,
)  # fmt: skip
