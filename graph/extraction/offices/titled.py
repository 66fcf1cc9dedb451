"""Which titles are whose, when what they are of stands between: "Head of the Forest Service | Ana Ruiz"."""

from __future__ import annotations

from spacy.tokens import Doc

from graph.extraction.annotations import ActorMention
from graph.extraction.naming.candidates import is_capital
from graph.extraction.naming.persons import is_office
from graph.extraction.offices.role_nouns import role_nouns, role_sections
from graph.extraction.wordlists import actor_words

_KEPT = "whowhom titled"
_OF = frozenset({"of", "for", "to", "at", "on"})
_FAR = 12  # tokens between a title and its holder
_WITHIN = frozenset({"ADP", "DET", "PROPN", "ADJ", "NOUN", "CCONJ", "PART", "NUM"})


def titled(doc: Doc) -> dict[int, int]:
    """The heads of titles, each with the head of its holder's name behind; looked for once.

    Parameters
    ----------
    doc : Doc
        With `doc._.actor_mentions` and `doc._.actors`.
    """
    kept: dict[str, dict[int, int]] = doc.user_data
    if _KEPT not in kept:
        kept[_KEPT] = _read(doc)
    return kept[_KEPT]


def _read(doc: Doc) -> dict[int, int]:
    people: dict[int, ActorMention] = {}
    actors = doc._.actors
    for mention in doc._.actor_mentions or ():
        if mention.actor in actors and actors[mention.actor].kind == "person":
            people.setdefault(mention.start, mention)
    found = {}
    for noun in role_nouns(doc) if people else ():
        some = doc[noun.start - 1].lower_ in ("a", "an") if noun.start else False
        if noun.end < len(doc) and doc[noun.end].text in _OF and not noun.plural:
            person = None if some else _holder(doc, noun.end + 1, people)
            person = person or _in_commas(doc, noun.end + 1, people)
            if person is not None:
                found[noun.head] = person.head
    return found


def _ends_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a body or field ends right before a name, or with the holder's rank: no office of the name's own."""
    last = doc[end - 1]
    own = is_office(last) and "commands" not in role_sections().get((last.lower_,), frozenset())
    named = any(
        t.pos_ in ("NOUN", "PROPN") and t.lower_ not in actor_words("titles", "courtesy") for t in doc[start:end]
    )
    return named and not own and (is_capital(last) or last.lower_ in actor_words("generic", "groups"))


def _holder(doc: Doc, start: int, people: dict[int, ActorMention]) -> ActorMention | None:
    """The person right behind what a title is of; none where the name is part of that, or a clause about it begins."""
    for k in range(start, min(start + _FAR, len(doc))):
        if k in people:
            name = doc[people[k].head]
            clause = name.dep_ in ("nsubj", "nsubjpass") and name.head.dep_ in ("relcl", "acl")
            owner = doc[people[k].end : people[k].end + 1].text in ("'s", "'")
            return people[k] if _ends_body(doc, start, k) and not clause and not owner else None
        if doc[k].is_sent_start or (doc[k].pos_ not in _WITHIN and doc[k].text != "-"):
            return None
    return None


def _in_commas(doc: Doc, start: int, people: dict[int, ActorMention]) -> ActorMention | None:
    """The person named in commas right behind what a title is of: "a partner at Deloitte, Ana Lima, said"."""
    end = start
    while end < min(start + _FAR, len(doc)) and doc[end].pos_ in _WITHIN and not doc[end].is_sent_start:
        end += 1
    person = people.get(end + 1) if doc[end : end + 1].text == "," and end not in people else None
    closed = person is not None and doc[person.end : person.end + 1].text == ","
    return person if closed and _ends_body(doc, start, end) else None
