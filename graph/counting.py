"""How many of a thing, in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it needs one.

    >>> counted(1, "link"), counted(1200, "named actor")
    ('1 link', '1,200 named actors')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
