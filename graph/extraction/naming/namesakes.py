"""Which names of one document are the same person: surnames, first names, titles, other names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.naming.persons import is_first_name, is_office, is_woman, told_by_surname
from graph.extraction.offices.terms import terms_of
from graph.extraction.tokens import sentence_starts
from graph.extraction.wordlists import actor_words
from graph.resolution import folded, follows

_ALIAS = re.compile(
    r"\W*(?:(?:also|better|widely|popularly|commonly|otherwise|professionally) )?(?:known|aka|a\.k\.a\.|alias)( as)?"
)
_GENERATIONS = frozenset({"jr", "jnr", "sr", "snr", "ii", "iii", "iv"})


def as_persons(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """Persons by the fullest form the document has.

    A shared surname goes to whom it went before, else to the first whom the last sentence to name one of them names.

    Parameters
    ----------
    doc : Doc
    found : list of Candidate
        What may be named in it, in order.
    """
    full: dict[str, tuple[str, ...]] = {}
    found = told_by_surname(doc, found)
    for c in found:
        name = c.name or text_of(doc, c.start, c.end)
        if c.kind == "person" and len(_parts(name)) > 1:
            full[name] = _parts(name)
    namesakes = dict(_of_one_surname(doc, found, {parts[0] for parts in full.values()}))
    found = [
        c._replace(name=namesakes[c.start], why="surname shared with the next") if c.start in namesakes else c
        for c in found
    ]
    full |= {name: _parts(name) for name in namesakes.values()}
    longest = {name: _fullest(name, full) for name in full}
    longest.update({f"{name}s": longest[name] for name in full if f"{name}s" in full})  # two "Ana Costas"
    longest.update({alias: longest.get(name, name) for alias, name in _also_known(doc, found)})
    officers = {longest.get(text_of(doc, c.start, c.end), "") for c in found if c.start and is_office(doc[c.start - 1])}
    women = {full: woman for full in set(longest.values()) if (woman := is_woman(full)) is not None}
    known = _Bearers(longest, officers, women=women)
    apart = set(_leaders_apart(doc, found, set(full)))
    return [
        c if text_of(doc, c.start, c.end) in apart and not _is_woman(doc, c) else _person(doc, c, known) for c in found
    ]


def _leaders_apart(doc: Doc, found: list[Candidate], full: set[str]) -> Iterator[str]:
    """Surnames of leaders whom a text names by office and surname alone: no "President Trump" is Melania Trump."""
    titles = [(c, doc[c.start - 1].lower_) for c in found if c.start]
    # "Prime Minister Atal Behari Vajpayee", whom the list of leaders spells otherwise
    spelled = {(title, doc[c.end - 1].text) for c, title in titles if c.end - c.start > 1}
    for c, title in titles:
        named = text_of(doc, c.start, c.end)
        told = c.end - c.start == 1 and title in actor_words("titles", "leading") and (title, named) not in spelled
        for term in terms_of(named) if told else ():
            # Right before a name "Minister" is all there is of "Prime Minister".
            if term.office.rpartition(" ")[2] == title and term.name not in full:
                yield named


def _of_one_surname(doc: Doc, found: list[Candidate], bearers: set[str]) -> Iterator[tuple[int, str]]:
    """First names in front of another's full name: "Peter" in "Peter and Ruth Osei", where no other Peter is named."""
    for first, second in itertools.pairwise(found):
        couple = first.kind == second.kind == "person" and first.name is None and second.name is None
        if not couple or second.start - first.end != 1 or doc[first.end].lower_ not in ("and", "&"):
            continue
        text = text_of(doc, first.start, first.end)
        given = is_first_name(text)
        titled = first.start and doc[first.start - 1].lower_ in actor_words(
            "titles", "courtesy"
        )  # "Prince William and"
        surname = text_of(doc, second.start, second.end).partition(" ")[2]
        if surname and given and not titled and text.casefold() not in bearers:
            yield first.start, f"{text} {surname}"


def _also_known(doc: Doc, found: list[Candidate]) -> Iterator[tuple[str, str]]:
    """Other names of a person: "Robert Kyagulanyi, better known as Bobi Wine"."""
    for first, second in itertools.pairwise(found):
        if first.kind != "person":
            continue
        between = text_of(doc, first.end, second.start).casefold()
        if _ALIAS.fullmatch(between):
            yield text_of(doc, second.start, second.end), first.name or text_of(doc, first.start, first.end)


@dataclass(slots=True)
class _Bearers:
    """The persons of a document as far as it has been read.

    `longest` has every full name with its fullest form, `bare` who had a short name, `named` where the sentence starts
    that last named each in full, `women` whether "Mrs", "Mr" or a first name is theirs. `officers` have an office in
    front of their name: where one of a family has, the surname alone is theirs.
    """

    longest: dict[str, str]
    officers: set[str]
    bare: dict[tuple[str, bool | None], str] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    women: dict[str, bool] = field(default_factory=dict)


def _person(doc: Doc, c: Candidate, known: _Bearers) -> Candidate:
    """One candidate with the person whose name or short name it is."""
    if has_article(doc, c):
        return c._replace(kind="organisation") if c.kind == "person" else c
    firm = c.kind == "company" and c.end - c.start == 1  # "Ford" after "Gerald Ford" is no car maker
    if not firm and (c.name is not None or c.kind not in ("person", "region", "organisation", "people")):
        return c
    text, woman = text_of(doc, c.start, c.end), _is_woman(doc, c)
    if text in known.longest and (c.kind == "person" or known.longest[text] != text):
        full = known.longest[text]
        known.named[full] = sentence_starts(doc)[c.start]
        if woman is not None:
            known.women.setdefault(full, woman)
        return c._replace(
            name=full, kind="person", place=False, why="name" if full == text else f"another name of {full}"
        )
    if c.kind != "person" and len(_parts(text)) > 1:
        return c
    name, why = _bearer(_parts(text), woman, known)
    if name is None or (_is_kin(doc, c) and not _has_relatives(name, known)):
        return c
    known.bare.setdefault((text.casefold(), woman), name)
    if woman is not None:
        known.women.setdefault(name, woman)
    return c._replace(name=name, kind="person", place=False, why=why)


def _is_kin(doc: Doc, c: Candidate) -> bool:
    """Whether a first name is that of somebody's relative: "her brother, Omar"."""
    i = c.start - 1
    i -= i > 0 and doc[i].text == ","
    return i > 0 and c.end - c.start == 1 and doc[i].lower_ in actor_words("roles", "kin")


def _has_relatives(name: str, known: _Bearers) -> bool:
    """Whether another of the same surname is named, or may be: "Omar met his wife, | Ana"."""
    surname = _family_named(name)[-1]
    return any(short == surname for short, _ in known.bare) or any(
        _family_named(other)[-1] == surname for other in set(known.longest.values()) - {name}
    )


def has_article(doc: Doc, c: Candidate) -> bool:
    """Whether a single name stands behind "the" as no person's does: "the Hartwell" is a museum; not "the Clintons"."""
    name = doc[c.start]
    alone = c.name is None and c.end - c.start == 1 and c.start > 0 and doc[c.start - 1].lower_ == "the"
    alone = alone and name.lower_ not in actor_words("organisations", "words")
    return (
        alone and name.tag_ == "NNP" and not name.lower_.endswith("s") and name.dep_ not in ("amod", "compound", "nmod")
    )


def _is_woman(doc: Doc, c: Candidate) -> bool | None:
    """Whether "Mrs" or "Mr" stands before a name; None where neither does."""
    before = doc[c.start - 1].lower_ if c.start else ""
    if before in actor_words("titles", "ladies"):
        return True
    return False if before in actor_words("titles", "gentlemen") else None


def _parts(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().split())


def _fullest(name: str, full: dict[str, tuple[str, ...]]) -> str:
    """The longest name with the same first and last part, or with the same end.

    "John Smith" is "John Q. Smith", "García Ruiz" is "Ana García Ruiz".
    """
    parts = full[name]
    same = [n for n, p in full.items() if _is_fuller(p, parts) or p[-len(parts) :] == parts]
    return max(same, key=lambda n: (len(full[n]), len(n)))


def _is_fuller(name: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a name has middle names more: "John Q. Smith" for "John Smith"."""
    if (name[0], name[-1]) != (short[0], short[-1]):
        return False
    few, many = (folded(" ".join(parts[1:-1])).split() for parts in (short, name))
    return follows(few, many)


def _bearer(parts: tuple[str, ...], woman: bool | None, known: _Bearers) -> tuple[str | None, str]:
    """Whose name a short form is, and why: the surname's bearer, else the first name's."""
    text = " ".join(parts)
    for position, what in ((-1, "surname"), (0, "first name")):
        bearers = [who for name, who in known.longest.items() if _has(_family_named(name), parts, position)]
        if len(set(bearers)) > 1 and woman is not None:
            told = [who for who in bearers if known.women.get(who) == woman]
            bearers = told or [who for who in bearers if who not in known.women] or bearers
        if bearers:
            ruling = [who for who in dict.fromkeys(bearers) if who in known.officers] if woman is None else []
            last = ruling if len(ruling) == 1 and not position + 1 else bearers
            who = known.bare.get((text, woman)) or max(last, key=lambda bearer: known.named.get(bearer, -1))
            return who, f"{what} of {who}"
    # The father's name is the first of two: "Mariana Solís Quirós" is Solís.
    first = {who for name, who in known.longest.items() if len(p := _family_named(name)) > 2 and p[-2:-1] == parts}
    return (who := first.pop(), f"surname of {who}") if len(first) == 1 else (None, "")


def _family_named(name: str) -> tuple[str, ...]:
    """The parts of a name without what tells generations apart: "James Okello Jr."."""
    parts = _parts(name)
    return parts[:-1] if parts[-1].rstrip(".") in _GENERATIONS else parts


def _has(name: tuple[str, ...], parts: tuple[str, ...], position: int) -> bool:
    if len(parts) >= len(name):
        return False
    return name[-len(parts) :] == parts if position else name[: len(parts)] == parts
