"""Which days do "last week", "the early 1990s", "October 7" name?

Each form of words is a pattern with a reader. The same patterns, their names taken out, find time
expressions in running text, so that what is found can be read.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.extraction.cues import cues

Period = tuple[date, date]  # the end is exclusive


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day from which words look at time, and whether they look ahead."""

    base: date | None
    future: bool = False


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
           "fifty": 50, "a couple of": 2, "a few": 0, "few": 0, "several": 0, "many": 0, "half a": 0}  # fmt: skip
_CENTURIES = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this past": -1, "this": 0, "current": 0,
           "next": 1, "coming": 1, "this coming": 1}  # fmt: skip
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}

_ABBREVIATED = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_MONTH = ("(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
          rf"|(?:{_ABBREVIATED})\b\.?)")  # fmt: skip
_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d)"
_PART = (r"(?:(?P<part>early|earlier|mid|late|later|(?:the )?(?:beginning|start|middle|end|first half|second half) of)"
         r"[ -](?:in )?(?:the )?)?")  # fmt: skip
_WHICH = r"(?P<which>this past|this coming|last|previous|past|this|current|next|coming)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_DAYS)})"
_COUNT = rf"(?P<count>\d+|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year|decade|century)"
ABOUT = r"(?:(?:about|around|nearly|almost|over|more than|less than|some|just over|just under|at least) )*"
_HOURS = r"(?: (?:morning|afternoon|evening|night|noon))?"


def period(words: str, standpoint: Standpoint) -> Period | None:
    """The days that words without a preposition name.

    Parameters
    ----------
    words : str
        In lower case: "the summer of 2014".
    standpoint : Standpoint

    Returns
    -------
    (first day, day after the last), or None
        None where the words are not known, or look from a day that is not.

    Examples
    --------
    >>> period("the early 1990s", Standpoint(None))
    (datetime.date(1990, 1, 1), datetime.date(1994, 1, 1))
    """
    words = words.strip(" ,.'")
    bare = words.removeprefix("the ")
    named = cues("times")["period"].get(words) or cues("times")["period"].get(bare)
    if named:
        return _span_of(named)
    for pattern, reader in _FORMS:
        match = pattern.fullmatch(words) or pattern.fullmatch(bare)
        if match is not None:
            try:
                found = reader(match, standpoint)
            except (ValueError, OverflowError):  # February 30
                found = None
            if found is not None:
                return found
    return None


def named_period(words: str) -> Period | None:
    """The first period with a name of its own inside longer words: "the end of the Cold War"."""
    for name, days in cues("times")["period"].items():
        if re.search(rf"\b{re.escape(name)}\b", words):
            return _span_of(days)
    return None


def _span_of(days: str) -> Period:
    since, until = days.split("/")
    return date.fromisoformat(since), date.fromisoformat(until)


# ---- stretches of the calendar


def _day(day: date) -> Period:
    return day, day + timedelta(days=1)


def _month(year: int, month: int) -> Period:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]) + timedelta(days=1)


def _year(year: int, years: int = 1) -> Period:
    return date(year, 1, 1), date(year + years, 1, 1)


def unit_at(base: date, unit: str, shift: int) -> Period:
    """The calendar day, week, month, year... that lies `shift` of them from a day."""
    if unit in ("week", "fortnight"):
        start = base - timedelta(days=base.weekday()) + timedelta(days=_DAYS_IN[unit] * shift)
        return start, start + timedelta(days=7)
    if unit == "month":
        return _month(*_months_on(base, shift))
    if unit == "year":
        return _year(base.year + shift)
    if unit == "decade":
        return _year((base.year // 10 + shift) * 10, 10)
    if unit == "century":
        return _year(((base.year - 1) // 100 + shift) * 100 + 1, 100)
    return _day(base + timedelta(days=shift))


def _months_on(base: date, months: int) -> tuple[int, int]:
    number = base.year * 12 + base.month - 1 + months
    return number // 12, number % 12 + 1


def _part_of(whole: Period, part: str | None) -> Period:
    """The early, middle or late part: four, three, three years of a decade; thirds of a year or a month."""
    if not part:
        return whole
    start, end = whole
    if part.endswith("half of"):
        middle = start + (end - start) / 2
        return (start, middle) if "first" in part else (middle, end)
    if (end - start).days > 370:
        years = end.year - start.year
        cuts = [date(start.year + years * n // 10, start.month, 1) for n in (0, 4, 7, 10)]
    elif (end - start).days > 31:
        cuts = [start, *(date(*_months_on(start, n), 1) for n in (4, 8)), end]
    else:
        third = timedelta(days=(end - start).days // 3)
        cuts = [start, start + third, start + 2 * third, end]
    first = 0 if part.startswith(("early", "earlier")) or "beginning" in part or "start" in part else 2
    if "mid" in part:
        first = 1
    return cuts[first], cuts[first + 1]


# ---- readers, one a form of words


def _read_iso(m: re.Match[str], _: Standpoint) -> Period:
    return _day(date.fromisoformat(m[0]))


def _read_date(m: re.Match[str], at: Standpoint) -> Period | None:
    month, day = _month_number(m), int(m["day"])
    if m["year"]:
        return _day(date(int(m["year"]), month, day))
    if at.base is None:
        return None
    found = date(at.base.year, month, day)
    if found > at.base and not at.future:
        found = date(at.base.year - 1, month, day)
    elif found < at.base and at.future:
        found = date(at.base.year + 1, month, day)
    return _day(found)


def _read_month(m: re.Match[str], at: Standpoint) -> Period | None:
    month = _month_number(m)
    if m["year"]:
        return _part_of(_month(int(m["year"]), month), m["part"])
    if at.base is None:
        return None
    shift = 0
    which = m["which"] or ("next" if at.future else "past")
    if which in ("last", "previous"):
        shift = -1 if month >= at.base.month else 0
    elif which in ("past", "this past"):
        shift = -1 if month > at.base.month else 0
    elif which in ("next", "coming", "this coming"):
        shift = 1 if month < at.base.month else 0
    return _part_of(_month(at.base.year + shift, month), m["part"])


def _read_month_of(m: re.Match[str], at: Standpoint) -> Period | None:
    if at.base is None:
        return None
    return _part_of(_month(at.base.year + _SHIFTS[m["which"]], _month_number(m)), m["part"])


def _read_day_of(m: re.Match[str], at: Standpoint) -> Period | None:
    return _day(date(at.base.year + _SHIFTS[m["which"]], _month_number(m), int(m["day"]))) if at.base else None


def _month_number(m: re.Match[str]) -> int:
    return _MONTHS.index(m["month"][:3]) + 1


def _read_year(m: re.Match[str], _: Standpoint) -> Period:
    return _part_of(_year(int(m["year"])), m["part"])


def _read_decade(m: re.Match[str], _: Standpoint) -> Period:
    digits = m["decade"]
    return _part_of(_year(int(digits) if len(digits) == 4 else 1900 + int(digits), 10), m["part"])


def _read_century(m: re.Match[str], _: Standpoint) -> Period:
    number = m["number"]
    century = _CENTURIES.get(number) or int(re.sub(r"\D", "", number))
    return _part_of(_year((century - 1) * 100 + 1, 100), m["part"])


def _read_season(m: re.Match[str], at: Standpoint) -> Period | None:
    month = _SEASONS[m["season"]]
    if m["year"]:
        year = int(m["year"])
    elif at.base is None:
        return None
    else:
        ahead = date(at.base.year, month, 1) > at.base
        shift = -1 if ahead and not at.future and m["which"] != "next" else 0
        year = at.base.year + (1 if m["which"] == "next" and not ahead else shift)
    start = date(year, month, 1)
    return _part_of((start, date(*_months_on(start, 3), 1)), m["part"])


def _read_weekday(m: re.Match[str], at: Standpoint) -> Period | None:
    if at.base is None:
        return None
    back = (at.base.weekday() - _DAYS.index(m["weekday"])) % 7
    shift = _SHIFTS.get(m["which"] or "", 0)
    if at.future or shift > 0:
        ahead = (7 - back) % 7
        return _day(at.base + timedelta(days=ahead or (7 if shift > 0 else 0)))
    return _day(at.base - timedelta(days=back or (7 if shift < 0 else 0)))


def _read_near_day(m: re.Match[str], at: Standpoint) -> Period | None:
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1, "overnight": 0}.get(m["near"], 0)
    return _day(at.base + timedelta(days=shift)) if at.base else None


def _read_so_far(m: re.Match[str], at: Standpoint) -> Period | None:
    return (date.min, at.base + timedelta(days=1)) if at.base else None


def _read_weekend(m: re.Match[str], at: Standpoint) -> Period | None:
    """The weekend: the coming one ahead of us, else the one that is or was."""
    if at.base is None:
        return None
    shift = _SHIFTS[m["which"] or "this"]
    saturday = at.base + timedelta(days=5 - at.base.weekday())
    on_it = at.base.weekday() >= 5
    if shift < 0 or (shift == 0 and not at.future and not on_it):
        saturday -= timedelta(days=7)
    elif shift > 0 and on_it:
        saturday += timedelta(days=7)
    return saturday, saturday + timedelta(days=2)


def _read_shifted(m: re.Match[str], at: Standpoint) -> Period | None:
    if at.base is None:
        return None
    start, end = unit_at(at.base, m["unit"], _SHIFTS[m["which"]])
    if m["part"] == "earlier" and end > at.base:
        return start, at.base + timedelta(days=1)
    if m["part"] == "later" and end > at.base:
        return at.base, end
    return _part_of((start, end), m["part"] if m["unit"] != "week" else None)


def _read_ago(m: re.Match[str], at: Standpoint) -> Period | None:
    count = _count(m)
    if at.base is None or not count:
        return None
    if m["unit"] == "hour":
        return _day(at.base - timedelta(days=count // 24))
    return unit_at(at.base, m["unit"], -count)


def _read_stretch(m: re.Match[str], at: Standpoint) -> Period | None:
    """The past three months, the next two weeks: up to today, or from today."""
    count = _count(m)
    if at.base is None or not count:
        return None
    sign = _SHIFTS[m["which"]]
    unit = m["unit"]
    if unit in _MONTHS_IN:
        year, month = _months_on(at.base, sign * count * _MONTHS_IN[unit])
        edge = date(year, month, min(at.base.day, monthrange(year, month)[1]))
    else:
        days = max(1, count // 24) if unit == "hour" else count * _DAYS_IN[unit]
        edge = at.base + timedelta(days=sign * days)
    tomorrow = timedelta(days=1)
    return (edge, at.base + tomorrow) if sign < 0 else (at.base, edge + tomorrow)


def _count(m: re.Match[str]) -> int:
    return int(m["count"]) if m["count"].isdigit() else _COUNTS[m["count"]]


_Reader = Callable[[re.Match[str], Standpoint], Period | None]
# The longer form first: running text is searched in this order.
_TABLE: tuple[tuple[str, _Reader], ...] = (
    (r"\d{4}-\d\d-\d\d", _read_iso),
    (rf"{_MONTH} {_DAY},? (?:of )?{_WHICH} year", _read_day_of),
    (rf"(?:{'|'.join(_DAYS)})?,? ?{_MONTH} {_DAY}(?:,? {_YEAR})?", _read_date),
    (rf"(?:{'|'.join(_DAYS)})?,? ?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", _read_date),
    (rf"{_PART}{_MONTH} (?:of )?{_WHICH} year", _read_month_of),
    (rf"{_PART}(?:{_WHICH} )?{_MONTH}(?:,? (?:of )?{_YEAR})?", _read_month),
    (rf"{_PART}(?:{_WHICH} )?(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}", _read_season),
    (rf"{_PART}{_WHICH} (?P<season>{'|'.join(_SEASONS)})(?P<year>(?!.))?", _read_season),
    (rf"{_PART}'?(?P<decade>(?:1\d|20)?\d0)'?s", _read_decade),
    (rf"{_PART}(?P<number>\d\d?(?:st|nd|rd|th)|{'|'.join(_CENTURIES)})[ -]century", _read_century),
    (rf"{_PART}(?:(?:the )?year )?{_YEAR}", _read_year),
    (rf"(?:{_WHICH} )?{_WEEKDAY}{_HOURS}", _read_weekday),
    (rf"(?:earlier |later |late |early )?(?P<near>today|yesterday|tomorrow|tonight|last night|overnight"
     rf"|this (?:morning|afternoon|evening)|now|currently|nowadays|at present){_HOURS}", _read_near_day),
    (r"so far|to date|as yet", _read_so_far),
    (rf"(?:{_WHICH}|the) weekend(?:'s)?", _read_weekend),
    (rf"{ABOUT}{_COUNT} {_UNIT}s? ago", _read_ago),
    (rf"{_WHICH} {_COUNT} {_UNIT}s?", _read_stretch),
    (rf"{_PART}{_WHICH} {_UNIT}(?!s)(?:'s)?", _read_shifted),
)  # fmt: skip
_FORMS = tuple((re.compile(pattern), reader) for pattern, reader in _TABLE)

_DURATION = rf"{ABOUT}{_COUNT} {_UNIT}s"
# Time expressions that no calendar places; their words are kept.
_VAGUE = (
    r"the (?:beginning|start|middle|end) of the (?:week|month|year|decade|century)",
    rf"{ABOUT}{_COUNT} {_UNIT}s? (?:earlier|later)",
    rf"(?:the )?(?:recent|past|last|next|coming|following|intervening) (?:few )?{_UNIT}s?",
    r"(?:that|the same|the following|the previous|the next) (?:day|week|month|year|night|evening|morning|time)",
    _DURATION,
    r"at (?:that|the|this|the same) (?:time|moment)|recently|lately|then",
)
_UNNAMED = re.sub(r"\(\?P<\w+>", "(?:", "|".join([*(pattern for pattern, _ in _TABLE), *_VAGUE]))
# How any word of the patterns starts: most words of a text start otherwise, and all patterns need not be tried there.
_STARTS = "|".join(sorted({word[:3] for word in re.findall(r"[a-z]{2,}", re.sub(r"\\[a-z]", "", _UNNAMED))}))
# What a time expression may look like inside running text, in lower case.
TIME_WORDS = re.compile(rf"(?<![\w-])(?=\d|'|a\b|{_STARTS})(?:{_UNNAMED})(?![\w-])")
