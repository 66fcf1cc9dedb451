"""What belongs to what among bodies and countries: "Leeds University's School of Law", "ASEAN member Laos"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, STATES, ActorMention
from graph.extraction.offices.role_nouns import RoleNoun
from graph.extraction.offices.role_reading import AFFILIATING, Page, Role, said
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.tokens import POSSESSIVE, children, having, lower_words
from graph.extraction.wordlists import actor_words, any_of

_WITHIN = AFFILIATING | {"at", "within"}
_SHARE = 9  # tokens of an amount: "holds a controlling 51 per cent stake in"
_HYPHENED = frozenset({"-", "run", "owned", "controlled", "backed"})  # the parts of "state-run" by tokens
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
            yield from _made(page, mention)
            yield from _run_by_state(page, mention)
    yield from _shares(page)
    yield from _of_which(page)
    for noun in nouns:
        if page.doc[noun.end - 1].lemma_.lower() in actor_words("roles", "parts"):
            yield from _parts(page, noun)


def _owned(page: Page, part: ActorMention) -> Iterator[Role]:
    """OWNER's BODY; BODY at OWNER, where the body's own name says that it is one."""
    head = _body_noun(page, part)
    if head is None or page.doc[part.end : part.end + 1].text in actor_words("roles", "parts"):
        return
    owner = page.ends.get(part.start - 1) if page.text(part.start - 1) in POSSESSIVE else None
    if owner is None and page.text(part.end) in _WITHIN and page.doc[part.end].head.i in range(part.start, part.end):
        owner = page.named(part.end + 1)
    if owner is not None and page.kind(owner) in ORGANISED and owner.form == "name" and not page.describes(owner):
        yield Role(part, owner, head, head + 1, f"{page.doc[head].lower_} of", "part of a body")


def _made(page: Page, part: ActorMention) -> Iterator[Role]:
    """STATION's PROGRAMME."""
    station = page.ends.get(part.start - 1) if page.text(part.start - 1) in POSSESSIVE else None
    if station is not None and page.kind(station) == "media" and page.why(part) == "programme":
        said_so = page.text(part.end - 1) in actor_words("introduced", "made")
        predicate = f"{page.text(part.end - 1)} of" if said_so else "part of"
        yield Role(part, station, part.head, part.head + 1, predicate, "part of a body")


def _run_by_state(page: Page, part: ActorMention) -> Iterator[Role]:
    """The airline or news agency of a country: "Chad's state airline Toumai", "Toumai, Chad's state airline"."""
    doc = page.doc
    at = part.start
    while page.text(at - 1) in _told_of_state_bodies():
        at -= 1
    told, owner = doc[at : part.start], page.ends.get(at)
    if owner is None and page.text(at - 1) in POSSESSIVE:
        owner = page.ends.get(at - 1)
    if owner is None and page.text(part.end) == ",":
        after = page.named(part.end + 1)
        at = page.after(after.end, *POSSESSIVE) if after is not None else part.end
        end = at
        while page.text(end) in _told_of_state_bodies():
            end += 1
        told, owner = doc[at:end], after
    nouns = [t for t in told if t.lower_ in actor_words("state_run", "nouns")]
    by_state = any(t.lower_ in actor_words("state_run", "state") for t in told) or told.text.lower().endswith(
        "news agency"
    )
    if owner is not None and nouns and by_state and page.kind(owner) == "country":
        yield Role(part, owner, nouns[-1].i, nouns[-1].i + 1, f"{told.text.lower()} of", "part of a body")


def _told_of_state_bodies() -> frozenset[str]:
    return any_of(actor_words("state_run", "nouns", "state"), _HYPHENED)


def _body_noun(page: Page, mention: ActorMention) -> int | None:
    """The word of a name that says what kind of body it is: "School" of Law, Safe Nets "Project"."""
    inside = page.doc[mention.start : mention.end]
    small = [t.i for t in inside if t.lower_ in _NAMED_BY_FIRST and t.i > mention.start]
    head = small[0] - 1 if small else mention.end - 1
    kinds = any_of(actor_words("organisations", "words", "tails"), actor_words("kinds", "company"))
    listed = page.doc[head].lower_ in kinds
    return head if listed and len(inside) > 1 else None


def _parts(page: Page, noun: RoleNoun) -> Iterator[Role]:
    """ORG member COUNTRY; ORG subsidiary FIRM; COUNTRY, a member of ORG."""
    owner = page.ends.get(noun.start)
    first = page.starts.get(noun.end)
    if owner is not None and (whole := _whose(page, owner)) is not None:
        yield _part(page, noun, owner, whole)
        return
    if owner is not None and first is not None and page.same_sentence(noun.end, noun.start):
        if page.kind(owner) in ORGANISED:
            named = (part for part in _joined(page, first) if part.form == "name")
            yield from (_part(page, noun, m, owner) for m in named if page.kind(m) in ORGANISED | STATES)
        return
    head = page.doc[noun.head]
    part = page.at.get(head.head.i) if head.dep_ == "appos" else None
    behind = page.named(noun.end + 1) if page.text(noun.end) in AFFILIATING else None
    target = behind or owner
    if part is None or target is None or page.kind(target) not in ORGANISED:
        return
    if behind is not None and page.describes(behind):
        return
    if page.kind(part) == "country" or page.kind(part) in ORGANISED:
        yield _part(page, noun, part, target)


def _of_which(page: Page) -> Iterator[Role]:
    """A state or body that is a part of what a clause is about: "the bloc, of which Chad is a member"."""
    if "which" not in lower_words(page.doc):
        return
    for noun in (t for t in having(page.doc, "DEP", ("attr",)) if t.lemma_.lower() in actor_words("roles", "parts")):
        clause = noun.head
        first = min(clause.left_edge.i, clause.head.i)
        which = [t for t in page.doc[first : clause.i] if t.lower_ == "which" and t.head.lower_ == "of"]
        subjects = [t for c in children(clause) if c.dep_ == "nsubj" for t in conjuncts(c)]
        parts = [m for t in subjects if (m := page.who(t)) is not None and page.kind(m) in ORGANISED | {"country"}]
        # "X, a bloc of which"
        bodies = [*which, *(t.head.head.head for t in which if t.head.head.dep_ == "appos")]
        wholes = [m for t in bodies if (m := page.who(t)) is not None and page.kind(m) in ORGANISED]
        for part in parts if clause.dep_ == "relcl" and wholes else ():
            yield Role(part, wholes[0], noun.i, noun.i + 1, f"{noun.lemma_} of", "part of a body")


def _whose(page: Page, part: ActorMention) -> ActorMention | None:
    """The owner of what is named before the noun: "Hallam's | Norquay Inc unit", "its | Norquay Inc subsidiary"."""
    if page.kind(part) not in ORGANISED or part.start == 0:
        return None
    mark = page.doc[part.start - 1]
    if mark.tag_ != "PRP$" and mark.text not in POSSESSIVE:
        return None
    whole = page.who(mark) if mark.tag_ == "PRP$" else page.ends.get(mark.i)
    return whole if page.kind(whole) in ORGANISED else None


def _shares(page: Page) -> Iterator[Role]:
    """Who owns a part of whom: "holds 51 per cent of", "has a stake in", "which is 40 per cent owned by"."""
    if actor_words("roles", "shares").isdisjoint(lower_words(page.doc)):
        return
    for verb in page.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in actor_words("roles", "owning"):
            continue
        owner = _agent(page, verb)
        part = _owned_in_part(page, verb) if owner is not None else _share_of(page, verb)
        owner = owner or next((page.who(c) for c in children(verb) if c.dep_ == "nsubj"), None)
        if owner is not None and part is not None and page.kind(owner) in ORGANISED | STATES | {"person"}:
            yield Role(owner, part, verb.i, verb.i + 1, "own part of", "owner of a share")


def _agent(page: Page, verb: Token) -> ActorMention | None:
    """By whom something is owned."""
    return next((page.who(c) for by in children(verb) if by.dep_ == "agent" for c in children(by)), None)


def _owned_in_part(page: Page, verb: Token) -> ActorMention | None:
    """What is "51 per cent owned" or "owned 51 per cent"; what is owned as a whole is read as any other verb is."""
    around = (page.text(verb.i - 1), *(page.text(i) for i in range(verb.i + 1, verb.i + 4)))
    if not actor_words("roles", "shares") & set(around):
        return None
    if verb.dep_ == "acl" and verb.head.i in page.at:
        return page.at[verb.head.i] if page.kind(page.at[verb.head.i]) in ORGANISED else None
    token = verb
    while token.dep_ not in ("relcl", "ROOT") and token.head != token:
        token = token.head
    subject = next((c for c in children(token) if c.dep_ in ("nsubj", "nsubjpass")), None)
    part = page.who(subject) if subject is not None else None
    return part if page.kind(part) in ORGANISED else None


def _share_of(page: Page, verb: Token) -> ActorMention | None:
    """The body behind "per cent of", "a stake in": only the words of an amount stand between it and the verb."""
    for i in range(verb.i + 1, min(verb.i + 1 + _SHARE, len(page.doc))):
        if page.text(i - 1) in actor_words("roles", "shares") and page.text(i) in ("of", "in"):
            part = page.named(i + 1)
            return part if page.kind(part) in ORGANISED and part is not None and not page.describes(part) else None
        if page.doc[i].pos_ in ("VERB", "AUX", "PUNCT", "PRON") and page.text(i) not in actor_words("roles", "shares"):
            return None
    return None


def _part(page: Page, noun: RoleNoun, part: ActorMention, whole: ActorMention) -> Role:
    return Role(part, whole, noun.start, noun.end, f"{said(page.doc, noun.start, noun.end)} of", "part of a body")


def _joined(page: Page, first: ActorMention) -> Iterator[ActorMention]:
    """A name and those listed behind it."""
    yield first
    follow = page.after(first.end, ",", "and")
    other = page.starts.get(follow) if follow > first.end and page.same_sentence(follow, first.start) else None
    if other is not None and page.kind(other) == page.kind(first):
        yield from _joined(page, other)
