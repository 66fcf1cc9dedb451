"""Which of the recognizer's entities are one name, and which run over several?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from graph.extraction.naming.candidates import Known, is_capital, is_coined
from graph.extraction.naming.name_kinds import is_acronym
from graph.extraction.naming.persons import is_first_name
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.wordlists import actor_words

# Words that end one name and begin another inside an entity.
_BREAKS = {
    "PERSON": frozenset({"of", "from", "for", "and", "in", "at", "/", ",", "("}),
    "ORG": frozenset({"/", "|", '"', "from"}),
}


def joined_entities(doc: Doc, known: Known) -> list[tuple[int, int, str]]:
    """Entities, with neighbours of one name put together ("Dalia" and "Paris" said, "Save the Children" "Kenya")."""
    joined: list[tuple[int, int, str]] = []
    for ent in doc.ents:
        before = joined[-1] if joined and joined[-1][1] == ent.start else None
        if before and _is_split_person(doc, before, ent, known):
            joined[-1] = (before[0], ent.end, "PERSON")
        elif joined and (_is_split_body(doc, joined[-1], ent, known) or _is_partnership(doc, joined[-1], ent, known)):
            joined[-1] = (joined[-1][0], ent.end, "ORG")
        elif joined and _listed_with_person(doc, joined[-1], ent, known):
            joined.append((ent.start, ent.end, "PERSON"))
        elif (name := _cut_person(doc, ent, known)) is not None:
            joined.append(name)
        elif before and before[2] == "ORG" and _ends_name(doc, ent, known):
            joined[-1] = (before[0], ent.end, "ORG")
        else:
            joined.append((ent.start, ent.end, ent.label_))
    return joined


def _cut_person(doc: Doc, ent: Span, known: Known) -> tuple[int, int, str] | None:
    """Who is meant where only a part of a name like no other word was labelled, and that as no person's.

    "Raila | Odinga" at the start of a sentence, "Kassym | -Jomart Tokayev".
    """
    if len(ent) > 1 or ent.label_ not in ("ORG", "GPE", "PRODUCT") or ent.start in known or not ent[0].is_title:
        return None
    first = ent.start if ent[0].is_sent_start else ent.start - 1
    pair = doc[max(first, 0) : max(first, 0) + 2]
    if len(pair) == 2 and pair[0].is_sent_start and pair[0].head == pair[1] and all(map(is_coined, pair)):
        plain = all(t.is_title and t.is_alpha and t.i not in known and t.ent_type_ in ("", ent.label_) for t in pair)
        return (pair.start, pair.end, "PERSON") if plain else None
    behind = doc[ent.end : ent.end + 3]
    hyphened = len(behind) == 3 and behind[0].text == "-" and not behind[0].whitespace_ and behind[2].dep_ == "nsubj"
    whole = hyphened and is_coined(ent[0]) and all(t.is_title and t.is_alpha and not t.ent_type_ for t in behind[1:])
    return (ent.start, ent.end + 3, "PERSON") if whole else None


def _is_partnership(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether a firm is named after two people: "the law firm Hale and Dorr"."""
    firm = before[0] > 0 and doc[before[0] - 1].lower_ in actor_words("organisations", "trades")
    joint = ent.start == before[1] + 1 and doc[before[1]].lower_ in ("and", "&")
    named = {before[2], ent.label_} <= {"PERSON", "ORG"} and ent.start not in known
    return firm and joint and named and before[1] - before[0] == len(ent) == 1


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
        and not {t.lower_ for t in ent} & actor_words("organisations", "words")
    )


def _ends_name(doc: Doc, ent: Span, known: Known) -> bool:
    """Whether an entity right behind a body ends its name: "Save the Children" "Kenya", "BBC Wales" "Today"."""
    if ent.text == "Today" and ent[0].dep_ in ("nmod", "compound"):
        return True
    if not is_capital(ent[0]) or doc[ent.start - 1].text in ("'s", "'"):
        return False
    alone = len(ent) == 1 and not any(is_capital(t) for t in doc[ent.end : ent.end + 1])  # "Ana" Salem
    place = ent.label_ == "GPE" and (alone or ent.end - 1 in known)
    return place or (ent.label_ == "NORP" and ent.root.tag_ == "NNPS")


def _is_split_person(doc: Doc, before: tuple[int, int, str], ent: Span, known: Known) -> bool:
    """Whether two neighbouring entities are one person's first and last name."""
    labels = {before[2], ent.label_}
    within = doc[before[1] - 1].dep_ == "compound" and ent.start <= doc[before[1] - 1].head.i < ent.end
    named = known.keys().isdisjoint(range(*before[:2])) and all(
        (doc[i].lower_,) not in role_sections() for i in range(*before[:2])
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
    kinds = actor_words("organisations", "words")
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


def pieces(doc: Doc, start: int, end: int, label: str, known: Known) -> Iterator[tuple[int, int]]:
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
        if label == "ORG" and _ends_before_person(doc, at, i, end, known):
            yield at, i
            at = i
        if label == "ORG" and _runs_on(doc, at, i):
            yield at, i
            at = i + 1
        joint = label == "ORG" and i + 1 in firsts
        between = joint and ((doc[i].lower_ == "and" and i - 1 in known) or (doc[i].text == "," and i > at))
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


def _runs_on(doc: Doc, start: int, i: int) -> bool:
    """Whether a "the" at i begins another name: "told Channel Seven | the Government had"; not "Bank of the West"."""
    return i > start and doc[i].text == "the" and doc[i - 1].pos_ not in ("ADP", "CCONJ")


def _ends_before_person(doc: Doc, start: int, i: int, end: int, known: Known) -> bool:
    """Whether a body's name ends before token i and its holder's begins: "Nordic Trade Council | Igor Petrov"."""
    if i <= start or not 2 <= end - i <= 3 or not is_first_name(doc[i].text):
        return False
    rest = doc[i:end]
    if not all(is_capital(t) and t.is_alpha for t in rest):
        return False
    bodies = actor_words("organisations", "words")
    body = i - 1 in known or (i - start > 1 and doc[i - 1].lower_ in bodies)
    return body and i not in known and not {t.lower_ for t in rest} & bodies


def _is_owner(doc: Doc, start: int, i: int, end: int, known: Known) -> bool:
    """Whether the possessive at i parts two names: "Leeds University's | School of Law"; not "St John's College"."""
    if doc[i].text not in ("'s", "'") or i + 2 >= end or not is_capital(doc[i + 1]):
        return False
    last = doc[i - 1]
    of_words = last.lower_ in actor_words("organisations", "words") and i - start > 1
    return i - 1 in known or of_words or is_acronym(last)
