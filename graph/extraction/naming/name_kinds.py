"""Of which kind is the actor that a name names? By its own words, by what it is called, by the recognizer's label."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from graph.extraction.naming.candidates import shouting
from graph.extraction.offices.role_nouns import role_sections
from graph.extraction.tokens import children, lower_words
from graph.extraction.wordlists import actor_words

ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&.-]*[A-Z0-9]\.?")
# Labels of the recognizer that names of actors have, with the kind that each leaves open.
LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "region", "LOC": "region", "NORP": "people",
          "FAC": "organisation", "PRODUCT": "organisation"}  # fmt: skip
_KINDS = ("party", "media", "armed force", "armed group", "company", "government body")
_BODIES = frozenset({"bodies"})
_AT = frozenset({"at", "near", "outside"})


def kind_of(doc: Doc, start: int, end: int, label: str) -> str:
    """The actor kind of a name, by its own words first, then by what it is called, then by the recognizer's label."""
    lower = lower_words(doc)[start:end]
    if len(lower) > 2 and lower[-1].isdigit():
        del lower[-1]  # "BBC Radio 4" is a radio
    ends = {lower[-1], lower[0] if len(lower) > 2 and lower[1] in ("of", "for") else lower[-1]}
    if label != "GPE" and len(lower) > 1 and lower[0] in actor_words("kinds", "movements"):
        return "armed group" if lower[0] in actor_words("kinds", "fighters") else "organisation"
    if lower[-2:] in (["fire", "brigade"], ["fire", "service"]):
        return "government body"
    if len(lower) > 1 and lower[0] == "radio" and label != "GPE":
        return "media"
    if len(lower) == 2 and lower[0] == "air" and lower[-1] not in actor_words("kinds", "armed force"):
        return "company"  # Air Malta
    if len(lower) > 1 and lower[-1] in actor_words("places", "grounds") and label in ("FAC", "LOC", "GPE"):
        return "region"
    if start and doc[start - 1].lower_ in _AT and end < len(doc) and doc[end].text in actor_words("places", "stops"):
        return "region"  # "at Lynch station"
    if label != "PERSON" and end < len(doc) and doc[end].text in actor_words("kinds", "party"):
        return "party"  # "the Alliance party"
    for kind in _KINDS:
        if ends & actor_words("kinds", kind) and (label != "GPE" or kind == "government body"):
            return kind
    plain = label in ("ORG", "PRODUCT", "FAC") and not {"of", "for", "and"} & set(lower)
    if len(lower) > 1 and plain and lower[-1] in actor_words("kinds", "trade"):
        return "company"
    if len(lower) > 1 and ends & actor_words("organisations", "words") and label != "GPE":
        return "organisation"
    if label in ("PERSON", "GPE") and len(lower) == 1 and is_acronym(doc[start]):
        return "organisation"
    if label in ("PERSON", "GPE", "LOC") and (noun := called_body(doc[start:end])):
        return "person" if is_anyone(noun, doc[start:end]) else introduced_kind(noun)
    if label in ("PERSON", "ORG") and len(lower) == 1 and _is_town(doc[start], label):
        return "region"
    return LABELS.get(label, "organisation")


def _is_town(name: Token, label: str) -> bool:
    """Whether a name of one word that the recognizer does not know stands where a town does."""
    before = list(name.doc[max(name.i - 2, 0) : name.i])
    noun, way = (before[0], before[1].lower_) if len(before) == 2 else (None, "")
    if label == "PERSON" and noun is not None and way == "of":
        return bool(noun.ent_type_ == "PERSON" or noun.lower_ in actor_words("roles", "municipal"))
    if label == "PERSON" and noun is not None and way == "from":  # "a nurse from Clondalkin"; "a letter from Clinton"
        return bool(noun.ent_type_ == "PERSON" or noun.lemma_ in actor_words("generic", "people"))
    if is_acronym(name):
        return False
    if noun is not None and way in ("in", "near") and noun.lemma_ in actor_words("places", "sites"):
        return True  # "the plant in Mioveni"
    return name.dep_ in ("dobj", "nsubjpass") and name.head.lemma_ in actor_words("places", "besieging")


def is_anyone(noun: str, name: Span) -> bool:
    """Whether a noun for a firm is a person's: "the producer Moses Bell", but "the producer Helvion"."""
    person = len(name) > 1 and all(token.ent_type_ == "PERSON" for token in name)
    return person and (noun == "publisher" or noun in actor_words("roles", "of_anyone"))


def introduced_kind(noun: str) -> str:
    """The kind of organisation that a noun introduces: "newspaper" is for media, "union" leaves it open."""
    return next((k for k in ("media", "party", "armed group", "company") if noun in actor_words("introduced", k)),
                "organisation")  # fmt: skip


def called_body(name: Span) -> str | None:
    """The small noun that says which organisation a name is: "the regulator, Medsafe", "Orla is a charity"."""
    root = name.root
    beside = [c for c in children(root) if c.dep_ == "appos"] + ([root.head] if root.dep_ == "appos" else [])
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        beside += [c for c in children(root.head) if c.dep_ == "attr"]
    introducing, people = actor_words("organisations", "introducing"), actor_words("generic", "people")
    nouns = (t.lemma_ for t in beside if t.tag_ == "NN" and t.is_lower)
    called = (noun for noun in nouns if noun in introducing and noun not in people)
    return next((noun for noun in called if role_sections().get((noun,), _BODIES) == _BODIES), None)


def is_acronym(token: Token) -> bool:
    """Whether a token is an acronym: capitals in a sentence that is not all capitals."""
    return (
        len(token) >= 2
        and bool(ACRONYM.fullmatch(token.text))
        and without_number(token) not in actor_words("never", "acronyms")
        and not shouting(token.sent)
    )


def without_number(token: Token) -> str:
    """A word without the figures that are written to it: "NOK43"."""
    return token.lower_.rstrip("0123456789")
