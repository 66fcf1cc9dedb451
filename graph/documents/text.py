"""Reads plain text and Markdown, with front matter on top where there is some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from graph.documents.decoding import decoded
from graph.documents.limits import whole
from graph.documents.lines import unwrapped
from graph.documents.row import Row
from graph.documents.sidecar import split_front_matter

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
# Markup -> what a reader sees of it, applied in this order.
_MARKUP = (
    (re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), ""),
    (_HEADING, r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)


def read_text(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: the text as it stands, below its front matter; lines broken to a width are joined by a space."""
    given, text = split_front_matter(decoded(whole(file, name), name), name)
    yield Row(unwrapped(text)).over(given)


def read_markdown(file: IO[bytes], name: str) -> Iterator[Row]:
    """One document: what a reader sees of the Markdown; its first heading is the title unless it names one."""
    given, text = split_front_matter(decoded(whole(file, name), name), name)
    heading = _HEADING.search(text)
    yield Row(unwrapped(plain(text))).over(given).over({"title": heading[1]} if heading else {})


def plain(markdown: str) -> str:
    """Markdown without its markup.

    >>> plain("# Truce\\n\\nThe *army* [said](http://example.org) **no**.")
    'Truce\\n\\nThe army said no.'
    """
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    return markdown
