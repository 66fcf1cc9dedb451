"""Which names are a person's whatever the recognizer calls them: their owner, title, office or verb says so."""

from __future__ import annotations

import functools
from collections.abc import Collection

from spacy.tokens import Doc, Span, Token

from graph.extraction.naming.candidates import Candidate, Known, is_capital, text_of
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.offices.terms import terms_of
from graph.extraction.tokens import children, lower_words
from graph.extraction.wordlists import actor_words, any_of, read_data, short_titles
from graph.resolution import folded

_LONGEST_NAME = 4  # words of a full name
_OF_BODIES = frozenset({"bodies"})
_OF_STATES = frozenset({"offices", "benches", "commands"})
_OF_PERSONS = frozenset({"offices", "benches", "commands", "leadership"})


def is_person(doc: Doc, start: int, end: int, label: str, known: Known) -> bool:
    """Whether what is labelled an organisation or a place must be a person.

    Parameters
    ----------
    doc : Doc
    start, end : int
        The tokens of the name.
    label : str
        What the recognizer calls it.
    known : dict
        Last token of each known form in the document -> its first token and its reading.
    """
    if label not in ("ORG", "GPE") or not 2 <= end - start <= 3 or end - 1 in known:
        return False
    name = doc[start:end]
    if terms_of(name.text):  # everybody knows "Narendra Modi"
        return True
    particles = actor_words("people", "particles")
    plain = all(t.is_alpha and not t.is_upper and (is_capital(t) or t.lower_ in particles) for t in name)
    if (
        not plain
        or not is_capital(name[-1])
        or {t.lower_ for t in name} & any_of(actor_words("organisations", "words"), actor_words("kinds", "company"))
    ):
        return False
    if label == "ORG" and (
        _is_owned(doc, start, end) or _speaks_for(doc, start, end) or _follows_body(doc, start, known)
    ):
        return True
    if (
        _is_titled(doc, start)
        or _is_identified(doc, start)
        or (label == "ORG" and start not in known and _has_first_name(doc, start, end))
    ):
        return True
    return _is_apposed(doc, end) or _has_party(doc, end) or _is_officer(name.root)


def is_woman(name: str) -> bool | None:
    """Whether a full name is a woman's, by its first part; None where that does not tell.

    >>> is_woman("Angela Merkel"), is_woman("Barack Obama"), is_woman("Kim Jong-un")
    (True, False, None)
    """
    first = _spelt(name.split()[0]) if " " in name else ""
    if first in _first_names("women"):
        return True
    return False if first in _first_names("men") else None


def is_first_name(word: str) -> bool:
    """Whether a word is a first name of women or of men, in any spelling, and not of both.

    >>> is_first_name("Jürgen"), is_first_name("Kim")
    (True, False)
    """
    first = _spelt(word)
    return first in _first_names("women") or first in _first_names("men")


def _spelt(word: str) -> str:
    """A first name as the lists have it."""
    return folded(word).replace(" ", "-")


@functools.cache
def _first_names(gender: str) -> frozenset[str]:
    return frozenset(read_data("first_names")[gender].split())


def names_employer(doc: Doc, i: int) -> bool:
    """Whether one word in front of an office and a person is whom the person works for: "Tellus | spokesman Ana Ruiz".

    Not where the document has it as somebody's surname: "Nwosu spokesman Femi Bako".
    """
    k = i + 1
    while k < len(doc) and doc[k].is_lower and doc[k].pos_ in ("NOUN", "ADJ"):
        k += 1
    titled = k > i + 1 and doc[k : k + 1] and doc[k].ent_type_ == "PERSON" and is_office(doc[k - 1])
    return bool(titled) and not any(e.label_ == "PERSON" and len(e) > 1 and e[-1].text == doc[i].text for e in doc.ents)


def _is_owned(doc: Doc, start: int, end: int) -> bool:
    """Whether a name follows a body's possessive: "the BJP's Narendra Modi", "the union's Ana Ruiz said"."""
    if start < 2 or doc[start - 1].text not in ("'s", "'"):
        return False
    owner = doc[start - 2]
    body = owner.lower_ in actor_words("organisations", "introducing")
    return owner.ent_type_ == "ORG" or (body and _speaks(doc, start, end))


def _speaks_for(doc: Doc, start: int, end: int) -> bool:
    """Whether two words with a body behind "of" say something: said "Perrin Holt of Marlow Capital"."""
    after = doc[end : end + 2]
    behind = len(after) == 2 and after[0].lower_ in ("of", "from") and after[1].ent_type_ == "ORG"
    return behind and end - start == 2 and _speaks(doc, start, end)


def _speaks(doc: Doc, start: int, end: int) -> bool:
    root = doc[start:end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in actor_words("people", "verbs")


def _is_titled(doc: Doc, start: int) -> bool:
    """Whether a person's office stands right in front: "Nokia boss" Pekka Salo, "their leader," Pekka Salo."""
    at = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    definite = at == start - 1 or any(c.dep_ in ("det", "poss") for c in children(doc[at]))
    return at >= 0 and definite and doc[at].tag_ in ("NN", "NNP") and is_office(doc[at])


def _follows_body(doc: Doc, start: int, known: Known) -> bool:
    """Whether a first name stands right behind a body's name: "of the Federation Council" Igor Petrov."""
    named = is_first_name(doc[start].text)
    behind = start - 1 in known or (start > 0 and doc[start - 1].lower_ in actor_words("organisations", "words"))
    return named and behind and is_capital(doc[start - 1])


def _has_first_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a name begins as persons' do, and its end alone stands elsewhere: "Natalie" Partida, "Partida said"."""
    if not (is_first_name(doc[start].text)):
        return False
    lower, surname, size = lower_words(doc), doc[end - 1].lower_, end - start - 1
    again = [i for i, word in enumerate(lower) if word == surname and i != end - 1 and i >= size and doc[i].is_title]
    return any(
        lower[i - size + 1 : i] == lower[start + 1 : end - 1]  # Marine | Le Pen
        and lower[i - size] != "the"
        and (not is_capital(doc[i - size]) or doc[i - size].is_sent_start)
        for i in again
    )


def _is_identified(doc: Doc, start: int) -> bool:
    """Whether somebody is given the name: "was identified as" Pekka Salo."""
    return start > 1 and doc[start - 1].lower_ == "as" and doc[start - 2].lower_ in ("identified", "named")


def _is_officer(name: Token) -> bool:
    """Whether a name stands beside an office of a state: "the envoy for Mali, Astrid de Wall"."""
    office = role_sections().get((name.head.lower_,), _OF_BODIES) <= _OF_STATES
    return office and name.dep_ == "appos" and name.head.tag_ in ("NN", "NNP")


def _is_apposed(doc: Doc, end: int) -> bool:
    """Whether a person's office follows behind a comma: Pekka Salo, "the former chairman of"."""
    if doc[end : end + 1].text != ",":
        return False
    for token in doc[end + 1 : end + 5]:
        if (
            token.tag_ in ("NN", "NNP")
            and is_office(token)
            and doc[token.i + 1 : token.i + 2].text in ("of", "at", "for")
        ):
            return True
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
            return False
    return False


def _has_party(doc: Doc, end: int) -> bool:
    """Whether a party stands in brackets behind: Ana Ruiz "(Centre Party)"."""
    inside = [t.text for t in doc[end + 1 : end + 6]] if doc[end : end + 1].text == "(" else []
    last = inside.index(")") - 1 if ")" in inside else -1
    return last >= 0 and inside[last].lower() in actor_words("kinds", "party")


def is_office(token: Token) -> bool:
    """Whether a noun names what only a person is: a company can be an owner, a publisher or a champion."""
    word = short_titles().get(token.lower_, token.lower_)
    sections = role_sections().get((word,), _OF_BODIES)
    if "bodies" in sections or word in actor_words("roles", "of_bodies", "of_anyone"):
        return False
    return bool(sections & _OF_PERSONS) or word in actor_words("generic", "people")


def is_bare_title(noun: Token) -> bool:
    """Whether somebody's office or trade goes on with another of a name: "Greens | leader | and Premier Ana Lima".

    "The | actor | and activist Ana Lima" is one; "the mayor and Senator Ana Lima" are two.
    """
    if noun.tag_ != "NN" or lower_words(noun.doc)[noun.i + 1 : noun.i + 2] != ["and"]:
        return False
    owned = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in children(noun))  # "praised Renova founder and"
    trade = noun.lower_ in actor_words("generic", "people") and not owned
    if noun.i + 2 >= len(noun.doc) or not (is_office(noun) or trade):
        return False
    name = noun.nbor(2)
    while name.ent_type_ != "PERSON" and name.dep_ in ("compound", "amod", "nmod") and name.i + 1 < len(noun.doc):
        name = name.nbor()
    if name.i <= noun.i + 2 or name.ent_type_ != "PERSON":
        return False
    second = name.nbor(-1)
    if any(c.dep_ in ("det", "poss") for c in noun.subtree if c.i < noun.i):
        return second.lower_ in actor_words("generic", "people") and (second.is_lower or second.text.isupper())
    return noun.is_lower or bool(noun.is_sent_start)


def is_second_title(noun: Token) -> bool:
    """Whether a noun is what else the one behind its comma is: "a lawyer and human rights | activist |, Ana Lima,"."""
    first, doc = noun.head, noun.doc
    joined = noun.dep_ == "conj" and noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in children(noun))
    if not joined or doc[noun.left_edge.i - 1].lower_ != "and" or doc[noun.i + 1 : noun.i + 2].text != ",":
        return False
    return any(c.dep_ == "appos" and c.left_edge.i == noun.i + 2 and c.ent_type_ == "PERSON" for c in children(first))


def is_human(noun: Token) -> bool:
    """Whether a noun is for a person: "the victim", "a minister"."""
    return noun.lemma_.lower() in actor_words("generic", "people") or is_office(noun)


def is_told_of(noun: Token) -> bool:
    """Whether a noun is one person of whom something is told: "the victim said she"."""
    definite = any(c.lower_ in ("the", "this") for c in children(noun))
    return noun.tag_ == "NN" and definite and noun.dep_ in ("nsubj", "nsubjpass") and is_human(noun)


def told_by_surname(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with names of persons that were taken for others': "Volen Siderov" where "Mr Siderov" is told."""
    courtesy = actor_words("titles", "courtesy")
    surnames = {
        text_of(doc, c.start, c.end)
        for c in found
        if c.kind == "person" and c.end - c.start == 1 and c.start and doc[c.start - 1].lower_ in courtesy
    }
    return [
        c._replace(kind="person", place=False) if _is_full_name(doc[c.start : c.end], c, surnames) else c for c in found
    ]


def _is_full_name(span: Span, c: Candidate, surnames: Collection[str]) -> bool:
    """Whether a name that no list knows is all of a person's: two to four plain words, the last a surname."""
    plain = c.name is None and c.kind in ("organisation", "region") and 1 < len(span) <= _LONGEST_NAME
    if not plain or span[-1].text not in surnames:
        return False
    return all(t.is_alpha and t.is_title and t.lower_ not in actor_words("organisations", "words") for t in span)
