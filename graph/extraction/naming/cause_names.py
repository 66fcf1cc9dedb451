"""Names of bodies that tell what they are for: "Mothers for Change", "Campaign to Protect Rivers"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Known, is_capital
from graph.extraction.tokens import lower_words
from graph.extraction.wordlists import actor_words

_CAUSES = frozenset({"against", "for", "to", "without"})
_SMALL = frozenset({"for", "of", "to"})
_ARTICLES = frozenset({"a", "an", "the"})
_SOMEBODY = frozenset({"GPE", "NORP", "ORG", "PERSON"})


def cause_names(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    """The spans of names that are a noun for people or a body, and what it is for.

    Parameters
    ----------
    doc : Doc
    known : dict
        Last token of each known form in the document -> its first token and its reading.
    """
    people, bodies = actor_words("organisations", "joining"), actor_words("organisations", "for_causes")
    for first in (doc[i] for i, word in enumerate(lower_words(doc)) if word in people or word in bodies):
        if not is_capital(first) or first.is_upper or first.i + 2 >= len(doc):
            continue
        office = first.lower_ == "office" and doc[first.i + 1].text == "of" and doc[first.i + 2].text == "the"
        if not office and doc[first.i + 1].lower_ not in _CAUSES:
            continue
        end = _end(doc, first.i + 1)
        start = _start(first)
        if end == first.i + 1 or (end - 1 in known and known[end - 1][0] <= start):
            continue
        if office or not _is_phrase(first, end, known):
            yield start, end


def _end(doc: Doc, joint: int) -> int:
    """Where the words in capitals end behind a preposition; where it stands itself, if there are none."""
    end, i = joint, joint + 1
    while i < len(doc) and not doc[i].is_sent_start:
        before = doc[i - 1].lower_
        if is_capital(doc[i]) and doc[i].is_alpha:
            end = i + 1
        elif doc[i].lower_ in _ARTICLES:
            if before not in _CAUSES | _SMALL:
                break
        elif end < i or not (doc[i].lower_ in _SMALL or _joins_field(doc[i])):
            break
        i += 1
    return end


def _joins_field(word: Token) -> bool:
    """Whether an "and" stands before what a body may be for as well: "Campaign for Peace | and Democracy"."""
    return word.lower_ == "and" and word.doc[word.i + 1 : word.i + 2].text.lower() in actor_words("fields", "words")


def _start(first: Token) -> int:
    """Where the words in capitals before a noun start: "Global | Fund to Fight AIDS"."""
    start = first.i
    while start > 0 and is_capital(word := first.doc[start - 1]) and word.is_alpha and word.pos_ != "DET":
        if word.head != first:
            break
        start -= 1
    return start


def _is_phrase(first: Token, end: int, known: Known) -> bool:
    """Whether the words are a plain phrase about somebody, no name: "Lawyers for Ana Lima", "Workers for Shell"."""
    doc, joint = first.doc, first.nbor()
    told = doc[joint.i + 1 : end]
    if joint.lower_ == "to" and told[0].pos_ != "VERB" and told[0].tag_ != "VB":
        return True
    if all(is_capital(t) for t in first.sent if t.is_alpha and len(t) > 3):
        return True  # a headline
    if is_capital(joint) or not (first.is_sent_start or first.lower_ in actor_words("organisations", "for_causes")):
        return False
    start = told[0].i + (told[0].lower_ in _ARTICLES)
    somebody = {i for last, (begin, _) in known.items() for i in range(begin, last + 1)}
    if first.lower_ in actor_words("organisations", "for_causes"):
        against = joint.lower_ == "against" and told[-1].lower_ in actor_words("organisations", "words")
        return against or (start in somebody and len(told) == 1)  # "sued by the Alliance | against the Standards Board"
    return start in somebody or doc[start].ent_type_ in _SOMEBODY
