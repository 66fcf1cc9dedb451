"""Of what an office is: the country or body in front of its noun, behind it, or behind its holder's name."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from graph.extraction.annotations import ORGANISED, STATES, ActorMention
from graph.extraction.offices.role_nouns import RoleNoun
from graph.extraction.offices.role_reading import Page
from graph.extraction.tokens import POSSESSIVE
from graph.extraction.wordlists import actor_words

_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "to", "from", "on"})
_LEFT = 7
_RIGHT = 9


@dataclass(frozen=True, slots=True)
class Target:
    """Of what an office is, and the preposition that says so."""

    mention: ActorMention
    preposition: str


def left_targets(page: Page, noun: RoleNoun) -> list[Target]:
    """What stands before the noun: "Kenyan prime minister", "Podemos' deputy leader", "Nokia co-founder"."""
    doc = page.doc
    for i in range(noun.start, max(-1, noun.start - _LEFT), -1):
        if (mention := page.ends.get(i)) and not is_whence(page, mention):
            possessive = doc[i].text in POSSESSIVE
            if page.kind(mention) == "person" and not possessive:
                return (
                    [Target(mention, "of")] if i == noun.start and serves(page, noun) else []
                )  # "Nwosu spokesman Femi Bako"
            whole = _before_adjective(page, mention)
            return [Target(m, "of") for m in ([whole] if whole else _joined_before(page, mention))]
        before = doc[i - 1] if i else None
        if before is not None and (body := page.bare(before) or page.unnamed(before)):
            return [Target(body, "of")]
        if before is not None and before.text == '"' and (mention := page.ends.get(i - 1)):
            return [Target(mention, "of")] if page.kind(mention) in ORGANISED else []  # the "Le Soir" correspondent
        if before is not None and before.text == ")" and (mention := _before_aside(page, i - 1)):
            return [Target(mention, "of")]
        if before is not None and before.text == "," and i == noun.start and (town := _before_state(page, i - 1)):
            return [Target(town, "of")]
        if before is not None and before.tag_ in ("PRP$", "WP$"):
            return [Target(owner, "of")] if (owner := page.who(before)) else []
        if before is not None and before.text in POSSESSIVE and i - 1 not in page.ends:
            owner = page.who(doc[i - 2]) or _office_holder(page, doc[i - 2])
            return [Target(owner, "of")] if owner else []
        if before is None or not page.same_sentence(i - 1, noun.start):
            return []
        if (
            before.text not in ("-", *POSSESSIVE)
            and not joins_nouns(before)
            and (
                before.pos_ not in ("NOUN", "PROPN", "ADJ", "ADV", "VERB", "PART", "NUM")
                or before.tag_ in ("VBD", "VBZ", "VBP", "VB")
            )
        ):
            return []
    return []


def serves(page: Page, noun: RoleNoun) -> bool:
    """Whether it is an office that one has with a person: a spokesman, a coach."""
    token = page.doc[noun.end - 1]
    taken = token.lower_.removesuffix("s") if noun.plural else ""  # "aides" may be taken for a form of "aid"
    said = {token.lemma_.lower(), taken, page.doc[noun.head].lemma_.lower()}  # "secretary of state"
    return not said.isdisjoint(actor_words("roles", "of_person"))


def is_whence(page: Page, mention: ActorMention) -> bool:
    """Whether a name only says where something has its seat: "a Dubai-based lawyer"."""
    return page.text(mention.end) == "-" and page.text(mention.end + 1) == "based"


def _office_holder(page: Page, noun: Token) -> ActorMention | None:
    """Who has an office and no name, but a country or body: "the Kenyan president's | spokesman"."""
    holder = page.generic.get(noun.i)
    return holder if holder is not None and holder.start in page.starts else None


def _only_begins(page: Page, mention: ActorMention) -> bool:
    """Whether a country only begins the name of a body: "president of the All India | Weavers Committee"."""
    token = page.doc[mention.head]
    body = page.at.get(token.head.i) if token.dep_ in ("compound", "nmod") else None
    return (
        body is not None and body.start >= mention.end and page.kind(mention) in STATES and page.kind(body) in ORGANISED
    )


def _before_aside(page: Page, i: int) -> ActorMention | None:
    """The body in front of "(ABC)" that ends at token i: "the Union of Miners (UFM) secretary"."""
    mention = page.ends.get(i - 2) if i > 2 and page.text(i - 2) == "(" else None
    return mention if page.kind(mention) in ORGANISED else None


def _before_state(page: Page, comma: int) -> ActorMention | None:
    """The town or county whose state stands between commas: "Marlow County, Ohio, | Sheriff X"."""
    state = page.ends.get(comma)
    town = page.ends.get(state.start - 1) if state is not None and page.text(state.start - 1) == "," else None
    return town if page.kind(state) == page.kind(town) == "region" else None


def _before_adjective(page: Page, adjective: ActorMention) -> ActorMention | None:
    """Whose it is in "the SNP's Westminster leader", "UN Middle East envoy", "its Kenya and Somalia director"."""
    if page.kind(adjective) not in STATES:
        return None
    first = adjective.start
    while page.text(first - 1) == "and" and page.kind(other := page.ends.get(first - 1)) in STATES and other:
        first = other.start
    if page.text(first - 1) not in ("its", "their"):
        owner = page.ends.get(first - 1 if page.text(first - 1) in POSSESSIVE else first)
        return owner if page.kind(owner) in ORGANISED and owner is not None and owner.form == "name" else None
    owner = page.who(page.doc[first - 1])
    return owner if page.kind(owner) in ORGANISED else None


def state_before(page: Page, between: ActorMention) -> ActorMention | None:
    """The state of "Ohio Democratic senator", "Chile's deputy UN ambassador"."""
    if page.kind(between) not in ("party", "international organisation"):
        return None
    i = between.start
    while page.text(i - 1) in actor_words("roles", "ranks"):
        i -= 1
    state = page.ends.get(i - 1 if page.text(i - 1) in POSSESSIVE else i)
    return state if page.kind(state) in STATES else None


def of_which(page: Page, noun: RoleNoun) -> list[Target]:
    """The organisation of "the union, of which Diaz was twice president", "Alva Lex, where Diaz is a partner"."""
    verb = page.doc[noun.head].head
    if page.doc[noun.head].dep_ != "attr" or verb.dep_ != "relcl":
        return []
    for token in page.doc[verb.left_edge.i : verb.i]:
        if token.lower_ == "where" and page.kind(where := page.at.get(verb.head.i)) in ORGANISED and where:
            return [Target(where, "at")]
        if token.lower_ == "which" and page.text(token.i - 1) == "of" and (owner := page.who(token)):
            return [Target(owner, "of")]
    return []


def joins_nouns(token: Token) -> bool:
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


def right_targets(page: Page, noun: RoleNoun) -> list[Target]:
    """What follows it behind a preposition: "physicist at the University of Leeds", "president of X and Y"."""
    i = _past_speciality(page, page.after(noun.end, "emeritus", "designate", "elect"))
    preposition = page.text(i)
    if preposition == "," and (body := _after_comma(page, noun)):
        return [Target(body, "of")]
    if preposition not in _PREPOSITIONS:
        return []
    for k in range(i + 1, min(i + 1 + _RIGHT, len(page.doc))):
        mention = page.starts.get(k)
        if mention is not None and preposition == "in" and page.text(mention.end) == "of":
            preposition = "of"  # "director in Chad of the Red Cross"
            continue
        if mention is not None and (is_whence(page, mention) or _only_begins(page, mention)):
            continue
        if mention is not None and page.kind(mention) == "person" and _is_of_state(page, noun):
            return []  # the Swedish minister for culture | X
        if mention is not None and mention.form != "demonym":
            if page.describes(mention) and (page.text(mention.end + 1) == "of" or mention.end + 1 in page.starts):
                continue  # "the leader of the Senate minority | Liberals"
            mention = _owned(page, mention) or mention
            if preposition == "on" and page.doc[mention.end - 1].lower_ not in actor_words("roles", "sat_on"):
                return []
            return [Target(m, preposition) for m in (mention, *_joined_after(page, mention))]
        token = page.doc[k]
        if token.lower_ == "and" and page.text(k + 1) in ("a", "an"):
            return []  # the author of the study and a | biologist at
        meant = k in page.generic or (token.pos_ == "NOUN" and token.dep_ == "pobj")  # a spokesman for "the force"
        called = (page.who(token) or page.generic.get(k)) if meant else None
        if called is not None and preposition != "in":
            return [Target(called, preposition)]
        participle = token.tag_ in ("VBG", "VBN")
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON") and token.text != "-" and not participle:
            break
    return []


def _past_speciality(page: Page, i: int) -> int:
    """The token behind what somebody is good at: a professor "specialising in ships" | at."""
    if page.text(i) not in ("specialising", "specializing"):
        return i
    following = range(i + 2, min(i + 2 + _RIGHT, len(page.doc)))
    return next((k for k in following if page.text(k) in ("at", "with", "for") and page.same_sentence(i, k)), i)


def _owned(page: Page, owner: ActorMention) -> ActorMention | None:
    """What somebody owns who is named: "at Lima's elite | San Marcos University", "of Chad's ruling | Renova"."""
    k = owner.end + 1
    while page.text(owner.end) in POSSESSIVE and k < len(page.doc) and _describes(page.doc[k]) and k not in page.at:
        k += 1
    owned = page.starts.get(k) if page.text(owner.end) in POSSESSIVE else None
    return owned if k == owner.end + 1 or page.kind(owned) in ORGANISED else None


def _describes(word: Token) -> bool:
    """Whether a word is an adjective, or a participle that serves as one."""
    return word.pos_ == "ADJ" or (word.tag_ in ("VBG", "VBN") and word.dep_ == "amod")


def _after_comma(page: Page, noun: RoleNoun) -> ActorMention | None:
    """The body of "Ana Ruiz, president, Nordvik Energi": a bare office between commas."""
    person = page.ends.get(noun.start - 1) if page.text(noun.start - 1) == "," else None
    body = page.starts.get(noun.end + 1)
    if page.kind(person) != "person" or body is None or page.kind(body) not in ORGANISED or body.form == "demonym":
        return None
    return body if page.text(body.end) in (",", ".", ";", '"', "") else None


def _is_of_state(page: Page, noun: RoleNoun) -> bool:
    """Whether an office is one of a state and nobody's: a minister for something, not for somebody."""
    word = page.doc[noun.end - 1].lemma_.lower()
    return noun.sections <= {"offices", "benches"} and word not in actor_words("roles", "of_person")


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


def behind(page: Page, noun: RoleNoun, source: ActorMention) -> list[Target]:
    """The country or organisation of "President Nelson Mandela of South Africa", "surgeon Ana Ruiz, of the clinic".

    A minister is not a minister of a party.
    """
    i = page.after(source.end, ",")
    joint = page.text(i)
    bench = joint == "on" and "benches" in noun.sections  # Justice X on the Supreme Court
    target = page.named(i + 1) if (joint == "of" or bench) and page.same_sentence(i, source.start) else None
    if target is None or target.form == "demonym" or page.describes(target):
        return []
    if bench:
        court = page.doc[target.start : target.end].text.lower().split()
        return [Target(target, "on")] if "court" in court else []
    if page.kind(target) == "party" and noun.sections & {"offices", "benches"}:
        return []
    return [Target(target, "of")] if page.kind(target) in STATES | ORGANISED else []
