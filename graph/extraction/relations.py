"""What a predicate means between its source and target: predicate -> relation type.

The lexicon (`lexicon.py`) says what a verb, noun or adjective states by itself. Operators
(`data/operators.toml`) say what a head makes of the noun it governs: to lift a blockade concedes, to
suspend aid sanctions, to launch an attack attacks. Both are composed from the inside out along the
words between the head and the target.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from graph.extraction.annotations import BY_FORCE, Sense
from graph.extraction.factuality import factuality
from graph.extraction.senses.lexicon import (
    PARTS,
    Entry,
    PartOfSpeech,
    lexicon,
    refuse,
    word_classes,
)
from graph.extraction.senses.spelling import is_felt, part_of, spellings
from graph.extraction.senses.surroundings import Surroundings, counts, covers, first_preposition, leading
from graph.extraction.senses.usage import commonly
from graph.extraction.syntax.complements import is_call, postposed, serves_time, small_clause, takes_infinitive
from graph.extraction.syntax.phrases import after_of, conjuncts
from graph.extraction.syntax.recipients import taken_for_owner
from graph.extraction.tokens import children
from graph.extraction.wordlists import DATA, listed, read_toml, word_lists, words
from graph.links import RELATIONS, LinkKind

_OBJECTS = frozenset(("dobj", "obj", "oprd", "attr", "nsubjpass"))
_REASONS = frozenset(("over", "about", "amid", "in"))
CALLED = Sense("OTHER", "neutral", "speech", rule="call something")
_ATTITUDES = {"ACCUSE": -1, "REJECT": -1, "SUPPORT": 1, "AGREE": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """A sense, and how the target stands to it.

    `owner` is true where the target is the one whose act the words name ("Russia's attack"), not the
    one it befalls. `fits` is false where the words are known but do not reach the target.
    """

    sense: Sense
    owner: bool = False
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Operator:
    """What a head makes of the relation it governs; "same" leaves it as it is."""

    name: str
    over: Mapping[str, str]
    owner: str | None
    kind: LinkKind | None
    converse: bool


def sense(head: Token, chain: Sequence[Token]) -> Sense | None:
    """What a predicate says of its target, or None where it says nothing we know.

    Parameters
    ----------
    head : Token
        The predicate's head: a verb, an event noun, or a predicative noun or adjective.
    chain : sequence of Token
        The tokens on the way from the head down to the target, both exclusive, in order.

    Returns
    -------
    Sense or None
    """
    reading = read(head, tuple(chain))
    return commonly(reading.sense) if reading is not None and reading.fits else None


def owns(noun: Token, chain: Sequence[Token]) -> bool:
    """Whether who stands at the end of a way did what a noun says, rather than suffered it: "the refusal of Chad"."""
    found = read(noun, tuple(chain))
    return found is not None and found.owner


def read(head: Token, chain: tuple[Token, ...]) -> Reading | None:
    """The reading of a head and its way to the target, whether or not it fits."""
    if not chain and head.lemma_ in words("control", "urging") and takes_infinitive(head):
        return Reading(Sense("REQUEST", "neutral", "speech", rule=f"{head.lemma_} to"))
    if not chain and is_call(head):
        return Reading(Sense("CONSULT", "cooperative", "event", rule="go to see"))
    entry, part = _best_entry(head, chain)
    if head.pos_ == "NOUN" and part == "verbs" and first_preposition(chain) == "by":  # "his arrest by the army"
        bare = read(head, ())
        return None if bare is None else replace(bare, owner=True, fits=True)
    released = acted_on(head) if chain and chain[0].lower_ == "from" else []  # "released pages from his account"
    publishing = any(t.lemma_.lower() in words("control", "publishing") for t in (head, *chain))
    if publishing and _publishes([*chain, *released]):
        return None
    if _looks_into(head, chain) or any(_is_other_thing(noun) for noun in (head, *chain)):
        return None
    if entry is not None and part == "verbs" and (_is_other_verb(head, entry) or _is_named(head, entry, chain)):
        if _gives_name(head) and (not chain or chain[0].lemma_.lower() in words("stand_ins", "products")):
            return Reading(CALLED)
        entry = None
    if head.pos_ == "VERB" and part == "nouns" and acted_on(head):
        part = "verbs"  # "offered condolences over" is no offer over
    if entry is not None and _laments(entry, chain):
        return None
    if entry is not None and entry.words:
        if part == "verbs" and any(_is_other_thing(noun) for noun in acted_on(head)):
            return None
        return _plain(entry, part, head, chain)
    inner = None
    for operator in operators(head, chain):
        inner = inner or next(_complements(head, chain), None)
        if inner is not None and leaves_open(head):
            return inner
        if inner is not None and (composed := compose(operator, inner)) is not None:
            return composed
    if entry is None:
        return _through(head, chain)
    part_of_place = chain and chain[0].lemma_.lower() in words("places", "parts")  # to attack targets is to attack
    if part != "nouns" and chain and not part_of_place and (inner := inner or next(_complements(head, chain), None)):
        return _attitude(head, _plain(entry, part, head, chain), inner)
    return _plain(entry, part, head, chain)


def _laments(entry: Entry, chain: Sequence[Token]) -> bool:
    """Whether words against a deed name whom it was done to: "criticism of the arrest of", "protests at a raid on"."""
    if entry.group.relation not in ("ACCUSE", "PROTEST"):
        return False
    nouns = [i for i, t in enumerate(chain) if i and t.pos_ == "NOUN" and t.lemma_ not in entry.text.split()]
    inner = read(chain[nouns[-1]], tuple(chain[nouns[-1] + 1 :])) if nouns else None
    return inner is not None and inner.fits and not inner.owner and inner.sense.relation in BY_FORCE


def leaves_open(head: Token) -> bool:
    """Whether a verb only leaves open what it governs: "declined to rule out an attack on Chad" may attack it."""
    out = head.lemma_ == "rule" and any(c.lower_ == "out" for c in children(head))
    return out and factuality(head) == "negated"


def _is_other_verb(verb: Token, entry: Entry) -> bool:
    """Whether what follows makes it another verb: to try to do is not to try, to release figures frees nobody."""
    if not entry.words and verb.lemma_ in words("control", "void"):
        return True
    if not entry.words and verb.lemma_ == "hold" and any(_is_held_event(noun) for noun in acted_on(verb)):
        return True
    if serves_time(verb):
        return True
    if entry.words or entry.prepositions:
        return False
    if verb.lemma_ in words("control", "trying") and (takes_infinitive(verb) or _tries_and(verb)):
        return True
    if verb.lemma_ in words("control", "publishing") and _publishes(acted_on(verb)):
        return True
    if verb.lemma_ != "call":
        return False
    return _gives_name(verb) or any(noun.lemma_ in words("stand_ins", "products") for noun in acted_on(verb))


def _tries_and(verb: Token) -> bool:
    """Whether what is tried is the verb behind an "and": "try and establish the facts"."""
    joined = [c for c in children(verb) if c.dep_ == "conj" and c.i == verb.i + 2 and c.tag_ == "VB"]
    return bool(joined) and verb.tag_ == "VB" and not acted_on(verb)


def _gives_name(verb: Token) -> bool:
    """Whether somebody or something is called something: "called Chad's plan odd", "called the mayor a puzzle"."""
    if verb.lemma_ != "call":
        return False
    alone = not any(c.dep_ in ("dobj", "nsubjpass") for c in children(verb))  # "called Lima" may be parsed so
    named = any((c.dep_ == "oprd" and not alone) or small_clause(c) is not None for c in children(verb))
    return named or bool(postposed(acted_on(verb)))


def _is_other_thing(noun: Token) -> bool:
    """Whether the word before a noun makes it another thing: a heart attack, a stock exchange, a campaign rally."""
    befores = word_lists("compounds").get(noun.lemma_.lower())
    return befores is not None and any(
        c.lemma_.lower() in befores for c in children(noun) if c.dep_ in ("compound", "amod", "nmod")
    )


def _is_named(verb: Token, entry: Entry, chain: Sequence[Token]) -> bool:
    """Whether something of somebody is called something: "called Chad's plan a gamble" telephones nobody."""
    return verb.lemma_ == "call" and not entry.words and bool(chain) and chain[0].pos_ != "ADP"


def _is_held_event(noun: Token) -> bool:
    """Whether a noun is something that people hold with each other: talks, a summit."""
    return any(entry.group.relation == "CONSULT" for entry in lexicon().entries("nouns", noun.lemma_.lower()))


def _looks_into(head: Token, chain: Sequence[Token]) -> bool:
    """Whether only what befell somebody is investigated: "is investigating the crash of"."""
    return head.lemma_ in words("control", "investigating") and any(
        t.lemma_.lower() in word_classes()["mishaps"] for t in chain
    )


def _publishes(things: Sequence[Token]) -> bool:
    """Whether a document is among what is released."""
    return any(t.lemma_.lower() in word_classes()["documents"] for t in things)


def _plain(entry: Entry, part: PartOfSpeech, head: Token, chain: Sequence[Token]) -> Reading:
    group = entry.group
    result = Sense(group.relation, group.polarity, group.kind, group.symmetric, group.converse, True, entry.text)
    first = first_preposition(chain)
    if part == "nouns":
        owner = (
            (not chain and not _befalls(head))
            or first in word_classes()["owning"]
            or (first == "of" and _of_names_owner(entry))
        )
        aimed = first in word_classes()["targeting"] and not (first == "with" and group.polarity == "hostile")
        fits = first is None or aimed or covers(entry, first) or owner  # a campaign with allies is not against them
        return Reading(result, owner, fits)
    whole = bool(entry.words) and not entry.prepositions and (first is None or first in word_classes()["addressing"])
    whole &= len(chain) < 2 or chain[0].i > head.i  # "upon contact with Chad they threw the crates overboard"
    apart = bool(chain) and chain[0].pos_ == "VERB"  # "pending a search for"
    fits = (first is None and not apart) or covers(entry, first) or (whole and not apart)
    inner = next((t.lower_ for t in chain[1:] if t.pos_ == "ADP"), None) if first is None else None
    if inner in word_classes()["placing"] and not covers(entry, inner):
        fits = False
    return Reading(result, False, fits)


def _befalls(noun: Token) -> bool:
    """Whether who has a deed undergoes it: "the mayor's arrest"; the police's arrest of the mayor is their deed."""
    owned = any(c.dep_ == "poss" for c in children(noun))
    return owned and noun.lemma_ in words("suffered", "nouns") and not after_of(noun)


def _attitude(head: Token, outer: Reading, inner: Reading) -> Reading:
    """A verb over a known noun: who condemns aid to a group is against the group, not against its killing."""
    stance = _ATTITUDES.get(outer.sense.relation)
    deed = inner.sense.polarity
    if head.lemma_ in words("control", "reporting") and not inner.owner and deed != "neutral":
        return replace(outer, fits=False)
    if inner.owner or deed == "neutral" or outer.sense.relation == "COOPERATE":  # who buys rockets attacks nobody
        return outer
    if stance == -1 and deed == "cooperative":
        return outer
    if stance == 1:
        return outer if deed == "cooperative" else replace(outer, sense=_retyped(outer.sense, "ACCUSE"))
    return replace(outer, fits=False)


def compose(operator: Operator, inner: Reading) -> Reading | None:
    """What an operator makes of the reading it governs, or None where it has nothing to say of it."""
    owned = inner.sense.converse and inner.sense.kind == "structural"  # who arranges a swap of prisoners holds none
    if inner.sense.relation == "ROLE" or owned:  # "used a nerve agent in Chad" holds no office
        return None
    made = operator.over.get(inner.sense.relation) or operator.over.get(inner.sense.polarity)
    if inner.owner != operator.converse:
        hostile = inner.owner and inner.sense.polarity == "hostile" and operator.owner == "AGREE"
        made = operator.owner if inner.owner and not hostile else None  # to plan the Lima attacks agrees to nothing
    if made is None:
        return None
    result = inner.sense if made == "same" else _retyped(inner.sense, made)
    if operator.kind is not None:
        result = replace(result, kind=operator.kind)
    if operator.converse:
        result = replace(result, converse=not result.converse)
    rule = f"{operator.name}({inner.sense.rule})"
    return Reading(replace(result, rule=rule), False, inner.fits)


def _retyped(inner: Sense, relation: str) -> Sense:
    return replace(inner, relation=relation, polarity=RELATIONS[relation].polarity, kind="event", symmetric=False)


def _through(head: Token, chain: tuple[Token, ...]) -> Reading | None:
    """A counting noun hands on what follows its "of": a wave of attacks on, hundreds of tons of aid to."""
    counting = head.pos_ == "NUM" or head.lemma_.lower() in words("partitives", "nouns")
    if counting and len(chain) > 1 and chain[0].lower_ == "of":
        return read(chain[1], chain[2:])
    return None


def _complements(head: Token, chain: tuple[Token, ...]) -> Iterator[Reading]:
    """The readings of the nouns that the head governs on the way to the target, nearest first."""
    found = None
    if not chain and head.pos_ not in ("NOUN", "PROPN") and not takes_two(head):
        return  # the target is the object itself
    if chain and chain[0].pos_ != "ADP":
        found = read(chain[0], chain[1:])
    else:
        for noun in acted_on(head):
            if found is None and noun not in chain:
                found = read(noun, chain)
                if found is not None and not chain:  # no way to a target, so none to an owner
                    found = replace(found, owner=False)
        noun_at = next((i for i, token in enumerate(chain) if token.pos_ != "ADP"), None)
        # "offered condolences over an attack", "held over an attack"
        reason = chain and chain[0].lower_ in _REASONS and (acted_on(head) or head.tag_ == "VBN")
        if found is None and noun_at is not None and not reason:
            found = read(chain[noun_at], chain[noun_at + 1 :])
    if found is not None:
        yield found


def takes_two(verb: Token) -> bool:
    """Whether a verb has a bare receiver beside its object: gave Chad rifles, Chad was given rifles."""
    receiver = any(t.dep_ in ("dative", "nsubjpass") and t.pos_ != "ADP" for t in children(verb))
    receiver |= any(taken_for_owner(t, verb) is not None for t in children(verb))
    return receiver and any(t.dep_ == "dobj" for t in children(verb))


def acted_on(head: Token) -> list[Token]:
    """What a verb acts on: objects or subjects of its passive, and what they measure (tons of aid); a noun's "of"."""
    direct = [] if is_felt(head) else [child for child in children(head) if child.dep_ in _OBJECTS]
    found = direct + [other for noun in direct for other in conjuncts(noun)[1:]]
    if head.pos_ in ("NOUN", "PROPN"):
        found = after_of(head)
    elif head.dep_ == "acl" and not found and any(c.dep_ == "agent" for c in children(head)):
        found = [head.head]  # the curfew imposed by
    table = _operator_table()
    for noun in found:  # grows while it is read: hundreds of tons of aid; but not: a suspension of aid
        if ("nouns", noun.lemma_.lower()) not in table or counts(noun):
            found += after_of(noun)
    return found


def _best_entry(head: Token, chain: Sequence[Token]) -> tuple[Entry | None, PartOfSpeech]:
    """The most specific entry whose words all stand around the head."""
    best: tuple[tuple[int, ...], Entry, PartOfSpeech] | None = None
    around: Surroundings | None = None
    usual = part_of(head)
    for part, lemma in spellings(head):
        form_only = part != usual  # a verb found by its noun: too little to read a lasting tie off
        if usual == "nouns" and form_only and lemma in words("things", "no_deeds"):
            continue
        for entry in lexicon().entries(part, lemma):
            if form_only and (entry.group.relation in ("ROLE", "OTHER") or (entry.prepositions and not chain)):
                continue
            around = around or Surroundings(head, chain, acted_on(head), dative=takes_two(head))
            if (score := around.score(entry)) and (best is None or score > best[0]):
                best = (score, entry, part)
        if best is not None:
            break
    return (best[1], best[2]) if best else (None, "verbs")


def operators(head: Token, chain: Sequence[Token]) -> Iterator[Operator]:
    """The operators that the head may be, those with a preposition first."""
    particles = {t.lower_ for t in children(head) if t.dep_ == "prt"}
    near = particles | leading(chain)
    table = _operator_table()
    for part, lemma in spellings(head):
        if (part == "adjectives") != (head.pos_ == "ADJ"):
            continue
        for needed, operator in table.get((part, lemma), ()):
            if needed <= near and (needed or not particles):  # to break up is not to break
                yield operator


@cache
def _operator_table() -> Mapping[tuple[str, str], tuple[tuple[frozenset[str], Operator], ...]]:
    """Operators by part of speech and head, with the prepositions they need, the longest first."""
    path = DATA / "operators.toml"
    table: dict[tuple[str, str], list[tuple[frozenset[str], Operator]]] = {}
    for row in read_toml(path)["operator"]:
        for made in (*row["over"].values(), row.get("owner", "same")):
            if made != "same" and made not in RELATIONS:
                source = path.read_text(encoding="utf-8")
                raise refuse(path, source, f'"{made}"', f"unknown relation {made!r}: use one of {', '.join(RELATIONS)}")
        operator = Operator(row["name"], row["over"], row.get("owner"), row.get("kind"), bool(row.get("converse")))
        for part in PARTS:
            for text in listed(row.get(part, "")):
                head, *needed = text.split(" ")
                table.setdefault((part, head), []).append((frozenset(needed), operator))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in table.items()}


def _of_names_owner(entry: Entry) -> bool:
    """Whether "of" after the noun names who did it: the decision of, the attack of; not the killing of."""
    hostile = entry.group.polarity == "hostile"
    return not hostile or entry.text in word_classes()["owned"]
