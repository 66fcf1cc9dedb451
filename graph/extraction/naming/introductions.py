"""Who is somebody unnamed that is named right behind? "A group known as the Red Brigade", "a man named Omar Bello"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from graph.extraction.annotations import ORGANISED
from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, words

_NAMED = frozenset({"organisation", "government body", "armed force", "company"})
_UNSURE = frozenset({"person", "region"})  # what the recognizer takes single names for that it does not know
_LETTERS = frozenset({"abbreviation", "acronym", "initial"})  # "known by its French initials, | AMDH"
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
    return {i: name for i in unnamed if (name := _given_name(doc, i, heads)) is not None}


def _given_name(doc: Doc, i: int, heads: Mapping[int, Candidate]) -> Candidate | None:
    return _name(doc[i], heads) or _named_beside(doc, i, heads) or _named_next(doc, i, heads)


def _named_beside(doc: Doc, i: int, heads: Mapping[int, Candidate]) -> Candidate | None:
    """The name of a body right behind what it is: "a smaller party, | the Workers' Convergence, whose leader"."""
    if doc[i + 1 : i + 2].text != "," or doc[i].tag_ != "NN":
        return None
    told = any(c.lower_ in ("a", "an") for c in children(doc[i]))
    if not told or doc[i].lemma_ not in actor_words("organisations", "introducing", "words"):
        return None
    start = i + 3 if doc[i + 2 : i + 3].text == "the" else i + 2
    called = [c for c in heads.values() if c.start == start and c.form == "name" and c.kind in ORGANISED]
    apart = bool(called) and doc[called[0].end : called[0].end + 1].text in (",", ".", ";")
    return called[0] if apart else None


def _named_next(doc: Doc, i: int, heads: Mapping[int, Candidate]) -> Candidate | None:
    """The name with which the next sentence takes up one told of: "a school district ... The Ayr School District"."""
    words_for_it = (heads[i].name or "").lower()
    if " " not in words_for_it or not any(c.lower_ in ("a", "an") for c in children(doc[i])):
        return None
    end = doc[i].sent.end
    following = doc[end].sent.end if end < len(doc) else end
    names = [c for head, c in heads.items() if end <= head < following and c.form == "name" and c.start > end]
    called = [c for c in names if text_of(doc, c.start, c.end).lower().endswith(f" {words_for_it}")]
    one = len(called) == 1 and doc[called[0].start - 1].lower_ == "the"
    return called[0] if one else None


def _name(noun: Token, heads: Mapping[int, Candidate]) -> Candidate | None:
    """The name that a clause gives to a noun; of two names, as in "men named Ali and Omar", neither is all of it."""
    of = [t for c in children(noun) if c.lower_ == "of" for t in children(c) if noun.tag_ == "NN"]
    itself = [c for t in of for c in children(t) if any(g.lower_ == "itself" for g in children(c))]
    # "a group of hackers | calling itself X": the parser gives that to the hackers
    given = [token for clause in (*children(noun), *itself) for token in _given(clause)] or _identified(noun)
    if len(given) != 1 or any(c.dep_ == "conj" for c in children(given[0])):
        return None
    name = heads.get(given[0].i)
    if noun.tag_ == "NNS" and name is not None and name.kind in ORGANISED and _are_bodies(noun):
        return None  # "a body that sets standards for banks, known as the Basel Committee"
    return name if name is not None and name.form == "name" and not name.place else None


def _are_bodies(noun: Token) -> bool:
    return noun.lemma_ in actor_words("organisations", "introducing", "words")


def given_names(noun: Token) -> list[Token]:
    """What a clause calls a body: "the mission, known as | Minusca", "a party called | Renova"; no exercise is one."""
    if noun.lemma_ not in actor_words("organisations", "introducing", "words"):
        return []
    return [t for clause in children(noun) for name in _given(clause) for t in conjuncts(name)]


def _given(clause: Token) -> Iterator[Token]:
    """What a clause calls the noun that it hangs on: "called X", "calling itself X", "which is known as X"."""
    if clause.dep_ not in ("acl", "relcl") or clause.lemma_ not in words("naming", "verbs"):
        return
    itself = any(c.lower_ in _REFLEXIVE for c in children(clause))
    if itself or is_passive(clause):
        yield from (c for c in children(clause) if c.dep_ in ("oprd", "attr"))
        yield from (t for c in children(clause) if c.lower_ == "as" for t in children(c) if t.dep_ == "pobj")
        letters = [t for c in children(clause) if c.dep_ == "agent" for t in children(c) if t.lemma_ in _LETTERS]
        yield from (t for word in letters for t in children(word) if t.dep_ == "appos")


def _identified(noun: Token) -> list[Token]:
    """As whom a verb identifies somebody: "police identified the driver as Omar Bello", "the driver was named as"."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.head.lemma_ not in words("naming", "identifying"):
        return []
    return [t for c in children(noun.head) if c.lower_ == "as" for t in children(c) if t.dep_ == "pobj"]


def bodies_with_names(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with a country's bodies called by the names beside them: "the Japanese space agency JAXA".

    So are they in apposition: "RAW, the Indian intelligence agency". The name has the body's kind and country then.
    """
    named = {id(body): name for body in found if (name := _name_beside(doc, body, found)) is not None}
    told = {name.name or text_of(doc, name.start, name.end): body for body in found if (name := named.get(id(body)))}
    result = []
    for c in found:
        own = named.get(id(c))
        called = c.name or text_of(doc, c.start, c.end) if own is None else own.name or text_of(doc, own.start, own.end)
        body = told.get(called)
        if body is None or (own is None and c.form != "name"):
            result.append(c)
            continue
        country = c.country or body.country
        result.append(c._replace(name=called, kind=body.kind, country=country, place=False))
    return result


def _name_beside(doc: Doc, body: Candidate, found: list[Candidate]) -> Candidate | None:
    """The name in apposition to a body that small words describe: "the Japanese space agency"."""
    if body.why != "body of a country" or body.form != "name" or not doc[body.end - 1].is_lower:
        return None
    before = body.start - (2 if doc[body.start - 1].lower_ == "the" else 1)
    for name in found:
        plain = (
            (name.kind in _NAMED or (name.kind in _UNSURE and name.end - name.start == 1))
            and name.form == "name"
            and name is not body
        )
        plain = plain and name.why != "body of a country" and name.country in (None, body.country)
        behind = name.start == body.end or (name.start == body.end + 1 and doc[body.end].text == ",")
        ahead = name.end == before and doc[before].text == ","
        if plain and (behind or ahead) and (name.start == body.end or _in_apposition(doc, body, name)):
            return name
    return None


def _in_apposition(doc: Doc, first: Candidate, second: Candidate) -> bool:
    heads = [doc[c.start : c.end].root for c in (first, second)]
    return any(a.dep_ == "appos" and a.head == b for a, b in (heads, heads[::-1]))
