"""Who holds an office: whom its title stands before, whom it is said of beside a comma, and who is or becomes it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, STATES, ActorMention
from graph.extraction.naming.persons import is_bare_title, is_office
from graph.extraction.offices.appointments import appointed
from graph.extraction.offices.office_targets import joins_nouns
from graph.extraction.offices.role_nouns import RoleNoun
from graph.extraction.offices.role_reading import Page
from graph.extraction.syntax.phrases import appositions, conjuncts, named_behind
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

_SELVES = frozenset({"himself", "herself", "itself"})
_COPULAS = frozenset({"be", "become", "remain"})
_CHAIN = 4  # tokens between two titles of a person: "engineer and Gmail inventor"


def holders(page: Page, noun: RoleNoun, end: int, *, owned: bool) -> Iterator[tuple[ActorMention, str]]:
    """Who holds the role: behind the title, beside the apposition, on the other side of "is"."""
    if end == noun.end and owned:
        end = _past_field(page, end)
    while end > noun.end and _is_field(page, end):
        end += 1
    end = _past_whereabouts(page, end) if end > noun.end else end
    entitled = page.person(page.past_titles(end)) is not None
    behind = end > noun.end and end < len(page.doc) and (entitled or not is_office(page.doc[end]))
    aside = (behind or owned) and not _is_taken_apart(page, noun)
    for at in {noun.end: None, page.past_aside(end) if aside else noun.end: None}:
        at = _past_title(page, page.after(at, "named", "called"), noun.start)
        beside = page.text(at - 1) == ","
        at = _past_party(page, page.past_titles(at))
        person = _past_ally(page, page.person(at))
        if person and page.same_sentence(noun.start, at) and not _tells_of(page, person, noun):
            titled = list(page.listed(person, loosely=True)) if noun.plural else [person]
            if len(titled) > 1 or not noun.plural or not beside or _is_definite(page.doc[noun.head]):
                yield from ((p, "title") for p in titled)
            return
    if (holder := _apposed(page, noun, end)) and not _tells_of(page, holder, noun):
        yield from ((p, "apposition") for p in ([*_listed_before(page, holder), holder] if noun.plural else [holder]))
        return
    if holder := _behind_front(page, page.doc[noun.head]):
        yield holder, "apposition"
        return
    yield from ((p, "appointed") for p in appointed(page, page.doc[noun.head]))
    yield from ((p, "copular") for p in _copular(page, noun))


def _behind_front(page: Page, noun: Token) -> ActorMention | None:
    """Who is what a clause begins with: "As president of Oxfam, | she met the envoy"."""
    joint = noun.head
    if noun.dep_ != "pobj" or joint.lower_ != "as" or joint.head.pos_ != "VERB" or not joint.is_sent_start:
        return None
    doers = [page.who(t) for t in subjects(joint.head) if t.i > noun.i]
    return doers[0] if len(doers) == 1 and page.kind(doers[0]) == "person" else None


def _is_taken_apart(page: Page, noun: RoleNoun) -> bool:
    """Whether an office is said to be somebody's before: "on his swearing in as mayor, | President Ana Lima left"."""
    i = noun.start - 1
    while i > 0 and page.doc[i].pos_ in ("ADJ", "DET", "NOUN", "PART", "PROPN"):
        i -= 1
    return i > 0 and page.text(i) == "as" and not page.doc[i].is_sent_start and not page.doc[i - 1].is_punct


def _tells_of(page: Page, person: ActorMention, noun: RoleNoun) -> bool:
    """Whether a clause about the holder begins with somebody's name: "the third president | Ana Lima has met"."""
    subject = page.doc[person.head]
    subject = subject.head if subject.dep_ == "appos" and subject.head.i in range(noun.start, noun.end) else subject
    clause = subject.head
    if subject.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ not in ("relcl", "ccomp"):
        return False
    between = page.doc[clause.head.i + 1 : noun.start] if clause.head.lemma_ == "be" else ()
    said_to_be = len(between) > 0 and all(t.pos_ in ("ADJ", "ADV", "DET", "NUM", "PROPN") for t in between)
    return clause.head.i in range(noun.start, noun.end) or said_to_be


def _is_field(page: Page, i: int) -> bool:
    """Whether a small noun goes on with a body's name: "the Tellus | sales department", not "Tellus | chairman"."""
    token = page.doc[i] if i < len(page.doc) else None
    return token is not None and token.pos_ == "NOUN" and token.is_lower and not is_office(token)


def _is_definite(noun: Token) -> bool:
    """Whether a noun means certain people: "the leaders of", not "two professors at"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "these")) for c in children(noun))


def _past_title(page: Page, i: int, start: int) -> int:
    """The token behind another title of the same person: "Google engineer | and Gmail inventor | Paul Lund"."""
    k = i + 1
    apart = i > 0 and k < len(page.doc) and page.doc[i - 1].is_lower and not is_bare_title(page.doc[i - 1])
    if apart and page.doc[k].is_title and k not in page.at:
        return i  # "the Russian ambassador and | Vice President Ana Lima" are two
    first, second = page.ends.get(start), page.starts.get(k)
    if first and second and first.actor != second.actor and {page.kind(first), page.kind(second)} <= STATES:
        return i  # and so are "the Chadian premier and | Peruvian Foreign Minister Ana Lima"
    while page.text(i) == "and" and k < min(i + _CHAIN + 1, len(page.doc)):
        token = page.doc[k]
        if page.person(k) and (page.doc[k - 1].pos_ == "NOUN" or is_office(page.doc[k - 1])) and k > i + 1:
            return k
        if k not in page.at and token.pos_ not in ("NOUN", "ADJ", "PROPN"):
            break
        k += 1
    return i


def _past_ally(page: Page, person: ActorMention | None) -> ActorMention | None:
    """Who is meant by "the chairman, Ruiz ally | Tom Pell": not whose ally it is."""
    ally = person is not None and person.end < len(page.doc) and page.doc[person.end].tag_ == "NN"
    return (page.person(person.end + 1) or person) if person is not None and ally else person


def _past_whereabouts(page: Page, i: int) -> int:
    """The token behind where a body has its seat: consul at the Chilean embassy | in Norway | Ana Ruiz."""
    place = page.starts.get(i + 1) if page.text(i) == "in" else None
    following = page.past_titles(place.end) if place is not None and page.kind(place) in STATES else i
    return following if page.person(following) else i


def _past_party(page: Page, i: int) -> int:
    """The token behind the party of a person: "chairman of the House committee | Republican | Ana Ruiz"."""
    party = page.starts.get(i)
    return party.end if party is not None and party.form == "demonym" and page.kind(party) == "party" else i


def _past_field(page: Page, i: int) -> int:
    """The token behind what an office is for: the Chilean head "of security", X."""
    field = page.text(i) in ("of", "for") and i + 2 < len(page.doc)
    k = i + 1
    while field and k < len(page.doc) and k not in page.at and page.doc[k].pos_ in ("NOUN", "ADJ", "CCONJ", "PROPN"):
        k += 1
    return k if k > i + 1 and (page.text(k) == "," or page.person(k)) else i


def _apposed(page: Page, noun: RoleNoun, end: int) -> ActorMention | None:
    """Whom "X, a professor at", "X, spokesman for", "the candidate, senator X" stands beside, up to end."""
    head = page.doc[noun.head]
    of_bodies = "bodies" in noun.sections or page.doc[noun.end - 1].lemma_.lower() in actor_words("roles", "of_bodies")
    for child in (named_behind(c) or c for c in appositions(head)):
        if noun.plural and len(conjuncts(child)) == 1:
            continue  # "heads of state, meeting under the president, | Ana Lima": the parser hangs her too high
        if page.kind(page.at.get(child.i)) in {"person", *(ORGANISED if of_bodies else ())}:
            return page.at[child.i]
    token = _one_of(head)
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    holder = page.at.get(token.head.i) if token.dep_ == "appos" else None
    if holder is not None and holder.end <= noun.start and page.kind(holder) in ORGANISED | {"person"}:
        return holder
    i = noun.start - 1
    while (
        i >= 0
        and page.same_sentence(i, noun.start)
        and (i in page.at or page.doc[i].pos_ in ("ADJ", "DET", "NOUN", "PART", "ADV") or joins_nouns(page.doc[i]))
    ):
        i -= 1
    if page.text(i) in _SELVES:
        i -= 1
    holder = page.ends.get(page.before_letters(i))
    subject = head.dep_ in ("nsubj", "nsubjpass") and page.text(end) != ","
    beside = page.text(i) == "," and not subject and head.dep_ != "compound"
    if i > 0 and (beside or _is_dash(page.doc[i])) and page.kind(holder) == "person":
        return holder
    return None


def _is_dash(token: Token) -> bool:
    """Whether a mark sets off what follows: "Ana Ruiz - spokeswoman for"."""
    return token.text in ("-", "--", "\u2013", "\u2014") and bool(token.whitespace_ and token.nbor(-1).whitespace_)


def _one_of(noun: Token) -> Token:
    """The "one" of "one of the founders", else the noun itself."""
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one"
    return noun.head.head if counted else noun


def _listed_before(page: Page, person: ActorMention) -> list[ActorMention]:
    """Those of one kind joined in front of one: "A, B and C, both senators", "A and B, affiliates of C"."""
    i = person.start - 1
    while page.text(i) in ("and", ","):
        i -= 1
    other = page.ends.get(i + 1) if i < person.start - 1 else None
    if other is None or page.kind(other) != page.kind(person) or not page.same_sentence(other.start, person.start):
        return []
    return [*_listed_before(page, other), other]


def _copular(page: Page, noun: RoleNoun) -> Iterator[ActorMention]:
    """Who is, was or became it; who "the candidates elected were"."""
    head = _one_of(page.doc[noun.head])
    verb = head.head
    if verb.lemma_ not in _COPULAS:
        return
    if head.dep_ == "attr":
        subject = _subject(verb)
        if subject is not None and (holder := page.who(subject)) and page.kind(holder) in ORGANISED | {"person"}:
            yield holder
    elif head.dep_ == "nsubj" and not noun.plural:  # the party, whose leader is | X
        named = (page.at.get(c.i) for c in children(verb) if c.dep_ == "attr")
        yield from (m for m in named if m is not None and page.kind(m) == "person")
    elif head.dep_ == "nsubj" and (person := page.next_person(verb.i + 1)):
        yield from page.listed(person, loosely=True)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb it is joined to."""
    for child in children(verb):
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return _subject(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") else None
