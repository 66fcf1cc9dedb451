"""How sure is a reading?

As often as its rule was right on our own gold, corrected by its shape. Rules were tuned on that gold, so that it
flatters all of them alike and says little about which readings go wrong elsewhere; that is told by readings of
articles which no rule had been written on, each judged against its text. There it is the way to the target that orders
them, then who the target and the source are and how many pairs one predicate ties, and hardly the rule. Both counts
stand in `data/confidence.toml`.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.extraction.senses.lexicon import entry_words
from graph.extraction.senses.said import kind_of
from graph.extraction.statements.statements import LOOSE, Statement
from graph.extraction.syntax.arguments import Argument
from graph.extraction.tokens import children
from graph.extraction.wordlists import read_data, words

UNSEEN = "any other"  # the rules that gold does not know
_FAR = 3  # as many words between predicate and target are read together
_PAIRS = ("one", "two", "more")
_STATES = ("countries", "nations", "states")
_INDIRECT = frozenset({"demonym", "metonym"})


@dataclass(frozen=True, slots=True)
class Measured:
    """The share of right readings by rule, and what each part of a shape adds to their log-odds."""

    rules: Mapping[str, float]
    shapes: Mapping[str, float]

    def confidence(self, rule: str, parts: Iterable[str]) -> float:
        """How likely a reading by this rule and of this shape is right.

        >>> Measured({"active": 0.8}, {"way: far": -1.4}).confidence("active", ["way: far"])
        0.497
        """
        share = self.rules.get(rule, self.rules.get(UNSEEN, 0.5))
        odds = log_odds(share) + sum(self.shapes.get(part, 0.0) for part in parts)
        return round(1 / (1 + math.exp(-odds)), 3)


def log_odds(share: float) -> float:
    """The natural logarithm of right against wrong: 0 where both are as many."""
    return math.log(share / (1 - share))


def confidences(statements: Sequence[Statement]) -> list[float]:
    """How likely each of the readings of a text is right in a text that nobody has seen, from 0 to 1."""
    pairs = zip(statements, shapes(statements), strict=True)
    return [measured().confidence(statement.rule, parts) for statement, parts in pairs]


def shapes(statements: Sequence[Statement]) -> list[list[str]]:
    """The parts that make readings of a text likelier or less likely to be right, whatever rule they are of.

    A role is read where it stands, and has its kind only; what is read as a last resort has none.
    """
    # One word for several ("the two", "they") is no list.
    tied = {(s.head.i, s.source.start, s.target.start) for s in statements if not _stands_alone(s)}
    shared = Counter(head for head, *_ in tied)
    return [_shape(statement, shared[statement.head.i]) for statement in statements]


def _stands_alone(statement: Statement) -> bool:
    return statement.rule == LOOSE or statement.sense.kind == "role"


def _shape(statement: Statement, pairs: int) -> list[str]:
    """The parts of one reading, where its predicate ties so many pairs."""
    if statement.rule == LOOSE:
        return []
    kind = f"kind: {statement.sense.kind}"
    if statement.sense.kind == "role":
        return [kind]
    doc, source, target = statement.head.doc, statement.source, statement.target
    source_kind, target_kind = (_kind(statement.head, end) for end in (source, target))
    return [
        kind,
        f"way: {_way(statement)}",
        f"target: {_told(doc, target) or target_kind}",
        f"source: {_naming(doc, source)}",
        f"ends: {'of a kind' if source_kind == target_kind else 'of two kinds'}",
        f"of its predicate: {_PAIRS[min(pairs, len(_PAIRS)) - 1]}",
    ]


def _way(statement: Statement) -> str:
    """How the target hangs on the predicate: itself, behind a preposition, as the owner of something, or far below."""
    chain = statement.chain
    if not chain or statement.rule == "reciprocal":  # what two share is no way to one of them
        return "itself"
    told = entry_words(statement.sense.rule)
    said = all(t.pos_ == "ADP" or not told.isdisjoint((t.lower_, t.lemma_.lower())) for t in chain)
    if len(chain) >= _FAR and not said:  # but all is said by the predicate in "laid it | at the door of"
        return "far"
    last = chain[-1]
    if last.pos_ == "ADP":
        return "to somebody" if last.lower_ in words("ways", "to_somebody") else "somewhere"
    if _says_it_of(last, statement.head.doc[statement.target.start : statement.target.end].root):
        return "itself"
    site = last.lemma_.lower() in words("places", "parts", "offices")
    if site and statement.sense.relation in ("ASSAULT", "COERCE", "PROTEST"):
        return "itself"  # who shells a camp shells those who hold it
    made = last.lemma_.lower() in words("stand_ins", "products")
    return "owner of a deed" if made else "owner of a thing"


def _says_it_of(word: Token, target: Token) -> bool:
    """Whether a word tells something of the target rather than having it below: "says Lima must", "is to blame"."""
    return target.dep_ == "nsubj" and target.head in (word, word.head)


def _kind(head: Token, end: Argument) -> str:
    """The kind of an actor; several states ("Gulf states") act as one does, whatever region they are."""
    kind = kind_of(head, end)
    return "country" if kind == "region" and end.actor.endswith(_STATES) else kind


def _told(doc: Doc, end: Argument) -> str | None:
    """How an end is told that its name does not name: a pronoun, a noun that takes it up, an adjective, a capital."""
    if end.form == "pronoun":
        return _referring(doc, end)
    return end.form if end.form in _INDIRECT else None


def _referring(doc: Doc, end: Argument) -> str:
    """Whether an end that refers back is a pronoun or a noun."""
    return "pronoun" if doc[end.start : end.end].root.pos_ == "PRON" else "description"


def _naming(doc: Doc, source: Argument) -> str:
    """How a source is named; "the group" mostly takes up somebody who has a name."""
    if source.form == "pronoun":
        return _referring(doc, source)
    if source.form != "generic":
        return "name"
    root = doc[source.start : source.end].root
    return "the kind" if any(c.lower_ == "the" for c in children(root)) else "a kind"


@functools.cache
def measured() -> Measured:
    """What was counted, from `data/confidence.toml`, which `python -m benchmarks.confidence` writes."""
    kept = read_data("confidence")
    return Measured(kept["rules"], kept["shapes"])
