"""Where does a name begin and end? Without titles, marks and captions, with the particles and words that were lost."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from graph.extraction.naming.acronyms import SMALL, initials
from graph.extraction.naming.candidates import Known, is_capital, is_coined, shouting
from graph.extraction.naming.persons import is_first_name, is_office
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.tokens import POSSESSIVE, having
from graph.extraction.wordlists import actor_words, any_of

_LEADING = frozenset({"the", "a", "an", "both", "'s", "'", '"', "(", "-", "/", ",", "@", "#", "of", "and"})
_TRAILING = frozenset({"'s", "'", '"', ")", "(", "-", "/", ",", ".", ":", ";", "&", "|", "and", "of", "the"})
_PHRASES = frozenset({"after", "at", "by", "for", "from", "in", "on", "over", "to", "with"})
_STANCES = frozenset({"pro", "anti", "pan", "ultra", "neo", "ex", "non"})
_PREFIXES = frozenset({"Anti", "Inter", "Pan", "Trans"})  # of bodies: a "Pro-Beijing" party is called so by others
_MOSTLY = frozenset(
    {"chiefly", "heavily", "largely", "mainly", "mostly", "overwhelmingly", "predominantly", "primarily"}
)
_PARTY_LETTERS = frozenset({"D", "R", "I"})
_VERSION = re.compile(r"\d\.\d")
_TAILS = frozenset({"or", "to", "an", "so", "no", "may", "will", "ban", "can", "do", "day", "law", "young", "long"})

_LARGE = frozenset(
    {"billion", "bn", "dollars", "euros", "m", "million", "per", "percent", "pounds", "thousand", "trillion", "%"}
)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles, marks, possessives, stances, caption words and sums of money at its ends."""
    while start < end and (doc[start].lower_ in _LEADING or doc[start].is_space or _is_address(doc[start])):
        start += 1
    if start + 2 < end and doc[start + 1].text in POSSESSIVE and _is_person_elsewhere(doc[start]):
        start += 2  # Novak's | Centre Party
    if end - start > 1 and (_is_verb_before(doc[start]) or is_mostly_so(doc, start)):
        start += 1
    stance = end - start > 3 and doc[start].lower_ in _STANCES and doc[start + 1].text == "-"
    if stance and not (doc[start].text in _PREFIXES and doc[start + 2].is_title):  # the Anti-Defamation League
        start += 3
    if end - start > 2 and doc[start].text in _PARTY_LETTERS and doc[start + 1].text == "-":
        start += 2  # "D-Ohio" is in Ohio
    end = next((i for i in range(start + 1, end) if _is_sum(doc, i)), end)
    end = next((i for i in range(start + 1, end) if _begins_phrase(doc, start, i, end)), end)
    while start < end and (
        doc[end - 1].lower_ in _TRAILING
        or _is_caption(doc[end - 1])
        or doc[end - 1].is_space
        or doc[end - 1].is_currency  # "lent Acme | €3 million"
    ):
        end -= 1
    if end - start > 2 and _is_left_over(doc, end - 1):
        end -= 2
    return start, end


def _is_person_elsewhere(name: Token) -> bool:
    """Whether a text has a word as a person's surname, too."""
    same = (t for t in having(name.doc, "ORTH", (name.text,)) if t.i != name.i)
    return any(t.ent_type_ == "PERSON" and t.doc[t.i + 1 : t.i + 2].text not in POSSESSIVE for t in same)


def _is_address(token: Token) -> bool:
    """Whether a word is where a page stands; but Taobao.com is a company."""
    return token.text.startswith(("http", "www.", "pic."))


def _is_verb_before(word: Token) -> bool:
    """Whether a participle begins a sentence and no name: "Joining | Ireland are Spain and Slovenia"."""
    return bool(word.is_sent_start) and word.tag_ in ("VBG", "VBN") and word.dep_ not in ("amod", "compound")


def is_mostly_so(doc: Doc, start: int) -> bool:
    """Whether an adverb before an adjective makes it none of the name: "the mostly | Kurdish | Workers' Party"."""
    adverb = start > 1 and doc[start - 1].lower_ in _MOSTLY
    return adverb and any(t.tag_ == "DT" for t in doc[start - 2 : start - 1])


def _is_caption(token: Token) -> bool:
    """Whether a word is none of the name before it: "Getty | Image"; but "BBC Wales Today correspondent"."""
    return token.lower_ in actor_words("never", "captions") and not (
        token.text == "Today" and token.dep_ in ("nmod", "compound")
    )


def _is_left_over(doc: Doc, last: int) -> bool:
    """Whether a small word ends a name whose noun stands outside: "promised the Assembly | of first refusal"."""
    word = doc[last]
    return word.is_lower and word.tag_ in ("CD", "JJ", "JJR", "JJS") and doc[last - 1].lower_ == "of"


def _is_sum(doc: Doc, i: int) -> bool:
    """Whether a number is none of a name's: "fined Siemens | two million euros", "beat Chelsea | 2-0"."""
    if doc[i].tag_ != "CD":
        return False
    score = doc[i].is_digit and i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and doc[i + 2].is_digit
    counted = doc[i].like_num and i + 1 < len(doc) and doc[i + 1].lower_ in _LARGE  # "fined Meta | 1.2 billion"
    return score or counted or (doc[i].is_lower and doc[i].is_alpha)


def _begins_phrase(doc: Doc, start: int, i: int, end: int) -> bool:
    """Whether a preposition begins a phrase of small words that no name has: "lobbied the Bank | for years"."""
    small = i + 1 < end and all(t.is_lower for t in doc[i + 1 : end])
    outside = doc[i].lower_ == "of" and not start <= doc[i].head.i < end  # "accused the Forces | of murder"
    return small and (doc[i].lower_ in _PHRASES or outside)


def person_span(doc: Doc, start: int, end: int, known: Known) -> tuple[int, int]:
    """A person's span without titles, with what was lost: "Pablo" Iglesias, Ursula "von der Leyen"."""
    titles = actor_words("titles", "courtesy")
    while start > 0 and _is_first_name(doc, start - 1, start, known):
        start -= 1
    if end - start == 1 and start > 1 and _is_given_title(doc, start, known):
        start -= 2
    if end - start == 1 and _is_odd_first_name(doc, start - 1, known):
        start -= 1
    if start > 0 and _is_given_before_article(doc, start - 1):
        start -= 1
    given = _is_given_before_article(doc, start)
    while (
        end - start > 1
        and not given
        and (
            _is_title(doc[start])
            or (end - start > 2 and doc[start].lower_ in actor_words("fields", "words", "portfolios"))
            or (end - start > 2 and _is_office_noun(doc[start]))
            or _is_trade(doc, start, end)
            or _is_place(doc, start, end, known)
            # head of the "Board" Ana Ruiz
            or (end - start > 2 and doc[start].lower_ in actor_words("organisations", "words"))
        )
    ):
        start += 1
    sentence = doc[start].sent
    end = _past_particles(doc, _past_given_name(doc, start, end))
    while (
        end < sentence.end
        and end - 1 not in known  # Fine Gael | TD
        and is_capital(doc[end])
        and doc[end].is_alpha
        and not doc[end].ent_type_
        and (doc[end].pos_ == "PROPN" or doc[end].lower_ in _TAILS or doc[end].is_oov)
        and doc[end].lower_ not in any_of(titles, actor_words("never", "captions"))
        and not (end + 1 < len(doc) and doc[end + 1].is_digit)
        and not shouting(sentence)
    ):
        end += 1
    while end - start > 1 and doc[end - 1].text in actor_words("titles", "behind"):
        end -= 1
    return start, end


def _is_given_title(doc: Doc, start: int, known: Known) -> bool:
    """Whether a title before a surname is a given name, with another in front of it: "Hassan Sheikh | Mohamud"."""
    title, first = doc[start - 1], doc[start - 2]
    given = (
        title.lower_ in actor_words("titles", "given")
        and first.tag_ == "NNP"
        and first.is_title
        and first.dep_ == "compound"
    )
    listed = first.lower_ in actor_words("titles", "courtesy") or (first.lower_,) in role_sections()
    return given and not listed and first.i not in known and not first.is_sent_start


def _is_given_before_article(doc: Doc, start: int) -> bool:
    """Whether a title is a given name before a surname with an article: the minister "Sultan al-Kubaisi"."""
    if start + 1 >= len(doc):
        return False
    title, article = doc[start], doc[start + 1]
    named = title.lower_ in actor_words("titles", "given") and article.lower_ in ("al", "el")
    return named and start > 1 and doc[start - 1].text == "," and doc[start - 2].is_lower  # an office has a comma


def _is_title(token: Token) -> bool:
    return not {token.lower_, token.lower_.removesuffix("s")}.isdisjoint(actor_words("titles", "courtesy"))


def _is_office_noun(token: Token) -> bool:
    """Whether a word in front of two others is an office and no first name: "Anchor" Tom Pell, "Dean" Martin Hale."""
    named = is_first_name(token.text)
    return is_office(token) and not named


def _is_place(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether the first word of three or more is a country behind a preposition: the envoy for "Angola" Ana Ruiz."""
    country = start in known and known[start][0] == start and known[start][1].place
    return country and end - start > 2 and start > 0 and doc[start - 1].lower_ in ("for", "to", "in", "of", "from")


def _is_trade(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of three or more at the start of a sentence is what the person does: "Astronaut X Y"."""
    word = doc[start].lower_
    listed = (word,) in role_sections() or word in actor_words("generic", "people")
    return end - start > 2 and bool(doc[start].is_sent_start) and listed


def _is_first_name(doc: Doc, i: int, start: int, known: Known) -> bool:
    """Whether the unlabelled token is the first part of the name that begins at `start`."""
    token = doc[i]
    coined = is_coined(token)  # no other word begins the sentence so
    mistaken = coined and bool(token.is_sent_start)  # "Raila | Odinga", "Rached | Ghannouchi"
    alone = coined and token.ent_iob_ == "B" and doc[i + 1].ent_iob_ != "I"
    return (
        (token.tag_ == "NNP" or mistaken)  # no plural: the president of Oslo "Airports" Ana Ruiz
        and is_capital(token)
        and token.is_alpha
        and (not token.ent_type_ or alone)
        and token.dep_ == "compound"
        and token.head.i >= start
        and (not token.is_sent_start or coined or is_first_name(token.text))
        and not token.is_upper
        and token.i not in known
        and (token.lower_,) not in role_sections()
        and token.lower_
        not in any_of(
            actor_words("titles", "courtesy"), actor_words("organisations", "words"), actor_words("generic", "people")
        )
        and token.sent.start == doc[start].sent.start
    )


def _is_odd_first_name(doc: Doc, i: int, known: Known) -> bool:
    """Whether a small word with a capital behind a comma is a first name: "the treasurer, Per Holm"."""
    return i > 0 and doc[i - 1].text == "," and doc[i].is_title and doc[i].pos_ == "ADP" and i not in known


def _past_given_name(doc: Doc, start: int, end: int) -> int:
    """The end of a surname's given name that the recognizer has lost: Choi | Soon-sil."""
    behind = doc[end : end + 3]
    hyphened = len(behind) == 3 and behind[1].text == "-" and not behind[0].whitespace_ and not behind[1].whitespace_
    lost = end - start == 1 and hyphened and behind[0].is_title and behind[2].is_lower and behind[2].is_alpha
    return end + 3 if lost and not behind[0].ent_type_ else end


def _past_particles(doc: Doc, end: int) -> int:
    """The end of a name that goes on behind small words: Ursula von | der Leyen."""
    i = end
    while i < len(doc) and (
        doc[i].lower_ in actor_words("people", "particles") and (doc[i].is_lower or doc[i].text == "-")
    ):
        i += 1
    inside = doc[end - 1].lower_ in actor_words("people", "particles")
    if (i > end or inside) and i < len(doc) and is_capital(doc[i]) and doc[i].pos_ == "PROPN" and not doc[i].ent_type_:
        return i + 1
    return end


def before_office(doc: Doc, start: int, end: int) -> int:
    """The end of a name without the office behind it: "Lakeside | Medical" Director, "UK | Economist", "Oslo | CEO"."""
    if tuple(t.lower_ for t in doc[start:end]) in role_sections():
        return end  # the "National Security Adviser" is no adviser of a body
    last = end - 1
    if end - start > 1 and doc[last].lower_ in actor_words("roles", "trailing"):
        end = last
    elif not (end < len(doc) and is_office(doc[end])):
        return end
    if doc[end - 1].lower_ == "army" and doc[end : end + 1].text == "General" and end - start > 2:
        end -= 1  # Armed Forces | Army General Ana Ruiz
    while end - start > 0 and doc[end - 1].lower_ in actor_words("roles", "ranks"):
        end -= 1
    return (
        start if doc[start].lower_ in actor_words("roles", "ranks") else end
    )  # a "Deputy Police" Commissioner is no body


def true_start(doc: Doc, start: int, end: int) -> int:
    """The start of a body's name with what was lost: "Anti- | Defamation League", "One | Chad Front (OCF)"."""
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].text in _PREFIXES and end - start > 1:
        return start - 2
    return _as_abbreviated(doc, start, end)


def _as_abbreviated(doc: Doc, start: int, end: int) -> int:
    """The start of a name that the letters in brackets behind it want."""
    letters = doc[end + 1].text if end + 2 < len(doc) and (doc[end].text, doc[end + 2].text) == ("(", ")") else ""
    if not (letters.isalpha() and letters.isupper()) or initials(doc[start:end].text).startswith(letters):
        return start
    for first in range(start - 1, max(start - 1 - len(letters), doc[start].sent.start - 1), -1):
        if not is_capital(doc[first]) and doc[first].lower_ not in SMALL:
            return start
        if is_capital(doc[first]) and initials(doc[first:end].text).startswith(letters):
            return first
    return start


def past_version(doc: Doc, end: int) -> int:
    """The end of a name with the number of a version behind it: the hacker Morbo | 2.0."""
    if end >= len(doc) or not _VERSION.fullmatch(doc[end].text):
        return end
    counted = end + 1 < len(doc) and (doc[end + 1].text == "%" or doc[end + 1].pos_ in ("NOUN", "NUM"))
    return end if counted else end + 1


def extended(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """A body's span with the end of its name: "Radio | 4", "Heart Health | study", "School of Arts | and Law"."""
    if label != "ORG" or end >= len(doc):
        return start, end
    if end - start > 1 and doc[end].lower_ in actor_words("organisations", "tails"):
        return start, end + 1
    if doc[end].tag_ == "CD" and doc[end].is_digit and doc[end + 1 : end + 2].text == "'s":
        return start, end + 1
    field = doc[end + 1 : end + 2]
    of = {t.lower_ for t in doc[start + 1 : end]} & {"of", "for"}
    if of and doc[end].lower_ in ("and", "&") and field and field[0].lower_ in actor_words("fields", "words"):
        return start, end + 1 + is_capital(field[0])
    return start, end
