"""Which days do the words of a time expression mean?

Our own patterns come first, since they are quick and sure about decades, parts of periods and
prepositions; dateparser is asked only for what they do not know, and only then imported.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from graph.extraction.cues import cues

Period = tuple[date, date]  # the end is exclusive
Interval = tuple[str | None, str | None]
UNRESOLVED: Interval = (None, None)

_MONTHS = ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = {w: i for i, w in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                                        "ten", "eleven", "twelve"))} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20,
            "thirty": 30, "forty": 40, "fifty": 50, "a couple of": 2, "several": 0, "few": 0}  # fmt: skip
_ORDINALS = {
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
    "seventeenth": 17,
    "sixteenth": 16,
}

MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
PART = r"(?:early|mid|late|the beginning of|the start of|the middle of|the end of|beginning of|end of)"
NUMBER = r"(?:\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
UNIT = r"(?:hour|day|week|month|year|decade|century)"


def resolve(words: str, base: date | None, *, future: bool = False) -> Interval:
    """The interval that a time expression means.

    Parameters
    ----------
    words : str
        The words of the expression, with its preposition.
    base : date or None
        The day the words were written; without it "last week" stays unresolved.
    future : bool
        Whether the verb is in the future, so that "on Monday" is the coming one.

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
    return _resolve(" ".join(words.lower().replace("’", "'").split()), base, future)


@lru_cache(maxsize=4096)
def _resolve(words: str, base: date | None, future: bool) -> Interval:
    spread = _spread(words, base, future)
    if spread is not None:
        return spread
    relation, rest = _relation(words)
    exact = period(rest, base, future)
    found = exact or _last_period(rest, base, future)
    if found is None:
        return UNRESOLVED
    return _placed(relation, found, exact is not None)


def _spread(words: str, base: date | None, future: bool) -> Interval | None:
    """From A to B, between A and B, A-B."""
    match = re.fullmatch(r"(?:from|between) (.+?) (?:to|and|until|through|till) (.+)", words) or re.fullmatch(
        rf"(?:in |from |the )*({YEAR})\s?[-–]\s?({YEAR}|\d\d)", words
    )
    if match is None:
        return None
    first, last = match.groups()
    if re.fullmatch(YEAR, first) and re.fullmatch(r"\d\d", last):
        last = first[:2] + last
    year = re.search(YEAR, last)
    if year and not re.search(r"\d{4}", first):
        first = f"{first} {year[0]}"
    start, end = period(first, base, future), period(last, base, future)
    if start is None or end is None:
        return UNRESOLVED
    return start[0].isoformat(), end[1].isoformat()


_RELATION = re.compile(
    r"(?:(?:long|shortly|soon|just|right|immediately|well|even|only|sometime|ever|days|weeks|months|years|hours|once again|not) )*"
    r"(?:for the first time |for the second time |at least )?"
    r"(before|prior to|ahead of|after|following|since|until|till|up to|by|as of|from|in|on|at|during|throughout|through|over|"
    r"within|around|about|of|the night of|for)? ?(?:then|late on|early on)? ?(.*)"
)


def _relation(words: str) -> tuple[str, str]:
    match = _RELATION.fullmatch(words)
    if match is None:
        return "", words
    return match[1] or "", match[2]


def _placed(relation: str, found: Period, exact: bool) -> Interval:
    """The interval a preposition makes of a period; "after the war in 1967" may still be 1967."""
    start, end = found[0].isoformat(), found[1].isoformat()
    if relation in ("before", "prior to", "ahead of"):
        return None, start if exact else end
    if relation in ("until", "till", "up to", "by"):
        return None, end
    if relation in ("after", "following"):
        return (end if exact else start), None
    if relation in ("since", "as of", "from"):
        return start, None
    return start, end


# ---- periods


def period(words: str, base: date | None, future: bool = False) -> Period | None:
    """The days that words without a preposition name, or None."""
    words = re.sub(r"^the (?!past|last|next|coming|previous|beginning|start|middle|end)", "", words.strip(" ,.'"))
    named = cues("times")["period"].get(words)
    if named:
        since, until = named.split("/")
        return date.fromisoformat(since), date.fromisoformat(until)
    try:
        for pattern, reader in _READERS:
            match = pattern.fullmatch(words)
            if match is not None:
                found = reader(match, base, future)
                if found is not None:
                    return found
    except (ValueError, OverflowError):
        return None
    return None


def _last_period(words: str, base: date | None, future: bool) -> Period | None:
    """The last period named inside longer words: "the collapse of communism in the early 1990s"."""
    for name, value in cues("times")["period"].items():
        if re.search(rf"\b{re.escape(name)}\b", words):
            since, until = value.split("/")
            return date.fromisoformat(since), date.fromisoformat(until)
    found = [m for m in CORE.finditer(words)]
    for match in reversed(found):
        inner = period(_relation(match[0])[1], base, future)
        if inner is not None:
            return inner
    return None


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.rstrip(".")[:3]))


def _month(year: int, month: int) -> Period:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]) + timedelta(days=1)


def _year(year: int, years: int = 1) -> Period:
    return date(year, 1, 1), date(year + years, 1, 1)


def _day(day: date) -> Period:
    return day, day + timedelta(days=1)


def _part(part: str | None, whole: Period) -> Period:
    """The early, middle or late part of a period."""
    if not part:
        return whole
    start, end = whole
    if (end - start).days > 370:  # decades and centuries in round years
        years = end.year - start.year
        cuts = (start.year, start.year + round(years * 0.4), start.year + round(years * 0.7), end.year)
        bounds = tuple(date(y, 1, 1) for y in cuts)
    elif (end - start).days > 31:
        bounds = (start, date(start.year, 5, 1), date(start.year, 9, 1), end)
    else:
        third = (end - start).days // 3
        bounds = (start, start + timedelta(days=third), start + timedelta(days=2 * third), end)
    index = 0 if part.startswith(("early", "the beg", "the sta", "beg")) else 1 if "mid" in part else 2
    return bounds[index], bounds[index + 1]


def _read_date(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    month, day = _month_number(m["month"]), int(m["day"])
    if m["year"]:
        return _day(date(int(m["year"]), month, day))
    if base is None:
        return None
    found = date(base.year, month, day)
    if found > base and not future:
        found = date(base.year - 1, month, day)
    elif found < base and future:
        found = date(base.year + 1, month, day)
    return _day(found)


def _read_month(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    month = _month_number(m["month"])
    if m["year"]:
        return _part(m["part"], _month(int(m["year"]), month))
    if base is None:
        return None
    year = base.year
    which = (m["which"] or "").strip()
    if which == "last" and month >= base.month:
        year -= 1
    elif which == "next" and month <= base.month:
        year += 1
    elif not which and month > base.month and not future:
        year -= 1
    elif not which and month < base.month and future:
        year += 1
    return _part(m["part"], _month(year, month))


def _read_year(m: re.Match[str], base: date | None, future: bool) -> Period:
    return _part(m["part"], _year(int(m["year"])))


def _read_decade(m: re.Match[str], base: date | None, future: bool) -> Period:
    digits = m["decade"]
    return _part(m["part"], _year(int(digits) if len(digits) == 4 else 1900 + int(digits), 10))


def _read_century(m: re.Match[str], base: date | None, future: bool) -> Period:
    number = int(m["number"]) if m["number"].isdigit() else _ORDINALS[m["number"]]
    return _part(m["part"], _year((number - 1) * 100 + 1, 100))


def _read_iso(m: re.Match[str], base: date | None, future: bool) -> Period:
    return _day(date.fromisoformat(m[0]))


def _read_season(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    month = _SEASONS[m["season"]]
    year = int(m["year"]) if m["year"] else base.year if base else None
    if year is None:
        return None
    if base is not None and not m["year"] and (m["which"] == "last" or date(year, month, 1) > base) and not future:
        year -= 1
    start = date(year, month, 1)
    end_month = month + 3
    return _part(m["part"], (start, date(year + (end_month > 12), (end_month - 1) % 12 + 1, 1)))


def _read_weekday(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    if base is None:
        return None
    back = (base.weekday() - _DAYS.index(m["weekday"])) % 7
    if m["which"] == "last":
        back = back or 7
    if future or m["which"] in ("next", "this coming"):
        return _day(base + timedelta(days=(7 - back) % 7 or (0 if m["which"] is None else 7)))
    return _day(base - timedelta(days=back))


def _read_relative_day(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    shifts = {"yesterday": -1, "tomorrow": 1, "the day before": -1, "last night": -1}
    return _day(base + timedelta(days=shifts.get(m["word"], 0))) if base else None


def _read_shifted(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    """last week, this month, next year, earlier this month, late last year."""
    if base is None:
        return None
    shift = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[m["which"]]
    return _part(m["part"] if m["part"] in ("early", "late", "mid") else None, _unit_at(base, m["unit"], shift))


def _unit_at(base: date, unit: str, shift: int) -> Period:
    """The calendar day, week, month, year... that lies `shift` of them from a day."""
    if unit == "week":
        start = base - timedelta(days=base.weekday()) + timedelta(weeks=shift)
        return start, start + timedelta(weeks=1)
    if unit == "weekend":
        start = (
            base
            - timedelta(days=(base.weekday() - 5) % 7)
            + timedelta(weeks=shift if base.weekday() > 4 else shift + 1 if shift < 0 else shift)
        )
        return start, start + timedelta(days=2)
    if unit == "month":
        month = base.year * 12 + base.month - 1 + shift
        return _month(month // 12, month % 12 + 1)
    if unit == "year":
        return _year(base.year + shift)
    if unit == "decade":
        return _year(base.year // 10 * 10 + 10 * shift, 10)
    if unit == "century":
        return _year((base.year - 1) // 100 * 100 + 1 + 100 * shift, 100)
    return _day(base + timedelta(days=shift))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _read_ago(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    number = _count(m["number"])
    if base is None or not number:
        return None
    if m["unit"] == "hour":
        return _day(base - timedelta(days=number // 24))
    return _unit_at(base, m["unit"], -number)


def _read_stretch(m: re.Match[str], base: date | None, future: bool) -> Period | None:
    """the past three months, the last 24 hours, the next two weeks."""
    number = _count(m["number"]) if m["number"] else 1
    if base is None or not number:
        return None
    sign = 1 if m["which"] in ("next", "coming") else -1
    unit = m["unit"]
    if unit in ("hour", "day", "week"):
        days = {"hour": max(1, number // 24), "day": number, "week": 7 * number}[unit]
        edge = base + timedelta(days=sign * days)
    else:
        months = (
            {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit] * number * sign
            + base.year * 12
            + base.month
            - 1
        )
        edge = date(months // 12, months % 12 + 1, min(base.day, monthrange(months // 12, months % 12 + 1)[1]))
    return (edge, base + timedelta(days=1)) if sign < 0 else (base, edge + timedelta(days=1))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


_WHICH = r"(?P<which>last|this|next|this coming|this past|past)"
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None, bool], Period | None]], ...] = (
    (_pattern(r"\d{4}-\d\d-\d\d"), _read_iso),
    (_pattern(rf"(?:{DAY},? )?(?P<month>{MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR}))?"), _read_date),
    (_pattern(rf"(?:{DAY},? )?(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"), _read_date),
    (_pattern(rf"(?:(?P<part>{PART})[ -](?:the )?)?(?:{_WHICH} )?(?P<month>{MONTH})(?:,? (?:of )?(?P<year>{YEAR}))?"), _read_month),
    (_pattern(rf"(?:(?P<part>{PART})[ -](?:the )?)?(?:(?:the )?year )?(?P<year>{YEAR})(?:'s)?"), _read_year),
    (_pattern(rf"(?:(?P<part>{PART})[ -](?:the )?)?'?(?P<decade>(?:1\d|20)?\d0)'?s"), _read_decade),
    (_pattern(rf"(?:(?P<part>{PART})[ -](?:the )?)?(?P<number>\d\d?|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?[ -]century"), _read_century),
    (_pattern(rf"(?:(?P<part>{PART})[ -](?:the )?)?(?:{_WHICH} )?(?P<season>{'|'.join(_SEASONS)})(?:(?: of)? (?P<year>{YEAR}))?"), _read_season),
    (_pattern(rf"(?:{_WHICH} )?(?P<weekday>{DAY})(?: (?:morning|afternoon|evening|night))?"), _read_weekday),
    (_pattern(r"(?:earlier |later |late |early )?(?P<word>today|yesterday|tomorrow|tonight|now|currently|at present|nowadays|last night|this (?:morning|afternoon|evening))"
              r"(?: (?:morning|afternoon|evening|night))?"), _read_relative_day),
    (_pattern(rf"(?:(?P<part>earlier|later|late|early|mid|{PART})[ -]?)?(?:the )?(?P<which>last|previous|past|this|current|next|coming) (?P<unit>weekend|{UNIT})(?:'s)?"), _read_shifted),
    (_pattern(rf"(?:about |around |nearly |almost |over |more than |some |just over |just under )*(?P<number>{NUMBER}) (?P<unit>{UNIT})s? (?:ago|earlier)"), _read_ago),
    (_pattern(rf"(?:the |these )?(?P<which>past|last|next|coming|previous) (?P<number>{NUMBER})?\s?(?P<unit>{UNIT})s?"), _read_stretch),
)  # fmt: skip

# What a time expression may look like inside running text (lower case): the longest forms first.
CORE = re.compile(
    r"(?<![\w-])(?:"
    rf"\d{{4}}-\d\d-\d\d"
    rf"|(?:between|from) (?:{MONTH} )?(?:\d\d? )?(?:{YEAR}|{MONTH})? ?(?:and|to|until|through) (?:{MONTH} )?(?:\d\d?,? )?{YEAR}"
    rf"|{YEAR}\s?[-–]\s?(?:{YEAR}|\d\d)(?!\d)"
    rf"|(?:{DAY},? )?{MONTH} \d\d?(?:st|nd|rd|th)?(?!\d)(?:,? {YEAR})?"
    rf"|(?:{DAY},? )?\d\d?(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? {YEAR})?"
    rf"|(?:{PART}[ -](?:the )?)?(?:(?:last|this|next) )?{MONTH}(?:,? (?:of )?{YEAR})"
    rf"|(?:{PART}[ -](?:the )?|(?:last|this|next) )+{MONTH}"
    rf"|(?:{PART}[ -](?:the )?)?(?:(?:last|this|next|the) )?(?:spring|summer|autumn|fall|winter)(?: of)? {YEAR}"
    rf"|(?:{PART}[ -](?:the )?)?(?:last|this|next) (?:spring|summer|autumn|fall|winter)"
    rf"|(?:{PART}[ -](?:the )?)?'?(?:1\d|20)?\d0'?s"
    rf"|(?:{PART}[ -](?:the )?)?(?:\d\d?(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[ -]century"
    rf"|(?:{PART}[ -](?:the )?)?{YEAR}"
    rf"|(?:(?:last|this|next|this coming|this past) )?{DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:earlier |later )?(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))(?: (?:morning|afternoon|evening|night))?"
    rf"|(?:(?:earlier|later|late|early|{PART}) )?(?:the )?(?:last|previous|this|next|coming) (?:weekend|{UNIT})"
    rf"|(?:(?:about|around|nearly|almost|over|more than|some|just over|just under) )*{NUMBER} {UNIT}s? (?:ago|earlier)"
    rf"|(?:the )?(?:past|last|next|coming|previous) (?:{NUMBER} )?{UNIT}s?"
    rf"|(?:the )?(?:recent|past|last|next|coming) (?:few )?{UNIT}s"
    rf"|(?:(?:about|around|nearly|almost|over|more than|some|at least) )*{NUMBER} {UNIT}s"
    r"|so far|now|currently|recently|nowadays|at present|at (?:that|the|this) (?:time|moment)|the first time|at the same time"
    rf"|{MONTH}"
    r")(?![\w-])"
)
