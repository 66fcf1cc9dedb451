"""The words of a predicate: in base form for readers, as a character span for the evidence."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from graph.extraction.senses.lexicon import entry_words
from graph.extraction.senses.spelling import is_felt, past_of, with_prefix
from graph.extraction.statements.statements import Statement
from graph.extraction.syntax.misplaced import charge_above
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import by_word, read_data, words

_AS_WRITTEN = frozenset({"ADP", "SCONJ", "PART", "ADV"})
_GAP = 3  # words of others that a predicate's span may run over


def predicate_words(statement: Statement) -> list[Token]:
    """The head, its particles and object, and the nouns and prepositions on the way to the target, in order."""
    head, chain = statement.head, statement.chain
    found = {token.i: token for token in (head, *chain)}
    ends = {i for a in (statement.source, statement.target) for i in range(a.start, a.end)} - found.keys()
    told = statement.sense.rule.split()
    for token in (head, *chain):
        for child in children(token):
            modifies = child.dep_ in ("amod", "compound") and token.pos_ == "NOUN" and not child.ent_type_
            said = child.dep_ in ("advmod", "oprd") and child.lower_ in told  # "brushed | aside", "set | free"
            particle = child.dep_ == "prt" or (token == head and said)
            none = child.lower_ == "no" and token.lemma_ == "confidence"  # a vote of no confidence says the contrary
            if child.i not in ends and (particle or modifies or none):
                found[child.i] = child
    things = (
        [c for c in children(head) if c.dep_ in ("dobj", "oprd") and c.pos_ == "NOUN"] if head.pos_ == "VERB" else []
    )
    bare = head.dep_ == "acl" and not any(c.dep_ in ("auxpass", "mark") for c in children(head))
    if not things and bare and is_passive(head) and head.head.pos_ == "NOUN":
        things = [head.head]  # "a complaint lodged by Chad against Niger"
    for token in _ways_said(statement):
        if token.i not in ends:
            found[token.i] = token
    for thing in [t for t in things if t.i not in ends and _is_said(t, statement)][:1]:
        found[thing.i] = thing  # "took ten nuns | hostage"
    found |= {t.i: t for token in list(found.values()) if token.pos_ == "NOUN" for t in _hyphened(token)}
    again = {i for i, t in found.items() if t.dep_ == "conj" and t.pos_ == "ADP" and t.head.i in found}  # "but | to"
    return [found[i] for i in sorted(found.keys() - again)]


def _hyphened(token: Token) -> list[Token]:
    """What a hyphen ties to a word whose parts the parser sees apart: "re | -election"."""
    behind = list(token.doc[token.i + 1 : token.i + 3])
    tied = len(behind) == 2 and behind[0].text == "-" and not token.whitespace_ and not behind[0].whitespace_
    return behind if tied and all(t.head == token.head for t in behind) else []


def _ways_said(statement: Statement) -> Iterator[Token]:
    """The phrases beside the way to the target that belong to what is said: "came under fire from"."""
    head, told = statement.head, statement.sense.rule.split()
    for way in children(head) if head.pos_ == "VERB" else ():
        in_way = not statement.chain or way.i < statement.chain[-1].i
        if way.dep_ == "prep" and way.lower_ in told and is_passive(head) and not any(children(way)):
            yield way  # "was shot | at"
        elif way.dep_ == "prep" and way.lower_ in told and in_way:
            yield from (t for noun in children(way) if noun.lemma_ in told for t in (way, noun))


def _is_said(thing: Token, statement: Statement) -> bool:
    """Whether an object is part of what is said: "supplied weapons to", "gave Chad rifles", "set fire to a house"."""
    chain = statement.chain
    to_somebody = bool(chain) and not any(t.pos_ == "NOUN" for t in chain)
    head = statement.head
    given = not chain and head.doc[statement.target.end - 1].dep_ in ("dative", "nsubjpass")
    given &= head.lemma_ not in words("control", "telling", "fining")
    summed = thing.ent_type_ == "MONEY" and bool(chain) and chain[0].lower_ == "in"  # "froze two million euros in aid"
    told = entry_words(statement.sense.rule) if statement.rule == "reciprocal" else statement.sense.rule.split()
    return to_somebody or given or summed or (thing.lemma_ != head.lemma_ and thing.lemma_ in told)


def predicate_span(tokens: list[Token]) -> tuple[int, int]:
    """The characters from the first word to the last that stands in one run with it."""
    last = tokens[0]
    for token in tokens[1:]:
        if token.i > last.i + _GAP:
            break
        last = token
    return tokens[0].idx, last.idx + len(last)


def predicate_text(statement: Statement, tokens: list[Token]) -> str:
    """The words in base form; prepositions, modifiers and plural nouns as they stand; hyphens closed up.

    What a passive says of its subject's noun stands behind the verb, and so does a preposition in front of a relative
    pronoun: "Chad's plan was rejected" is "reject plan", "to whom it sold arms" is "sell arms to". What is told of who
    undergoes it reads from the other end: "receive arms from" is the other's "give arms to".
    """
    head = statement.head
    if statement.sense.converse:
        return _from_the_other_end(statement, tokens)
    if head.pos_ == "VERB" and (is_passive(head) or head.dep_ == "relcl"):
        verb = [t for t in tokens if t == head or (t.dep_ == "prt" and t.head == head)]
        fronted = [t for t in tokens if t.dep_ == "prep" and t.head == head and t.i < head.i]
        tokens = verb + [t for t in tokens if t not in verb and t not in fronted] + fronted
    return _base_forms(tokens)


def _from_the_other_end(statement: Statement, tokens: Sequence[Token]) -> str:
    """What a predicate that tells of who undergoes it says of who does it: "buy planes from" is "sell planes to"."""
    head = statement.head
    between = [t for t in tokens if t != head]
    while between and between[-1].pos_ == "ADP" and between[-1] in statement.chain:
        del between[-1]
    while between and between[0].pos_ == "ADP" and between[0].head == head and len(between) > 1:
        del between[0]  # "depends | on aid from"
    told = _converse_wordings()
    had = [t.lemma_.lower() for t in between]
    known = (
        told["nouns" if head.pos_ == "NOUN" else "verbs"].get(head.lemma_.lower()),
        told["others"][statement.sense.polarity],
    )
    ways = [told["things"][thing] for thing in had if thing in told["things"]]
    way = next(w for w in (*ways, *known) if w is not None)
    return " ".join(way.format(_base_forms(between)).split())


def _base_forms(tokens: Sequence[Token]) -> str:
    bases = [t.lower_ if _as_written(t) else with_prefix(t) or past_of(t) or t.lemma_.lower() for t in tokens]
    return " ".join(bases).replace(" - ", "-")


@functools.cache
def _converse_wordings() -> Mapping[str, Mapping[str, str]]:
    """The wordings of data/converses.toml, by table and by the word that calls for them."""
    return {name: by_word(rows) for name, rows in read_data("converses").items()}


def _as_written(token: Token) -> bool:
    modifies = token.dep_ in ("amod", "compound") and charge_above(token) is None
    written = token.pos_ in _AS_WRITTEN or token.tag_ == "NNS" or modifies
    return written or is_felt(token)
