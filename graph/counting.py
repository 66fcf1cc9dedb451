"""Numbers as people read them."""

from __future__ import annotations

from decimal import Decimal


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it needs one.

    >>> counted(1, "link"), counted(1200, "named actor")
    ('1 link', '1,200 named actors')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def rounded(number: float) -> str:
    """The number to three digits, or to the whole where it has more before the point; never with an exponent.

    >>> [rounded(number) for number in (3451.2, 13.72, 0.5, 0.0000931)]
    ['3,451', '13.7', '0.5', '0.0000931']
    """
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{Decimal(f'{number:.3g}'):f}"
