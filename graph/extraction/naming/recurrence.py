"""Where a name that was recognized once comes again without being recognized."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, is_coined
from graph.extraction.naming.resolution import is_firm
from graph.extraction.tokens import lower_words

_LATE = 8  # rank: any other reading of the same words goes before
_SURNAME = 3  # letters a surname must have to be looked for on its own


def recurring(doc: Doc, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """The same words as a recognized name elsewhere, and the surnames of recognized persons.

    Parameters
    ----------
    doc : Doc
    names : iterable of Candidate
        What was recognized.

    Yields
    ------
    Candidate
        With the kind of the name that it repeats.
    """
    forms: dict[tuple[str, ...], Candidate] = {}
    for c in names:
        words = tuple(doc[i].text for i in range(c.start, c.end))
        if c.kind not in ("region", "people"):
            forms.setdefault(words, c)
        if c.kind == "person" and len(words) > 1 and len(words[-1]) >= _SURNAME and words[-1].isalpha():
            forms.setdefault(words[-1:], c)
        if len(words) > 1 and is_firm(" ".join(words), c.kind) and _is_coined(doc[c.start]):
            forms.setdefault(words[:1], c)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in forms:
        by_first.setdefault(words[0], []).append(words)
    first = {word.lower() for word in by_first}
    for token in (doc[i] for i, word in enumerate(lower_words(doc)) if word in first):
        for words in by_first.get(token.text, ()):
            end = token.i + len(words)
            proper = len(words) > 1 or token.pos_ in ("PROPN", "X") or not token.is_sent_start or token.is_oov
            if not proper or not token.text[:1].isupper() or end > len(doc):
                continue
            if all(doc[i].text == word for i, word in enumerate(words, token.i)):
                yield forms[words]._replace(start=token.i, end=end, rank=_LATE, head=None)


def without_fronts(doc: Doc, names: Iterable[Candidate]) -> list[Candidate]:
    """The names without what a comma parts from a name known elsewhere: "in Totterdown, | Hartwell & Dove | sells"."""
    known = list(names)
    words = lower_words(doc)
    behind = [[i + 1 for i in range(c.start + 1, c.end - 1) if words[i] == ","] for c in known]
    texts = {doc[c.start : c.end].text for c in known} if any(behind) else set()
    cut = []
    for c, commas in zip(known, behind, strict=True):
        start = next((i for i in commas if doc[i : c.end].text in texts), c.start)
        cut.append(c._replace(start=start, head=None) if start > c.start else c)
    return cut


def _is_coined(first: Token) -> bool:
    """Whether the first word of a firm's name is no word else, so that the firm is called so: "Helvion" Aerospace."""
    proper = first.tag_ == "NNP" and first.is_alpha and not first.is_upper and len(first) > _SURNAME
    return proper and is_coined(first)
