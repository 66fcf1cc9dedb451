"""Which names of one document are the same actor: surnames, first names, acronyms, spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from graph.extraction.candidates import Candidate, text_of
from graph.extraction.gazetteer import Gazetteer

_ORGANISED = frozenset({"organisation", "party", "company", "media", "government body", "armed force", "armed group",
                        "international organisation"})  # fmt: skip
_SMALL = frozenset({"of", "the", "and", "for", "&", "on", "in", "de", "to", "a"})


def resolve(doc: Doc, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """The same candidates, each with the canonical name of its actor and why it is that one."""
    found = _persons(doc, found)
    found = _organisations(doc, found)
    return [c if c.name else replace(c, name=text_of(doc, c.start, c.end)) for c in found]


def _persons(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """Persons by the fullest form the document has; a shared surname goes to whom it went before."""
    full: dict[str, tuple[str, ...]] = {}
    for c in found:
        if c.kind == "person" and c.name is None and c.end - c.start > 1:
            full[text_of(doc, c.start, c.end)] = _parts(text_of(doc, c.start, c.end))
    longest = {name: _fullest(name, full) for name in full}
    bare: dict[str, str] = {}
    resolved: list[Candidate] = []
    for c in found:
        if c.kind not in ("person", "region", "organisation", "people") or c.name is not None:
            resolved.append(c)
            continue
        text = text_of(doc, c.start, c.end)
        if text in longest and c.kind == "person":
            resolved.append(replace(c, name=longest[text], why="name" if longest[text] == text else "short form"))
            continue
        name, why = _bearer(_parts(text), bare, longest)
        if name:
            bare.setdefault(text.casefold(), name)
            resolved.append(replace(c, name=name, kind="person", place=False, why=why))
        else:
            resolved.append(c)
    return resolved


def _parts(name: str) -> tuple[str, ...]:
    return tuple(p for p in re.split(r"[\s]+", name.casefold()) if p)


def _fullest(name: str, full: dict[str, tuple[str, ...]]) -> str:
    """The longest name with the same first and last part ("Mark Katz" -> "Mark N. Katz")."""
    parts = full[name]
    same = [n for n, p in full.items() if p[0] == parts[0] and p[-1] == parts[-1]]
    return max(same, key=lambda n: (len(full[n]), len(n)))


def _bearer(parts: tuple[str, ...], bare: dict[str, str], longest: dict[str, str]) -> tuple[str | None, str]:
    """Whose name a short form is, and why: the surname's bearer, else the first name's."""
    text = " ".join(parts)
    if text in bare:
        return bare[text], f"short for {bare[text]}"
    for position, what in ((-1, "surname"), (0, "first name")):
        bearers = [n for n in longest.values() if _has(_parts(n), parts, position)]
        if bearers:
            return bearers[0], f"{what} of {bearers[0]}"
    return None, ""


def _has(name: tuple[str, ...], parts: tuple[str, ...], position: int) -> bool:
    if len(parts) >= len(name):
        return False
    return name[-len(parts) :] == parts if position else name[: len(parts)] == parts


def _organisations(doc: Doc, found: list[Candidate]) -> list[Candidate]:
    """Acronyms put to the names they stand for; spellings of one name put together."""
    canonical: dict[str, str] = {}
    counts = Counter(_key(text_of(doc, c.start, c.end)) for c in found if c.kind in _ORGANISED and c.name is None)
    for c in found:
        if c.kind in _ORGANISED:
            text = text_of(doc, c.start, c.end)
            canonical.setdefault(_key(c.name or text), c.name or text)
    acronyms = _acronyms(doc, found, canonical)
    resolved = []
    for c in found:
        text = text_of(doc, c.start, c.end)
        if c.name is None and c.kind in _ORGANISED | {"person", "region"} and text in acronyms:
            name = acronyms[text]
            kind = next((o.kind for o in found if o.kind in _ORGANISED and _key(o.name or text_of(doc, o.start, o.end))
                         == _key(name)), "organisation")  # fmt: skip
            resolved.append(replace(c, name=name, kind=kind, place=False, why="acronym introduced in the text"))
        elif c.name is None and c.kind in _ORGANISED and counts[_key(text)]:
            resolved.append(replace(c, name=canonical[_key(text)]))
        else:
            resolved.append(c)
    return resolved


def _key(name: str) -> str:
    """A name without case, marks and genitives, so that its spellings meet."""
    return re.sub(r"\W+", " ", re.sub(r"'s?\b", "", re.sub(r"^the ", "", name.casefold()))).strip()


def _acronyms(doc: Doc, found: Iterable[Candidate], canonical: dict[str, str]) -> dict[str, str]:
    """Acronym -> the name it was introduced with in a parenthesis, or whose initials it spells."""
    acronyms: dict[str, str] = {}
    named = [c for c in found if c.kind in _ORGANISED]
    for c in named:
        name = c.name or text_of(doc, c.start, c.end)
        if c.end + 2 < len(doc) and doc[c.end].text == "(" and doc[c.end + 2].text == ")":
            inner = doc[c.end + 1].text
            if inner.isupper() or sum(ch.isupper() for ch in inner) > 1:
                acronyms[inner] = canonical.get(_key(name), name)
    for c in named:
        text = text_of(doc, c.start, c.end)
        if c.name is None and text.isupper() and len(text) >= 3 and text not in acronyms:
            bearers = {n for k, n in sorted(canonical.items()) if k != _key(text) and _initials(n) == text}
            if len(bearers) == 1:
                acronyms[text] = bearers.pop()
    return acronyms


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W_]+", name) if w.lower() not in _SMALL and len(w) > 1).upper()
