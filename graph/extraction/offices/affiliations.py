"""Who belongs to what without an office being named: "X of PARTY", "PARTY's X", "X (PARTY)", "Democrat X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, ActorMention
from graph.extraction.naming.persons import is_office
from graph.extraction.offices.role_reading import AFFILIATING, Page, Role
from graph.extraction.tokens import POSSESSIVE, children, lower_words, sentence_starts
from graph.extraction.wordlists import actor_words

MEMBER = "member of"
_TIMES = frozenset({"formerly", "previously", "now"})
_PARTY_LETTERS = frozenset({"d", "r", "i"})
_SPEAKING = frozenset({"say", "tell", "add", "warn", "comment", "note", "explain", "write", "report", ","})
_RULING = ("president", "minister", "premier", "chancellor")
_OWN = frozenset({"my", "our", "your", "his", "her", "its", "their", "whose"})


def affiliations(page: Page) -> Iterator[Role]:
    """The memberships of a document, person by person."""
    for person in page.mentions:
        if page.kind(person) == "person":
            yield from _of_party(page, person)
            yield from _for_party(page, person)
            yield from _partys(page, person)
            yield from _bracketed(page, person)
            yield from _elected_in(page, person)
            yield from _adherent(page, person)
            yield from _running_for(page, person)
    yield from _own_party(page)
    yield from _is_adherent(page)
    yield from _respectively(page)
    yield from _adherents_are(page)
    yield from _in_charge(page)


def _member(source: ActorMention, target: ActorMention, at: int, rule: str, predicate: str = MEMBER) -> Role:
    return Role(source, target, at, at + 1, predicate, rule)


def _of_party(page: Page, person: ActorMention) -> Iterator[Role]:
    """X of PARTY; X from PARTY where syntax agrees; X, of PARTY."""
    aged = page.past_age(person.end)
    i = page.after(aged, ",", *_TIMES)
    with_whom = page.text(i) == "with" and page.text(i - 1) in _TIMES
    if not (page.text(i) in AFFILIATING or with_whom) or not page.same_sentence(i, person.start):
        return
    target = page.organisation(i + 1)
    if target is None or page.text(i + 1) == "respectively" or _is_taken(page, person, i):
        return
    if page.text(target.end) in POSSESSIVE and page.kind(part := page.starts.get(target.end + 1)) in ORGANISED:
        target = part or target  # from the university's | Institute of Geology
    town = page.starts.get(target.end + 1) if page.text(target.end) == "," else None
    if page.text(i - 1) == "," and page.kind(target) == "organisation" and page.kind(town) == "region":
        return  # "Ana Ruiz, of Ash Crescent, Leeds" lives there
    if page.text(i - 1) == "," and page.doc[target.end - 1].lower_ == "court" and page.kind(town) == "region":
        return  # nor is a house called "Ash Court" one of law
    if aged > person.end and page.doc[target.end - 1].lower_ not in actor_words("organisations", "words"):
        return  # "Ana Ruiz, 31, of Ravenholm" is from a place
    attached = person.start <= page.doc[i].head.i < person.end or _works_there(page, person, i, target)
    if page.text(i) == "of" or attached or page.kind(target) == "party":
        yield _member(person, target, i, "name of organisation")


def _works_there(page: Page, person: ActorMention, preposition: int, body: ActorMention) -> bool:
    """Whether "from" right behind a name says where somebody works."""
    learned = (
        page.doc[body.end - 1].lower_ in actor_words("organisations", "learned")
        or page.text(body.start) == "university"
    )
    return preposition == person.end and learned


def _is_taken(page: Page, person: ActorMention, preposition: int) -> bool:
    """Whether "from" says whence somebody is taken or sent: "discharged Ana Ruiz from the hospital"."""
    name = page.doc[person.head]
    undergoes = name.dep_ in ("dobj", "nsubjpass") and page.text(preposition) == "from"
    return undergoes and name.head.lemma_ in actor_words("roles", "taking")


def _for_party(page: Page, person: ActorMention) -> Iterator[Role]:
    """X for ORGANISATION said."""
    if page.text(person.end) == "for" and (target := page.organisation(person.end + 1)):
        following = page.doc[target.end] if target.end < len(page.doc) else None
        if following is not None and (following.lemma_ in _SPEAKING) and page.same_sentence(target.end, person.start):
            yield _member(person, target, person.end, "speaking for", "speak for")


def _partys(page: Page, person: ActorMention) -> Iterator[Role]:
    """PARTY's X, and those joined to X; ORGANISATION's Dr X."""
    mark = person.start - 1
    while page.text(mark) in actor_words("titles", "courtesy"):
        mark -= 1
    owned = mark > 0 and page.doc[mark].text in POSSESSIVE
    target = page.ends.get(mark) or page.who(page.doc[mark - 1]) if owned else None
    if target is not None and page.kind(target) in ORGANISED:
        for other in page.listed(person, loosely=False):
            yield _member(other, target, mark, "possessive")


def _bracketed(page: Page, person: ActorMention) -> Iterator[Role]:
    """X (Labour)."""
    target = page.starts.get(person.end + 1) if page.text(person.end) == "(" else None
    if target is not None and page.kind(target) in ORGANISED and page.text(target.end) in (")", ",", "-"):
        yield _member(person, target, person.end, "parenthesis")


def _elected_in(page: Page, person: ActorMention) -> Iterator[Role]:
    """X (D-Ohio); X, R-Texas."""
    i = person.end
    lettered = page.text(i) in ("(", ",") and page.text(i + 1) in _PARTY_LETTERS and page.text(i + 2) == "-"
    state = page.starts.get(i + 3) if lettered else None
    if state is not None and page.kind(state) == "region":
        yield _member(person, state, i + 1, "parenthesis", "member for")


def _adherent(page: Page, person: ActorMention) -> Iterator[Role]:
    """Democrat X, Sandinista X, pro-independence localist X."""
    target = page.ends.get(person.start) or _party_before_title(page, person)
    if target is not None and page.kind(target) in ORGANISED and page.same_sentence(target.start, person.start):
        noun = page.doc[target.head].pos_ in ("NOUN", "PROPN", "ADJ")
        if noun and (target.form == "demonym" or page.why(target) == "adherents"):
            yield _member(person, target, target.head, "adherent")


def _party_before_title(page: Page, person: ActorMention) -> ActorMention | None:
    """The party of "Republican Ohio Governor X", "Democratic Senator X"."""
    i = person.start
    while i > 0 and is_office(page.doc[i - 1]) and page.text(i - 1) not in actor_words("roles", "of_bodies"):
        i -= 1
    state = page.ends.get(i) if i < person.start else None
    party = page.ends.get(state.start) if page.kind(state) == "region" and state else state
    return party if page.kind(party) == "party" else None


def _own_party(page: Page) -> Iterator[Role]:
    """Her Liberal Party; his party, if known; Costa's Liberal Party; the Liberal Party of President Costa."""
    for party in page.mentions:
        owners = [c for c in children(page.doc[party.head]) if c.dep_ == "poss" and c.i < party.start]
        if page.text(party.end) == "of" and not owners:  # "the Golkar Party of President Suharto"
            last = page.past_titles(page.after(party.end + 1, "prime", *_RULING))
            owners = [page.doc[last]] if last < len(page.doc) and page.person(last) is not None else []
        person = page.who(owners[0]) if owners and page.kind(party) == "party" and party.form == "name" else None
        if person is not None and owners[0].tag_ != "PRP$" and page.kind(person) == "person":
            yield _member(person, party, party.head, "own party")
    for word in (page.doc[i] for i, word in enumerate(lower_words(page.doc)) if word in _OWN):
        if word.tag_ != "PRP$" or word.dep_ != "poss" or page.kind(person := page.who(word)) != "person":
            continue
        noun = word.head
        beside = next((c for c in children(noun) if c.dep_ == "appos" and c.i in page.at), None)
        target = page.at.get(noun.i) or (page.at[beside.i] if beside is not None else None)
        target = target or (page.who(noun) if noun.lemma_ == "party" else None)
        if noun.i not in page.at and noun.dep_ == "dobj" and noun.head.lemma_ in actor_words("roles", "leading"):
            continue  # "led his party": said by the verb
        belongs = (noun.i in page.at or noun.lemma_ == "party") and page.kind(target) == "party"
        belongs = belongs or (noun.lemma_ in actor_words("organisations", "joined") and page.kind(target) in ORGANISED)
        if person is not None and target is not None and belongs:
            yield _member(person, target, noun.i, "own party")


def _is_adherent(page: Page) -> Iterator[Role]:
    """X, a Democrat; X is a Liberal Democrat."""
    for target in page.mentions:
        head = page.doc[target.head]
        if page.kind(target) != "party" or not (target.form == "demonym" or page.why(target) == "adherents"):
            continue
        if head.dep_ == "appos":
            holder = page.at.get(head.head.i)
        elif head.dep_ == "attr" and head.head.lemma_ == "be":
            holder = next((page.who(c) for c in children(head.head) if c.dep_ == "nsubj"), None)
        else:
            continue
        if holder is not None and page.kind(holder) == "person":
            yield _member(holder, target, target.head, "adherent")


def _running_for(page: Page, person: ActorMention) -> Iterator[Role]:
    """For PARTY, X was elected."""
    i = sentence_starts(page.doc)[person.start]
    target = page.organisation(i + 1) if page.text(i) == "for" else None
    if target is None or page.kind(target) not in ("party", "organisation"):
        return
    if page.text(target.end) == "," and target.end + 1 == person.start:
        yield _member(person, target, i, "running for")


def _respectively(page: Page) -> Iterator[Role]:
    """A and B of respectively P and Q; A and B of P and Q respectively."""
    for token in (page.doc[i] for i, word in enumerate(lower_words(page.doc)) if word == "respectively"):
        inside = [m for m in page.mentions if page.same_sentence(m.start, token.i)]
        targets = [m for m in inside if page.kind(m) in ORGANISED]
        people = [m for m in inside if page.kind(m) == "person"]
        before = page.text(token.i - 1) in AFFILIATING
        targets = [m for m in targets if m.start > token.i] if before else [m for m in targets if m.end <= token.i][-2:]
        people = [m for m in people if m.end < (token.i if before else targets[0].start if targets else 0)]
        if len(targets) > 1 and len(people) >= len(targets):
            for source, target in zip(people[-len(targets) :], targets, strict=True):
                yield _member(source, target, token.i, "respectively")


def _adherents_are(page: Page) -> Iterator[Role]:
    """The anti-monarchists elected were A and B."""
    for target in page.mentions:
        verb = page.doc[target.head].head
        if page.why(target) != "adherents" or verb.lemma_ != "be" or page.doc[target.head].dep_ != "nsubj":
            continue
        person = page.next_person(verb.i + 1)
        if person is not None:
            for other in page.listed(person, loosely=True):
                yield _member(other, target, target.head, "copular")


def _in_charge(page: Page) -> Iterator[Role]:
    """X, in charge of BODY; the general in command of BODY, X; X is at the head of BODY."""
    for noun in (page.doc[i] for i, word in enumerate(lower_words(page.doc)) if word in actor_words("roles", "charge")):
        way = noun.head
        behind = [t for c in children(noun) if c.lower_ == "of" for t in children(c) if t.dep_ == "pobj"]
        led = page.who(behind[0]) if behind and noun.dep_ == "pobj" and way.lower_ in ("at", "in") else None
        leader = _before_charge(page, way) if led is not None and page.kind(led) in ORGANISED else None
        if led is not None and leader is not None and page.kind(leader) in ORGANISED | {"person"}:
            yield _member(leader, led, noun.i, "in charge", f"{way.lower_} {noun.lower_} of")


def _before_charge(page: Page, way: Token) -> ActorMention | None:
    """Who is in charge: the subject of "is", the name itself, or the one that an office beside it is given to."""
    above = way.head
    if above.pos_ in ("VERB", "AUX"):
        beside = above.lemma_ == "be" or (way.i < above.i and page.text(way.i - 1) == ",")
        return next((page.who(c) for c in children(above) if c.dep_ == "nsubj" and c.i < way.i and beside), None)
    told = [above.head] if above.dep_ == "appos" else [c for c in children(above) if c.dep_ == "appos"]
    return page.who(above) or next((who for t in told if (who := page.who(t)) is not None), None)
