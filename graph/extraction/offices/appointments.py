"""Who takes, holds or leaves an office by a verb: appointed director, resigned as chairman, "with X as minister"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, STATES, ActorMention
from graph.extraction.offices.role_reading import Page
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of

_ACTIVE = frozenset({"resign", "quit", "step", "retire", "serve", "act", "work", "continue", "return", "stay",
                     "succeed", "replace", "run", "stand", "campaign"})  # fmt: skip
_APPOINTING = frozenset({"appoint", "name", "elect", "nominate", "reelect", "swear", "install", "choose", "select",
                         "designate", "dismiss", "sack", "oust", "remove", "replace", "hire", "reappoint",
                         "inaugurate", "make"})  # fmt: skip
_LASTING = frozenset({"serve", "act", "work", "continue", "stay", "run", "stand", "campaign"})
_AFTER = frozenset({"succeed", "replace"})  # "X replaces Y as chairman": it is X's office now


def change_of_office(noun: Token) -> Token | None:
    """The verb that gives or takes the office; none where it is only held ("serves as")."""
    verb = _office_verb(noun)
    return verb if verb is not None and verb.lemma_ not in _LASTING else None


def _office_verb(noun: Token) -> Token | None:
    """The verb that takes or leaves the office: "appointed director", "resigned as chairman"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head
        takes = verb.lemma_ == "take" and any(c.dep_ == "prt" and c.lower_ == "over" for c in children(verb))
        return verb if takes or verb.lemma_ in _ACTIVE | _APPOINTING else None
    return noun.head if noun.dep_ in ("oprd", "attr", "dobj") and noun.head.lemma_ in _APPOINTING else None


def appointed(page: Page, noun: Token) -> Iterator[ActorMention]:
    """Who resigned as, serves as, was elected or is there as it."""
    verb = _office_verb(noun)
    if verb is None:
        yield from _with(page, noun)
        return
    inside = [
        c for c in children(noun) if c.dep_ in ("nmod", "compound") and c.i < noun.i
    ]  # "named X | chief executive"
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in children(verb))
    active = verb.lemma_ in _ACTIVE | {"take"} and not passive
    if passive and verb.lemma_ in _AFTER:
        yield from _successor(page, verb)
    wanted = ("nsubj",) if active else ("nsubjpass",) if passive else ("dobj",)
    for child in [*children(verb), *([] if active or passive else inside)]:
        holder = page.who(child) if child != noun and (child.dep_ in wanted or child in inside) else None
        if holder is not None and page.kind(holder) == "person":
            yield holder
            return
    if verb.dep_ == "acl" and (passive or verb.tag_ == "VBN") and (holder := page.at.get(verb.head.i)):
        yield holder


def _successor(page: Page, verb: Token) -> Iterator[ActorMention]:
    """The person by whom somebody was replaced in the office."""
    by = (c for agent in children(verb) if agent.dep_ == "agent" for c in children(agent))
    yield from (page.at[c.i] for c in by if c.i in page.at and page.kind(page.at[c.i]) == "person")


def _with(page: Page, noun: Token) -> Iterator[ActorMention]:
    """The person of "a cabinet with X as prime minister", "the Greens have X as their candidate"."""
    person = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else None
    if person is not None and person.lemma_ == "have" and any(c.dep_ == "poss" for c in children(noun)):
        held = (page.at.get(c.i) for c in children(person) if c.dep_ == "dobj")
        yield from (m for m in held if m is not None and page.kind(m) == "person")
    if person is not None and person.dep_ == "pobj" and person.head.lower_ in ("with", "under"):
        holder = page.at.get(person.i)
        if holder is not None and page.kind(holder) == "person":
            yield holder


def _whose_board(page: Page, noun: Token) -> ActorMention | None:
    """The body whose board or council does it: "the board of Norrland Steel", "Norrland Steel's shareholders"."""
    if noun.lemma_.lower() not in any_of(actor_words("generic", "groups"), actor_words("roles", "choosing")):
        return None
    return page.owner(noun)


def appointing(page: Page, noun: Token) -> Iterator[ActorMention]:
    """The body that "names X chief executive", and the cabinet's country in "Chad's cabinet, with X as minister"."""
    verb = _office_verb(noun)
    if verb is not None and verb.lemma_ in _APPOINTING and verb.lemma_ not in _AFTER:
        for subject in (c for c in children(verb) if c.dep_ == "nsubj"):
            doer = page.at.get(subject.i) or _whose_board(page, subject)
            if doer is not None and page.kind(doer) in ORGANISED and doer.form == "name":
                yield doer
    elif noun.head.lower_ in ("through", "via") and noun.dep_ == "pobj":  # "the party replied through a spokesman, X"
        speaking = (c for c in children(noun.head.head) if c.dep_ == "nsubj")
        bodies = (page.at.get(subject.i) or page.who(subject) for subject in speaking)
        yield from (m for m in bodies if m is not None and page.kind(m) in ORGANISED)
    elif chosen := [c for c in children(noun) if c.dep_ == "acl" and c.lemma_ in _APPOINTING and c.tag_ == "VBN"]:
        agents = (t for clause in chosen for by in children(clause) if by.dep_ == "agent" for t in children(by))
        yield from (m for t in agents if (m := page.who(t)) is not None and page.kind(m) in ORGANISED)
    elif noun.dep_ == "dobj" and noun.head.lemma_ in actor_words("roles", "sending"):  # "Peru sent an envoy, X"
        if noun.lemma_ in actor_words("roles", "sent"):
            senders = (page.who(c) for c in children(noun.head) if c.dep_ == "nsubj")
            yield from (m for m in senders if m is not None and page.kind(m) in ORGANISED | STATES)
    elif any(True for _ in _with(page, noun)):
        body = noun.head.head.head.head
        inside = [m for m in page.mentions if body.left_edge.i <= m.start and m.end <= body.i + 1]
        yield from (m for m in inside[:1] if page.kind(m) == "country")
