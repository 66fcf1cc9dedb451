"""One reading of who does what to whom, before it is dated, attributed and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.arguments import Argument
from graph.extraction.reach import Chain, Reached
from graph.extraction.relations import sense
from graph.links import Factuality


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
    owned: set[int] = set()
    for target, chain in reached:
        if target.actor == source.actor or owned & {t.i for t in chain}:
            continue
        read = sense(head, chain)
        if read is None or _is_vague(read, chain):
            continue
        if chain and chain[-1].pos_ != "ADP":
            # "rejected Egypt's proposal on Gaza" is about Egypt: what hangs on the proposal is not meant.
            owned.add(chain[-1].i)
        ends = (target, source) if read.converse else (source, target)
        yield Statement(head, *ends, read, chain, rule)


def _is_vague(read: Sense, chain: Chain) -> bool:
    """Whether nothing is said of an owner: "discussed Chad's budget" is no link to Chad."""
    return read.relation == "OTHER" and read.kind == "event" and bool(chain) and chain[-1].pos_ != "ADP"


def both_ways(head: Token, members: Iterable[Argument], read: Sense, chain: Chain, rule: str) -> Iterator[Statement]:
    """A symmetric statement for every two of the members."""
    unique = {a.actor: a for a in reversed(list(members))}
    for a, b in combinations(reversed(unique.values()), 2):
        yield Statement(head, a, b, read, chain, rule)
