"""Which stretches of a text stand between quotation marks?

Marks are paired paragraph by paragraph. One that closes nothing, or opens what another opens again or nothing closes,
is stray and passed over: texts that lost their line breaks have many marks in a paragraph. A paragraph left open runs
to its end where the next one opens again, as newspapers set long quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.extraction.tokens import lower_words

_OPENING = frozenset("“«„‟")
_CLOSING = frozenset("”»")
_DOUBLE = frozenset('"“”«»„‟') | {"``", "''"}
_SINGLE = frozenset("'‘’‚")
_BEFORE_OPENING = frozenset("([{-–—/:,")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens [start, end) between two marks; `paragraph` counts paragraphs from 0.

    `runs_on` where the next mark opens again, so that the next stretch is the same speech.
    """

    start: int
    end: int
    paragraph: int
    runs_on: bool = False


def quoted_stretches(doc: Doc) -> list[Quoted]:
    """The quoted stretches of a Doc, in order, marks left out.

    Parameters
    ----------
    doc : Doc
        Tokenised; where `doc._.document` is set, its text tells opening from closing marks.

    Returns
    -------
    list of Quoted
    """
    original = _original(doc)
    found: list[Quoted] = []
    spans = list(paragraph_spans(doc))
    carried = False
    for number, (start, end) in enumerate(spans):
        marks = _marks(doc, start, end, original)
        if not marks:
            carried = False
            continue
        reopened = number + 1 < len(spans) and _opens(doc, spans[number + 1], original)
        pairs, carried = _pair(doc, marks, start, end, carried, reopened)
        starts = {a for a, _ in pairs}  # a stretch that stops right before the next one's mark was never closed
        found.extend(Quoted(a, b, number, _is_opening(doc, b, marks) and b + 1 in starts) for a, b in pairs if a < b)
    return found


def paragraph_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans [start, end) of the paragraphs: what line breaks hold apart."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _original(doc: Doc) -> str:
    """The text with its typographic marks, where the pipeline made them plain."""
    document = doc._.document if doc.has_extension("document") else None
    length = doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
    return document.text if document is not None and len(document.text) == length else doc.text


def _marks(doc: Doc, start: int, end: int, original: str) -> list[tuple[int, str]]:
    """(token, direction) of the quotation marks; single ones only where no double ones are."""
    written = lower_words(doc)
    double = [doc[i] for i in range(start, end) if written[i] in _DOUBLE]
    marks = double or [doc[i] for i in range(start, end) if written[i] in _SINGLE and doc[i].tag_ != "POS"]
    return [(t.i, _direction(t, original)) for t in marks]


def _direction(token: Token, original: str) -> str:
    """Whether a mark opens, closes, or may do either."""
    mark = original[token.idx]
    if mark == "“" and "„" in original:  # German and Polish marks: „…“
        return "closes"
    if mark in _OPENING or mark == "‘":
        return "opens"
    if mark in _CLOSING or mark == "’":
        return "closes"
    before = original[token.idx - 1] if token.idx else " "
    after_at = token.idx + len(token.text)
    after = original[after_at] if after_at < len(original) else " "
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or not after.isalnum()
    if opens and not after.isspace():
        return "either" if not after.isalnum() and closes and not before.isspace() else "opens"
    return "closes" if closes and not before.isspace() else "either"


def _opens(doc: Doc, span: tuple[int, int], original: str) -> bool:
    first = doc[span[0]]
    return first.text in _DOUBLE | _SINGLE and _direction(first, original) != "closes"


def _after_stop(doc: Doc, mark: int) -> bool:
    """Whether a mark stands where a sentence has just ended."""
    return mark > 0 and doc[mark - 1].text in (".", "!", "?", "...", "…")


def _is_opening(doc: Doc, token: int, marks: list[tuple[int, str]]) -> bool:
    return _after_stop(doc, token) and (token, "opens") in marks


def _pair(
    doc: Doc, marks: list[tuple[int, str]], start: int, end: int, carried: bool, reopened: bool
) -> tuple[list[tuple[int, int]], bool]:
    """Pairs of a paragraph, and whether its last quotation runs on into the next."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = start if carried and marks[0][1] == "closes" else None
    for index, direction in marks:
        if opened is None:
            opened = index + 1 if direction != "closes" else None  # one that closes nothing is stray
        elif direction == "opens":
            if _after_stop(doc, index):  # a line break was lost: the quotation opens again
                pairs.append((opened, index))
            opened = index + 1
        else:
            pairs.append((opened, index))
            opened = None
    if opened is not None and reopened:
        return [*pairs, (opened, end)], True
    return pairs, False
