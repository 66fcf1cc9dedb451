"""Which name an acronym is short for: "the Awami League (AL)", "ECOWAS"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graph.extraction.annotations import ORGANISED
from graph.extraction.naming.candidates import Candidate, text_of
from graph.extraction.tokens import having

SMALL = frozenset({"of", "the", "and", "for", "&", "on", "in", "de", "to", "a"})


def key_of(name: str) -> str:
    """A name without case, marks and genitives, so that its spellings meet."""
    return re.sub(r"\W+", " ", re.sub(r"'s?\b", "", re.sub(r"^the ", "", name.casefold()))).strip()


def spelled_out(doc: Doc, found: list[Candidate], canonical: dict[str, str]) -> dict[str, str]:
    """Acronym -> the name it was introduced with in a parenthesis, or whose initials it spells."""
    named = [c for c in found if c.kind in ORGANISED]
    names = {c.start: c.name or text_of(doc, c.start, c.end) for c in named}
    acronyms = dict(in_parentheses(doc, found, canonical))
    for c in named:
        name = canonical[key_of(names[c.start])]
        opens = c.end + 2 < len(doc) and doc[c.end].text == "("
        if opens and c.name is None and name.isupper() and initials(names.get(c.end + 1, "")) == name:
            acronyms[name] = names[c.end + 1]
    for c in named:
        text = names[c.start]
        if c.name is None and text.isupper() and len(text) >= 3 and text not in acronyms:
            bearers = {n for k, n in sorted(canonical.items()) if k != key_of(text) and initials(n) == text}
            if len(bearers) == 1:
                acronyms[text] = bearers.pop()
    return acronyms


def of_common_words(doc: Doc) -> frozenset[str]:
    """Letters that stand for no name, as a parenthesis tells: "genetically modified (GM) crops".

    >>> import spacy
    >>> of_common_words(spacy.blank("en")("Laws on genetically modified (GM) crops bind General Motors (GMC)."))
    frozenset({'GM'})
    """
    found = set()
    for opening in (t for t in having(doc, "ORTH", ("(",)) if doc[t.i + 2 : t.i + 3].text == ")"):
        letters = doc[opening.i + 1].text
        before = doc[max(opening.i - len(letters), 0) : opening.i]
        spelled = [t.text[0] for t in before if t.is_alpha and t.is_lower]
        if len(letters) > 1 and letters.isupper() and "".join(spelled) == letters.lower():
            found.add(letters)
    return frozenset(found)


def in_parentheses(doc: Doc, found: list[Candidate], canonical: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Acronyms right behind the name they stand for: "the Popular Democratic Movement (MDP)"."""
    agencies = {c.start for c in found if c.kind == "media" and c.name is not None}  # "PHOENIX (AP)"
    for c in found:
        if c.kind in ORGANISED and c.end + 2 < len(doc) and (doc[c.end].text, doc[c.end + 2].text) == ("(", ")"):
            inner = doc[c.end + 1].text
            name = canonical[key_of(c.name or text_of(doc, c.start, c.end))]
            dateline = c.end + 1 in agencies and initials(name) != inner
            if sum(ch.isupper() for ch in inner) > 1 and not dateline:
                yield inner, re.sub(r"['’]s$", "", name)  # "the Free Miners' League's (FML) plan"


def initials(name: str) -> str:
    """The first letters of the words of a name, without small ones.

    >>> initials("Bank of the South")
    'BS'
    """
    return "".join(w[0] for w in re.findall(r"[^\W_]+", name) if w.lower() not in SMALL and len(w) > 1).upper()
