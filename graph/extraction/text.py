"""Prepares text before it is parsed: plain quotes and dashes, paragraphs, headings. Offsets never lie.

Every replacement is one character for one character, so that a span of the prepared text is the same
span of the document.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

# Typographic marks -> the plain ones the model was trained on.
_MARKS = str.maketrans({
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
    "«": '"', "»": '"', "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\ufeff": " ",
})  # fmt: skip


def plain_marks(text: str) -> str:
    """Replace typographic quotes, hyphens and odd spaces, one character for one character.

    >>> plain_marks("“Israel’s”")
    '"Israel\\'s"'
    """
    return text.translate(_MARKS)


def lower_words(doc: Doc) -> list[str]:
    """Every token of a Doc in lower case, looked up once: a token looks its letters up each time it is asked.

    >>> import spacy
    >>> lower_words(spacy.blank("en")("Chad left."))
    ['chad', 'left', '.']
    """
    kept: dict[str, list[str]] = doc.user_data
    if _LOWER not in kept:
        kept[_LOWER] = [token.lower_ for token in doc]
    return kept[_LOWER]


_LOWER = "whowhom_lower_words"
_SPEECH = frozenset(("said", "says", "asked", "added", "told", "replied", "wrote", "explained", "warned", "noted"))
_CLOSE = frozenset("\"'”’")


@Language.component("whowhom_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Tell the parser where sentences surely start, and where they surely do not.

    One starts after every line break, so that a heading never runs into the text below it. None starts
    at a closing quotation mark, between a question in quotes and its speaker, or after a parenthesis
    in mid-sentence.
    """
    fresh = True
    for token in doc:
        if fresh and not token.is_space:
            token.is_sent_start = True
            fresh = False
        elif token.i and _goes_on(token):
            token.is_sent_start = False
        if "\n" in token.text:
            fresh = True
    return doc


def _goes_on(token: Token) -> bool:
    before = token.nbor(-1)
    if token.text in _CLOSE and not before.whitespace_:
        return True
    if before.text == ")" and before.i and before.nbor(-1).text not in ".?!":
        return True
    return before.text in _CLOSE and before.i > 0 and before.nbor(-1).text in "?!," and _names_speaker(token)


def _names_speaker(token: Token) -> bool:
    """Whether a speech verb follows before anything is punctuated: `"Why?" Katz said.`"""
    for ahead in token.doc[token.i : token.i + 6]:
        if ahead.is_punct or ahead.is_space:
            return False
        if ahead.lower_ in _SPEECH:
            return True
    return False
