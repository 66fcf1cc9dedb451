"""Which names have an "and" or a plural's apostrophe inside: "Foreign and Commonwealth Office", "Weavers' Guild"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Known, is_capital
from graph.extraction.naming.name_bounds import is_mostly_so
from graph.extraction.tokens import lower_words, sentence_starts
from graph.extraction.wordlists import actor_words, any_of

_JOINTS = frozenset({"and", "&"})
_PLURALS = frozenset({"women", "men", "children", "people"})
_SAINTS = frozenset({"st", "st.", "saint"})
_LONGEST = 8  # tokens in front of the noun that ends the name


def long_names(doc: Doc, known: Known) -> Iterator[tuple[int, int]]:
    """The spans of names that end in the noun of an organisation and have a joint inside.

    Parameters
    ----------
    doc : Doc
    known : dict
        Last token of each known form in the document -> its first token and its reading.
    """
    nouns = actor_words("organisations", "words")
    for token in (doc[i] for i, word in enumerate(lower_words(doc)) if i and word in nouns):
        if is_capital(token):
            start = _start(token, known)
            if start is not None:
                yield start, token.i + 1


def _start(noun: Token, known: Known) -> int | None:
    """Where the name begins, if there is a joint inside."""
    doc, i, joined = noun.doc, noun.i, False
    company = noun.lower_ in actor_words("kinds", "company")
    first = max(sentence_starts(doc)[noun.i], noun.i - _LONGEST)
    while i > first:
        if _is_word(doc[i - 1]) or doc[i - 1].lower_ == "st.":
            i -= 1
        elif _is_plural_mark(doc[i - 1]) and i - 2 not in known:
            if company and i < noun.i:
                break  # "Marlow Stores' | Arran Holdings" are two
            i, joined = i - 2, True
        elif doc[i - 1].lower_ in _JOINTS and known.keys().isdisjoint(range(i, noun.i)) and _is_half(doc, i - 1, known):
            i, joined = _half(doc, i - 1, first), True
            break
        else:
            break
    if is_mostly_so(doc, i):
        i += 1
    return i if joined and i < noun.i else None


def _is_word(token: Token) -> bool:
    """Whether a token can be a word of a name: "The" is none."""
    return is_capital(token) and token.is_alpha and token.lower_ not in ("the", "a", "an")


def _is_plural_mark(mark: Token) -> bool:
    """Whether a token is the apostrophe of many: weavers' , women's."""
    if mark.i == 0 or mark.tag_ != "POS":
        return False
    owner = mark.nbor(-1)
    many = owner.lower_.endswith("s") and mark.text == "'"
    saint = owner.i > 0 and owner.nbor(-1).lower_ in _SAINTS
    single = any_of(_PLURALS, actor_words("organisations", "of_office"))
    return is_capital(owner) and owner.is_alpha and (many or saint or owner.lower_ in single)


def _half(doc: Doc, joint: int, first: int) -> int:
    """The first token of the words in front of the joint, "Women's" among them."""
    i = joint
    while i > first and (_is_word(doc[i - 1]) or _is_plural_mark(doc[i - 1])):
        i -= 1
    return i


def _is_half(doc: Doc, joint: int, known: Known) -> bool:
    """Whether what stands in front of an "and" is half a name: "the Food | and Grocery Council".

    It is introduced by "the" or a country's adjective, and no name by itself.
    """
    start = _half(doc, joint, 0)
    if start == joint:
        return False
    national = start in known and known[start][1].form == "demonym" and start + 1 < joint
    inside = doc[start + national : joint]
    introduced = national or (start > 0 and doc[start - 1].lower_ == "the")
    plain = not any(t.i in known or t.ent_type_ in ("PERSON", "GPE", "NORP") or t.is_upper for t in inside)
    return introduced and plain and not {t.lower_ for t in inside} & actor_words("organisations", "words")
