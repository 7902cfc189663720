"""Days, months, years, financial years and quarters in a text, and whether they have gone by since it was written.

What lies more than five years before the earlier meeting is history, which stays as it is; what is still to come at
the later one is no less true than it was. A year in the name of a law is part of the name.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerkwell.proofing.dated.values import Dated, Times
from clerkwell.proofing.text.months import MONTH, month_number

_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_AND: Final = r"\s*(?:[-–—/&,]|to|and)\s*"
_EDGE: Final = r"(?:(?:end|start|beginning|middle|close)\s+of\s+|(?:early|mid|late)[-\s]+)"
# Told with the date, as they say how it is meant: "by the end of May".
_LEAD: Final = rf"(?:\b(?i:(?:by|until|before|since|from|till)\s+(?:the\s+)?{_EDGE}?|(?:the\s+)?{_EDGE}))?"
_YEAR: Final = r"(?:19|20)\d\d"
_NOT_IN_NUMBER: Final = r"(?<![\w£$€/.,:#])(?<![\dA-Z][-–])(?<!\d, )"
_ENDS: Final = r"(?![\d%]|[/.,:-]\d)"

_DAYS: Final = re.compile(
    rf"{_LEAD}{_WEEKDAY}(?<!\d)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_AND}{_DAY}){{0,4}}\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"(?:,?\s+(?P<year>{_YEAR}))?|(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>{_YEAR}))"
    rf"{_ENDS}"
)
_FIGURES: Final = re.compile(
    rf"{_LEAD}{_NOT_IN_NUMBER}(?:(?P<day>\d{{1,2}})(?P<by>[/.-])(?P<month>\d{{1,2}})(?P=by)(?P<year>{_YEAR}|\d\d)"
    rf"|(?P<year2>{_YEAR})-(?P<month2>\d\d)-(?P<day2>\d\d))(?![\d/])"
)
_MONTHS: Final = re.compile(
    rf"{_LEAD}\b(?P<first>{MONTH})(?:{_AND}(?P<last>{MONTH}))?,?\s+(?P<year>{_YEAR}|['’]\d\d){_ENDS}"
)
_SEASONS: Final = re.compile(
    rf"{_LEAD}\b(?i:spring|summer|autumn|winter|christmas|easter)\s+(?:of\s+)?(?P<year>{_YEAR}){_ENDS}"
)
_SPANS: Final = re.compile(
    rf"{_LEAD}{_NOT_IN_NUMBER}(?P<quarter>\bQ[1-4](?:\s?[-–]\s?Q?[1-4])?,?\s+(?:of\s+)?)?\b(?:FY\s?)?"
    rf"(?P<first>{_YEAR})(?P<by>\s?[/–—-]\s?|\s+to\s+)(?P<last>{_YEAR}|\d\d){_ENDS}"
)
_SHORT_SPANS: Final = re.compile(rf"{_LEAD}\bFY\s?['’]?(?P<first>\d\d)(?:\s?[/–-]\s?(?P<last>\d\d))?{_ENDS}")
_YEARS: Final = re.compile(rf"{_LEAD}{_NOT_IN_NUMBER}\b(?P<year>{_YEAR})(?P<s>s)?(?!\w){_ENDS}(?P<after>\s+[a-z]+)?")
_ALSO_NAMES: Final = frozenset({"april", "may", "june", "august", "jan", "march"})
_SURE: Final = re.compile(r"\b(?:in|until|till|since|during|end|start|beginning|early|mid|late|last|next)\b", re.I)
# "in May", "by the end of September", "the July meeting": a month is one beside such words, and else maybe a name.
_BARE: Final = re.compile(
    rf"\b(?i:(?:(?:by|until|till|before|since|from|in|during|after|between|for|to|of|this|last|next|the|early|mid|late|and"
    rf"|through)[-\s]+){{1,4}})(?:(?i:{_EDGE}))?(?P<month>{MONTH})(?:{_AND}{MONTH})?(?!\s+{_YEAR}|\w|{_AND}{MONTH})"
)
_QUARTERS: Final = re.compile(
    r"\bQ[1-4]\b(?:\s?[-–]\s?Q?[1-4]\b)?(?:\s+of\s+the\s+year)?"
    r"|\b(?i:(?:the\s+)?(?:first|second|third|fourth|final)\s+quarter(?:\s+of\s+the\s+(?:financial\s+)?year)?)"
    r"|\b(?i:quarter\s+(?:[1-4]|one|two|three|four))\b"
)
_EVERY: Final = re.compile(
    r"\b(?:each|every)\s+(?:\w+\s+)?(?:year|month|quarter|spring|summer|autumn|winter)|annually", re.I
)
_EACH: Final = re.compile(r"\b(?:each|every)\b", re.I)
_LAW: Final = re.compile(
    r"\b(?:Acts?|Regulations?|Regs|Orders?|Rules|Directive|Bill|Measure|Convention|Regulation|Code|Instrument|SI"
    r"|Schemes?)\b(?:\s*\([^()]{1,60}\))*,?\s*\(?$"
)
_COUNTED: Final = re.compile(
    r"\b(?:no\.?|number|room|paragraphs?|sections?|page|version|ref(?:erence)?\.?|line|minute)\s*$", re.I
)
_BEFORE_A_YEAR: Final = re.compile(
    r"(?:[(–—-]\s*|\b(?:in|of|since|by|from|during|for|until|till|to|and|the|early|mid|late|before|after|year|or|than"
    r"|between|this|our|its|their|on|at)\s+|[A-Z][\w'’-]*,?\s+)$",
    re.I,
)
_HISTORY: Final = 5


@dataclass(frozen=True)
class _Period:
    first: date
    last: date
    what: str


def days_and_years(text: str, times: Times) -> Iterator[Dated]:
    """The dates and years of a text that have to be looked at again. Several may share words."""
    if any(character.isdigit() for character in text):
        yield from _days(text, times)
        yield from _periods(text, times)
    yield from _undated(text)


def days_named(text: str) -> Iterator[date]:
    """The days that a text names in full, in its order."""
    for found in _DAYS.finditer(text):
        year = found["year"] or found["year2"]
        if year is not None:
            period = _one_day(
                int(year), month_number(found["month"] or found["month2"]), int(found["day"] or found["day2"])
            )
            if period is not None:
                yield period.first


def _days(text: str, times: Times) -> Iterator[Dated]:
    for found in _DAYS.finditer(text):
        year = found["year"] or found["year2"]
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        if year is not None:
            yield from _judged(found, text, _one_day(int(year), month_number(month), int(day)), times)
        elif not _EVERY.search(_sentence(text, found)):
            yield _told(found, "The day has no year: see which year it is in now.")
    for found in _FIGURES.finditer(text):
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        period = _one_day(_four(found["year"] or found["year2"]), int(month), int(day))
        if not _COUNTED.search(text[max(0, found.start() - 20) : found.start()]):
            yield from _judged(found, text, period, times)


def _periods(text: str, times: Times) -> Iterator[Dated]:
    for found in _MONTHS.finditer(text):
        year, first = _four(found["year"].strip("'’")), month_number(found["first"])
        last = month_number(found["last"] or found["first"])
        # "November to January 2023" began the year before.
        start = date(year if first <= last else year - 1, first, 1)
        yield from _judged(found, text, _Period(start, _month_end(year, last), "month"), times)
    for found in _SEASONS.finditer(text):
        yield from _judged(found, text, _year(int(found["year"])), times)
    for found in _SPANS.finditer(text):
        yield from _span(found, text, int(found["first"]), found["last"], times)
    for found in _SHORT_SPANS.finditer(text):
        # A single figure names the year in which it ends.
        began = _four(found["first"]) - (0 if found["last"] else 1)
        yield from _judged(found, text, _financial(began), times)
    for found in _YEARS.finditer(text):
        if not found["s"] and _is_a_year(found, text):
            yield from _judged(found, text, _year(int(found["year"])), times, end=found.end("year"))


def _undated(text: str) -> Iterator[Dated]:
    """Months and quarters that no year goes with."""
    for found in _BARE.finditer(text):
        name = found["month"].rstrip(".").casefold()
        after = text[found.end() : found.end() + 2]
        if name in _ALSO_NAMES and re.match(r"\s[A-Z]", after) and not _SURE.search(found[0]):
            continue
        before = text[max(0, found.start() - 12) : found.start()]
        if not _EACH.search(before) and not _EVERY.search(_sentence(text, found)):
            yield _told(found, "The month has no year: see which year it is in now.")
    for found in _QUARTERS.finditer(text):
        if not _EVERY.search(_sentence(text, found)):
            yield _told(found, "It was said of a quarter that has gone by.")


def _span(found: re.Match[str], text: str, first: int, written: str, times: Times) -> Iterator[Dated]:
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    years = last - first
    if not 0 < years <= 30:
        return
    if years == 1 and ("/" in found["by"] or len(written) == 2):
        yield from _judged(found, text, _financial(first), times)
    elif years <= 2:
        yield from _judged(found, text, _Period(date(first, 1, 1), date(last, 12, 31), "year"), times)
    elif date(last, 12, 31) < times.later:
        # A plan of many years is in force until it ends.
        yield from _judged(found, text, _Period(date(last, 1, 1), date(last, 12, 31), "plan"), times)


def _judged(
    found: re.Match[str], text: str, period: _Period | None, times: Times, end: int | None = None
) -> Iterator[Dated]:
    if period is None or _LAW.search(text[max(0, found.start() - 120) : found.start()]):
        return
    history = times.earlier.replace(year=times.earlier.year - _HISTORY, day=min(times.earlier.day, 28))
    if period.last < history or period.first >= times.later:
        return
    if period.what != "day" and _inside(times.earlier, period) and _inside(times.later, period):
        return
    if period.what == "plan":
        why = "What it was for has come to its end."
    elif period.first > times.earlier:
        why = "It was still to come when the earlier report was written."
    elif period.what != "day" and _inside(times.earlier, period):
        why = f"It was the {period.what} of the earlier meeting."
    else:
        why = "It was recent when the earlier report was written: see whether it is still what matters."
    yield _told(found, why, end)


def _told(found: re.Match[str], why: str, end: int | None = None) -> Dated:
    start, stop = found.start(), found.end() if end is None else end
    words = found.string[start:stop].rstrip(" .")
    stop = start + len(words)
    start += len(words) - len(words.lstrip())
    return Dated(start, stop, found.string[start:stop], why)


def _is_a_year(found: re.Match[str], text: str) -> bool:
    """Whether four figures are a year: "in 2020", "the 2020 inspection", and not "2020 homes"."""
    at = found.start("year")
    before = text[max(0, at - 40) : at]
    if _COUNTED.search(before) or found["year"] < "1980":
        return False
    return bool(_BEFORE_A_YEAR.search(before)) or found["after"] is None


def _sentence(text: str, found: re.Match[str]) -> str:
    """What stands round a match, without the sentences beside it."""
    start = max(text.rfind(". ", 0, found.start()), text.rfind("\n", 0, found.start()))
    end = text.find(". ", found.end())
    return text[max(start, found.start() - 200, 0) : end if 0 <= end < found.end() + 200 else found.end() + 200]


def _inside(day: date, period: _Period) -> bool:
    return period.first <= day <= period.last


def _one_day(year: int, month: int, day: int) -> _Period | None:
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    return _Period(when, when, "day")


def _year(year: int) -> _Period:
    return _Period(date(year, 1, 1), date(year, 12, 31), "year")


def _financial(year: int) -> _Period:
    """A council's year, from April to March."""
    return _Period(date(year, 4, 1), date(year + 1, 3, 31), "financial year")


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _four(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
