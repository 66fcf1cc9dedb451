"""What a file's companion says of it: `report.toml` beside `report.txt`, or front matter on top of the text."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from graph.documents.endings import SIDECAR
from graph.documents.row import known_fields
from graph.errors import UnreadableDocument

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"\A([A-Za-z_][\w-]*):[ \t]*(.*)\Z")


def sidecar_of(path: Path) -> dict[str, str]:
    """The fields that the TOML file of the same stem gives (id, title, publisher, url, date); none without one.

    Raises
    ------
    UnreadableDocument
        If the companion is broken.
    """
    beside = path.with_suffix(SIDECAR) if path.name not in ("", "-") else path
    if beside == path or not beside.is_file():
        return {}
    try:
        return known_fields(tomllib.loads(beside.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableDocument(f"{beside}: is not TOML ({error})") from error


def split_front_matter(text: str, name: str) -> tuple[dict[str, str], str]:
    """Part front matter from the text below it: `---` around `key: value` lines, or `+++` around TOML.

    >>> split_front_matter("---\\ndate: 2024-08-13\\n---\\nTalks began.", "a.md")
    ({'date': '2024-08-13'}, 'Talks began.')
    """
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    mark, block = front.groups()
    try:
        given = tomllib.loads(block) if mark == "+++" else _pairs(block)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableDocument(f"{name}: its front matter is not TOML ({error})") from error
    return (known_fields(given), text[front.end() :]) if given else ({}, text)


def _pairs(block: str) -> dict[str, object]:
    """The flat `key: value` lines of a YAML block; nested lines (tags, lists) say nothing we need."""
    found = (_PAIR.match(line) for line in block.splitlines())
    return {pair[1].lower(): pair[2].strip().strip("\"'") for pair in found if pair}
