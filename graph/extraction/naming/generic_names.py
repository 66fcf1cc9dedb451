"""What is somebody without a name called? "Rebel fighters", "Mexican diplomats", "the teachers' union"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, Known, is_capital, is_coined, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.naming.nations import state_of_office, state_of_origin
from graph.extraction.naming.sorts import hold_place
from graph.extraction.syntax.nationals import prefix_of_side
from graph.extraction.tokens import POSSESSIVE, children, sentence_starts
from graph.extraction.wordlists import actor_words, words

_LEFT = 6  # tokens in front of the noun that may be part of the name


def candidate_of(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate:
    """The candidate of one head noun: left over compounds, classifying adjectives and the country.

    Other adjectives stay out of the name, and are passed over only to reach a country: "Mexico's top diplomat".
    """
    one = token.lower_ in words("forces", "fighters") and token.tag_ != "NNS" and hold_place(token)
    noun = f"{token.lower_}s" if one else _lower(token)  # "rebel bases" are the rebels'
    start, parts, country = token.i, [noun], None
    passed = False
    i = token.i - 1
    clan = i >= 0 and token.lemma_.lower() in actor_words("generic", "clans") and doc[i].head == token
    if clan and is_capital(doc[i]) and doc[i].pos_ == "PROPN":
        start, i = i, i - 1  # the Gupta brothers
        parts.insert(0, doc[start].text)
    if is_union_of(doc, i, token):
        start = i - 1
        parts.insert(0, f"{doc[i - 1].lower_}{doc[i].text}")
        i -= 2
        while doc[i].dep_ == "amod" and doc[i].head.i in (start, token.i):
            passed, i = True, i - 1
    leftmost = max(sentence_starts(doc)[token.i], token.i - _LEFT)
    while i >= leftmost:
        if doc[i].is_space:
            i -= 1
            continue
        if i > 1 and doc[i].text in POSSESSIVE and doc[i - 1].lower_ in actor_words("generic", "of_whom"):
            parts.insert(0, f"{doc[i - 1].lower_}{doc[i].text}")
            start, i = i - 1, i - 2
            continue
        last = i - 1 if doc[i].text in POSSESSIVE else i
        if doc[i].lower_ == "camp":
            break  # "the pro-Beijing camp candidates": the camp has a name of its own
        if last in known:
            first, owner = _owner(doc, last, gazetteer, known, possessive=last != i)
            if owner is not None:
                start, country = first, owner[1]
                parts.insert(0, owner[0])
            break
        if doc[i].text == "-" and i > 0 and not doc[i].whitespace_ and not doc[i - 1].whitespace_:
            if passed:  # "centre-right parties" are parties
                i -= 2
                continue
            parts[0] = f"{doc[i - 1].lower_}-{parts[0]}"
            start, i = i - 1, i - 2
            continue
        if _classifies(doc[i], token):
            if not passed:
                parts.insert(0, _lower(doc[i]))
                start = i
        elif _names_folk(doc[i], token):
            parts.insert(0, doc[i].text)
            start = i
            break
        elif doc[i].dep_ == "amod" and doc[i].head == token:
            passed = True
        else:
            break
        i -= 1
    shared = _shared_adjective(token, start, known) if country is None else None
    if shared is not None and (state := gazetteer.country_of(known[shared][1].actor)) is not None:
        country = state
        parts.insert(0, doc[known[shared][0] : shared + 1].text)
    origin = state_of_office(token, gazetteer, known) or state_of_origin(token, gazetteer, known)
    if country is None and origin is not None:
        country = origin
        parts.insert(0, gazetteer.adjective(origin))
    behind = doc[token.i + 1 : token.i + 3].text.lower()
    if behind in actor_words("generic", "goes_on"):
        parts.append(behind)  # "the chamber of commerce"
    elif is_in_law(token):
        parts[-1] += "-in-law"
    name = " ".join(parts)
    return Candidate(start, token.i + 1, "generic", name, "generic", why="generic noun", country=country, rank=9,
                     head=token.i)  # fmt: skip


def is_in_law(token: Token) -> bool:
    """Whether somebody is kin by marriage: "his brother-in-law"."""
    return token.doc[token.i + 1 : token.i + 5].text.lower() == "-in-law"


def _shared_adjective(token: Token, start: int, known: Known) -> int | None:
    """The nationality of the noun that a bare noun is joined to: "Turkish tanks and troops" are both Turkish."""
    first = token.head
    if token.dep_ != "conj" or start != token.i or any(c.i < token.i for c in children(token)):
        return None
    if token.i - first.i != 2 or token.tag_ != first.tag_:
        return None
    inside = [c.i for c in children(first) if c.dep_ == "amod" and c.i in known]
    return inside[0] if len(inside) == 1 and known[inside[0]][1].form == "demonym" else None


def is_union_of(doc: Doc, i: int, noun: Token) -> bool:
    """Whether the possessive at i says whose union or club it is: "the teachers' union"."""
    return (
        i > 0
        and doc[i].text in POSSESSIVE
        and doc[i - 1].tag_ == "NNS"
        and doc[i - 1].is_lower
        and noun.lemma_.lower() in actor_words("organisations", "joined")
    )


def _owner(
    doc: Doc, last: int, gazetteer: Gazetteer, known: Known, *, possessive: bool
) -> tuple[int, tuple[str, str | None] | None]:
    """The first token of what stands before a generic noun, with how it is written in the name and its country."""
    first, reading = known[last]
    country = gazetteer.country_of(reading.actor)
    if side := prefix_of_side(doc[first]):  # "anti-Kremlin protesters" are of no country that is told
        return first - 2, (f"{side}-{text_of(doc, first, last + 1)}", None)
    if doc[first - 1].text == "-" and first - 2 in known:
        first = known[first - 2][0]
        return first, (text_of(doc, first, last + 1), country)
    if country == reading.actor and country is not None and reading.form != "metonym":
        as_written = reading.form == "demonym" and reading.why == "demonym"
        return first, (text_of(doc, first, last + 1) if as_written else gazetteer.adjective(country), country)
    return first, None if possessive else (text_of(doc, first, last + 1), country)


def _names_folk(word: Token, noun: Token) -> bool:
    """Whether a word says of which folk people are, be it one that nobody listed: "Aymara | communities"."""
    told = word.dep_ in ("amod", "compound", "nmod") and word.head == noun and noun.tag_ in ("NN", "NNS")
    before = word.nbor(-1) if word.i else word
    opens = word.is_sent_start or before.is_quote
    whole = opens or (not is_capital(before) and before.text != "-")
    capital = is_capital(word) and word.is_alpha and (word.tag_ == "NNP" or not opens)
    return told and whole and capital and word.ent_type_ in ("NORP", "") and word.pos_ in ("ADJ", "PROPN")


def _classifies(word: Token, noun: Token) -> bool:
    if word.lower_ in actor_words("generic", "days") or _ends_time(word):
        return False  # "Yesterday marines left"
    opening = word.is_sent_start and word.pos_ == "PROPN" and not word.ent_type_ and not is_coined(word)
    if word.lower_ in ("profile", "level") and word.i and word.nbor(-1).lower_ in ("high", "low", "top"):
        return False  # "a high profile church leader"
    if word.dep_ == "compound" and (word.pos_ == "NOUN" or opening):
        return word.lower_ != "emergency" or noun.lower_ != "cabinet"
    return word.lower_ in actor_words("generic", "classifying") or is_of_office(word, noun)


def _ends_time(word: Token) -> bool:
    """Whether a noun belongs to the day before it: "on Monday night | members of the union"."""
    timed = word.lower_ in actor_words("generic", "times_of_day") and word.i > 0
    return timed and (word.ent_type_ in ("DATE", "TIME") or word.nbor(-1).lower_ in actor_words("never", "calendar"))


def is_of_office(word: Token, noun: Token) -> bool:
    return word.lower_ in actor_words("generic", "of_office") and word.head == noun


def _lower(token: Token) -> str:
    """A word as it stands in a generic name: acronyms keep their capitals."""
    stem = token.text.removesuffix("s")  # MPs
    return token.text if stem.isupper() and len(stem) > 1 else token.lower_
