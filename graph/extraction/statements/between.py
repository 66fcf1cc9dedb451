"""What two or more have between them: "talks between Chad and Niger", "divisions among them"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import GIFTS, Sense
from graph.extraction.relations import sense
from graph.extraction.senses.changes import change_of
from graph.extraction.statements.statements import Statement, both_ways
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.complements import hung_low
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_SHARED = re.compile(r"\b(between|with)\b")
_BETWEEN = ("between", "among", "amongst")
_JOINT = Sense("COOPERATE", "cooperative", "event", symmetric=True, rule="joint exercise")
_QUARREL = Sense("RIVALRY", "hostile", "structural", symmetric=True, rule="war of words")
_MEDIATING = frozenset({"arbitration", "mediation", "mediator"})


def between(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Things shared: "relations between A and B", "the alliance of A and B", "divisions between them"."""
    made = (c for clause in children(noun) if clause.tag_ == "VBN" for c in children(clause))
    hung = (c for c in made if c.lower_ == "between")  # "a truce brokered by Qatar | between Chad and Niger"
    low = hung_low(noun, _BETWEEN, arguments.by_head)  # "a swap of prisoners | between Chad and Niger"
    for marker in (*children(noun), *hung, *low, *_apart(noun)):
        if marker.dep_ in ("prep", "agent") and marker.lower_ in (*_BETWEEN, "of"):
            tokens = _parties(marker, arguments)
            if marker.lower_ == "of" and noun.lemma_ == "settlement":
                continue  # "the settlement of Ariel and the town of Nablus"
            if marker.lower_ == "of" and not any(c.dep_ == "cc" for t in tokens for c in children(t)):
                continue  # "a meeting of the council, Ana Lima said"
            members = [a for t in tokens for a in _of_party(t, arguments)]
            way = (marker.head.head, marker.head, marker) if marker in low else (marker,)
            found = each_other(noun, members, way, "between")
            # In "between Chad and the Danish and Polish governments" the last two stand on one side.
            yield from (s for s in found if len(tokens) == 1 or s.source.end != s.target.end)
        elif marker.dep_ == "acl" and marker.lower_ == "involving":  # "a dispute involving the port and its pilots"
            tokens = [t for c in children(marker) if c.dep_ == "dobj" for t in conjuncts(c)]
            members = [a for t in tokens for a in arguments.of(t, products=False)]
            yield from each_other(noun, members, (), "between")


def _parties(marker: Token, arguments: Arguments) -> list[Token]:
    """Who stands behind "between"; "supporters of Ana Lima and police" are two, where the parser joins the last two."""
    tokens = [t for c in children(marker) if c.dep_ == "pobj" for t in conjuncts(c)]
    if len(tokens) != 1 or marker.lower_ not in _BETWEEN:
        return tokens
    joined = [t for t in tokens[0].subtree if t.dep_ == "conj" and t.head != tokens[0] and t.i > tokens[0].i]
    second = next((t for t in reversed(joined) if arguments.at(t) and not arguments.named(t)), None)
    if second is None:
        return tokens
    sent = tokens[0].lemma_ in words("stand_ins", "messengers")  # "envoys of Chad and the rebels" speak for both
    return conjuncts(second.head) if sent else [tokens[0], second]


def _of_party(token: Token, arguments: Arguments) -> list[Argument]:
    """Who stands on one side of what is between two: himself, or whose ships and units these are."""
    own = token.lemma_ in words("transfer", "instruments", "machines")
    return arguments.of(token, products=False) or ([a for a, _ in arguments.attributes(token)] if own else [])


def _is_figurative(noun: Token) -> bool:
    """Whether nobody is hurt: "a rhetorical battle", "a war of words"."""
    near = [c for c in children(noun) if c.dep_ in ("amod", "compound")] + objects_of_preposition(noun, ("of",))
    return any(t.lemma_.lower() in words("circumstances", "figurative") for t in near)


def _apart(noun: Token) -> list[Token]:
    """What stands behind the verb and belongs to its subject: "a row has broken out between A and B"."""
    verb = noun.head
    # "prepared a summit | between A and B"
    held = noun.dep_ == "dobj" and noun.lemma_ in words("victories", "meetings")
    if not held and (noun.dep_ not in ("nsubj", "nsubjpass") or any(c.dep_ == "dobj" for c in children(verb))):
        return []
    holders = [verb, *(c for c in children(verb) if c.dep_ == "xcomp" and c.lemma_ == "be")]  # "seem to be between"
    return [c for v in holders for c in children(v) if c.dep_ == "prep" and c.lower_ in _BETWEEN and c.i > v.i]


def each_other(noun: Token, members: list[Argument], chain: tuple[Token, ...], rule: str) -> Iterator[Statement]:
    if len({a.actor for a in members}) < 2:
        return
    between = bool(chain) and chain[-1].lower_ in _BETWEEN
    shared = between or noun.lemma_.lower() in words("reciprocal", "shared")
    changed = change_of(noun)
    read = changed or sense(noun, chain) or (sense(noun, ()) if shared else None)
    if between and {noun.lemma_, *(c.lemma_ for c in children(noun) if c.dep_ == "compound")} & _MEDIATING:
        return  # who mediates between two has not brought them together yet
    if between and read not in (None, changed) and read.relation == "OTHER" and chain[-1].lower_ != "between":
        return  # "debt among households and firms"
    if between and read not in (None, changed) and read.relation in GIFTS and not _SHARED.search(read.rule):
        return  # "shared the prize between A and B": one gives it to both
    if read is not None and read.relation == "MOBILIZE":
        read = _JOINT  # "US-Moroccan exercises" threaten neither
    if read is not None and read.relation == "ASSAULT" and _is_figurative(noun):
        read = _QUARREL
    if read is not None and read.relation != "ROLE" and (read.symmetric or shared):  # a visa regime is no government
        yield from both_ways(noun, members, replace(read, symmetric=True), chain, rule)
