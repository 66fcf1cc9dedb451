"""Whom does a noun with words of its own name again: "the ride-hailing firm", "the South American country"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.descriptions import tables
from graph.extraction.anaphora.named import lists
from graph.extraction.anaphora.officers import belongs_to
from graph.extraction.annotations import BODIES
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})
_SEATED = frozenset({"based", "headquartered"})


def modifiers_of(noun: Token, known: Antecedents) -> list[Token]:
    """What stands in front of a noun, or of the office that it ends, and says which one is meant."""
    office = known.descriptions.office(noun)
    first = office.start if office is not None else noun.i
    return [c for c in children(noun) if c.dep_ in MODIFIERS and c.i < first]


def fits(noun: Token, actor: str, known: Antecedents) -> bool:
    """Whether a noun, and all that stands in front of it, may be said of an actor."""
    having = tables()["features"].get(noun.lemma_)  # "the island", "the kingdom"
    if having is not None and actor not in having:
        return False
    return all(_may_be_said(child, noun, actor, known) for child in modifiers_of(noun, known))


def called(noun: Token, known: Antecedents) -> str | None:
    """The one actor that is called by a noun, or by a more special one, and that its modifiers fit or name."""
    first = min((c.left_edge.i for c in modifiers_of(noun, known)), default=noun.i)
    phrase = f"{known.doc[first : noun.i].text.lower()} {noun.lemma_.lower()}".strip()
    if (reputed := known.descriptions.reputed(phrase, noun)) is not None:
        return reputed
    named = {a.actor for c in modifiers_of(noun, known) for a in known.arguments.by_head.get(c.i, ())}
    fitting = {a for a in known.descriptions.those_called(noun) if a in named or fits(noun, a, known)}
    return known.descriptions.among(noun, fitting) if fitting else None


def aged(noun: Token, known: Antecedents) -> str | None:
    """The one person whose age was told before: "the 44-year-old" after "Ali Hassan, 44,"; else the only one."""
    years = [t.nbor(-4) for t in (noun, *children(noun)) if t.lower_ == "old" and t.i > 4]
    if not years or years[0].nbor(1).text != "-" or years[0].nbor(2).lower_ != "year":
        return None
    aged = {name for name, age, at in known.ages if age == years[0].text and at < noun.i}
    if aged or noun.lower_ != "old" or known.ages:
        return aged.pop() if len(aged) == 1 else None
    alone = known.sole({"person"}, noun)
    told = known.doc[: years[0].i].text.lower()
    if alone is None or f"{years[0].text}-year-old" in told:  # somebody else was introduced so
        return None
    telling = {
        a.actor for verb in noun.ancestors for t in subjects(verb) for a in known.arguments.of(t, products=False)
    }
    official = known.descriptions.is_called(alone[0], lists()["officials"]["nouns"])
    return None if official or alone[0] in telling else alone[0]


def told_more_of(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The person just named, by what is told in passing: "the Saudi-born dissident", "the 44-year-old minister"."""
    passing = any(c.lower_ in lists()["passing"]["words"] for c in children(noun) if c.dep_ == "amod")
    anybody = noun.lemma_.lower() in lists()["passing"]["anybody"]
    if not passing or anybody or noun.lemma_.lower() not in actor_words("generic", "people"):
        return None
    for back, here in enumerate(known.before(noun, sentence, 2)):
        people = dict.fromkeys(c.actor for c in here if known.kind(c.actor) == "person")
        if people:
            fitting = [
                actor for actor in people if not known.descriptions.is_called(actor, lists()["officials"]["nouns"])
            ]
            return fitting[0] if back and len(fitting) == len(people) == 1 else None
    return None


def _may_be_said(modifier: Token, noun: Token, actor: str, known: Antecedents) -> bool:
    parts = [t for t in modifier.subtree if t.i < noun.i and t.text != "-"]
    phrase = " ".join(t.lower_ for t in parts)
    if phrase in tables()["features"]:
        return actor in tables()["features"][phrase]
    if modifier.lower_ in _SEATED:
        return known.kind(actor) in BODIES
    if modifier.lower_ == "old":
        return all(age in {t.text for t in parts} for who, age, _ in known.ages if who == actor)
    if actor in {a.actor for t in parts for a in known.arguments.by_head.get(t.i, ())}:
        return False  # "the UN agency" is an agency of the UN
    said = known.descriptions.said_of(actor)
    return all(t.lower_ in said or _is_implied(t, noun, actor, known) for t in parts)


def _is_implied(word: Token, noun: Token, actor: str, known: Antecedents) -> bool:
    """Whether a word tells nothing by which to know one from another, or follows from what an actor is."""
    owners = {a.actor for a in known.arguments.by_head.get(word.i, ()) if a.form != "generic"}
    owners |= _country_inside(word, noun, known)
    if owners:
        told = known.descriptions.told_with(actor)
        return any(owner in told or belongs_to(actor, owner, known) for owner in owners)
    kind, lower = known.kind(actor), word.lower_
    if lower in tables()["empty"]["words"]:
        return True
    if kind == "company" and noun.lemma_ in tables()["empty"]["trading"]:
        return lower in tables()["empty"]["trades"]
    if noun.lemma_ not in lists()["anaphors"]["armed"]:
        return False
    sort = {"armed group": "fighting", "organisation": "campaigning"}.get(kind)
    return sort is not None and lower in lists()["anaphors"][sort]


def _country_inside(word: Token, noun: Token, known: Antecedents) -> set[str]:
    """The country that a word gives the unnamed actor of a noun: "the German airline"."""
    entries = [known.actors.get(a.actor) for a in known.arguments.by_head.get(noun.i, ()) if a.start <= word.i]
    return {e.country for e in entries if e is not None and e.country and word.text[0].isupper()}
