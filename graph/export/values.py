"""What may stand in a file: scalars of four types, text without forbidden characters, and a count of every repair."""

from __future__ import annotations

import datetime
import json
import numbers
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Scalar = bool | int | float | str

# What XML 1.0 forbids; lone surrogates cannot be encoded at all, and NUL ends a string in many a reader.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SURROGATES = re.compile("[\ud800-\udfff]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# White space that one parser or another makes a plain blank or newline of; by number it stays itself.
_NUMBERED = "\t\n\r\x85\u2028"
_ENTITIES = str.maketrans(_NAMED | {space: f"&#{ord(space)};" for space in _NUMBERED})
_SPECIAL = re.compile(f"{FORBIDDEN.pattern[:-1]}{''.join(_NAMED)}{_NUMBERED}]")
LONGEST = 2**63
_LONGEST_DECIMAL = 4096  # bits
_NARROWEST = {bool: "boolean", float: "double", str: "string"}
# From the narrow to the wide: a column has the type that holds all its values.
TYPES = ("boolean", "long", "double", "string")


class RepairWarning(UserWarning):
    """Something could not be written as it is; the message counts what was changed."""


class Repairs:
    """Counts what had to be changed, by kind, and says so once at the end.

    >>> repairs = Repairs()
    >>> repairs.text("Kyiv\\x00")
    'Kyiv'
    >>> repairs.counts
    Counter({'forbidden characters removed': 1})
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def text(self, text: str, forbidden: re.Pattern[str] = FORBIDDEN) -> str:
        """The text without forbidden characters."""
        if forbidden.search(text) is None:
            return text
        clean, removed = forbidden.subn("", text)
        self.counts["forbidden characters removed"] += removed
        return clean

    def note(self, kind: str) -> None:
        """Count one repair."""
        self.counts[kind] += 1

    def as_text(self, value: Any) -> str:
        """A value that is no text as one, and counted."""
        if is_huge(value):
            self.note("integers of more than 64 bits written as text")
        elif isinstance(value, numbers.Real):  # booleans are numbers, too
            self.note("numbers and booleans of mixed columns written as text")
        else:
            self.note("dates, lists and mappings written as text")
        return lexical(value)

    def warn(self, path: object) -> None:
        """Warn with one line, if anything was repaired."""
        if self.counts:
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(self.counts.items()))
            warnings.warn(f"{path}: {listed}", RepairWarning, stacklevel=3)


def scalar(value: Any) -> Scalar:
    """The value as a scalar: dates in ISO 8601, lists and mappings as JSON, anything else as its text.

    >>> scalar(["Kyiv", "Lviv"])
    '["Kyiv", "Lviv"]'
    """
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, numbers.Real):  # numpy's, for one
        return int(value) if isinstance(value, numbers.Integral) else float(value)
    if isinstance(value, datetime.date):  # a datetime is a date, too
        return value.isoformat()
    if isinstance(value, Mapping):
        value = dict(value)
    elif isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError):
        return str(value)


def is_huge(value: Any) -> bool:
    """Whether the value is an integer that 64 bits do not hold."""
    return isinstance(value, int) and not -LONGEST <= value < LONGEST


def type_of(value: Any) -> str:
    """The narrowest of `TYPES` that holds the value; an integer of more than 64 bits is a string."""
    value = scalar(value)
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "string" if is_huge(value) else "long"
    return "double" if isinstance(value, float) else "string"


def column_types(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The type of each attribute, in order of first appearance; None has none."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                found.setdefault(name, set()).add(_NARROWEST.get(type(value)) or type_of(value))
    return {name: _common(types) for name, types in found.items()}


def lexical(value: Any) -> str:
    """The value as XML Schema and Java spell it: lowercase booleans, NaN, Infinity.

    >>> lexical(True), lexical(float("-inf")), lexical(2.5)
    ('true', '-Infinity', '2.5')
    """
    if value is True or value is False:
        return "true" if value else "false"
    value = scalar(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    # Python refuses to spell integers of thousands of digits in decimals.
    return hex(value) if is_huge(value) and value.bit_length() > _LONGEST_DECIMAL else str(value)


def xml_text(text: str, repairs: Repairs) -> str:
    """The text as XML content or attribute; white space is written so that no parser alters it.

    >>> xml_text("a < b ]]>", Repairs())
    'a &lt; b ]]&gt;'
    """
    if _SPECIAL.search(text) is None:
        return text
    return repairs.text(text).translate(_ENTITIES)


def _common(types: set[str]) -> str:
    if len(types) == 1:
        return next(iter(types))
    return "double" if types == {"long", "double"} else "string"
