"""One reading of who does what to whom, before it is dated, attributed and named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from spacy.tokens import Token

from graph.extraction.annotations import GIFTS, Sense
from graph.extraction.factuality import factuality
from graph.extraction.relations import leaves_open, sense
from graph.extraction.senses.any_verb import any_deed
from graph.extraction.senses.readings import for_help, for_peace, giver_for
from graph.extraction.senses.refining import refined
from graph.extraction.senses.said import Said
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.reach import Chain, Reached
from graph.extraction.wordlists import any_of, words
from graph.links import Factuality

ANY_VERB = "any verb"  # the rule of a deed that the lexicon does not know
CHARGE = "charge"  # the rule of a deed that somebody is charged with
LOOSE = "loose"  # the rule of the last resort, see `loose.py`
_THERE = re.compile(r"\b(attend|cease-?fire|truce)\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """Source, predicate and target; `rule` names the construction.

    `factuality` and `predicate` are set where the construction itself decides them.
    """

    head: Token
    source: Argument
    target: Argument
    sense: Sense
    chain: Chain
    rule: str
    factuality: Factuality | None = None
    predicate: str | None = None


def pair_up(head: Token, source: Argument, reached: Iterable[Reached], rule: str) -> Iterator[Statement]:
    """The statements between a source and what a predicate reaches, where the lexicon knows what it says."""
    owned: dict[int, Chain] = {}
    reached = list(reached)
    asked = {chain[0].i for _, chain in reached if _puts(chain, ("by", "from"))}  # "a request by Chad for troops"
    for target, chain in reached:
        if target.actor == source.actor or any(owned.get(t.i, chain) != chain for t in chain):
            continue
        if (_puts(chain, ("for", "of")) and chain[0].i in asked) or _is_offered(head, chain):
            continue
        read = sense(head, chain) or any_deed(head, target, chain)
        if read is None:
            continue
        said = Said(head, source, target, read, chain)
        read = refined(said)
        if read is not None and chain and chain[-1].pos_ != "ADP":
            # "rejected Egypt's proposal on Gaza" is about Egypt: what hangs on the proposal is not meant.
            owned[chain[-1].i] = chain
        if read is not None:
            yield _statement(replace(said, read=read), rule if read.known else ANY_VERB)


def _is_offered(noun: Token, chain: Chain) -> bool:
    """Whether a way leads from an offer to what is offered: "the ministry's offer of soldiers"."""
    offer = noun.pos_ == "NOUN" and noun.lemma_ == "offer"
    return offer and bool(chain) and chain[0].lower_ == "of"


def _puts(chain: Chain, prepositions: tuple[str, ...]) -> bool:
    """Whether a way leads from a demand or an offer to who makes it, or to what is asked for or offered."""
    put = len(chain) > 1 and chain[0].lemma_ in any_of(words("duty", "nouns"), words("answered", "offers"))
    return put and chain[1].lower_ in prepositions


def _statement(said: Said, rule: str) -> Statement:
    """The statement of a reading, with what its purpose makes of it."""
    head, read = said.head, said.read
    ends = (said.source, said.target)
    if read.converse or _is_given(said):
        ends = ends[::-1]
    left_open = "rule out" not in read.rule and leaves_open(head)
    fact: Factuality | None = "possible" if left_open else None
    if read.relation in GIFTS and (giver := giver_for(head)) is not None:
        read, fact = replace(read, relation="AID", kind="event"), factuality(giver)
    if read.relation == "MOBILIZE" and head.pos_ == "VERB" and (for_peace(head) or for_help(head)):
        read = replace(read, relation="AID", polarity="cooperative")
    # A ceasefire in a country is hardly one with it, nor is who attends a summit there with it.
    there = bool(said.chain) and said.chain[-1].lower_ == "in" and said.target.place and _THERE.search(read.rule)
    return Statement(head, *ends, read, said.chain, LOOSE if there else rule, factuality=fact)


def _is_given(said: Said) -> bool:
    """Whether a headline tells who was given what is a state's to give: "Blogger granted Norwegian asylum"."""
    if (
        len(said.chain) != 1
        or said.head.tag_ not in ("VBD", "VBN")
        or said.head.lemma_ not in words("granted", "verbs")
    ):
        return False
    state = said.source_kind == "person" and said.target_kind == "country"
    return state and said.chain[0].lemma_ in words("granted", "nouns") and said.target.end <= said.chain[0].i


def ends_of(sources: Iterable[Argument], targets: Iterable[Argument]) -> Iterator[tuple[Argument, Argument]]:
    """Every source with every target that is another actor, in order: nobody is tied to himself."""
    others = list(targets)
    return ((source, target) for source in sources for target in others if source.actor != target.actor)


def both_ways(head: Token, members: Iterable[Argument], read: Sense, chain: Chain, rule: str) -> Iterator[Statement]:
    """A symmetric statement for every two of the members; of "A and B or C" the latter two are alternatives."""
    unique = list({a.actor: a for a in reversed(list(members))}.values())[::-1]
    either = {(a, b) for a, b in pairwise(unique) if any(t.lower_ == "or" for t in head.doc[a.end : b.start])}
    for a, b in combinations(unique, 2):
        if (a, b) not in either:
            yield Statement(head, a, b, read, chain, rule)
