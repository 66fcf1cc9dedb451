"""Which spans are proper names: what the recognizer found, with its boundaries and labels repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graph.extraction.candidates import Candidate, Known, is_capital, shouting, words
from graph.extraction.generics import is_plain_plural
from graph.extraction.persons import is_office, is_person, names_employer
from graph.extraction.role_nouns import lexicon
from graph.extraction.works import works

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "region", "LOC": "region", "NORP": "people",
           "FAC": "organisation", "PRODUCT": "organisation"}  # fmt: skip
_LEADING = frozenset({"the", "a", "an", "both", "'s", "'", '"', "(", "-", "/", ",", "@", "#", "of", "and"})
_TRAILING = frozenset({"'s", "'", '"', ")", "(", "-", "/", ",", ".", ":", ";", "&", "|", "and", "of", "the"})
# Words that end one name and begin another inside an entity.
_BREAKS = {"PERSON": frozenset({"of", "from", "for", "and", "in", "at", "/", ",", "("}), "ORG": frozenset({"/", "|"})}
_STANCES = frozenset({"pro", "anti", "pan", "ultra", "neo", "ex", "non"})
_BODIES = frozenset({"bodies"})
_PARTY_LETTERS = frozenset({"D", "R", "I"})
_KINDS = ("party", "media", "armed force", "armed group", "company", "government body")
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.-]*[A-Z0-9]\.?")
_TAILS = frozenset({"or", "to", "an", "so", "no", "may", "will", "ban", "can", "do", "day", "law", "young", "long"})


def name_candidates(doc: Doc, known: Known) -> Iterator[Candidate]:
    """The recognizer's names, repaired, in order: persons, organisations, places."""
    for start, end, label in _entities(doc, known):
        if doc[start].lower_.startswith(("anti", "pro-")) and not doc[start].is_title:
            continue  # "anti-Semitic" is a stance, nobody's name
        kind = kind_of(doc, start, end, label)
        adjective = label == "NORP" and doc[end - 1].dep_ == "amod" and doc[end : end + 1].text.islower()
        form = "demonym" if adjective else "name"
        placed = label in ("GPE", "LOC", "FAC") and kind in ("region", "government body")
        yield Candidate(start, end, kind, form=form, place=placed)


def kind_of(doc: Doc, start: int, end: int, label: str) -> str:
    """The actor kind of a name, by its own words first, then by what it is called, then by the recognizer's label."""
    lower = [t.lower_ for t in doc[start:end]]
    ends = {lower[-1], lower[0] if len(lower) > 2 and lower[1] in ("of", "for") else lower[-1]}
    if len(lower) > 1 and lower[-1] in words("places", "grounds") and label in ("FAC", "LOC", "GPE"):
        return "region"
    if label != "PERSON" and doc[end : end + 1].text in words("kinds", "party"):
        return "party"  # "the Alliance party"
    for kind in _KINDS:
        if ends & words("kinds", kind) and (label != "GPE" or kind == "government body"):
            return kind
    if len(lower) > 1 and ends & words("organisations", "words") and label != "GPE":
        return "organisation"
    if label in ("PERSON", "GPE") and len(lower) == 1 and is_acronym(doc[start]):
        return "organisation"
    if label in ("PERSON", "GPE", "LOC") and (noun := _called(doc[start:end])):
        return introduced_kind(noun)
    if label == "PERSON" and len(lower) == 1 and start > 1 and doc[start - 1].lower_ == "of":
        before = doc[start - 2]
        return "region" if before.ent_type_ == "PERSON" or before.lower_ in words("roles", "municipal") else "person"
    if label == "PERSON" and len(lower) == 1 and start > 1 and doc[start - 1].lower_ == "from":
        before = doc[start - 2]  # "a nurse from Clondalkin"; but "a letter from Clinton"
        return "region" if before.ent_type_ == "PERSON" or before.lemma_ in words("generic", "people") else "person"
    return _LABELS.get(label, "organisation")


def introduced_kind(noun: str) -> str:
    """The kind of organisation that a noun introduces: "newspaper" is for media, "union" leaves it open."""
    return next((k for k in ("media", "party", "armed group", "company") if noun in words("introduced", k)),
                "organisation")  # fmt: skip


def _called(name: Span) -> str | None:
    """The small noun for an organisation that stands in apposition to a name: "the regulator, Medsafe"."""
    root = name.root
    beside = [c for c in root.children if c.dep_ == "appos"] + ([root.head] if root.dep_ == "appos" else [])
    nouns = words("organisations", "introducing") - words("generic", "people")
    called = (t.lemma_ for t in beside if t.tag_ == "NN" and t.is_lower and t.lemma_ in nouns)
    # A publisher or a producer may be a person.
    return next((noun for noun in called if lexicon().get((noun,), _BODIES) == _BODIES), None)


def is_acronym(token: Token) -> bool:
    """Whether a token is an acronym: capitals in a sentence that is not all capitals."""
    return (
        len(token) >= 2
        and bool(ACRONYM.fullmatch(token.text))
        and _without_number(token) not in words("never", "acronyms")
        and not shouting(token.sent)
    )


def _without_number(token: Token) -> str:
    """A word without the figures that are written to it: "NOK43"."""
    return token.lower_.rstrip("0123456789")


def _entities(doc: Doc, known: Known) -> Iterator[tuple[int, int, str]]:
    """The recognizer's entities with their boundaries repaired: joined, cut, trimmed, extended."""
    titles = list(works(doc))
    for start, end, label in _joined(doc, known):
        if label == "PERSON" and end - start > 1 and doc[end - 1].is_lower and (doc[end - 1].lower_,) in lexicon():
            end, label = end - 1, "ORG"  # "Porto | goalkeeper" Rui Lobo
        if (
            end - start > 1
            and doc[end - 1].lower_ in words("roles", "fields")
            and is_office(doc[min(end, len(doc) - 1)])
        ):
            end, label = end - 1, "GPE"  # "Oakland | Fire Chief" Ana Ruiz
        if label == "PERSON" and end - start == 1 and names_employer(doc, start):
            label = "ORG"
        if label not in _LABELS or (label == "NORP" and any(i in known for i in range(start, end))):
            continue
        if label == "ORG" and _is_portfolio(doc, start, end, known):
            continue
        for s, e in _pieces(doc, start, end, label, known):
            s, e = trimmed(doc, s, e)
            if s >= e or not any(is_capital(t) for t in doc[s:e]) or _is_date(doc, s, e, label):
                continue
            s, e = person_span(doc, s, e, known) if label == "PERSON" else _extended(doc, s, e, label)
            entitled = any(first <= s and e <= last for first, last in titles)
            if s < e and not entitled and not _is_nothing(doc, s, e, label):
                yield s, e, "PERSON" if is_person(doc, s, e, label, known) else label


def _is_date(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a name begins with a day or month that is no first name: "Jan Mertens", "April Ruiz" are persons."""
    named = label == "PERSON" and end - start > 1 and is_capital(doc[start + 1]) and doc[start + 1].is_alpha
    return doc[start].lower_ in words("never", "calendar") and not named


def _is_portfolio(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether an entity is only what a country's minister is for: "Indian External Affairs" Minister."""
    owned = any(i in known and known[i][0] == start and known[i][1].place for i in range(start, end - 1))
    owned |= start in known and known[start][0] == start and known[start][1].form == "demonym"
    if doc[end : end + 1].text in ("Minister", "Ministers"):  # "Federal Education" Minister
        return owned or not any(i in known for i in range(start, end))
    return owned and doc[end : end + 1].text in ("Secretary", "Adviser", "Advisor")


def _joined(doc: Doc, known: Known) -> list[tuple[int, int, str]]:
    """Entities, with neighbours of one name put together ("Dalia" and "Paris" said, "Save the Children" "Kenya")."""
    joined: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        before = joined[-1] if joined and joined[-1][1] == ent.start else None
        if before and _is_split_person(doc, before, ent, known):
            joined[-1] = (before[0], ent.end, "PERSON")
        elif joined and _is_split_body(doc, joined[-1], ent, known):
            joined[-1] = (joined[-1][0], ent.end, "ORG")
        elif joined and _listed_with_person(doc, joined[-1], ent, known):
            joined.append((ent.start, ent.end, "PERSON"))
        elif before and before[2] == "ORG" and _ends_name(doc, ent, known):
            joined[-1] = (before[0], ent.end, "ORG")
        else:
            joined.append((ent.start, ent.end, ent.label_))
    return joined


def _listed_with_person(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether what is labelled a place is a full name joined to a person's: "Emmanuel Mayuka and Rainford Kalaba"."""
    return (
        before[2] == "PERSON"
        and ent.label_ in ("GPE", "ORG")
        and ent.start == before[1] + 1
        and doc[before[1]].lower_ == "and"
        and 2 <= len(ent) <= 3
        and all(t.is_alpha and is_capital(t) and not t.is_upper for t in ent)
        and ent.end - 1 not in known
        and not {t.lower_ for t in ent} & words("organisations", "words")
    )


def _ends_name(doc: Doc, ent: Span, known: Known) -> bool:
    """Whether an entity right behind an organisation is the end of its name ("Save the Children" "Kenya")."""
    if not is_capital(ent[0]) or doc[ent.start - 1].text in ("'s", "'"):
        return False
    return (ent.label_ == "GPE" and ent.end - 1 in known) or (ent.label_ == "NORP" and ent.root.tag_ == "NNPS")


def _is_split_person(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether two neighbouring entities are one person's first and last name."""
    labels = {before[2], ent.label_}
    within = doc[before[1] - 1].dep_ == "compound" and ent.start <= doc[before[1] - 1].head.i < ent.end
    named = known.keys().isdisjoint(range(*before[:2])) and all(
        (doc[i].lower_,) not in lexicon() for i in range(*before[:2])
    )
    if labels == {"PERSON"} and within and named and ent.end - before[0] <= 4:
        return True
    if not labels <= {"PERSON", "GPE", "NORP"} or before[1] - before[0] != 1 or len(ent) != 1:
        return False
    if before[0] in known or ent.start in known or not (doc[before[0]].is_alpha and ent[0].is_alpha):
        return False
    located = before[0] > 0 and doc[before[0] - 1].lower_ in ("in", "at", "near", "from", "to")
    return "PERSON" in labels or not located


def _is_split_body(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether an "and" joins the halves of one organisation's name: "the Doctors" and "Dentists Union"."""
    joint = ent.start - 1
    end = before[1] - 1 if before[1] == ent.start else before[1]  # the "and" may be in the first half
    if before[2] != "ORG" or ent.label_ != "ORG" or end != joint or doc[joint].lower_ not in ("and", "&"):
        return False
    kinds = words("organisations", "words")
    article = doc[before[0]].lower_ == "the" or (before[0] > 0 and doc[before[0] - 1].lower_ == "the")
    return (
        article
        and joint - 1 not in known
        and is_capital(ent[0])
        and len(ent) > 1
        and ent[-1].lower_ in kinds
        and not {t.lower_ for t in doc[before[0] : joint]} & kinds
        and doc[joint - 1].tag_ in ("NNS", "NNPS", "NN", "JJ")
    )


def _pieces(doc: Doc, start: int, end: int, label: str, known: Known) -> Iterator[tuple[int, int]]:
    """The parts of an entity that runs over several names ("Ana Costa of Renova", "the schools A and B")."""
    breaks = _BREAKS.get(label, frozenset())
    if label == "ORG" and start > 0 and doc[start - 1].tag_ == "NNS":
        breaks |= {"and"}
    if label == "ORG" and not any(t.text == ")" for t in doc[start:end]):
        breaks |= {"("}
    firsts = {known[i][0] for i in range(start, end) if i in known}
    at = start
    for i in range(start, end):
        if label == "ORG" and at < i and _is_owner(doc, at, i, end, known):
            yield at, i
            at = i + 1
        between = label == "ORG" and doc[i].lower_ in ("and", ",") and i - 1 in known and i + 1 in firsts
        if (
            between
            or doc[i].is_space
            or doc[i].lower_ in breaks
            or (doc[i].is_lower and doc[i].tag_ in ("VBD", "VBZ", "VBP"))
        ):
            if at < i:
                yield at, i
            at = i + 1
    if at < end:
        yield at, end


def _is_owner(doc: Doc, start: int, i: int, end: int, known: Known) -> bool:
    """Whether the possessive at i parts two names: "Leeds University's | School of Law"; not "St John's College"."""
    if doc[i].text not in ("'s", "'") or i + 2 >= end or not is_capital(doc[i + 1]):
        return False
    last = doc[i - 1]
    of_words = last.lower_ in words("organisations", "words") and i - start > 1
    return i - 1 in known or of_words or is_acronym(last)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles, marks, possessives, stances, caption words and sums of money at its ends."""
    while start < end and (doc[start].lower_ in _LEADING or doc[start].is_space):
        start += 1
    if end - start > 3 and doc[start].lower_ in _STANCES and doc[start + 1].text == "-":
        start += 3
    if end - start > 2 and doc[start].text in _PARTY_LETTERS and doc[start + 1].text == "-":
        start += 2  # "D-Ohio" is in Ohio
    end = next((i for i in range(start + 1, end) if _is_sum(doc, i)), end)
    while start < end and (
        doc[end - 1].lower_ in _TRAILING or doc[end - 1].lower_ in words("never", "captions") or doc[end - 1].is_space
    ):
        end -= 1
    return start, end


def _is_sum(doc: Doc, i: int) -> bool:
    """Whether a number is none of a name's: "fined Siemens | two million euros", "beat Chelsea | 2-0"."""
    if doc[i].tag_ != "CD":
        return False
    score = doc[i].is_digit and i + 2 < len(doc) and doc[i + 1].text in ("-", "–") and doc[i + 2].is_digit
    return score or (doc[i].is_lower and doc[i].is_alpha)


def person_span(doc: Doc, start: int, end: int, known: Known) -> tuple[int, int]:
    """A person's span without titles, with what was lost: "Pablo" Iglesias, Ursula "von der Leyen"."""
    titles = words("titles", "courtesy")
    while start > 0 and _is_first_name(doc, start - 1, start, known):
        start -= 1
    if end - start == 1 and _is_odd_first_name(doc, start - 1, known):
        start -= 1
    while end - start > 1 and (
        _is_title(doc[start])
        or _is_trade(doc, start, end)
        or _is_place(doc, start, end, known)
        or (end - start > 2 and doc[start].lower_ in words("organisations", "words"))  # head of the "Board" Ana Ruiz
    ):
        start += 1
    sentence = doc[start].sent
    end = _past_particles(doc, end)
    while (
        end < sentence.end
        and is_capital(doc[end])
        and doc[end].is_alpha
        and not doc[end].ent_type_
        and (doc[end].pos_ == "PROPN" or doc[end].lower_ in _TAILS or doc[end].is_oov)
        and doc[end].lower_ not in titles | words("never", "captions")
        and not (end + 1 < len(doc) and doc[end + 1].is_digit)
        and not shouting(sentence)
    ):
        end += 1
    while end - start > 1 and doc[end - 1].text in words("titles", "behind"):
        end -= 1
    return start, end


def _is_title(token: Token) -> bool:
    return not {token.lower_, token.lower_.removesuffix("s")}.isdisjoint(words("titles", "courtesy"))


def _is_place(doc: Doc, start: int, end: int, known: Known) -> bool:
    """Whether the first word of three or more is a country behind a preposition: the envoy for "Angola" Ana Ruiz."""
    country = start in known and known[start][0] == start and known[start][1].place
    return country and end - start > 2 and start > 0 and doc[start - 1].lower_ in ("for", "to", "in", "of", "from")


def _is_trade(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of three or more at the start of a sentence is what the person does: "Astronaut X Y"."""
    word = doc[start].lower_
    listed = (word,) in lexicon() or word in words("generic", "people")
    return end - start > 2 and bool(doc[start].is_sent_start) and listed


def _is_first_name(doc: Doc, i: int, start: int, known: Known) -> bool:
    """Whether the unlabelled token is the first part of the name that begins at `start`."""
    token = doc[i]
    return (
        token.tag_ == "NNP"  # no plural: the president of Oslo "Airports" Ana Ruiz
        and is_capital(token)
        and token.is_alpha
        and not token.ent_type_
        and token.dep_ == "compound"
        and token.head.i >= start
        and not token.is_sent_start
        and not token.is_upper
        and token.i not in known
        and (token.lower_,) not in lexicon()
        and token.lower_
        not in words("titles", "courtesy") | words("organisations", "words") | words("generic", "people")
        and token.sent.start == doc[start].sent.start
    )


def _is_odd_first_name(doc: Doc, i: int, known: Known) -> bool:
    """Whether a small word with a capital behind a comma is a first name: "the treasurer, Per Holm"."""
    return i > 0 and doc[i - 1].text == "," and doc[i].is_title and doc[i].pos_ == "ADP" and i not in known


def _past_particles(doc: Doc, end: int) -> int:
    """The end of a name that goes on behind small words: Ursula von | der Leyen."""
    i = end
    while i < len(doc) and (doc[i].lower_ in words("people", "particles") and (doc[i].is_lower or doc[i].text == "-")):
        i += 1
    inside = doc[end - 1].lower_ in words("people", "particles")
    if (i > end or inside) and i < len(doc) and is_capital(doc[i]) and doc[i].pos_ == "PROPN" and not doc[i].ent_type_:
        return i + 1
    return end


def _extended(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """An organisation's span with the small noun that ends its name ("National Heart Health study")."""
    if label == "ORG" and end - start > 1 and end < len(doc) and doc[end].lower_ in words("organisations", "tails"):
        return start, end + 1
    return start, end


def _is_nothing(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a label is not to be believed: an acronym of a thing, a lone noun with a capital."""
    if _without_number(doc[end - 1]) in words("never", "acronyms"):
        return True
    if label != "NORP" and lexicon().get(tuple(t.lower_ for t in doc[start:end]), _BODIES) != _BODIES:
        return True  # "Cabinet Minister": an office, nobody
    if end - start > 1 and label in ("FAC", "LOC", "GPE") and doc[end - 1].lower_ in words("places", "roads"):
        return True  # nobody: a street, a bridge
    if end - start == 1 and label != "NORP" and is_plain_plural(doc[start]):
        return True
    first = doc[start].is_sent_start or doc[start - 1].is_quote
    if (
        label == "ORG"
        and first
        and doc[start].tag_ in ("NNS", "NNPS")
        and (
            doc[start + 1 : start + 2].text == "of"
            and doc[start].lower_.removesuffix("s") in words("generic", "people")
        )
    ):
        return True  # "Representatives of Russia": some people
    if end - start == 1 and label in ("ORG", "GPE") and doc[start].lower_ in words("titles", "courtesy"):
        return True  # "Bishop emeritus Ana Costa"
    if end - start == 1 and start > 0 and doc[start].text in words("titles", "behind") and is_capital(doc[start - 1]):
        return True  # Ana Costa QC
    return (
        end - start == 1
        and label in ("ORG", "PERSON", "GPE", "PRODUCT", "FAC")
        and doc[start].lower_ in words("never", "lone")
    )
