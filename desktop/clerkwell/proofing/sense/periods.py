"""Periods beside the days that they run from and to: "a three-year term from 1 April 2025 to 31 March 2027"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from clerkwell.proofing.text.months import MONTH, month_number
from clerkwell.proofing.text.sentences import Stretch, sentences

_NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30}
_NUMBER: Final = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|(?<![\w.,/£–-])\d{{1,3}})"
_LENGTH: Final = rf"(?P<number>{_NUMBER})(?:[-\s]|\s?[-‑–]\s?)(?P<unit>years?|months?|weeks?|days?)\b"
_DAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_FROM: Final = rf"{_DAY}(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month1>{MONTH})(?:,?\s+(?P<year1>20\d\d))?"
_FROM_DAY: Final = rf"{_DAY}(?P<only1>\d{{1,2}})(?:st|nd|rd|th)?"
_TO: Final = rf"{_DAY}(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month2>{MONTH}),?\s+(?P<year2>20\d\d)(?![\d/])"
_BETWEEN: Final = (
    r"\s*(?:,?\s*(?:to|until|till|up\s+to|through\s+to"
    r"|(?:and\s+(?:so\s+)?)?(?:ending|expiring|finishing|concluding|closing|terminating)(?:\s+on)?"
    r"|(?:and|so)(?:\s+(?:it|so|therefore|thus|hence|thereby))*(?:\s+(?:will|would|is\s+to|is\s+due\s+to|to))?"
    r"\s+(?:ends?|ended|expires?|expired|finish(?:es|ed)?|closes?|closed|runs?\s+out|comes?\s+to\s+an\s+end)(?:\s+on)?"
    r")|[–—-])\s*"
)
# "Between 6 January and 3 February"; of no other span does "and" name the end.
_AND: Final = r"(?(between)\s+and\s+|(?!))"
_SPAN: Final = rf"(?:{_FROM}|{_FROM_DAY})(?:{_BETWEEN}|@AND@){_TO}"
# Between the length and its days: what it is a length of, and words that lead to the first day.
_OF_WHAT: Final = (
    r"(?:\s+(?!(?:of|to|after|before|within|and|or|was|were|is|are|has|had|have|been|be|not|since|that|which)\b)"
    r"[A-Za-z][\w’'&-]*){0,5}?(?:\s+(?:is|would\s+be|will\s+be)\s+(?:proposed|recommended|granted|offered|let|agreed|awarded))?"
)
_LEADS: Final = (
    r"\s*(?:,?\s*(?:will\s+|would\s+|to\s+)?(?:run|runs|ran|running|held|was\s+held|took\s+place|open|was\s+open|lasting)?\s*"
    r"(?:from|(?P<between>between)|(?:starting|beginning|commencing|opening)(?:\s+on)?|covering)\s+|\s*\(\s*(?:from\s+)?|,\s+|:\s+)"
)
_LENGTH_FIRST: Final = re.compile(rf"\b(?:{_LENGTH}){_OF_WHAT}{_LEADS}{_SPAN.replace('@AND@', _AND)}", re.IGNORECASE)
# "Will begin on 1 June 2026 for a term of ten years, expiring on 31 May 2036".
_LENGTH_WITHIN: Final = re.compile(
    r"\b(?:began|beg(?:in|un)(?:s|ning)?|start(?:s|ed|ing)?|commenc(?:e|es|ed|ing)|run|running|runs|ran|dated|took\s+effect|takes\s+effect)"
    rf"\s+(?:on\s+|from\s+|as\s+from\s+)?{_FROM},?"
    r"\s+(?:(?:and\s+)?(?:(?:was|is|were)\s+(?:granted|let|made|agreed|given|set|to\s+(?:run|last))|(?:will\s+)?(?:run|last)s?|lasted|ran)\s+)?"
    r"for\s+(?:an?\s+(?:\w+\s+)?(?:term|period)\s+of\s+)?"
    rf"{_LENGTH}{_BETWEEN}{_TO}",
    re.IGNORECASE,
)
# The same without a year: "ten days, from 11 to 15 August inclusive".
_YEARLESS: Final = re.compile(
    rf"\b(?:{_LENGTH}){_OF_WHAT}{_LEADS}(?:{_DAY}(?P<only1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month1>{MONTH}))?)"
    rf"(?:{_BETWEEN}|{_AND}){_DAY}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH})\b(?!,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SPAN_FIRST: Final = re.compile(
    rf"\bfrom\s+{_SPAN.replace('@AND@', '(?!)')}\s*(?:\(|,\s+|\s[–—]\s)"
    r"(?:(?:which\s+is|that\s+is|or|for|being|i\.e\.)\s+)?(?:an?\s+)?"
    rf"(?:(?:term|period|duration|total)\s+of\s+)?{_LENGTH}(?=\s*(?:[).;,]|\Z|\s+(?:term|period)\b))",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    rf"\b(?P<number>{_NUMBER})[-\s]years?\b{_OF_WHAT}\s*(?:\(|,\s+|\s+(?:from|for|covering)\s+(?:the\s+(?:period|years)\s+)?|\s+)"
    r"(?P<first>20\d\d)(?:/(?P<half1>\d\d))?\s*(?:to|[–—-])\s*(?P<last>20\d\d|\d\d)(?:/(?P<half2>\d\d))?(?![\d/])",
    re.IGNORECASE,
)
_PLAIN_SPAN: Final = re.compile(
    rf"\b(?:from|between)\s+{_DAY}(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month1>{MONTH}),?\s+(?P<year1>20\d\d)"
    rf"(?:\s*(?:to|until|till|[–—-])\s*|\s+and\s+){_TO}",
    re.IGNORECASE,
)
# "Opened on 3 March 2025 and closed on 14 April 2025, a period of six weeks".
_OPENED: Final = re.compile(
    rf"\b(?:opened|started|began|begins?|starts?|opens?|commenced|commences?)\s+(?:on\s+|from\s+)?{_FROM}\s+and\s+(?:will\s+|would\s+)?"
    rf"(?:closed?|closes|ended|ends?|finish(?:ed|es)?|expires?|expired)\s+(?:on\s+)?{_TO},?\s+(?:an?\s+)?(?:period|term|total)\s+of\s+{_LENGTH}"
    r"(?=\s*[.;,)]|\s*\Z)",
    re.IGNORECASE,
)
_LATER: Final = re.compile(
    rf"\b(?:opened|started|began)\s+(?:on\s+|from\s+)?{_FROM}\s+and\s+(?:closed|ended|finished|expired)\s+{_LENGTH}\s+later,?\s+(?:on\s+)?{_TO}",
    re.IGNORECASE,
)
# "Within 21 days of the notice, which was published on 3 March 2025; the last day is therefore 24 March 2025".
_WITHIN: Final = re.compile(
    rf"\b(?:within|has|have|had|gives?|gave|allow(?:s|ed|ing)?|period\s+of)\s+{_LENGTH}\s+(?:of|from|after)\s+(?P<what>(?:the\s+|its\s+|this\s+|that\s+)?"
    r"(?:[\w’'-]+\s+){0,4}?[\w’'-]+),?\s+(?:(?:which|that)\s+(?:was|is)\s+)?(?:\w+ed\s+|given\s+|made\s+|sent\s+|put\s+up\s+)?(?:on|dated|of)\s+"
    rf"{_FROM}\s*[;,.–—]\s+(?:and\s+|so\s+|which\s+means\s+that\s+)*(?:the|its|that|this)\s+(?:last\s+(?:day|date)|closing\s+date|deadline|time\s+limit|period|time)"
    rf"(?:\s+(?:for|to|in)\s+(?:[\w’'-]+\s*){{1,5}}?)?\s*(?:(?:is|was|will\s+be|falls?|fell|ends?|ended|expires?|expired|runs?\s+out|ran\s+out),?\s+)?(?:therefore,?\s+|thus\s+|accordingly\s+)?(?:on\s+)?{_TO}",
    re.IGNORECASE,
)
# "The plan for the years 2026 to 2024".
_PLAIN_YEARS: Final = re.compile(
    r"\b(?:period|years|plan|strategy|programme|runs?|covers?|running|covering)(?:\s+(?:for|from|covering|between))?\s+(?P<first>20\d\d)\s*(?:to|and|[–—-])\s*"
    r"(?P<last>20\d\d)(?![\w/–-]|[.,]\d)",
    re.IGNORECASE,
)
# A day that is moved from one to the other; counts of other kinds of days; and lengths that are not of the whole.
_MOVED: Final = re.compile(
    r"\b(?:mov\w+|chang\w+|brought|bring\w*|reschedul\w+|amend\w+|alter\w+|revis\w+|advanc\w+|shift\w*|correct\w*|put\s+back|put\s+forward|backwards?"
    r"|extend\w+|extension|postpon\w+|defer\w+|corrected|differ\w*|instead|than|slip\w*|accelerat\w+|delay\w*|earlier|compar\w+"
    r"|rose|risen|rise|fell|fallen|fall|increas\w+|decreas\w+|gap|went|go(?:es)?)\b",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"\b(?:working|clear|school|calendar|about|around|approximately|nearly|almost|over|under|up\s+to|at\s+least|more\s+than|less\s+than"
    r"|minimum|maximum|initial|first|second|third|last|final|next|remaining|further|extra|additional|every|each|per|option\w*|extend\w*"
    r"|extension|break|pause\w*|excluding|roughly|ago|old|a\s+half|some|year\s+[12345]|years?\s+of\s+(?:a|the|its)|an?\s+(?:day|week|month|year))\b|[½¼¾]",
    re.IGNORECASE,
)
# "With an option to extend by up to two years": how long it may last beside.
_EXTENDED: Final = re.compile(
    r"\s*\)?,?\s*(?:\(\s*)?(?:with|plus|and)\s+(?:there\s+is\s+)?(?:the\s+|an?\s+)?(?:further\s+)?(?:options?|provision|possibility|power|right|opportunity|scope|potential|ability)"
    r"(?:\s+(?:for|to|of)\b)?[^.;\d]{0,50}?\b"
    rf"(?P<more>{_NUMBER})[-\s](?P<more_unit>year|month|week)s?\b",
    re.IGNORECASE,
)
# "Took place over six weeks": for all of them, and not for more.
_THROUGHOUT: Final = re.compile(
    r"\b(?:place|held|ran|run|out|conducted|undertaken|consulted)\s+over\s+\Z", re.IGNORECASE
)
# What is held "between" two days lasts from one to the other only where it is said to.
_LASTS: Final = re.compile(r"\b(?:consult\w+|period|pilot|trial|survey|lasted|ran|over)\b", re.IGNORECASE)
_FAR: Final = 40
# Where no year is told, every year does: none has a day more or less than the slack allows.
_ANY_YEAR: Final = 2025
Kind = Literal["length", "order"]
_HINT: Final = re.compile(r"20\d\d")
# No period is told without one of these.
_UNIT: Final = re.compile(
    rf"(?:\d|{'|'.join(sorted({word[-3:] for word in _NUMBERS}))})[-‑–\s]\s?(?:year|month|week|day)", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"(?:from|between|period|years|plan|strategy|programme|runs?|running|cover\w*)\s[^.;]{0,40}?20\d\d", re.IGNORECASE
)


@dataclass(frozen=True)
class WrongPeriod:
    """A period that does not match its days: where its words stand (code points), and what the days come to, in words;
    "order" where it ends before it begins."""

    start: int
    end: int
    kind: Kind
    comes_to: str


def wrong_periods(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongPeriod]:
    """The periods of a text whose days do not make them. `stretches` are its sentences, where they are known."""
    with_unit = _UNIT.search(text) is not None
    if not with_unit and not (_HINT.search(text) and _LEAD.search(text)):
        return
    if with_unit:
        yield from _of_deadlines(text)
    for start, end in sentences(text) if stretches is None else stretches:
        dated = _HINT.search(text, start, end) is not None
        told: dict[int, WrongPeriod] = {}
        if with_unit and _UNIT.search(text, start, end):
            looks = (_of_days, _of_years) if dated else (_of_yearless,)
            told = {each.start: each for look in looks for each in look(text, start, end)}
            yield from told.values()
        if dated and not told and _LEAD.search(text, start, end):
            yield from _backwards(text, start, end)


def _of_deadlines(text: str) -> Iterator[WrongPeriod]:
    """The last days of a text that do not come so many days after the day on which a notice was given."""
    for found in _WITHIN.finditer(text):
        span, unit = _days(found.groupdict()), found["unit"].casefold().rstrip("s")
        if span is None or span[1] <= span[0] or _LOOSE.search(found["what"]):
            continue
        # The day after the notice is the first that counts.
        comes_to = _differs(_number(found["number"]), unit, span[0] + timedelta(days=1), span[1], weekdays=False)
        if comes_to:
            yield WrongPeriod(found.start("number"), found.end("unit"), "length", comes_to)


def _of_yearless(text: str, start: int, end: int) -> Iterator[WrongPeriod]:
    """Periods of days and weeks beside a first and a last day of one year, whichever that is."""
    for found in _YEARLESS.finditer(text, start, end):
        unit, number = found["unit"].casefold().rstrip("s"), _number(found["number"])
        span = _days({**found.groupdict(), "day1": None, "year1": None, "year2": str(_ANY_YEAR)})
        if unit == "year" or span is None or span[1] <= span[0] or _is_loose(text, found, start):
            continue
        between = found["between"]
        if between and not _LASTS.search(text, max(start, found.start() - _FAR), found.start("between")):
            continue
        comes_to = _differs(number, unit, *span)
        if comes_to:
            yield WrongPeriod(found.start("number"), found.end("unit"), "length", comes_to)


def _of_days(text: str, start: int, end: int) -> Iterator[WrongPeriod]:
    for pattern in (_LENGTH_FIRST, _SPAN_FIRST, _LENGTH_WITHIN, _OPENED, _LATER):
        for found in pattern.finditer(text, start, end):
            span = _days(found.groupdict())
            if span is None or span[1] <= span[0] or _is_loose(text, found, start):
                continue
            between = found.groupdict().get("between")
            if between and not _LASTS.search(text, max(start, found.start() - _FAR), found.start("between")):
                continue
            unit = found["unit"].casefold().rstrip("s")
            comes_to = _differs(_number(found["number"]), unit, *span)
            further = _EXTENDED.match(text, found.end(), end)
            if further and comes_to and _is_explained(_number(found["number"]), unit, further, span):
                continue
            if comes_to:
                yield WrongPeriod(found.start("number"), found.end("unit"), "length", comes_to)


def _is_explained(number: int, unit: str, further: re.Match[str], span: tuple[date, date]) -> bool:
    """Whether the dates may be those of the length with, or without, what can be added to it."""
    months = {"year": 12, "month": 1}
    more = months.get(further["more_unit"].casefold())
    if more is None or unit not in months:
        return True
    one, by = number * months[unit], _number(further["more"]) * more
    return not all(_differs(each, "month", *span) for each in (one + by, one - by))


def _of_years(text: str, start: int, end: int) -> Iterator[WrongPeriod]:
    for found in _YEARS.finditer(text, start, end):
        first = int(found["first"])
        last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
        if bool(found["half1"]) != bool(found["half2"]) or last <= first or _is_loose(text, found, start):
            continue
        if len(found["last"]) == 2 and last == first + 1:
            # "2025-26" is one year.
            continue
        number = _number(found["number"])
        if number not in (last - first, last - first + 1):
            years = f"{last - first + 1} years" if found["half1"] else f"{last - first} or {last - first + 1} years"
            yield WrongPeriod(found.start("number"), _after_unit(text, found), "length", years)


def _after_unit(text: str, found: re.Match[str]) -> int:
    unit = re.compile(r"[-\s]years?", re.IGNORECASE).match(text, found.end("number"))
    return unit.end() if unit else found.end("number")


def _backwards(text: str, start: int, end: int) -> Iterator[WrongPeriod]:
    for found in _PLAIN_SPAN.finditer(text, start, end):
        span = _days(found.groupdict())
        before = text[max(start, found.start() - 2 * _FAR) : found.start()]
        if span and span[1] < span[0] and not _MOVED.search(before) and not _MOVED.search(text, found.end(), end):
            yield WrongPeriod(found.start(), found.end(), "order", "")
    for found in _PLAIN_YEARS.finditer(text, start, end):
        if int(found["last"]) < int(found["first"]) and not _MOVED.search(text, start, end):
            yield WrongPeriod(found.start("first"), found.end(), "order", "")


def _is_loose(text: str, found: re.Match[str], start: int) -> bool:
    before = _THROUGHOUT.sub("", text[max(start, found.start() - _FAR) : found.start()])
    after = text[found.end() : found.end() + _FAR]
    inside = re.sub(MONTH, "", found[0])
    return bool(
        _LOOSE.search(before[-20:])
        or _LOOSE.search(inside)
        or (
            _EXTENDED.match(text, found.end()) is None
            and re.match(r"\s*,?\s*(?:with|plus|and\s+then|or)\b|\s*\)?,?\s*(?:extended|later\s+extended)", after)
        )
    )


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.casefold()]


def _days(parts: dict[str, str | None]) -> tuple[date, date] | None:
    """The first and the last day of a span; a month alone is all of its days."""
    month2, year2 = month_number(parts["month2"] or ""), int(parts["year2"] or 0)
    named, dated = parts.get("month1"), parts.get("year1")
    month1 = month_number(named) if named else month2
    year1 = int(dated) if dated else year2 if month1 <= month2 else year2 - 1
    one = parts.get("day1") or parts.get("only1")
    if bool(one) != bool(parts["day2"]):
        return None
    last = monthrange(year2, month2)[1]
    day1, day2 = int(one or 1), int(parts["day2"] or last)
    if not 1 <= day1 <= monthrange(year1, month1)[1] or not 1 <= day2 <= last:
        return None
    return date(year1, month1, day1), date(year2, month2, day2)


def _differs(number: int, unit: str, first: date, last: date, weekdays: bool = True) -> str:
    """What a span comes to, where that is not so many years, months, weeks or days; "" where it may be.

    The last day may count or not, days may be weekdays alone (with `weekdays`), and a month may be begun.
    """
    days = (last - first).days + 1
    if unit in ("day", "week"):
        expected, slack = (number * 7, 4) if unit == "week" else (number, 2)
        if abs(days - expected) <= slack or (
            weekdays and unit == "day" and abs(_weekdays(first, last) - number) <= slack
        ):
            return ""
        weeks, rest = divmod(days, 7)
        return f"{days} days" if unit == "day" or rest else f"{weeks} weeks"
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month + (after.day - first.day) / 30
    expected = number * 12 if unit == "year" else number
    if abs(months - expected) <= 1.1:
        return ""
    whole = round(months)
    if unit == "year" and whole % 12 == 0:
        return "one year" if whole == 12 else f"{whole // 12} years"
    return "one month" if whole == 1 else f"{whole} months"


def _weekdays(first: date, last: date) -> int:
    return sum(1 for each in range((last - first).days + 1) if (first + timedelta(days=each)).weekday() < 5)
