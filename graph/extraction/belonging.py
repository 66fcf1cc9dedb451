"""What belongs to what among bodies and countries: "Leeds University's School of Law", "ASEAN member Laos"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extraction.annotations import ActorMention
from graph.extraction.candidates import words
from graph.extraction.role_nouns import RoleNoun
from graph.extraction.role_reading import AFFILIATING, ORGANISED, POSSESSIVE, STATES, Page, Role, said

_WITHIN = AFFILIATING | {"at", "within"}
_NAMED_BY_FIRST = frozenset({"of", "for"})


def belonging(page: Page, nouns: list[RoleNoun]) -> Iterator[Role]:
    """The parts and members of organisations that are no persons.

    Parameters
    ----------
    page : Page
    nouns : list of RoleNoun
        The role nouns of the document.
    """
    for mention in page.mentions:
        if page.kind(mention) in ORGANISED and mention.form == "name":
            yield from _owned(page, mention)
    for noun in nouns:
        if page.doc[noun.end - 1].lemma_.lower() in words("roles", "parts"):
            yield from _parts(page, noun)


def _owned(page: Page, part: ActorMention) -> Iterator[Role]:
    """OWNER's BODY; BODY at OWNER, where the body's own name says that it is one."""
    head = _body_noun(page, part)
    if head is None:
        return
    owner = page.ends.get(part.start - 1) if page.text(part.start - 1) in POSSESSIVE else None
    if owner is None and page.text(part.end) in _WITHIN and page.doc[part.end].head.i in range(part.start, part.end):
        owner = page.named(part.end + 1)
    if owner is not None and page.kind(owner) in ORGANISED and owner.form == "name" and not page.describes(owner):
        yield Role(part, owner, head, head + 1, f"{page.doc[head].lower_} of", "part of a body")


def _body_noun(page: Page, mention: ActorMention) -> int | None:
    """The word of a name that says what kind of body it is: "School" of Law, Safe Nets "Project"."""
    inside = page.doc[mention.start : mention.end]
    small = [t.i for t in inside if t.lower_ in _NAMED_BY_FIRST and t.i > mention.start]
    head = small[0] - 1 if small else mention.end - 1
    listed = page.doc[head].lower_ in words("organisations", "words") | words("organisations", "tails")
    return head if listed and len(inside) > 1 else None


def _parts(page: Page, noun: RoleNoun) -> Iterator[Role]:
    """ORG member COUNTRY; ORG subsidiary FIRM; COUNTRY, a member of ORG."""
    owner = page.ends.get(noun.start)
    first = page.starts.get(noun.end)
    if owner is not None and first is not None and page.same_sentence(noun.end, noun.start):
        if page.kind(owner) in ORGANISED:
            named = (part for part in _joined(page, first) if part.form == "name")
            yield from (_part(page, noun, m, owner) for m in named if page.kind(m) in ORGANISED | STATES)
        return
    head = page.doc[noun.head]
    part = page.at.get(head.head.i) if head.dep_ == "appos" else None
    target = page.named(noun.end + 1) if page.text(noun.end) in AFFILIATING else None
    if part is None or target is None or page.kind(target) not in ORGANISED or page.describes(target):
        return
    if page.kind(part) == "country" or page.kind(part) in ORGANISED:
        yield _part(page, noun, part, target)


def _part(page: Page, noun: RoleNoun, part: ActorMention, whole: ActorMention) -> Role:
    return Role(part, whole, noun.start, noun.end, f"{said(page.doc, noun.start, noun.end)} of", "part of a body")


def _joined(page: Page, first: ActorMention) -> Iterator[ActorMention]:
    """A name and those listed behind it."""
    yield first
    follow = page.after(first.end, ",", "and")
    other = page.starts.get(follow) if follow > first.end and page.same_sentence(follow, first.start) else None
    if other is not None and page.kind(other) == page.kind(first):
        yield from _joined(page, other)
