"""What does a preposition make of a period: "before October 7", "since 2021", "from May to July"?

Our own patterns come first: they are quick, and sure about decades and parts of periods, which
dateparser gets silently wrong, as it does much else ("15-year" is the 15th to it). It is asked for what it
knows better, numbers in words and days without their month, and only then imported.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from graph.extraction.dates.periods import ABOUT, TIME_WORDS, Period, Standpoint, named_period, period, unit_at

Interval = tuple[str | None, str | None]
UNRESOLVED: Interval = (None, None)

_BEFORE = frozenset({"before", "prior to", "ahead of", "in the run-up to", "on the eve of"})
_UNTIL = frozenset({"until", "till", "up to", "by"})
_AFTER = frozenset({"after", "following", "in the wake of", "in the aftermath of"})
_SINCE = frozenset({"since", "as of", "from"})
_WITHIN = frozenset({
    "at the height of", "in the midst of", "in", "on", "at", "during", "throughout", "through", "over", "within",
    "around", "about", "for", "of",
})  # fmt: skip
_PREPOSITIONS = "|".join(sorted(_BEFORE | _UNTIL | _AFTER | _SINCE | _WITHIN, key=lambda words: (-len(words), words)))
_LEAD = (
    r"(?:(?:long|shortly|soon|just|right|immediately|well|even|only|sometime|ever|again|late|early) )*"
    r"(?:(?:[\w-]+ ){0,4}(?:hour|day|week|month|year|decade)s? )?(?:for the (?:first|second|third|last) time )?"
)
_FRAME = re.compile(rf"{_LEAD}(?P<preposition>{_PREPOSITIONS}) (?P<rest>.*)")
_RANGE = re.compile(r"(?:from|between) (?P<first>.+?) (?:to|and|until|through|till) (?P<last>.+)")
_YEARS = re.compile(r"(?:(?:in|from|the|of|during) )*(?P<first>\d{4}) ?[-–/] ?(?P<last>\d{4}|\d\d)")
# What dateparser is asked: "seventeen years ago", "on the 14th".
_LONG_AGO = re.compile(rf"{ABOUT}(?P<ago>(?:\d+|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) ?[a-z]+ ago)")
_DAY_ALONE = re.compile(r"(?:the )?\d\d?(?:st|nd|rd|th)")


def resolve(words: str, base: date | None, *, future: bool = False) -> Interval:
    """The interval that a time expression means.

    Parameters
    ----------
    words : str
        The words of the expression, with its preposition.
    base : date or None
        The day the words were written; without it "last week" stays unresolved.
    future : bool
        Whether the verb looks ahead, so that "on Monday" is the coming one.

    Returns
    -------
    (since, until)
        ISO dates, `until` exclusive; both None where the words cannot be placed.

    Examples
    --------
    >>> resolve("before October 7", date(2024, 8, 13))
    (None, '2023-10-07')
    >>> resolve("in the early 1990s", None)
    ('1990-01-01', '1994-01-01')
    """
    return _resolve(" ".join(words.lower().replace("’", "'").split()), Standpoint(base, future))


@lru_cache(maxsize=4096)
def _resolve(words: str, at: Standpoint) -> Interval:
    whole = period(words, at)
    if whole is not None:
        return _placed("", whole)
    between = _range(words, at)
    if between is not None:
        return between
    frame = _FRAME.fullmatch(words)
    preposition, rest = (frame["preposition"], frame["rest"]) if frame else ("", words)
    exact = period(rest, at)
    if exact is not None:
        return _placed(preposition, exact)
    named = named_period(rest)
    if named is not None:
        return _placed(preposition, named)
    inside = _last_inside(rest, at)
    if inside is not None:
        return _placed(preposition, inside, within=True)
    parsed = _parsed(rest, at)
    return _placed(preposition, parsed) if parsed else UNRESOLVED


def _range(words: str, at: Standpoint) -> Interval | None:
    """From A to B, between A and B, 2014-16; the first takes its year from the second."""
    match = _RANGE.fullmatch(words) or _YEARS.fullmatch(words)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    if re.fullmatch(r"\d\d", last):
        last = first[:2] + last
    year = re.search(r"\b(?:\d{4}|(?:last|this|next) year)\b", last)
    start = period(f"{first} {year[0]}" if year else first, at) or period(first, at)
    end = period(last, at)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0].isoformat(), end[1].isoformat()


def _placed(preposition: str, found: Period, *, within: bool = False) -> Interval:
    """The interval a preposition makes of a period.

    `within` says that the period only holds the event: "after the coup in 1967" may still be 1967.
    """
    start, end = None if found[0] == date.min else found[0].isoformat(), found[1].isoformat()
    if preposition in _BEFORE:
        return None, end if within else start
    if preposition in _UNTIL:
        return None, end
    if preposition in _AFTER:
        return (start if within else end), None
    if preposition in _SINCE:
        return start, None
    return start, end


def _last_inside(words: str, at: Standpoint) -> Period | None:
    """The last period inside longer words: "the collapse of communism in the early 1990s"."""
    found = [period(match[0], at) for match in TIME_WORDS.finditer(words)]
    return next((one for one in reversed(found) if one is not None), None)


def _parsed(words: str, at: Standpoint) -> Period | None:
    """What dateparser makes of the forms that it knows and we do not."""
    ago, alone = _LONG_AGO.fullmatch(words), _DAY_ALONE.fullmatch(words)
    if at.base is None or not (ago or alone):
        return None
    data = _dateparser(at.base, at.future).get_date_data(ago["ago"] if ago else words)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    if alone and day != at.base and (day > at.base) != at.future:
        return None  # it takes the day of this month, on whichever side that is
    if data.period in ("week", "month", "year"):
        return unit_at(day, data.period, 0)
    return day, day + timedelta(days=1)


@lru_cache(maxsize=64)
def _dateparser(base: date, future: bool) -> Any:
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime(base.year, base.month, base.day),
                "PREFER_DATES_FROM": "future" if future else "past"}  # fmt: skip
    return DateDataParser(languages=["en"], settings=settings)
