"""Which actor is of the kind that a noun names: the group, the company, the country, the man?"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.descriptions import repute, tables
from graph.extraction.anaphora.named import Candidate, lists, only
from graph.extraction.anaphora.qualified import fits, modifiers_of
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_CENTRAL = frozenset({"central", "reserve"})
_OF_SOMETHING = frozenset({"of", "with", "for", "between", "against", "to"})
# Which kinds of actor each list of nouns in data/coreference.toml can name again,
_KINDS = {
    "country": {"country"},
    "armed": {"armed group", "organisation"},
    "party": {"party"},
    "bloc": {"international organisation"},
    "company": {"company"},
    "organisation": {"organisation", "international organisation", "media", "government body"},
    "media": {"media"},
}
# and which others where the text has named none of those: a recognizer seldom knows what a firm or a paper is.
_LOOSE_KINDS = {"company": {"organisation"}, "media": {"organisation"}, "party": {"organisation"}}


def same_kind(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one actor of the kind that the noun names: "the group", "the company"."""
    if noun.lemma_ in lists()["anaphors"]["person"]:
        return _same_person(noun, sentence, known)
    blamed = noun.dep_ == "dobj" and noun.head.lemma_ in words("control", "judging")  # "condemned the alliance | for"
    behind = _OF_SOMETHING - {"for"} if blamed else _OF_SOMETHING
    if any(c.lower_ in behind and c.dep_ == "prep" for c in children(noun)):
        return None  # "the state of the economy", "the alliance with Japan"
    if (part := _part_of_federation(noun, sentence, known)) is not None:
        return part
    labels = [label for label in _KINDS if noun.lemma_ in lists()["anaphors"][label]]
    kinds = {kind for label in labels for kind in _KINDS[label]}
    if noun.lemma_ == "group":
        kinds -= {"international organisation", "government body", "media"}
    if not known.names_any(kinds, noun):
        kinds |= {kind for label in labels for kind in _LOOSE_KINDS.get(label, ())}
    if (own := of_speaker(noun, known)) is not None:
        return own
    found = only_kind(kinds, noun, sentence, known) if kinds else None
    if found is None or known.kind(found) != "country":
        named_so = noun.lemma_ != "party" or found is None or known.kind(found) == "party" or " " in found
        return found if named_so else None  # what is told of by one word may be anything
    other = _is_another_country(noun, sentence, found, known) or _is_any_government(noun, found, known)
    return None if other else found


def is_called(noun: Token, actor: str, known: Antecedents) -> bool:
    """Whether an actor is of a kind that a noun names: Hamas is a movement, Facebook no group."""
    kinds = {kind for label in _KINDS if noun.lemma_ in lists()["anaphors"][label] for kind in _KINDS[label]}
    kind = known.kind(actor)
    return (
        kind in kinds
        and kind not in ("country", "international organisation", "government body")
        and not (kind == "company" and noun.lemma_ == "group")
    )


def _is_told_otherwise(noun: Token, actor: str, known: Antecedents) -> bool:
    """Whether the text calls an actor what no firm is: "the union La Paz" is not "the company"."""
    printed = lists()["exact"]["printed"]
    aired = noun.lemma_ in lists()["anaphors"]["media"] and noun.lemma_ not in (*printed, "outlet")
    if aired and known.descriptions.is_called(actor, printed):
        return True  # no daily is "the network"
    firm = noun.lemma_ in lists()["anaphors"]["company"] and noun.lemma_ != "group"
    return firm and known.descriptions.is_called(actor, lists()["exact"]["no_firm"])


def of_speaker(noun: Token, known: Antecedents) -> str | None:
    """The body that whoever says so has a role in: "Ana Diaz, head of Norrland, says the company will"."""
    if noun.lemma_ not in {*lists()["anaphors"]["company"], *lists()["anaphors"]["party"]}:
        return None
    if noun.dep_ == "dobj" and noun.head.lemma_ in lists()["reporting"]["verbs"]:
        return None  # who threatens the company does not speak for it
    telling = [v for v in noun.ancestors if v.lemma_ in lists()["reporting"]["verbs"]]
    people = [a.actor for v in telling[:1] for s in subjects(v) for a in known.arguments.of(s, products=False)]
    speaker = people[0] if len(people) == 1 else known.speaker(noun)
    own = known.bodies_of(speaker) if speaker is not None else set()
    kinds = _KINDS["party"] if noun.lemma_ in lists()["anaphors"]["party"] else {"company", "organisation"}
    fitting = [b for b in own if known.kind(b) in kinds and can_be(noun, b) and fits(noun, b, known)]
    fitting = [b for b in fitting if known.is_named_by(b, noun) and not _is_told_otherwise(noun, b, known)]
    return fitting[0] if len(fitting) == 1 else None


def _same_person(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one person named lately, who is no official: "the man"; not "the man in the garden", who is told from others.

    "A man was held ... Sergeant Diallo said the man": somebody else, unless it is his name that is told later.
    """
    if any(c.dep_ in ("prep", "acl") for c in children(noun)):
        return None
    found = only_kind({"person"}, noun, sentence, known)
    if found is None or not agrees(noun, found, known):
        return None
    return None if known.descriptions.is_called(found, lists()["officials"]["nouns"]) else found


def _part_of_federation(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The only part of a federation that the nearest sentence names which names a land: "the state" after "Texas"."""
    federations = lists()["federal"].get(noun.lemma_, ())
    for here in known.before(noun, sentence) if federations else ():
        lands = {c.actor for c in here if known.kind(c.actor) in ("country", "region")}
        parts = [a for a in lands if known.kind(a) == "region" and known.actors[a].country in federations]
        if lands:
            one = len(parts) == 1 and lands <= {parts[0], known.actors[parts[0]].country}
            return parts[0] if one else None
    return None


def _is_another_country(noun: Token, sentence: int, found: str, known: Antecedents) -> bool:
    """Whether another country was named nearer, be it as a place.

    In "a force for Chad, days before a government takes power in the country" it is Chad, whoever sends the force.
    """
    unlike = known.not_meant(noun) if noun.dep_ == "dobj" else set()
    fitting = (
        [c for c in here if c.form != "demonym" and c.actor not in unlike] for here in known.before(noun, sentence)
    )
    kinds = {"country", "region"} if noun.lemma_ == "state" else {"country"}  # Texas is a state too
    named = ({c.actor for c in here if known.kind(c.actor) in kinds} for here in fitting)
    return found not in next((countries for countries in named if countries), {found})


def _is_any_government(noun: Token, found: str, known: Antecedents) -> bool:
    """Whether "the government" may be that of another country, which the text so far names as often."""
    before = [m.actor for m in known.doc._.actor_mentions or () if m.start < noun.i and noun.lemma_ == "government"]
    states = (known.state(actor) or known.actors[actor].country for actor in before if actor in known.actors)
    named = Counter(state for state in states if state)
    return any(times >= named[found] for state, times in named.items() if state != found)


def only_kind(kinds: set[str], noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The only actor of some kinds in the nearest sentence that names any, else in all the text before."""
    speakers = {a for a in known.not_meant(noun) if a is not None} if noun.dep_ == "dobj" else set()
    for back, here in enumerate(known.before(noun, sentence)):
        found = [c for c in here if known.kind(c.actor) in kinds and not c.place and can_be(noun, c.actor)]
        found = [c for c in found if not _is_told_otherwise(noun, c.actor, known)]
        speakers |= {
            c.actor for c in found if c.subject and c.token.head.is_ancestor(noun)
        }  # "Hill said the man fought"
        found = [c for c in found if c.actor not in speakers and fits(noun, c.actor, known)]
        if found:
            return (
                None if is_another(noun, found[-1].token.i, known) else only(found) or _topic(noun, found, back, known)
            )
    settled = "person" not in kinds and noun.lemma_ not in lists()["anaphors"]["general"]
    sole = known.sole(kinds, noun) if settled else None
    fitting = sole is not None and sole[0] not in speakers and can_be(noun, sole[0]) and fits(noun, sole[0], known)
    fitting = fitting and not (sole is not None and _is_told_otherwise(noun, sole[0], known))
    return sole[0] if sole is not None and fitting and not is_another(noun, sole[1], known) else None


def _topic(noun: Token, found: list[Candidate], back: int, known: Antecedents) -> str | None:
    """The one of several that the noun stood for before, or that the text or the sentence before is about."""
    names = {c.actor for c in found}
    again = known.taken_up.get(sort_of(noun))
    if again in names:
        return again
    firm = noun.lemma_ in lists()["anaphors"]["company"] and not modifiers_of(noun, known)
    return known.most_named(names, noun) or (only([c for c in found if c.leads]) if back and firm else None)


def sort_of(noun: Token) -> str:
    """What a noun is called under which it is taken up again: a firm is a company."""
    return "company" if noun.lemma_ == "firm" else noun.lemma_.lower()


def is_another(noun: Token, since: int, known: Antecedents) -> bool:
    """Whether one without a name was told of since: "a company ... the company"."""
    return any(since < i < noun.i for i in known.newly_told.get(noun.lemma_, ()))


def agrees(noun: Token, person: str, known: Antecedents) -> bool:
    """Whether a noun for men or women is no reason against a person: "both women"."""
    women = noun.lemma_ in lists()["gender"]["female"]
    told = women or noun.lemma_ in lists()["gender"]["male"]
    return not told or known.described.get(person, women) == women


def is_named_so(noun: Token, actor: str) -> bool:
    """Whether a noun does for an actor's name: a central bank is hardly "the bank"."""
    sorts = [sort for sort in _CENTRAL if f"{sort} bank" in actor.lower()] if noun.lemma_ == "bank" else []
    return not sorts or any(c.lower_ in _CENTRAL for c in children(noun))


def can_be(noun: Token, actor: str) -> bool:
    """Whether a name does not say that its bearer is something else: no "Association of X" is "the council"."""
    exact = lists()["exact"]["nouns"]
    if noun.lemma_.lower() in lists()["anaphors"]["company"] and set(actor.lower().split()) & set(
        lists()["exact"]["state"]
    ):
        return False  # no commission is "the group"
    if noun.lemma_ in lists()["anaphors"]["company"] and noun.lemma_ != "group":
        parts = set(actor.lower().split()) - {noun.lemma_}
        if parts & set(lists()["exact"]["no_firm"]):
            return False  # no chamber of commerce is "the company"
    if not is_named_so(noun, actor):
        return False
    called = {noun.lemma_, *lists()["exact"]["agencies"]} if noun.lemma_ == "agency" else {noun.lemma_}
    said = any(word in actor.lower() for word in called)
    own = noun.lemma_ == "union" and any(c.dep_ == "poss" for c in children(noun))  # what "his union" is is told
    if noun.lemma_ in lists()["exact"]["said"] and not actor.isupper() and not said and not own:
        return False  # Greenpeace is no court; what letters stand for may be one
    if noun.lemma_.lower() in tables()["repute"] and actor in repute() and noun.lemma_.lower() not in repute()[actor]:
        return False  # Boeing is no airline
    if noun.lemma_ in lists()["exact"]["printed"] and actor.isupper():
        return False  # CNN is no newspaper
    if noun.lemma_ == "union" and set(actor.lower().split()) & set(lists()["exact"]["no_union"]):
        return False  # no post office is "the union"
    says = {part for part in actor.lower().split() if part in exact}
    if noun.lemma_ == "party":
        says -= set(lists()["exact"]["parties"])
    return noun.lemma_ not in exact or not says or noun.lemma_ in says
