"""What every reader yields: the text of one document and what the file itself says about it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from graph.documents.decoding import sound

FIELDS = ("id", "title", "publisher", "url", "date")


@dataclass(frozen=True, slots=True)
class Row:
    """One document as its file has it; `part` names it inside a file that holds several."""

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    part: str | None = None

    def over(self, given: dict[str, str]) -> Row:
        """This row with the fields that a sidecar or front matter gives where the row has none."""
        missing = {key: given[key] for key in FIELDS if key in given and getattr(self, key) is None}
        return replace(self, **missing) if missing else self

    def sound(self) -> Row:
        """This row without half characters in any of its fields (see `decoding.sound`)."""
        given = {f.name: getattr(self, f.name) for f in fields(self)}
        return Row(**{name: value and sound(value) for name, value in given.items()})


def known_fields(given: dict[str, object]) -> dict[str, str]:
    """The fields of a record that a document has, as text; empty ones and strangers are left out.

    >>> known_fields({"title": "Truce", "date": None, "author": "A. Reporter"})
    {'title': 'Truce'}
    """
    names = {f.name for f in fields(Row)} - {"part"}
    return {key: str(value).strip() for key, value in given.items() if key in names and str(value or "").strip()}


def with_part(row: Row, member: str) -> Row:
    """The row of a file that is itself a member of another."""
    return replace(row, part=f"{member}#{row.part}" if row.part else member)
