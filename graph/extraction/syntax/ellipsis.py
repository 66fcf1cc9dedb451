"""Who else did what a verb says, by a clause that leaves it out: "as did Chad", "nor has Chad", "but Chad will not"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.syntax.phrases import conjuncts, object_without_verb
from graph.extraction.tokens import children
from graph.links import Factuality

_AUXILIARIES = frozenset({"do", "have", "will", "would", "may", "might", "can", "could", "should", "must"})
_LIKEWISE = frozenset({"as", "so", "nor", "neither"})
_BESIDE = frozenset({"neg", "punct", "cc", "mark", "advmod", "intj"})


def others_who_did(verb: Token) -> Iterator[tuple[Token, Factuality | None]]:
    """Who else did the same, or did not.

    Parameters
    ----------
    verb : Token
        The head of an active clause.

    Yields
    ------
    tuple of Token and str or None
        The head of the words for one of them, and the factuality of their deed: None where it is the verb's own, as in
        "Norway condemned Niger, as did Chad" and "Norway has not condemned Niger, nor has Chad".
    """
    for clause in _elliptical(verb):
        likewise = any(c.lower_ in _LIKEWISE for c in children(clause)) or _is_joined_by(clause, verb, "nor")
        fact: Factuality | None = None
        if clause.tag_ == "MD":
            fact = "possible"
        elif not likewise:
            fact = "negated" if any(c.dep_ == "neg" for c in children(clause)) else "asserted"
        yield from ((each, fact) for token in _stated(clause) for each in conjuncts(token))


def doers_without_verb(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Who did the same to another, without the verb: "Kenya backed the rebels and Uganda the government".

    Parameters
    ----------
    verb : Token
        The head of an active clause.

    Yields
    ------
    tuple of Token and Token
        The heads of the words for who did it, and to whom.
    """
    held = [c for c in children(verb) if c.dep_ == "dobj"]
    for name in (c for head in (verb, *held) for c in children(head)) if held else ():
        if (thing := object_without_verb(name)) is not None:
            yield name, thing


def _elliptical(verb: Token) -> Iterator[Token]:
    """The bare auxiliaries beside a verb that have a subject of their own and nothing else."""
    beside = [c for c in children(verb) if c.dep_ in ("advcl", "conj") and c.i > verb.i]
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:  # "Norway recognised Mali; Chad | has not"
        beside.append(verb.head)
    for clause in beside:
        inverted = any(c.lower_ in _LIKEWISE for c in children(clause)) or _is_joined_by(clause, verb, "nor")
        if clause.lemma_ not in _AUXILIARIES or len(_stated(clause)) != 1:
            continue
        rest = [c for c in children(clause) if c.dep_ not in _BESIDE and c not in _stated(clause) and c != verb]
        marked = any(c.dep_ == "mark" and c.lower_ != "as" for c in children(clause))  # "because Chad did"
        after = _stated(clause)[0].i > clause.i
        if not rest and not marked and after == inverted and (inverted or clause.dep_ != "advcl"):
            yield clause


def _stated(clause: Token) -> list[Token]:
    """The subject of an auxiliary; turned round, the parser may make it an object: "neither has | Chad"."""
    own = [c for c in children(clause) if c.dep_ in ("nsubj", "dobj", "attr")]
    return own if all(c.pos_ in ("PROPN", "NOUN", "PRON") for c in own) else []


def _is_joined_by(clause: Token, verb: Token, joint: str) -> bool:
    """Whether a clause is joined to a verb by this word: "..., nor | did Chad"."""
    return clause.dep_ == "conj" and any(c.lower_ == joint and c.i < clause.i for c in children(verb))
