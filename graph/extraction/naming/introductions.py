"""Who is somebody unnamed that is named right behind? "A group known as the Red Brigade", "a man named Omar Bello"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate
from graph.extraction.syntax.voice import is_passive
from graph.extraction.text import children
from graph.extraction.wordlists import words

_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})


def introduced(doc: Doc, heads: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """The names of unnamed actors.

    Parameters
    ----------
    doc : Doc
    heads : mapping of int to Candidate
        The candidates that stand, by the token that syntax attaches them with.

    Returns
    -------
    dict of int to Candidate
        Head of the unnamed one -> the candidate that names it.
    """
    unnamed = [i for i, c in heads.items() if c.form == "generic"]
    return {i: name for i in unnamed if (name := _name(doc[i], heads)) is not None}


def _name(noun: Token, heads: Mapping[int, Candidate]) -> Candidate | None:
    """The name that a clause gives to a noun; of two names, as in "men named Ali and Omar", neither is all of it."""
    given = [token for clause in children(noun) for token in _given(clause)] or _identified(noun)
    if len(given) != 1 or any(c.dep_ == "conj" for c in children(given[0])):
        return None
    name = heads.get(given[0].i)
    return name if name is not None and name.form == "name" and not name.place else None


def _given(clause: Token) -> Iterator[Token]:
    """What a clause calls the noun that it hangs on: "called X", "calling itself X", "which is known as X"."""
    if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in words("naming", "verbs"):
        return
    itself = any(c.lower_ in _REFLEXIVE for c in children(clause))
    if itself or is_passive(clause):
        yield from (c for c in children(clause) if c.dep_ in ("oprd", "attr"))
        yield from (t for c in children(clause) if c.lower_ == "as" for t in children(c) if t.dep_ == "pobj")


def _identified(noun: Token) -> list[Token]:
    """As whom a verb identifies somebody: "police identified the driver as Omar Bello", "the driver was named as"."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.head.lemma_ not in words("naming", "identifying"):
        return []
    return [t for c in children(noun.head) if c.lower_ == "as" for t in children(c) if t.dep_ == "pobj"]
