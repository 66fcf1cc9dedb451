"""Whom do "the two men", "the group", "the president", "these claims", "the ban" stand for?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graph.extraction.actors import OWNERS_INSIDE
from graph.extraction.antecedents import Antecedents, lists, only
from graph.extraction.arguments import Argument
from graph.extraction.candidates import words as actor_words
from graph.extraction.descriptions import UNDER
from graph.extraction.qualified import MODIFIERS, aged, called, fits, modifiers_of
from graph.extraction.relatives import relative
from graph.extraction.subjects import is_passive, objects_of_preposition, subjects, words

_ANY = frozenset({"a", "an", "any", "each", "every", "no", "some"})
_DEFINITE = frozenset({"the", "these", "this", "that", "those", "both"})
_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
_COUNTRIES = frozenset({"country", "nation", "homeland"})
_INDEFINITE = frozenset({"a", "an", "another"})
_NAMING = frozenset({"appos", "attr"})
_SAID_TO_BE = frozenset({"attr", "oprd", "appos", "compound"})
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
_LOOSE_KINDS = {"company": {"organisation"}, "media": {"organisation"}}


def noun_referents(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The actors a definite noun stands for, or none where that is not sure.

    Parameters
    ----------
    noun : Token
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    determiner = next((c.lower_ for c in noun.children if c.dep_ in ("det", "predet")), None)
    own_country = noun.lemma_ in _COUNTRIES and any(c.tag_ == "PRP$" for c in noun.children)
    if (own_country or noun.lemma_ in _GOVERNMENTS) and (state := _state_of(noun, known)):
        return (state,)
    if noun.tag_ == "NNS" and any(c.lower_ == "our" for c in noun.children):
        return _two_states(len(known.doc), known) if noun.lemma_ in lists()["anaphors"]["states"] else ()
    if noun.lemma_ in lists()["anaphors"]["deeds"] and (doer := _doer_before(noun, sentence, determiner, known)):
        return (doer,)
    if noun.lemma_ in actor_words("organisations", "joined") and (own := _own_body(noun, known)):
        return (own,)
    if (kin := relative(noun, known)) is not None:
        return (kin,)
    certain = determiner in ("the", "this") or noun.tag_ == "NNP" or any(c.dep_ == "poss" for c in noun.children)
    if certain and determiner not in _ANY and (holder := _of_owner(noun, known)) is not None:
        return (holder,)
    if determiner not in _DEFINITE or any(c.dep_ in ("relcl", "appos") for c in noun.children):
        return ()
    if _is_anybody(noun) or _is_named_behind(noun, known) or known.names_at(noun.i + 1):
        return ()
    certain = determiner in ("the", "this")
    found = (_government(noun, known) or _qualified(noun, sentence, known)) if certain else None
    if found is not None:
        return (found,)
    if known.arguments.owners(noun):
        return ()
    if determiner == "both" or _counts_two(noun):
        return _two(noun, sentence, known)
    return _plain(noun, sentence, determiner, known)


def _government(noun: Token, known: Antecedents) -> str | None:
    """The one country whose government the text has named: "the new administration"."""
    called = lists()["governing"].get(noun.lemma_)
    said = {c.lower_ for c in noun.children if c.dep_ != "det" and c.i < noun.i}
    if (
        called is None
        or not said <= set(lists()["governing"]["modifiers"])
        or any(c.lower_ == "of" for c in noun.children)
    ):
        return None
    return known.governed(noun, called)


def _qualified(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one actor that a noun names again with words in front of it: "the foreign ministry", "the rights group"."""
    if noun.tag_ not in ("NN", "NNP") or not modifiers_of(noun, known) or noun.dep_ in _SAID_TO_BE:
        return None
    if any(c.dep_ == "poss" for c in noun.children) or objects_of_preposition(noun, ("of", "by", "from")):
        return None
    if (body := _body(noun, known)) is not None:
        return body
    if (person := aged(noun, known)) is not None:
        return person
    found = called(noun, known) if _is_of_office(noun) else None
    return found or _same_kind(noun, sentence, known)


def _plain(noun: Token, sentence: int, determiner: str, known: Antecedents) -> tuple[str, ...]:
    """The one actor that a noun names again by itself: "the prime minister", "the ban", "the rebels", "the company"."""
    if modifiers_of(noun, known):
        return ()
    if known.descriptions.office(noun) is not None:
        found = known.descriptions.of(noun) if determiner == "the" and _is_of_office(noun) else None
        return (found,) if found else ()
    found = _fuller(noun, known)
    if found is None and noun.lemma_ in known.makers and (determiner != "the" or noun.dep_ != "nsubj"):
        found = known.makers[noun.lemma_]
    if found is None and noun.tag_ == "NNS" and noun.lemma_ in lists()["anaphors"]["fighters"]:
        found = _only_kind({"armed group"}, noun, sentence, known)
    if found is None and noun.tag_ in ("NN", "NNP") and determiner in ("the", "this"):
        found = _described(noun, known) or _office(noun, known) or _same_kind(noun, sentence, known)
    return (found,) if found else ()


def _of_owner(noun: Token, known: Antecedents) -> str | None:
    """The one person given an office of a country or body: "the US president", "Volvo's chief executive"."""
    own = next((a for a in known.arguments.by_head.get(noun.i, ()) if a.form == "generic"), None)
    if own is None or not _is_of_office(noun) or _is_named_behind(noun, known):
        return None
    office = known.descriptions.office(noun)
    title = known.doc[office.start if office else noun.i : noun.i + 1]
    owner = _owner(noun, own, title, known)
    others = [c for c in noun.children if c.dep_ in ("relcl", "appos", "cc")]
    others += [c for c in noun.children if c.i < min(own.start, title.start) and c.dep_ not in ("det", "poss")]
    if owner is None or others or any(t.pos_ in ("NOUN", "VERB") for t in known.doc[own.start : title.start]):
        return None  # "the former US president", "the US vice president"
    return known.holder_of(title.text.lower(), owner)


def _owner(noun: Token, own: Argument, title: Span, known: Antecedents) -> str | None:
    """The country or body whose an office is: by its adjective, its name in front, or its possessive."""
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    if possessors and possessors[0].i < own.start:
        names = {a.actor for c in possessors for a in known.arguments.by_head.get(c.i, ()) if a.form == "name"}
    else:
        inside = known.doc.spans.get(OWNERS_INSIDE, ())
        names = {span.label_ for span in inside if own.start <= span.start < title.start}
        entry = known.actors.get(own.actor)
        names |= {entry.country} if entry is not None and entry.country and not names else set()
    return names.pop() if len(names) == 1 else None


def _body(noun: Token, known: Antecedents) -> str | None:
    """The body that was named before by the same words: "the foreign ministry" after "Kenya's foreign ministry"."""
    first = min((c.i for c in noun.children if c.dep_ in MODIFIERS), default=noun.i)
    if first == noun.i or known.doc[first - 1].lower_ != "the":
        return None
    return known.descriptions.named(known.doc[first : noun.i + 1].text.lower(), noun)


def _is_named_behind(noun: Token, known: Antecedents) -> bool:
    """Whether a noun's own name follows behind what it is of: "the envoy for Chad, Nael Grande"."""
    return any(a.form == "name" and known.kind(a.actor) == "person" for a in known.arguments.directly(noun))


def _described(noun: Token, known: Antecedents) -> str | None:
    """The one that the document calls so; where somebody unnamed was introduced as a suspect, nobody else is."""
    held = noun.lemma_ in actor_words("roles", "held")
    return None if held and known.is_introduced(noun) else known.descriptions.of(noun)


def _is_anybody(noun: Token) -> bool:
    """Whether whose it is says that nobody in particular is meant: "the head of any firm", "the wife of a miner"."""
    owners = objects_of_preposition(noun, ("of",))
    return any(c.lower_ in _ANY for owner in owners for c in owner.children if c.dep_ == "det")


def _is_of_office(noun: Token) -> bool:
    """Whether a title stands for who has it, rather than for the office that somebody gets or loses."""
    if noun.dep_ == "poss" and noun.head.lemma_ == "office" and noun.head.dep_ == "pobj":
        return False  # "worked in the attorney general's office"
    return noun.tag_ in ("NN", "NNP") and noun.dep_ not in ("attr", "oprd", "appos") and noun.head.lower_ != "as"


def _doer_before(noun: Token, sentence: int, determiner: str | None, known: Antecedents) -> str | None:
    """Who did what was just told: in "Chad closed the border. The move was condemned" it is Chad's move."""
    inside = determiner in ("a", "an") and noun.i > 0 and noun.nbor(-1).i > 0 and noun.nbor(-2).text == ","
    if inside and noun.dep_ in ("appos", "npadvmod", "dobj", "conj", "dep"):  # "closed the border, a move condemned by"
        deed = noun.head
        while deed.pos_ != "VERB" and deed.head != deed:
            deed = deed.head
    elif (
        determiner in ("the", "this")
        and sentence > 0
        and not any(c.dep_ in ("prep", "acl", "relcl", *MODIFIERS) for c in noun.children)
    ):
        deed = known.sentences[sentence - 1].root
        if deed.lemma_ in lists()["reporting"]["verbs"]:
            deed = next((c for c in deed.children if c.dep_ == "ccomp"), deed)
    else:
        return None
    acted = deed.pos_ == "VERB" and any(c.dep_ in ("dobj", "xcomp") for c in deed.children) and not is_passive(deed)
    if not acted or deed.lemma_ in lists()["reporting"]["verbs"]:
        return None
    names = {a.actor for s in subjects(deed) for a in known.arguments.of(s)}
    return names.pop() if len(names) == 1 else None


def _fuller(noun: Token, known: Antecedents) -> str | None:
    """The fuller name of a generic actor that stands bare: "Kenyan miners ... the miners"."""
    if [a.end - a.start for a in known.arguments.by_head.get(noun.i, ())] != [1]:
        return None
    for i in range(noun.i - 1, -1, -1):
        for argument in known.arguments.by_head.get(i, ()):
            longer = argument.form == "generic" and argument.end - argument.start > 1
            same = known.doc[i].lemma_ == noun.lemma_ and known.doc[i].tag_ == noun.tag_
            under = known.doc[i - 1].lower_ in UNDER  # "the vice president ... the president"
            if longer and same and not under and known.doc[i].dep_ != "appos":
                return argument.actor
    return None


def _counts_two(noun: Token) -> bool:
    """Whether a noun stands for two that were named: "the two men", "the pair"."""
    pair = noun.lemma_ in lists()["anaphors"]["pairs"] and not any(c.dep_ != "det" for c in noun.children)
    return pair or (noun.tag_ == "NNS" and any(c.dep_ == "nummod" and c.lower_ in ("two", "2") for c in noun.children))


def _two(noun: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """The two that were just named: persons, countries (adjectives count), or others."""
    nouns, lemma = lists()["anaphors"], noun.lemma_
    for here in known.before(noun, sentence, 1):
        for wanted, fitting in (
            (
                "plural_people",
                [c.actor for c in here if known.kind(c.actor) == "person" and _agrees(noun, c.actor, known)],
            ),
            ("pairs", [c.actor for c in here if known.kind(c.actor) == "person"]),
            ("plural_states", [state for c in here if (state := known.state(c.actor)) is not None]),
            ("plural_any", [c.actor for c in here if known.kind(c.actor) not in ("person", "generic") and not c.place]),
        ):
            names = tuple(dict.fromkeys(fitting)) if lemma in nouns[wanted] else ()
            if len(names) == 2:
                return names
    return _two_states(noun.i, known) if lemma in nouns["states"] else ()


def _two_states(end: int, known: Antecedents) -> tuple[str, ...]:
    """The two countries that a text is about up to a token: "relations between the two countries"."""
    counts = known.states_named(end)
    (first, _), (second, often), third = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    others = third[1]
    return (first, second) if often and others * 3 <= often else ()


def _agrees(noun: Token, person: str, known: Antecedents) -> bool:
    """Whether a noun for men or women is no reason against a person: "both women"."""
    women = noun.lemma_ in lists()["gender"]["female"]
    told = women or noun.lemma_ in lists()["gender"]["male"]
    return not told or known.described.get(person, women) == women


def _same_kind(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one actor of the kind that the noun names: "the group", "the company"."""
    if noun.lemma_ in lists()["anaphors"]["person"]:
        return _same_person(noun, sentence, known)
    if any(c.lower_ == "of" for c in noun.children):
        return None  # "the state of the economy", "the movement of birds"
    labels = [label for label in _KINDS if noun.lemma_ in lists()["anaphors"][label]]
    kinds = {kind for label in labels for kind in _KINDS[label]}
    if not known.names_any(kinds, noun):
        kinds |= {kind for label in labels for kind in _LOOSE_KINDS.get(label, ())}
    found = _only_kind(kinds, noun, sentence, known) if kinds else None
    if found is not None and known.kind(found) == "country" and _is_another_country(noun, sentence, found, known):
        return None
    return found


def _same_person(noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The one person named lately, who is no official: "the man"; not "the man in the garden", who is told from others.

    "A man was held ... Sergeant Diallo said the man": somebody else, unless it is his name that is told later.
    """
    if any(c.dep_ in ("prep", "acl") for c in noun.children):
        return None
    found = _only_kind({"person"}, noun, sentence, known)
    if found is None or not _agrees(noun, found, known):
        return None
    return None if known.descriptions.is_called(found, lists()["officials"]["nouns"]) else found


def _is_another_country(noun: Token, sentence: int, found: str, known: Antecedents) -> bool:
    """Whether another country was named nearer, be it as a place.

    In "a force for Chad, days before a government takes power in the country" it is Chad, whoever sends the force.
    """
    unlike = known.not_meant(noun) if noun.dep_ == "dobj" else set()
    fitting = (
        [c for c in here if c.form != "demonym" and c.actor not in unlike] for here in known.before(noun, sentence)
    )
    named = ({c.actor for c in here if known.kind(c.actor) == "country"} for here in fitting)
    return found not in next((countries for countries in named if countries), {found})


def _only_kind(kinds: set[str], noun: Token, sentence: int, known: Antecedents) -> str | None:
    """The only actor of some kinds in the nearest sentence that names any, else in all the text before."""
    speakers = {a for a in known.not_meant(noun) if a is not None} if noun.dep_ == "dobj" else set()
    for here in known.before(noun, sentence):
        found = [c for c in here if known.kind(c.actor) in kinds and not c.place and _can_be(noun, c.actor)]
        speakers |= {
            c.actor for c in found if c.subject and c.token.head.is_ancestor(noun)
        }  # "Hill said the man fought"
        found = [c for c in found if c.actor not in speakers and fits(noun, c.actor, known)]
        if found:
            return None if _is_another(noun, found[-1].token.i, known) else only(found)
    settled = "person" not in kinds and noun.lemma_ not in lists()["anaphors"]["general"]
    sole = known.sole(kinds, noun) if settled else None
    fitting = sole is not None and sole[0] not in speakers and _can_be(noun, sole[0]) and fits(noun, sole[0], known)
    return sole[0] if sole is not None and fitting and not _is_another(noun, sole[1], known) else None


def _is_another(noun: Token, since: int, known: Antecedents) -> bool:
    """Whether one without a name was told of since: "a company ... the company"."""
    return any(
        t.lemma_ == noun.lemma_ and t.dep_ not in _NAMING and any(c.lower_ in _INDEFINITE for c in t.children)
        for t in known.doc[since + 1 : noun.i]
    )


def _own_body(noun: Token, known: Antecedents) -> str | None:
    """The one body that somebody has a role in: "his union" after "Ana Diaz, president of the Weavers' Guild"."""
    owners = [a.actor for c in noun.children if c.tag_ == "PRP$" for a in known.arguments.by_head.get(c.i, ())]
    if len(owners) != 1 or any(c.dep_ == "appos" for c in noun.children):
        return None
    bodies = {body for body in known.bodies_of(owners[0]) if _can_be(noun, body)}
    return bodies.pop() if len(bodies) == 1 else None


def _state_of(noun: Token, known: Antecedents) -> str | None:
    """The one country that the person whose government it is holds office in: "Blair's government"."""
    owners = [
        a.actor
        for c in noun.children
        if c.dep_ in ("poss", "compound")
        for a in known.arguments.by_head.get(c.i, ())
        if known.kind(a.actor) == "person"
    ]
    states = {s for owner in owners for s in known.bodies_spoken_for(owner) if known.kind(s) == "country"}
    return states.pop() if len(states) == 1 else None


def _can_be(noun: Token, actor: str) -> bool:
    """Whether a name does not say that its bearer is something else: no "Association of X" is "the council"."""
    exact = lists()["exact"]["nouns"]
    if noun.lemma_.lower() in lists()["anaphors"]["company"] and set(actor.lower().split()) & set(
        lists()["exact"]["state"]
    ):
        return False  # no commission is "the group"
    if noun.lemma_ in lists()["exact"]["said"] and not actor.isupper() and noun.lemma_ not in actor.lower():
        return False  # Greenpeace is no court; what letters stand for may be one
    if noun.lemma_ in lists()["exact"]["printed"] and actor.isupper():
        return False  # CNN is no newspaper
    says = {part for part in actor.lower().split() if part in exact}
    return noun.lemma_ not in exact or not says or noun.lemma_ in says


def _office(noun: Token, known: Antecedents) -> str | None:
    """The one person whose title in this document is the noun: "the president"."""
    title = noun.lemma_.lower()
    if title not in words("stand_ins", "people") or any(c.dep_ == "prep" for c in noun.children):
        return None
    holders = set(_holders(title, known))
    return holders.pop() if len(holders) == 1 else None


def _holders(office: str, known: Antecedents) -> Iterator[str]:
    for head, arguments in known.arguments.by_head.items():
        token = known.doc[head]
        titles = [c for c in token.children if c.dep_ in ("compound", "appos", "nmod")]
        titles += [token.head] if token.dep_ == "appos" else []
        titles = [t for t in titles if t.i == 0 or t.nbor(-1).lower_ not in UNDER]
        if any(t.lemma_.lower() == office and t.tag_ not in ("NNS", "NNPS") for t in titles):
            yield from (a.actor for a in arguments if a.form == "name" and known.kind(a.actor) == "person")


def remember_maker(token: Token, known: Antecedents) -> None:
    """Note who made a thing, so that "the ban" or "these claims" can stand for them later."""
    made = lists()["nominalised"]
    if token.pos_ == "NOUN" and token.lemma_ in words("stand_ins", "products"):
        if any(a.form == "pronoun" for a in known.arguments.by_head.get(token.i, ())):
            return
        names = list(dict.fromkeys(a.actor for a in known.arguments.owners(token)))
        if len(names) == 1:
            known.makers[token.lemma_] = names[0]
        elif names:
            known.makers.pop(token.lemma_, None)
    elif token.pos_ == "VERB" and token.lemma_ in made and not is_passive(token):
        names = list(dict.fromkeys(a.actor for s in subjects(token) for a in known.arguments.of(s)))
        if len(names) == 1:
            known.makers[made[token.lemma_]] = names[0]
