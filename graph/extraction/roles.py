"""Who holds which office in what: titles, appositions, party labels, bodies of a country, kin.

Each reader is named for the construction it reads, which is also the `rule` of what it finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from graph.extraction.actors import COUNTRIES_INSIDE
from graph.extraction.annotations import ActorEntry, ActorMention
from graph.extraction.role_nouns import RoleNoun, role_nouns

_MEMBER = "member of"
_STATES = frozenset({"country", "region", "people"})
_BELONGS = frozenset({"party", "organisation", "company", "media", "armed group", "international organisation",
                      "government body", "armed force"})  # fmt: skip
# What one is to a country or a region by a bare adjective: an office, not a nationality.
_OF_STATE = frozenset({"offices", "benches", "commands"})
_NO_OFFICE = frozenset({"lawyer", "attorney", "solicitor", "barrister", "veteran", "mercenary", "bodyguard", "gunman",
                        "rebel", "militant", "terrorist", "jihadist", "jihadi", "insurgent", "guerrilla", "recruit",
                        "informer", "informant", "bomber", "hitman", "henchman", "kingpin", "capo", "boss", "delegate",
                        "mediator", "aide", "juror", "guard", "warrior", "captain", "private", "sheikh", "lord", "major"})  # fmt: skip
_LEADS = frozenset({"leader", "head", "chief", "president", "ruler", "chairman", "deputy"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "to", "from"})
_AFFILIATING = frozenset({"of", "from"})
_LEFT = 5
_RIGHT = 6


@dataclass(frozen=True, slots=True)
class Role:
    """`source` holds an office in, leads or belongs to `target`.

    Tokens [noun_start, noun_end) name the role. `event` is true for a change of office; kinship has the relation OTHER.
    """

    source: ActorMention
    target: ActorMention
    noun_start: int
    noun_end: int
    predicate: str
    rule: str
    event: bool = False
    relation: str = "ROLE"


def roles(doc: Doc) -> Iterator[Role]:
    """The roles a document states, each pair and predicate once a sentence, in order of the words."""
    seen: set[tuple[int, str, str]] = set()
    page = _Page(doc)
    found = [*_offices(page), *_affiliations(page), *_bodies(page)]
    for role in sorted(found, key=lambda r: (r.noun_start, r.source.start, r.target.start)):
        key = (doc[role.noun_start].sent.start, role.source.actor, role.target.actor)
        if role.source.actor != role.target.actor and key not in seen:
            seen.add(key)
            yield role


class _Page:
    """The mentions of a document by the tokens they cover."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, ActorEntry] = doc._.actors or {}
        self.starts: dict[int, ActorMention] = {}
        self.ends: dict[int, ActorMention] = {}
        self.at: dict[int, ActorMention] = {}
        for mention in doc._.actor_mentions or ():
            if mention.form == "generic":
                continue
            self.starts[mention.start] = self.ends[mention.end] = mention
            self.at.update(dict.fromkeys(range(mention.start, mention.end), mention))
        self.mentions = [m for m in doc._.actor_mentions or () if m.form != "generic"]

    def kind(self, mention: ActorMention | None) -> str:
        return self.actors[mention.actor].kind if mention and mention.actor in self.actors else ""

    def person(self, start: int) -> ActorMention | None:
        mention = self.starts.get(start)
        return mention if self.kind(mention) == "person" else None

    def after(self, i: int, *skipped: str) -> int:
        """The first token from i that is none of the skipped words."""
        while i < len(self.doc) and self.doc[i].lower_ in skipped:
            i += 1
        return i

    def same_sentence(self, i: int, j: int) -> bool:
        return 0 <= i < len(self.doc) and 0 <= j < len(self.doc) and self.doc[i].sent.start == self.doc[j].sent.start


# --- offices: a role noun ties somebody to something -------------------------------------------------


def _offices(page: _Page) -> Iterator[Role]:
    for noun in role_nouns(page.doc):
        if noun.start in page.at and page.at[noun.start].start != noun.start:
            continue
        if page.at.get(noun.head):
            continue
        targets = [*_left_target(page, noun), *_right_targets(page, noun)]
        for source, rule in _holders(page, noun, targets):
            for target, preposition in targets or _country_after(page, source):
                if _fits(page, noun, source, target):
                    yield _role(page.doc, noun, source, target, preposition, rule)


def _role(
    doc: Doc,
    noun: RoleNoun,
    source: ActorMention,
    target: ActorMention,
    preposition: str,
    rule: str,
    event: bool = False,
) -> Role:
    start = noun.start
    while start > 0 and doc[start - 1].dep_ == "amod" and doc[start - 1].is_lower and target.end != start:
        start -= 1
    said = " ".join(t.lower_ for t in doc[start : noun.end]).replace(" - ", "-")
    return Role(source, target, start, noun.end, f"{said} {preposition}", rule, event)


def _left_target(page: _Page, noun: RoleNoun) -> list[tuple[ActorMention, str]]:
    """What stands before the noun: "Israeli prime minister", "Hamas' political leader", "Facebook co-founder"."""
    doc = page.doc
    for i in range(noun.start, max(-1, noun.start - _LEFT), -1):
        mention = page.ends.get(i)
        if mention is not None and mention.form != "generic":
            if page.kind(mention) == "person" and doc[i].text not in ("'s", "'"):
                return []
            return [(mention, "of")]
        if i == noun.start:
            before = doc[i - 1] if i else None
        else:
            before = doc[i - 1]
        if before is None or not page.same_sentence(i - 1, noun.start):
            return []
        if before.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB", "PART", "NUM") and before.text not in (
            "-",
            "'s",
            "'",
        ):
            return []
        if before.pos_ == "VERB" and before.tag_ not in ("VBN", "VBG"):
            return []
    return []


def _right_targets(page: _Page, noun: RoleNoun) -> list[tuple[ActorMention, str]]:
    """What follows it behind a preposition: "professor at George Mason University", "president of X and Y"."""
    doc = page.doc
    i = noun.end
    if i < len(doc) and doc[i].lower_ == "emeritus":
        i += 1
    if i >= len(doc) or doc[i].lower_ not in _PREPOSITIONS:
        return []
    preposition = doc[i].lower_
    for k in range(i + 1, min(i + 1 + _RIGHT, len(doc))):
        mention = page.starts.get(k)
        if mention is not None and mention.form != "demonym" and page.kind(mention) != "person":
            return [(mention, preposition), *((m, preposition) for m in _coordinated(page, mention))]
        if doc[k].pos_ in ("VERB", "AUX", "PUNCT") and doc[k].text != "-":
            break
    return []


def _coordinated(page: _Page, mention: ActorMention) -> list[ActorMention]:
    """Further names of the same kind joined by "and"."""
    follow = page.after(mention.end, "and", ",", "&")
    if follow == mention.end:
        return []
    other = page.starts.get(page.after(follow, "the"))
    if other is not None and page.kind(other) == page.kind(mention) and page.same_sentence(other.start, mention.start):
        return [other, *_coordinated(page, other)]
    return []


def _holders(
    page: _Page, noun: RoleNoun, targets: list[tuple[ActorMention, str]]
) -> Iterator[tuple[ActorMention, str]]:
    """Who holds the role: behind the title, beside the apposition, on the other side of "is"."""
    end = max([noun.end, *(t.end for t, _ in targets if t.start >= noun.end)])
    if (person := page.person(noun.end)) and page.same_sentence(noun.start, person.start):
        yield from ((p, "title") for p in _people(page, person, noun.plural))
        return
    if end > noun.end and (person := page.person(_past_aside(page, end))):
        yield from ((p, "title") for p in _people(page, person, noun.plural))
        return
    if holder := _apposed(page, noun):
        yield holder, "apposition"
        return
    yield from ((p, "copular") for p in _copular(page, noun))


def _past_aside(page: _Page, i: int) -> int:
    """The token behind "(ABC)" and a comma."""
    doc = page.doc
    if i < len(doc) and doc[i].text == "(":
        while i < len(doc) and doc[i].text != ")":
            i += 1
        i += 1
    return page.after(i, ",")


def _people(page: _Page, first: ActorMention, several: bool) -> Iterator[ActorMention]:
    """The person, and for a plural title those listed behind, each with an "of X" of their own."""
    yield first
    if not several:
        return
    i = first.end
    doc = page.doc
    if i < len(doc) and doc[i].lower_ in _AFFILIATING:
        organisation = page.starts.get(page.after(i + 1, "the"))
        i = organisation.end if organisation else i
    follow = page.after(i, ",", "and", "&")
    person = page.person(follow) if follow > i else None
    if person and page.same_sentence(person.start, first.start):
        yield from _people(page, person, several)


def _apposed(page: _Page, noun: RoleNoun) -> ActorMention | None:
    """Whom "X, a professor at" or "X, spokesman for" stands beside."""
    head = page.doc[noun.head]
    token = head
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "appos":
        holder = page.at.get(token.head.i)
        if holder is not None and page.kind(holder) in _BELONGS | {"person"} and holder.end <= noun.start:
            return holder
    i = noun.start - 1
    while (
        i >= 0
        and page.same_sentence(i, noun.start)
        and page.doc[i].pos_ in ("ADJ", "DET", "NOUN", "PROPN", "PART", "ADV")
    ):
        i -= 1
    if i > 0 and page.doc[i].text == "," and head.dep_ in ("appos", "conj", "ROOT", "nsubj", "dobj", "pobj", "dep"):
        holder = page.ends.get(i)
        if holder is not None and page.kind(holder) == "person":
            return holder
    return None


def _copular(page: _Page, noun: RoleNoun) -> Iterator[ActorMention]:
    """Who is, was or became it."""
    head = page.doc[noun.head]
    if head.dep_ not in ("attr", "oprd") or head.head.lemma_ not in (
        "be",
        "become",
        "remain",
        "name",
        "appoint",
        "elect",
    ):
        return
    for child in head.head.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i in page.at and page.kind(page.at[child.i]) == "person":
            yield page.at[child.i]


def _country_after(page: _Page, source: ActorMention) -> list[tuple[ActorMention, str]]:
    """The country of "President Recep Tayyip Erdogan of Turkey"."""
    if source.end < len(page.doc) and page.doc[source.end].lower_ == "of":
        target = page.starts.get(page.after(source.end + 1, "the"))
        if target is not None and page.kind(target) in _STATES | _BELONGS:
            return [(target, "of")]
    return []


def _fits(page: _Page, noun: RoleNoun, source: ActorMention, target: ActorMention) -> bool:
    """Whether one can be this of that: nationality and whereabouts are no office."""
    kind = page.kind(target)
    word = page.doc[noun.end - 1].lemma_.lower()
    if page.kind(source) != "person":
        return "bodies" in noun.sections and kind in _BELONGS | _STATES
    if kind == "person":
        return False
    if kind in _STATES:
        return (bool(noun.sections & _OF_STATE) or word in _LEADS) and word not in _NO_OFFICE
    return bool(noun.sections - {"bodies"})


# --- affiliations: a person and an organisation side by side ---------------------------------------


def _affiliations(page: _Page) -> Iterator[Role]:
    for person in page.mentions:
        if page.kind(person) != "person":
            continue
        yield from _of_party(page, person)
        yield from _partys(page, person)
        yield from _bracketed(page, person)


def _member(source: ActorMention, target: ActorMention, at: int, rule: str) -> Role:
    return Role(source, target, at, at + 1, _MEMBER, rule)


def _of_party(page: _Page, person: ActorMention) -> Iterator[Role]:
    """X of PARTY, X from PARTY."""
    doc = page.doc
    if person.end < len(doc) and doc[person.end].lower_ in _AFFILIATING:
        target = page.starts.get(page.after(person.end + 1, "the", "respectively"))
        if target is not None and page.kind(target) in _BELONGS:
            yield _member(person, target, person.end, "name of organisation")


def _partys(page: _Page, person: ActorMention) -> Iterator[Role]:
    """PARTY's X, and those joined to X."""
    doc = page.doc
    if person.start > 1 and doc[person.start - 1].text in ("'s", "'"):
        target = page.ends.get(person.start - 1)
        if target is not None and page.kind(target) in _BELONGS:
            for other in _people(page, person, True):
                if other is person or doc[other.start - 1].text not in ("'s", "'"):
                    yield _member(other, target, person.start - 1, "possessive")


def _bracketed(page: _Page, person: ActorMention) -> Iterator[Role]:
    """X (Labour)."""
    doc = page.doc
    if person.end + 2 < len(doc) and doc[person.end].text == "(":
        target = page.starts.get(person.end + 1)
        if target and doc[target.end].text == ")" and page.kind(target) in _BELONGS:
            yield _member(person, target, person.end, "parenthesis")


# --- bodies: the country inside their name -----------------------------------------------------------


def _bodies(page: _Page) -> Iterator[Role]:
    """The ministry, army or court of a country that its own name names."""
    for inner in page.doc.spans.get(COUNTRIES_INSIDE, ()):
        for mention in page.doc._.actor_mentions or ():
            entry = page.actors[mention.actor]
            if mention.start <= inner.start and inner.end <= mention.end and entry.country == inner.label_:
                target = ActorMention(inner.start, inner.end, inner.root.i, inner.label_, "demonym", True)
                noun = page.doc[mention.head].lemma_.lower()
                yield Role(mention, target, mention.head, mention.head + 1, f"{noun} of", "body of a country")
