"""Which spans are proper names: what the recognizer found, repaired, and the capitalised runs it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graph.extraction.candidates import Candidate, Known, is_capital, shouting, text_of, titled, words
from graph.extraction.role_nouns import lexicon

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "region", "LOC": "region", "NORP": "people",
           "FAC": "organisation", "PRODUCT": "organisation"}  # fmt: skip
_LEADING = frozenset({"the", "a", "an", "both", "'s", "'", '"', "(", "-", "/", ",", "@", "#", "of", "and"})
_TRAILING = frozenset({"'s", "'", '"', ")", "(", "-", "/", ",", ".", ":", ";", "&", "|", "and", "of", "the"})
_STANCES = frozenset({"pro", "anti", "pan", "ultra", "neo", "ex", "non"})
_KINDS = ("party", "media", "armed force", "armed group", "company", "government body")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.-]*[A-Z0-9]\.?")
_TAILS = frozenset({"or", "to", "an", "so", "no", "may", "will", "ban", "can", "do", "day", "law", "young", "long"})
_LONG_FORM = 10


def name_candidates(doc: Doc, known: Known) -> Iterator[Candidate]:
    """Proper names in the document, in no order: persons, organisations, places."""
    covered: set[int] = set()
    for start, end, label in _entities(doc, known):
        covered.update(range(start, end))
        kind = kind_of(doc, start, end, label)
        yield Candidate(start, end, kind, place=label in ("GPE", "LOC") and kind in ("region", "government body"))
    for start, end, label in _runs(doc, covered, known):
        yield Candidate(start, end, kind_of(doc, start, end, label), rank=7)
    for start, end in _introduced(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=1)
    for start, end in _spelled_out(doc):
        yield Candidate(start, end, kind_of(doc, start, end, "ORG"), rank=4)
    yield from _bracketed_first_names(doc)


def kind_of(doc: Doc, start: int, end: int, label: str) -> str:
    """The actor kind of a name, by its own words first, then by the recognizer's label."""
    lower = [t.lower_ for t in doc[start:end]]
    ends = {lower[-1], lower[0] if len(lower) > 2 and lower[1] in ("of", "for") else lower[-1]}
    for kind in _KINDS:
        if ends & words("kinds", kind) and (label != "GPE" or kind == "government body"):
            return kind
    if len(lower) > 1 and ends & words("organisations", "words") and label != "GPE":
        return "organisation"
    if label in ("PERSON", "GPE") and len(lower) == 1 and is_acronym(doc[start]):
        return "organisation"
    return _LABELS.get(label, "organisation")


def is_acronym(token: Token) -> bool:
    """Whether a token is an acronym: capitals in a sentence that is not all capitals."""
    return (
        len(token) >= 2
        and bool(_ACRONYM.fullmatch(token.text))
        and token.lower_ not in words("never", "acronyms")
        and not shouting(token.sent)
    )


# --- what the recognizer found -------------------------------------------------------------------


def _entities(doc: Doc, known: Known) -> Iterator[tuple[int, int, str]]:
    """The recognizer's entities with their boundaries repaired: joined, cut, trimmed, extended."""
    for start, end, label in _joined(doc, known):
        if label not in _LABELS or (label == "NORP" and any(i in known for i in range(start, end))):
            continue
        for s, e in _pieces(doc, start, end, label):
            s, e = trimmed(doc, s, e)
            if s >= e or not any(is_capital(t) for t in doc[s:e]) or doc[s].lower_ in words("never", "calendar"):
                continue
            s, e = _person(doc, s, e, known) if label == "PERSON" else _extended(doc, s, e, label)
            if s < e and not _is_title_of_work(doc, s, e) and not _is_nothing(doc, s, e, label):
                yield s, e, "PERSON" if label == "ORG" and _is_member(doc, s, e) else label


def _joined(doc: Doc, known: Known) -> list[tuple[int, int, str]]:
    """Entities, with neighbours of one name put together ("Alia" GPE, "Salem" GPE; "Standards Australia", "Ghana")."""
    joined: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        before = joined[-1] if joined and joined[-1][1] == ent.start else None
        if before and _is_split_person(doc, before, ent, known):
            joined[-1] = (before[0], ent.end, "PERSON")
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
    """Whether an entity right behind an organisation is the end of its name ("Food Standards Australia" "New Zealand")."""
    if not is_capital(ent[0]) or doc[ent.start - 1].text in ("'s", "'"):
        return False
    return (ent.label_ == "GPE" and ent.end - 1 in known) or (ent.label_ == "NORP" and ent.root.tag_ == "NNPS")


def _is_split_person(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether two neighbouring entities of a word each are one person's first and last name."""
    labels = {before[2], ent.label_}
    if not labels <= {"PERSON", "GPE"} or before[1] - before[0] != 1 or len(ent) != 1:
        return False
    if before[0] in known or ent.start in known or not (doc[before[0]].is_alpha and ent[0].is_alpha):
        return False
    located = before[0] > 0 and doc[before[0] - 1].lower_ in ("in", "at", "near", "from", "to")
    return "PERSON" in labels or not located


def _pieces(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The parts of an entity that runs over several names ("Nathan Law of Demosisto", "the schools A and B")."""
    plural = start > 0 and doc[start - 1].tag_ == "NNS"
    at = start
    for i in range(start, end):
        lower = doc[i].lower_
        if doc[i].is_space or (label == "PERSON" and lower in ("of", "from", "for", "and", "in", "at", "/", ",", "(")) or (
            label == "ORG" and (lower in ("/", "|") or (plural and lower == "and"))
        ):  # fmt: skip
            if at < i:
                yield at, i
            at = i + 1
    if at < end:
        yield at, end


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The span without articles, marks, possessives, stances and caption words at its ends."""
    while start < end and (doc[start].lower_ in _LEADING or doc[start].is_space):
        start += 1
    if end - start > 3 and doc[start].lower_ in _STANCES and doc[start + 1].text == "-":
        start += 3
    while start < end and (
        doc[end - 1].lower_ in _TRAILING or doc[end - 1].lower_ in words("never", "captions") or doc[end - 1].is_space
    ):
        end -= 1
    return start, end


def _person(doc: Doc, start: int, end: int, known: Known) -> tuple[int, int]:
    """A person's span without titles, extended over what the recognizer lost: "Pablo" Iglesias, Ursula "von der Leyen"."""
    titles = words("titles", "courtesy")
    while start > 0 and _is_first_name(doc, start - 1, start, known):
        start -= 1
    while end - start > 1 and (
        doc[start].lower_.removesuffix("s") in titles or doc[start].lower_ in titles or _is_trade(doc, start, end)
    ):
        start += 1
    sentence = doc[start].sent
    end = _past_particles(doc, end)
    while (
        end < sentence.end
        and is_capital(doc[end])
        and doc[end].is_alpha
        and not doc[end].ent_type_
        and (doc[end].pos_ == "PROPN" or doc[end].lower_ in _TAILS)
        and doc[end].lower_ not in titles | words("never", "captions")
        and not (end + 1 < len(doc) and doc[end + 1].is_digit)
        and not shouting(sentence)
    ):
        end += 1
    return start, end


def _is_trade(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of three or more at the start of a sentence is what the person does: "Astronaut X Y"."""
    word = doc[start].lower_
    listed = (word,) in lexicon() or word in words("generic", "people")
    return end - start > 2 and bool(doc[start].is_sent_start) and listed


def _is_first_name(doc: Doc, i: int, start: int, known: Known) -> bool:
    """Whether the unlabelled token is the first part of the name that begins at `start`."""
    token = doc[i]
    return (
        token.pos_ == "PROPN"
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
    """An organisation's span with the small noun that ends its name ("National Nutrition study")."""
    if label == "ORG" and end - start > 1 and end < len(doc) and doc[end].lower_ in words("organisations", "tails"):
        return start, end + 1
    return start, end


def _is_nothing(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether a label is not to be believed: an acronym of a thing, a lone noun with a capital."""
    if doc[end - 1].lower_ in words("never", "acronyms"):
        return True
    return (
        end - start == 1
        and label in ("ORG", "PERSON", "GPE", "PRODUCT", "FAC")
        and doc[start].lower_ in words("never", "lone")
    )


def _is_member(doc: Doc, start: int, end: int) -> bool:
    """Whether what is labelled an organisation is a person behind a party's possessive: "the BJP's Narendra Modi"."""
    owned = start > 1 and doc[start - 1].text in ("'s", "'") and doc[start - 2].ent_type_ == "ORG"
    return owned and 2 <= end - start <= 3 and not {t.lower_ for t in doc[start:end]} & words("organisations", "words")


def _is_title_of_work(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is part of the title of a book or film: "author of Russia in Africa"."""
    return any(s <= start and end <= e for s, e in works(doc, doc[start].sent))


def works(doc: Doc, sentence: Span) -> Iterator[tuple[int, int]]:
    """The titles of works in a sentence: behind "author of", "the book", and the like, or in quotes with a preposition."""
    for token in sentence:
        maker = token.lower_ in words("works", "makers")
        if not maker and token.lower_ not in words("works", "nouns"):
            continue
        i = token.i + 1
        if i < sentence.end and doc[i].lower_ in (("of",) if maker else ("called", "titled", "entitled", ",", ":")):
            i += 1
        elif maker:
            continue
        quoted = i < sentence.end and doc[i].text in ('"', "'")
        start = i + quoted
        end = start
        while end < sentence.end and (
            is_capital(doc[end]) or doc[end].lower_ in ("of", "in", "the", "and", "on", "for", "to", "a", "with")
        ):
            end += 1
        peopled = any(t.ent_type_ == "PERSON" for t in doc[start:end])
        if any(t.pos_ == "ADP" for t in doc[start + 1 : end]) and is_capital(doc[start]) and (quoted or not peopled):
            yield start, end
    yield from _quoted_titles(doc, sentence)


def _quoted_titles(doc: Doc, sentence: Span) -> Iterator[tuple[int, int]]:
    """Short quoted strings Set Like Titles: two capitalised words around a small one."""
    marks = [t.i for t in sentence if t.text == '"']
    for left, right in zip(marks, marks[1:], strict=False):
        inside = doc[left + 1 : right]
        small = [t for t in inside if t.is_lower and t.is_alpha]
        if 3 <= len(inside) <= 9 and small and is_capital(inside[0]) and is_capital(inside[-1]):
            if all(t.pos_ in ("ADP", "DET", "CCONJ", "PART") for t in small):
                yield left + 1, right


# --- what it missed --------------------------------------------------------------------------------


def _runs(doc: Doc, covered: set[int], known: Known) -> Iterator[tuple[int, int, str]]:
    """Capitalised runs that the recognizer missed, with a label, where they look like an organisation or a person."""
    i = 0
    while i < len(doc):
        if i in covered or not (is_capital(doc[i]) and doc[i].pos_ == "PROPN"):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and end not in covered and is_capital(doc[end]) and doc[end].pos_ == "PROPN":
            end += 1
        start, stop = trimmed(doc, i, end)
        if start < stop and _organisation(doc, start, stop):
            yield start, stop, "ORG"
        elif start < stop and _titled_person(doc, start, stop):
            yield *_person(doc, start, stop, known), "PERSON"
        i = end


def _organisation(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is an organisation: by its last word, as an acronym, or by who belongs to it."""
    last = doc[end - 1]
    if last.lower_ in words("never", "calendar") or last.lower_ in words("titles", "courtesy"):
        return False
    if end - start > 1 and last.lower_ in words("organisations", "words"):
        return True
    if end - start == 1 and is_acronym(last):
        return True
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].text in ("'s", "'") and after[1].ent_type_ == "PERSON":
        return True
    before = doc[max(0, start - 2) : start]
    return len(before) == 2 and before[1].lower_ == "of" and before[0].ent_type_ == "PERSON"


def _titled_person(doc: Doc, start: int, end: int) -> bool:
    """Whether an unlabelled run is a person: behind a title, or two or three words behind a party's possessive."""
    if doc[start].lower_ in words("titles", "courtesy"):
        return end - start > 1 and doc[end - 1].lower_ not in words("titles", "courtesy")
    if 2 <= end - start <= 3 and all(t.is_alpha and not t.is_upper for t in doc[start:end]):
        root = doc[start:end].root
        if (
            root.dep_ in ("nsubj", "nsubjpass")
            and root.head.lemma_ in words("people", "verbs")
            and not titled(root.sent)
        ):
            return True
    owner = doc[start - 2] if start > 1 and doc[start - 1].text in ("'s", "'") else None
    return owner is not None and 2 <= end - start <= 3 and owner.lower_ in words("organisations", "words")


def _introduced(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names that a noun introduces: the website "Insurgency Wiki", the secularist magazine MicroMega."""
    for token in doc[:-2]:
        if token.lower_ not in words("organisations", "introducing"):
            continue
        quoted = doc[token.i + 1].text == '"'
        start = token.i + 1 + quoted
        end = start
        while end < len(doc) and is_capital(doc[end]) and doc[end].pos_ in ("PROPN", "NOUN", "ADJ"):
            end += 1
        if quoted and start < end < len(doc) and doc[end].text == '"':
            yield start, end


def _spelled_out(doc: Doc) -> Iterator[tuple[int, int]]:
    """Long forms whose acronym follows in parentheses: "Movimento 5 Stelle (M5S)"."""
    for token in doc[1:-1]:
        if token.nbor(-1).text != "(" or token.nbor().text != ")" or not _ACRONYM.fullmatch(token.text):
            continue
        letters = [c.lower() for c in token.text if c.isalnum()]
        end = token.i - 1
        for start in range(end - 1, max(-1, end - _LONG_FORM), -1):
            if doc[start].is_punct and doc[start].text not in ("-", "'", "&"):
                break
            initials = [t.lower_[0] for t in doc[start:end] if is_capital(t) or t.is_digit]
            if initials == letters and (is_capital(doc[start]) or doc[start].is_digit):
                yield start, end
                break


def _bracketed_first_names(doc: Doc) -> Iterator[Candidate]:
    """Surnames whose first name stands in a parenthesis with the title: "(Foreign Minister Sergei) Lavrov"."""
    for token in doc[2:-1]:
        following = doc[token.i + 1]
        if (
            token.text == ")"
            and doc[token.i - 1].ent_type_ == "PERSON"
            and is_capital(following)
            and following.is_alpha
        ):
            first = token.i - 1
            while doc[first - 1].ent_type_ == "PERSON" and doc[first - 1].lower_ not in words("titles", "courtesy"):
                first -= 1
            name = f"{text_of(doc, first, token.i)} {following.text}"
            yield Candidate(following.i, following.i + 1, "person", name, why="first name in parentheses", rank=0)
