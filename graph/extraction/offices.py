"""Who holds an office that is named: titles, appositions, "X is the president of Y", appointments, kin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.extraction.annotations import ActorMention
from graph.extraction.appointments import appointed, appointing, change_of_office
from graph.extraction.candidates import words
from graph.extraction.role_nouns import RoleNoun, role_nouns
from graph.extraction.role_reading import ORGANISED, POSSESSIVE, STATES, Page, Role, said
from graph.extraction.subjects import appositions

_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "to", "from"})
# What may be said to be "to" or "for" a country: an ambassador to Turkey is one of another country's.
_SENT = frozenset({"ambassador", "envoy", "representative", "consul", "commissioner", "rapporteur", "coordinator", "mp",
                   "minister", "emissary", "nuncio", "delegate", "correspondent"})  # fmt: skip
_COPULAS = frozenset({"be", "become", "remain"})
_LEFT = 7
_RIGHT = 9


@dataclass(frozen=True, slots=True)
class _Target:
    mention: ActorMention
    preposition: str


def offices(page: Page) -> Iterator[Role]:
    """The offices of a document, noun by noun."""
    apposed: list[tuple[ActorMention, str]] = []
    last = 0
    for noun in sorted([*role_nouns(page.doc), *_plain_nouns(page)], key=lambda n: n.start):
        if noun.head in page.at and page.why(page.at[noun.head]) not in ("its people",):
            continue
        within = page.at.get(noun.start)
        if within is not None and noun.start < within.end <= noun.head:  # the "Legislative Council" | member
            noun = replace(noun, start=within.end)
        left, right = _left_targets(page, noun), _right_targets(page, noun)
        left = left or _of_which(page, noun)
        end = max([noun.end, *(t.mention.end for t in right)])
        if left and right and right[0].preposition != "of":
            right = []
        if right and len(left) == 1 and page.kind(left[0].mention) == "people":
            left = []  # the Anglican archbishop of Perth
        if len(left) == 1 and (state := _state_before(page, left[0].mention)):
            right = [_Target(state, "of"), *right]
        if not left and not right:
            right = [_Target(m, "of") for m in appointing(page, page.doc[noun.head])]
        holders = list(_holders(page, noun, end, owned=bool(left)))
        if not holders and apposed and _goes_on(page, last, noun):
            holders = apposed
        apposed = [(h, rule) for h, rule in holders if rule != "title"]
        last = max([noun.end, *(t.mention.end for t in right)])
        yield from _joined(page, noun, holders, left, right)


def _joined(
    page: Page, noun: RoleNoun, holders: list[tuple[ActorMention, str]], left: list[_Target], right: list[_Target]
) -> Iterator[Role]:
    """Each holder with each target; as many of the one as of the other go in pairs."""
    if len(left) > 1:
        if len(left) != len(holders):
            return
        pairs = [(h, rule, t) for (h, rule), t in zip(holders, left, strict=True)]
    else:
        pairs = [(h, rule, t) for h, rule in holders for t in [*left, *right] or _behind(page, noun, h)]
    for source, rule, target in pairs:
        if _fits(page, noun, source, target):
            yield _role(page, noun, source, target, rule)


def _goes_on(page: Page, last: int, noun: RoleNoun) -> bool:
    """Whether the noun carries on the one before: "a co-founder of Coursera and a professor at Stanford"."""
    between = page.doc[last : noun.start]
    return (
        0 < len(between) <= 4
        and any(t.lower_ == "and" for t in between)
        and all(t.pos_ in ("CCONJ", "DET", "ADJ", "PUNCT") for t in between)
    )


def _role(page: Page, noun: RoleNoun, source: ActorMention, target: _Target, rule: str) -> Role:
    start = noun.start
    while (
        start > 0 and page.doc[start - 1].dep_ == "amod" and page.doc[start - 1].is_lower and start - 1 not in page.at
    ):
        start -= 1
    predicate = f"{said(page.doc, start, noun.end)} {target.preposition}"
    verb = change_of_office(page.doc[noun.head])
    event = verb is not None
    if verb is not None:
        predicate = f"{verb.lemma_} as {predicate}"
    return Role(source, target.mention, start, noun.end, predicate, rule, event)


# --- of what ------------------------------------------------------------------------------------------


def _left_targets(page: Page, noun: RoleNoun) -> list[_Target]:
    """What stands before the noun: "Kenyan prime minister", "Podemos' deputy leader", "Nokia co-founder"."""
    doc = page.doc
    for i in range(noun.start, max(-1, noun.start - _LEFT), -1):
        if mention := page.ends.get(i):
            possessive = doc[i].text in POSSESSIVE
            if page.kind(mention) == "person" and not possessive:
                return []
            whole = _before_adjective(page, mention)
            return [_Target(m, "of") for m in ([whole] if whole else _joined_before(page, mention))]
        before = doc[i - 1] if i else None
        if before is not None and before.text == ")" and (mention := _before_aside(page, i - 1)):
            return [_Target(mention, "of")]
        if before is not None and before.tag_ in ("PRP$", "WP$"):
            return [_Target(owner, "of")] if (owner := page.who(before)) else []
        if before is not None and before.text in POSSESSIVE and i - 1 not in page.ends:
            return [_Target(owner, "of")] if (owner := page.who(doc[i - 2])) else []
        if before is None or not page.same_sentence(i - 1, noun.start):
            return []
        if (
            before.text not in ("-", *POSSESSIVE)
            and not _joins_nouns(before)
            and (
                before.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB", "PART", "NUM")
                or before.tag_ in ("VBD", "VBZ", "VBP", "VB")
            )
        ):
            return []
    return []


def _before_aside(page: Page, i: int) -> ActorMention | None:
    """The body in front of "(ABC)" that ends at token i: "the Union of Miners (UFM) secretary"."""
    mention = page.ends.get(i - 2) if i > 2 and page.text(i - 2) == "(" else None
    return mention if page.kind(mention) in ORGANISED else None


def _before_adjective(page: Page, adjective: ActorMention) -> ActorMention | None:
    """Whose "Tasmanian president" it is in "the Farmers Federation's Tasmanian president", "UN Middle East envoy"."""
    if page.kind(adjective) not in STATES:
        return None
    possessive = page.text(adjective.start - 1) in POSSESSIVE and adjective.form == "demonym"
    owner = page.ends.get(adjective.start - 1 if possessive else adjective.start)
    return owner if page.kind(owner) in ORGANISED and owner is not None and owner.form == "name" else None


def _state_before(page: Page, party: ActorMention) -> ActorMention | None:
    """The state of "Ohio Democratic senator"."""
    state = page.ends.get(party.start) if page.kind(party) == "party" else None
    return state if page.kind(state) in STATES else None


def _of_which(page: Page, noun: RoleNoun) -> list[_Target]:
    """The organisation of "the union, of which Diaz was twice president"."""
    verb = page.doc[noun.head].head
    if page.doc[noun.head].dep_ != "attr" or verb.dep_ != "relcl":
        return []
    for token in page.doc[verb.left_edge.i : verb.i]:
        if token.lower_ == "which" and page.text(token.i - 1) == "of" and (owner := page.who(token)):
            return [_Target(owner, "of")]
    return []


def _joins_nouns(token: Token) -> bool:
    """Whether an "and" joins the small nouns of one office: "information and broadcasting minister"."""
    if token.lower_ != "and" or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return all(t.pos_ in ("NOUN", "ADJ") and t.is_lower for t in (token.nbor(-1), token.nbor()))


def _joined_before(page: Page, mention: ActorMention) -> list[ActorMention]:
    """The mention and demonyms joined in front of it: "Russian and Chinese" presidents."""
    found = [mention]
    while mention.form == "demonym" and page.text(mention.start - 1) in ("and", ","):
        other = page.ends.get(mention.start - 1)
        if other is None or other.form != "demonym":
            break
        found.insert(0, other)
        mention = other
    return found


def _right_targets(page: Page, noun: RoleNoun) -> list[_Target]:
    """What follows it behind a preposition: "physicist at the University of Leeds", "president of X and Y"."""
    i = page.after(noun.end, "emeritus", "designate", "elect")
    preposition = page.text(i)
    if preposition not in _PREPOSITIONS:
        return []
    for k in range(i + 1, min(i + 1 + _RIGHT, len(page.doc))):
        mention = page.starts.get(k)
        if mention is not None and preposition == "in" and page.text(mention.end) == "of":
            preposition = "of"  # "director in Chad of the Red Cross"
            continue
        if mention is not None and mention.form != "demonym":
            if page.describes(mention) and page.text(mention.end + 1) == "of":
                continue
            owned = page.starts.get(mention.end + 1) if page.text(mention.end) in POSSESSIVE else None
            mention = owned or mention
            return [_Target(m, preposition) for m in (mention, *_joined_after(page, mention))]
        if k in page.generic and preposition != "in":
            return [_Target(page.generic[k], preposition)]
        token = page.doc[k]
        participle = token.tag_ in ("VBG", "VBN")
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON") and token.text != "-" and not participle:
            break
    return []


def _joined_after(page: Page, mention: ActorMention) -> list[ActorMention]:
    """Further names of the same kind joined by "and"."""
    follow = page.after(mention.end, "and", "&")
    other = page.named(follow) if follow > mention.end else None
    if (
        other is not None
        and page.kind(other) == page.kind(mention) != "person"
        and page.same_sentence(other.start, mention.start)
    ):
        return [other, *_joined_after(page, other)]
    return []


def _behind(page: Page, noun: RoleNoun, source: ActorMention) -> list[_Target]:
    """The country or organisation of "President Nelson Mandela of South Africa", "surgeon Ana Ruiz, of the clinic".

    A minister is not a minister of a party.
    """
    i = page.after(source.end, ",")
    target = page.named(i + 1) if page.text(i) == "of" and page.same_sentence(i, source.start) else None
    if target is None or target.form == "demonym" or page.describes(target):
        return []
    if page.kind(target) == "party" and noun.sections & {"offices", "benches"}:
        return []
    return [_Target(target, "of")] if page.kind(target) in STATES | ORGANISED else []


# --- who ----------------------------------------------------------------------------------------------


def _holders(page: Page, noun: RoleNoun, end: int, *, owned: bool) -> Iterator[tuple[ActorMention, str]]:
    """Who holds the role: behind the title, beside the apposition, on the other side of "is"."""
    if end == noun.end and owned:
        end = _past_field(page, end)
    while end > noun.end and end < len(page.doc) and page.doc[end].pos_ == "NOUN" and page.doc[end].is_lower:
        end += 1
    for at in {noun.end: None, page.past_aside(end) if end > noun.end or owned else noun.end: None}:
        at = page.past_titles(at)
        if (person := page.person(at)) and page.same_sentence(noun.start, at):
            yield from ((p, "title") for p in (page.listed(person, loosely=True) if noun.plural else [person]))
            return
    if holder := _apposed(page, noun):
        yield from ((p, "apposition") for p in ([*_listed_before(page, holder), holder] if noun.plural else [holder]))
        return
    yield from ((p, "appointed") for p in appointed(page, page.doc[noun.head]))
    yield from ((p, "copular") for p in _copular(page, noun))


def _past_field(page: Page, i: int) -> int:
    """The token behind what an office is for: the Chilean head "of security", X."""
    field = page.text(i) in ("of", "for") and i + 2 < len(page.doc)
    k = i + 1
    while field and k < len(page.doc) and page.doc[k].is_lower and page.doc[k].pos_ in ("NOUN", "ADJ", "CCONJ"):
        k += 1
    return k if k > i + 1 and page.text(k) == "," else i


def _apposed(page: Page, noun: RoleNoun) -> ActorMention | None:
    """Whom "X, a professor at", "X, spokesman for" or "the candidate, senator X" stands beside."""
    head = page.doc[noun.head]
    for child in appositions(head):
        if child.i in page.at and page.kind(page.at[child.i]) in ORGANISED | {"person"}:
            return page.at[child.i]
    token = head
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    holder = page.at.get(token.head.i) if token.dep_ == "appos" else None
    if holder is not None and holder.end <= noun.start and page.kind(holder) in ORGANISED | {"person"}:
        return holder
    i = noun.start - 1
    while (
        i >= 0
        and page.same_sentence(i, noun.start)
        and (i in page.at or page.doc[i].pos_ in ("ADJ", "DET", "NOUN", "PART", "ADV") or _joins_nouns(page.doc[i]))
    ):
        i -= 1
    holder = page.ends.get(i)
    if (
        i > 0
        and page.text(i) == ","
        and page.kind(holder) == "person"
        and head.dep_ not in ("nsubj", "nsubjpass", "compound")
    ):
        return holder
    return None


def _listed_before(page: Page, person: ActorMention) -> list[ActorMention]:
    """The persons joined in front of one: "A, B and C, both senators"."""
    i = person.start - 1
    while page.text(i) in ("and", ","):
        i -= 1
    other = page.ends.get(i + 1) if i < person.start - 1 else None
    if other is None or page.kind(other) != "person" or not page.same_sentence(other.start, person.start):
        return []
    return [*_listed_before(page, other), other]


def _copular(page: Page, noun: RoleNoun) -> Iterator[ActorMention]:
    """Who is, was or became it; who "the candidates elected were"."""
    head = page.doc[noun.head]
    verb = head.head
    if verb.lemma_ not in _COPULAS:
        return
    if head.dep_ == "attr":
        subject = _subject(verb)
        if subject is not None and (holder := page.who(subject)) and page.kind(holder) in ORGANISED | {"person"}:
            yield holder
    elif head.dep_ == "nsubj" and noun.plural and (person := page._next_person(verb.i + 1)):
        yield from page.listed(person, loosely=True)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb it is joined to."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return _subject(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") else None


# --- what goes together ---------------------------------------------------------------------------------


def _fits(page: Page, noun: RoleNoun, source: ActorMention, target: _Target) -> bool:
    """Whether one can be this of that: nationality and whereabouts are no office."""
    kind = page.kind(target.mention)
    word = page.doc[noun.end - 1].lemma_.lower()
    if kind in STATES and target.preposition != "of" and not (target.preposition in ("to", "for") and word in _SENT):
        return False
    if kind == "generic" and not noun.sections:
        return False
    if page.kind(source) != "person":
        state_body = kind in STATES and word in words("roles", "state_body")
        return "bodies" in noun.sections and (kind in ORGANISED or state_body)
    if kind == "person":
        return word in words("roles", "of_person")
    if kind in STATES:
        office = bool(noun.sections & {"offices", "benches", "commands"}) and word not in words("roles", "no_office")
        return office or word in words("roles", "of_state")
    return noun.sections != {"bodies"}


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
    for token in page.doc:
        if token.i in listed or token.tag_ != "NN" or token.i in page.at or token.lemma_ in words("roles", "no_member"):
            continue
        if token.lemma_.lower() in words("generic", "people") and page.text(token.i + 1) in ("at", "for", "with"):
            yield RoleNoun(token.i, token.i + 1, token.i, frozenset(), False)
            continue
        if token.dep_ != "appos":
            continue
        described = any(c.dep_ == "det" for c in token.children) and page.text(token.i + 1) in (
            "at",
            "for",
            "with",
            "of",
        )
        if described and page.kind(page.at.get(token.head.i)) == "person":
            yield RoleNoun(token.i, token.i + 1, token.i, frozenset(), False)
