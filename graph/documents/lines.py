"""Lines that were broken to fit a width -> paragraphs again, since a line break ends a sentence for the reader."""

from __future__ import annotations

import itertools
import re

_BREAK = re.compile(r"(?<=\S)[ \t]*\n(?=[^\s])")
_INSIDE = re.compile(r"[^\W\d_][,\w]*[ \t]*\n[a-z]")  # a break that no sentence can have: a small letter follows
_WRAPPED = 0.4  # share of such breaks above which a text was broken to a width
_FULL = 0.75  # a line shorter than this share of the longest ends its paragraph
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")


def unwrapped(text: str) -> str:
    """The text with a space for each line break inside a paragraph, character for character, if it was wrapped at all.

    >>> unwrapped("The delegations met in the capital\\nto speak about a truce, which\\nnobody expected.\\nIt held.")
    'The delegations met in the capital to speak about a truce, which nobody expected.\\nIt held.'
    >>> unwrapped("Truce signed\\nThe delegations met.")
    'Truce signed\\nThe delegations met.'
    """
    breaks = len(_BREAK.findall(text))
    if not breaks or len(_INSIDE.findall(text)) < _WRAPPED * breaks:
        return text
    lines = text.split("\n")
    width = max(map(len, lines))
    ends = (" " if _goes_on(line, following, width) else "\n" for line, following in itertools.pairwise(lines))
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def joined(page: str) -> str:
    """The lines of a printed page as paragraphs, with the hyphens of broken words taken away.

    >>> joined("The delegations met in the capi-\\ntal on Monday to speak about a\\ntruce.\\nNothing came of it.")
    'The delegations met in the capital on Monday to speak about a truce.\\nNothing came of it.'
    """
    lines = [line.strip() for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    text = ""
    for line, following in itertools.pairwise([*lines, ""]):
        if not _goes_on(line, following, width):
            text += line + "\n"
        elif _HYPHEN.search(line) and following[0].islower():
            text += line[:-1]
        else:
            text += line + " "
    return text.strip()


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line fills its width, so that the next is of the same paragraph."""
    words = following.strip()
    return bool(line.strip() and words) and (len(line.rstrip()) >= _FULL * width or words[0].islower())
