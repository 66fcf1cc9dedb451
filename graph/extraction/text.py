"""Prepares text before it is parsed: plain quotes and dashes, paragraphs, headings. Offsets never lie.

Every replacement is one character for one character, so that a span of the prepared text is the same
span of the document.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

# Typographic marks -> the plain ones the model was trained on.
_MARKS = str.maketrans({
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
    "«": '"', "»": '"', "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\ufeff": " ",
})  # fmt: skip
# A space that was lost and left a hyphen: "in Lima,-said Ana Ruiz", "Ruiz-said", "Mr-Ruiz".
_GLUED = re.compile(
    r"""(?<=[,:;")])-(?=["A-Za-z(])|(?<=[a-z]\.)-(?=["A-Z])|(?<=[A-Za-z])-(?=(?:said|says|told|and|that|which|whose|his|their)\b(?!-))"""
    r"""|(?<=\bM[rs])-(?=[A-Z])|(?<=\bMrs)-(?=[A-Z])"""
)
_APART = re.compile(r"(?<=\w)' (?=s\b)")  # Chad' s
_RUN_ON = re.compile(r"(?<=^[A-Z]{3})--(?= [A-Z])|(?<=\b[A-Z]{4})--(?= [A-Z])")  # "TEL AVIV-- Israel's"
_DENIED = re.compile(r'(?<=n)"(?=t\b)')  # don"t


def plain_marks(text: str) -> str:
    """Replace typographic quotes, hyphens and odd spaces, one character for one character.

    >>> plain_marks("“Israel’s”")
    '"Israel\\'s"'
    >>> plain_marks("Mr-Bello,-of Oxfam,-and Ana Ruiz-said a cloak-and-dagger U.S.-led raid failed")
    'Mr Bello, of Oxfam, and Ana Ruiz said a cloak-and-dagger U.S.-led raid failed'
    >>> plain_marks("TEL AVIV-- Israel's army")
    "TEL AVIV - Israel's army"
    >>> plain_marks('"We don"t know Chad\\' s plan"')
    '"We don\\'t know Chad \\'s plan"'
    """
    text = _RUN_ON.sub(" -", text)
    return _GLUED.sub(" ", _APART.sub(" '", _DENIED.sub("'", text.translate(_MARKS))))


_SPEECH = frozenset(("said", "says", "asked", "added", "told", "replied", "wrote", "explained", "warned", "noted"))
_DATELINE = 14  # tokens in which the place, date and agency of a dispatch have room
_DASHES = frozenset(("-", "--", "–", "—"))
_STARTS, _GOES_ON = 1, -1  # what spaCy keeps of a token that starts a sentence, and of one that does not
_CLOSE = frozenset("\"'”’")


@Language.component("whowhom_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Tell the parser where sentences surely start, and where they surely do not.

    One starts after every line break, so that a heading never runs into the text below it, and behind
    the place and date of a dispatch. None starts at a closing quotation mark, between a question in
    quotes and its speaker, after a parenthesis in mid-sentence, or with a small letter right behind a word.
    """
    starts: Any = doc.to_array("SENT_START").view("int64")  # set together: each by itself would go through the Doc
    fresh, text, before = True, -1, ""
    for i, word in enumerate([token.text for token in doc]):
        if fresh and not word.isspace():
            starts[i] = _STARTS
            fresh = False
            if (end := _dateline_end(doc[i])) is not None:
                text = end
        elif i == text:
            starts[i] = _STARTS
        elif (
            word == "," or (word.islower() and (before.isalpha() or before == ",")) or _ends_aside(doc, i, word, before)
        ):
            starts[i] = _GOES_ON
        if "\n" in word:
            fresh = True
        before = word
    return doc.from_array(["SENT_START"], starts.view("uint64"))


def _ends_aside(doc: Doc, i: int, word: str, before: str) -> bool:
    """Whether a quotation or a parenthesis has ended in mid-sentence at a token or right before it."""
    closed = word in _CLOSE or before == ")" or before in _CLOSE
    return closed and i > 0 and _goes_on(doc[i])


def _dateline_end(first: Token) -> int | None:
    """Where the text starts behind the place of a dispatch: "LIMA, May 3 (Reuters) - Peru has"."""
    line = first.doc[first.i : first.i + _DATELINE]
    dash = next((t for t in line[1:] if t.text in _DASHES and t.nbor(-1).whitespace_ and t.whitespace_), None)
    dash = dash or _agency_end(line)
    if dash is None or dash.i + 1 >= len(first.doc):
        return None
    before = first.doc[first.i : dash.i]
    named = (first.is_upper and len(first) > 2) or any(t.text == "(" for t in before[1:])
    plain = all(t.is_title or t.is_upper or t.is_punct or t.like_num for t in before)
    return dash.i + 1 if named and plain else None


def _agency_end(line: Span) -> Token | None:
    """The parenthesis behind the agency of a dispatch without a dash: "LIMA, April 13 (IANS) Peru has"."""
    close = next((t for t in line[1:] if t.text == ")"), None)
    if close is None or not close.whitespace_ or not any(t.like_num for t in line[: close.i - line.start]):
        return None
    return close if close.i > 1 and close.nbor(-2).text == "(" and close.nbor(-1).is_upper else None


def _goes_on(token: Token) -> bool:
    before = token.nbor(-1)
    if token.text in _CLOSE and not before.whitespace_:
        return True
    if before.text == ")" and before.i and before.nbor(-1).text not in ".?!":
        return True
    if before.text not in _CLOSE or before.i == 0 or before.nbor(-1).text not in "?!,":
        return False
    quoted = token.text[:1].islower() and before.whitespace_ != "" and before.nbor(-1).text != ","
    return quoted or _names_speaker(token)  # `shouted "Mafia!" at them`


def _names_speaker(token: Token) -> bool:
    """Whether a speech verb follows before anything is punctuated: `"Why?" Katz said.`"""
    for ahead in token.doc[token.i : token.i + 6]:
        if ahead.is_punct or ahead.is_space:
            return False
        if ahead.lower_ in _SPEECH:
            return True
    return False
