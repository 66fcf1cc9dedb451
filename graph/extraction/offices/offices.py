"""Which offices a document names, with who holds each and of what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, STATES, ActorMention
from graph.extraction.offices.appointments import appointing, change_of_office
from graph.extraction.offices.office_holders import holders
from graph.extraction.offices.office_targets import (
    Target,
    behind,
    left_targets,
    of_which,
    right_targets,
    serves,
    state_before,
)
from graph.extraction.offices.role_nouns import RoleNoun, role_nouns, singular
from graph.extraction.offices.role_reading import Page, Role, said
from graph.extraction.tokens import POSSESSIVE, children, having
from graph.extraction.wordlists import actor_words

# What may be said to be "to" or "for" a country: an ambassador to Turkey is one of another country's.
_SENT = frozenset({"ambassador", "envoy", "representative", "consul", "commissioner", "rapporteur", "coordinator", "mp",
                   "minister", "emissary", "nuncio", "delegate", "correspondent"})  # fmt: skip
_FIELD = 7  # tokens between two offices where the first has a field: "author of the study and a"
_CHAIN = 4  # tokens between a name and the next title of a list: ", and former finance"
_BETWEEN = 9  # tokens back from "and" to the "between" that it belongs to


def offices(page: Page) -> Iterator[Role]:
    """The offices of a document, noun by noun."""
    apposed: list[tuple[ActorMention, str]] = []
    titled: tuple[int, list[Target]] = (0, [])
    of_last: list[ActorMention] = []
    last = 0
    for noun in sorted([*role_nouns(page.doc), *_plain_nouns(page)], key=lambda n: n.start):
        if noun.head in page.at and page.why(page.at[noun.head]) not in ("its people",):
            continue
        if _is_of_person(page, noun) or page.text(noun.end) in POSSESSIVE:
            continue  # "Ana Ruiz, the president's lawyer" is no president
        within = page.at.get(noun.start)
        if within is not None and noun.start < within.end <= noun.head:  # the "Legislative Council" | member
            noun = replace(noun, start=within.end)
        right = right_targets(page, noun)
        end = max([noun.end, *(t.mention.end for t in right)])
        left, right = _targets(page, noun, right)
        body = page.unnamed(page.doc[noun.start]) if noun.end - noun.start > 1 and not (left or right) else None
        if body is not None:  # "the opposition | leader Ana Lima"
            left, noun = [Target(body, "of")], replace(noun, start=noun.start + 1)
        if left and left[0].mention in of_last and "commands" in noun.sections:
            left = []  # the director of the Border Guard | General X
        if noun.sections != {"bodies"}:
            of_last = [t.mention for t in right if page.kind(t.mention) in ORGANISED]
        if not left and not right:
            left = [t for t in titled[1] if _in_chain(page, noun, titled[0], page.kind(t.mention))]
        held = [h for h in holders(page, noun, end, owned=bool(left)) if not _only_deals_with(page, noun, h[0])]
        if not held and apposed and _goes_on(page, last, noun):
            held = apposed
        apposed = [(h, rule) for h, rule in held if rule != "title"]
        titles = [h.end for h, rule in held if rule == "title"]
        titled = (titles[-1], left) if titles else (0, [])
        last = max([noun.end, *(t.mention.end for t in right)])
        yield from _joined(page, noun, held, left, right)


def _only_deals_with(page: Page, noun: RoleNoun, holder: ActorMention) -> bool:
    """Whether a country or body has no office but dealings with another: "Chile's top trade partner", "a client of"."""
    return page.kind(holder) != "person" and page.doc[noun.end - 1].lemma_.lower() in actor_words("roles", "dealing")


def _targets(page: Page, noun: RoleNoun, right: list[Target]) -> tuple[list[Target], list[Target]]:
    """Of what an office is, in front of its noun and behind it; `right` is all that follows it."""
    left = left_targets(page, noun) or of_which(page, noun)
    if right and left and page.kind(left[0].mention) == "person" and not serves(page, noun):
        left = []  # Ruiz's boss at Nordvik Energi
    if left and right and right[0].preposition != "of":
        abroad = page.kind(left[0].mention) in STATES and page.kind(right[0].mention) in ORGANISED
        if abroad and not noun.sections & {"offices", "benches", "commands"}:
            left = []  # a China economist | at Citigroup
        elif page.kind(left[0].mention) != "party" or page.kind(right[0].mention) != "region":
            right = []  # but both in "Labour MP for Leeds"
    of_body = bool(right) and right[0].preposition == "of" and page.kind(right[0].mention) in ORGANISED
    if left and of_body and page.kind(left[0].mention) in STATES:
        left = []  # the Kenya | head of Oxfam
    if right and len(left) == 1 and page.kind(left[0].mention) == "people":
        left = []  # the Anglican archbishop of Perth
    if len(left) == 1 and (state := state_before(page, left[0].mention)):
        right = [Target(state, "of"), *right]
        if page.kind(left[0].mention) == "international organisation" and page.doc[noun.head].lemma_.lower() in _SENT:
            left = []  # Kenya's UN envoy is sent to the UN
    if not left and not right:
        right = [Target(m, "of") for m in appointing(page, page.doc[noun.head])]
    return left, right


def _is_of_person(page: Page, noun: RoleNoun) -> bool:
    """Whether it says what somebody is to a person, and no office: in "Nwosu supporter Ana Ruiz of the Greens"."""
    head, owner = page.doc[noun.head], page.ends.get(noun.start)
    named = page.person(noun.end) is not None
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in actor_words("roles", "kin"):
        return not named  # "the son of a cook of the navy, | Omar Bello studied"
    return page.kind(owner) == "person" and named and not serves(page, noun)


def _in_chain(page: Page, noun: RoleNoun, before: int, kind: str) -> bool:
    """Whether the noun is a title in a list that begins with one: "Volvo chairman X, treasurer Y and | director Z".

    Of a state only its ministers follow: "the French president X and | foreign minister Y".
    """
    between = page.doc[before : noun.start]
    word = page.doc[noun.end - 1].lemma_.lower()
    if kind in STATES:
        follows = word == "minister" and noun.end - noun.start > 1 and page.text(noun.start) != "prime"
    else:
        follows = kind in ORGANISED and word in actor_words("roles", "chained") and page.doc[noun.start].is_lower
    apart = any(t.lower_ == "between" for t in page.doc[max(before - _BETWEEN, 0) : before])
    return (
        follows
        and not (apart and between and between[0].lower_ == "and")  # "between the French president X and | minister Y"
        and 0 < len(between) <= _CHAIN
        and between[0].lower_ in ("and", ",")
        and all(t.lower_ in ("and", ",") or (t.is_lower and t.pos_ in ("NOUN", "ADJ")) for t in between)
    )


def _joined(
    page: Page, noun: RoleNoun, held: list[tuple[ActorMention, str]], left: list[Target], right: list[Target]
) -> Iterator[Role]:
    """Each holder with each target; as many of the one as of the other go in pairs."""
    several = left if len(left) > 1 else right if noun.plural and len(right) > 1 and not left else []
    if several:  # "the French and Chadian presidents, X and Y", "the presidents of France and Chad, X and Y"
        if len(several) != len(held):
            return
        pairs = [(h, rule, t) for (h, rule), t in zip(held, several, strict=True)]
    else:
        of = [*left, *right]
        partisan = all(page.kind(t.mention) == "party" and t.mention.form == "demonym" for t in of)
        pairs = [(h, rule, t) for h, rule in held for t in [*of, *(behind(page, noun, h) if partisan else ())]]
    for source, rule, target in pairs:
        if _fits(page, noun, source, target):
            yield _role(page, noun, source, target, rule)


def _goes_on(page: Page, last: int, noun: RoleNoun) -> bool:
    """Whether the noun carries on the one before: "a co-founder of Coursera and a professor at Stanford"."""
    between = page.doc[last : noun.start]
    another = len(between) > 1 and between[-1].lower_ in ("a", "an") and between[-2].lower_ == "and"
    skipped = ("CCONJ", "DET", "ADJ", "PUNCT", *(("ADP", "NOUN") if another else ()))
    return (
        0 < len(between) <= (_FIELD if another else _CHAIN)
        and any(t.lower_ == "and" for t in between)
        and all(t.pos_ in skipped for t in between)
    )


def _role(page: Page, noun: RoleNoun, source: ActorMention, target: Target, rule: str) -> Role:
    start = noun.start
    while (
        start > 0
        and page.doc[start - 1].dep_ == "amod"
        and page.doc[start - 1].is_lower
        and start - 1 not in page.at
        and page.text(start - 2) != "-"  # "his corruption-tainted deputy" is his deputy
    ):
        start -= 1
    office = said(page.doc, start, noun.end)
    if (
        noun.plural and page.text(noun.end - 1).endswith(("s", "men")) and office.endswith(page.text(noun.end - 1))
    ):  # each of "the presidents of" is president
        office = office.removesuffix(page.text(noun.end - 1)) + singular(page.doc[noun.end - 1])
    predicate = f"{office} {target.preposition}"
    if page.kind(target.mention) == "party" and target.mention.form == "demonym" and noun.sections & {"offices"}:
        predicate = "member of"  # no party has governors
    verb = change_of_office(page.doc[noun.head])
    event = verb is not None
    if verb is not None:
        predicate = f"{verb.lemma_} {'' if verb.lemma_ == 'make' else 'as '}{predicate}"
    return Role(source, target.mention, start, noun.end, predicate, rule, event)


def _fits(page: Page, noun: RoleNoun, source: ActorMention, target: Target) -> bool:
    """Whether one can be this of that: nationality and whereabouts are no office."""
    kind = page.kind(target.mention)
    word = page.doc[noun.end - 1].lemma_.lower()
    if kind in STATES and target.preposition != "of" and not (target.preposition in ("to", "for") and word in _SENT):
        return False
    if kind == "generic" and (not noun.sections or _is_unclear(page, noun, source, target.mention)):
        return False
    if page.kind(source) != "person":
        state_body = kind in STATES and word in actor_words("roles", "state_body")
        owner = kind in ORGANISED and word in actor_words("roles", "of_bodies")
        return owner or ("bodies" in noun.sections and (kind in ORGANISED or state_body))
    if kind == "person":
        return serves(page, noun) or _serves_leader(page, noun)
    if kind in STATES:
        office = bool(noun.sections & {"offices", "benches", "commands"}) and not _is_trade(page, noun, target)
        return office or word in actor_words("roles", "of_state")
    return noun.sections != {"bodies"}


def _serves_leader(page: Page, noun: RoleNoun) -> bool:
    """Whether it is an office of a country that is told as its leader's: "his foreign minister"."""
    office = said(page.doc, noun.start, noun.end)
    last = page.doc[noun.end - 1].lemma_.lower()
    return not {office, last}.isdisjoint(actor_words("roles", "of_leader"))


def _is_trade(page: Page, noun: RoleNoun, state: Target) -> bool:
    """Whether a noun says no office of a state: a Russian lawyer; but "US attorney", "district attorney"."""
    word = page.doc[noun.end - 1].lemma_.lower()
    prosecutes = word == "attorney" and (
        page.text(noun.start) != word or page.text(state.mention.start) in ("us", "u.s.")
    )
    return word in actor_words("roles", "no_office") and not prosecutes


def _is_unclear(page: Page, noun: RoleNoun, source: ActorMention, office: ActorMention) -> bool:
    """Whether the name may be that of either: "a spokesman for the minister, X"; not "for the miners, X"."""
    other = page.doc[office.head]
    person = other.lemma_.lower() in actor_words("generic", "people") and (other.tag_ != "NNS" or noun.plural)
    return person and noun.end <= office.start < source.start


def _plain_nouns(page: Page) -> Iterator[RoleNoun]:
    """Nouns in no list where only people stand: "Arsenal defender Tony Adams", "Sarah Lewis, a physicist at"."""
    listed = {i for noun in role_nouns(page.doc) for i in range(noun.start, noun.end)}
    for person in page.mentions:
        if page.kind(person) != "person" or person.start < 2:
            continue
        noun = page.doc[person.start - 1]
        before = page.ends.get(noun.i)
        if (
            noun.i in listed
            or noun.pos_ != "NOUN"
            or not noun.is_lower
            or noun.dep_ not in ("compound", "nmod", "appos")
        ):
            continue
        if before is not None and page.kind(before) in ORGANISED and noun.head.i == person.head:
            yield RoleNoun(noun.i, noun.i + 1, noun.i, frozenset(), noun.tag_ == "NNS")
    for token in having(page.doc, "TAG", ("NN",)):
        if token.i in listed or token.i in page.at or token.lemma_ in actor_words("roles", "no_member"):
            continue
        if token.lemma_.lower() in actor_words("generic", "people") and page.text(token.i + 1) in ("at", "for", "with"):
            yield RoleNoun(token.i, token.i + 1, token.i, frozenset(), False)
            continue
        if token.dep_ == "appos" and _is_described(page, token):
            yield RoleNoun(token.i, token.i + 1, token.i, frozenset(), False)


def _is_described(page: Page, noun: Token) -> bool:
    """Whether a noun beside a person says whose he is: "a geologist at", "a University of Basel geologist"."""
    if page.kind(page.at.get(noun.head.i)) != "person" or not any(c.dep_ == "det" for c in children(noun)):
        return False
    owner = page.ends.get(noun.i)
    owned = page.kind(owner) in ORGANISED and noun.lemma_.lower() in actor_words("generic", "people")
    return owned or page.text(noun.i + 1) in ("at", "for", "with", "of")
