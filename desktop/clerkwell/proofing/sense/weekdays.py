"""Weekdays that stand with a date: whether the day is that weekday."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerkwell.model.days import WEEKDAYS
from clerkwell.proofing.text.months import MONTH, month_number

_NAME: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_NTH: Final = r"(?:st|nd|rd|th)?"
_ONE: Final = rf"(?:\b{_NAME}s?\b\.?,?\s+)?(?:the\s+)?\d{{1,2}}{_NTH}"
# "Monday 3 March 2031", "Monday 3 to Friday 7 March", "Mondays 3, 10 and 17 March 2031".
_WRITTEN: Final = re.compile(
    rf"(?P<days>\b{_NAME}s?\b\.?,?\s+(?:the\s+)?\d{{1,2}}{_NTH}(?:\s*(?:,|and|&|or|to|until|–|—|-|,\s*and)\s*{_ONE}){{0,6}})"
    rf"\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<days>\b{_NAME}\b\.?,?\s+)(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}){_NTH}(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?(?!\d)",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(
    rf"\b(?P<name>{_NAME})\b\.?,?\s+(?P<day>\d{{1,2}})\s?[/.]\s?(?P<month>\d{{1,2}})\s?[/.]\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])",
    re.IGNORECASE,
)
_EACH: Final = re.compile(
    rf"(?:\b(?P<name>{_NAME})(?P<several>s)?\b\.?,?\s+)?(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
# Looked for first: most paragraphs have none.
_HINT: Final = re.compile(
    r"(?:[Dd]ays?|DAYS?|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?,?\s+(?:the\s+)?(?:\d|[JFMASOND][A-Za-z]{2})"
)
_PAPER: Final = re.compile(r"\bthe\s+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Weekday:
    """A weekday with its date: where they stand (code points), the weekday (Monday is 0), and the days it may be.

    There is one such day where the year is given; else one for each year that may be meant, as `day_of` says.
    """

    start: int
    end: int
    name: int
    day: int
    month: int
    year: int | None
    years: frozenset[int]

    def wrong(self, near: Iterable[int] = ()) -> date | None:
        """The day that is not that weekday: in the year given or, without one, in none of those named or `near`."""
        years = [self.year] if self.year else sorted({*near, *self.years})
        days = [day for year in years if (day := _date(year, self.month, self.day))]
        if not days or any(day.weekday() == self.name for day in days):
            return None
        return days[0]


def weekdays(text: str) -> Iterator[Weekday]:
    """Every weekday of a text that stands with a date."""
    if not _HINT.search(text):
        return
    years = frozenset(int(each[0]) for each in _YEAR.finditer(text))
    for found in _WRITTEN.finditer(text):
        year = int(found["year"]) if found["year"] else None
        yield from _in_list(found, text, month_number(found["month"]), year, years)
    for found in _MONTH_FIRST.finditer(text):
        name = found["days"].strip(" ,.\n\u00a0")
        if _is_day(name, text, found.start()):
            year, month = int(found["year"]) if found["year"] else None, month_number(found["month"])
            yield Weekday(found.start(), found.end(), _name(name), int(found["day"]), month, year, years)
    for found in _FIGURES.finditer(text):
        written = found["year"]
        year = int(written) if len(written) == 4 else 2000 + int(written)
        if _is_day(found["name"], text, found.start()):
            yield Weekday(
                found.start(), found.end(), _name(found["name"]), int(found["day"]), int(found["month"]), year, years
            )


def _in_list(found: re.Match[str], text: str, month: int, year: int | None, years: frozenset[int]) -> Iterator[Weekday]:
    start = found.start("days")
    several: int | None = None
    for each in _EACH.finditer(found["days"]):
        if each["name"]:
            name = _name(each["name"])
            several = name if each["several"] else None
            if not _is_day(each["name"], text, start + each.start()):
                return
        elif several is None:
            continue
        else:
            name = several
        # A range may begin in the month before: only its last day is certain to be of this one.
        yield Weekday(start + each.start(), found.end(), name, int(each["day"]), month, year, years)


def _is_day(name: str, text: str, at: int) -> bool:
    """Whether it is a weekday: not "sat", and not a newspaper ("The Sun, 3 March")."""
    if name[:1].islower() and len(name) <= 5:
        return False
    return not (name.casefold() == "sun" and _PAPER.search(text[max(0, at - 6) : at]))


def _name(words: str) -> int:
    return next(index for index, day in enumerate(WEEKDAYS) if day[:3].casefold() == words[:3].casefold())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
