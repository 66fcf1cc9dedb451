"""Prepares text before it is parsed: plain quotes and dashes, paragraphs, headings. Offsets never lie.

Every replacement is one character for one character, so that a span of the prepared text is the same
span of the document.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

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


@Language.component("whowhom_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break, so that a heading never runs into the text below it."""
    fresh = True
    for token in doc:
        if fresh and not token.is_space:
            token.is_sent_start = True
            fresh = False
        if "\n" in token.text:
            fresh = True
    return doc
