"""What day a document says it is from: ISO 8601, the date of a mail or feed, or a day written out in English."""

from __future__ import annotations

import datetime
import email.utils

# Only forms that can be read one way: 03/04/2024 is March in one country and April in another.
_WRITTEN = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%Y%m%d")


def iso_date(value: str) -> str:
    """The day as ISO 8601.

    Raises
    ------
    ValueError
        If the value is no date, or could be read in two ways.

    Examples
    --------
    >>> iso_date("2024-08-13T09:30:00Z")
    '2024-08-13'
    >>> iso_date("August 13, 2024")
    '2024-08-13'
    >>> iso_date("Tue, 13 Aug 2024 09:30:00 +0300")
    '2024-08-13'
    """
    text = value.strip()
    for read in (_iso, _written, _mail):
        day = read(text)
        if day is not None:
            return day.isoformat()
    raise ValueError(f"{value!r} is not a date that can be read one way: write it as 2024-08-13")


def _iso(text: str) -> datetime.date | None:
    try:
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _written(text: str) -> datetime.date | None:
    for form in _WRITTEN:
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _mail(text: str) -> datetime.date | None:
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except ValueError:
        return None
