"""Clear days: which days a council is closed on, and which day lies so many open days before another.

Bank holidays are proclaimed about two years ahead, so a calendar knows from when to when it knows them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from clerkwell.system import resources_folder

_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
_WEEKEND: Final = ("a Saturday", "a Sunday")
# The law of bank holidays has three lists for four nations.
_LISTS: Final = {"england": "england-and-wales", "wales": "england-and-wales"}


@dataclass(frozen=True)
class Calendar:
    """The bank holidays of a nation by day, known from `first` to `last`, and other days that a council is closed."""

    holidays: Mapping[date, str]
    first: date
    last: date
    closed: frozenset[date] = frozenset()

    def why_closed(self, day: date) -> str:
        """What kind of closed day it is ("a Saturday", "a bank holiday (Good Friday)"); "" for an open one."""
        if day in self.holidays:
            return f"a bank holiday ({self.holidays[day]})"
        if day.weekday() >= _SATURDAY:
            return _WEEKEND[day.weekday() - _SATURDAY]
        return "a day on which the council is closed" if day in self.closed else ""

    def knows(self, start: date, end: date) -> bool:
        """Whether the bank holidays of all days from `start` to `end` are known."""
        return self.first <= start and end <= self.last

    def before(self, meeting: date, clear_days: int) -> date:
        """The last open day that leaves so many open days between it and the meeting; neither of the two counts.

        The meeting may itself be on a closed day. Raises OverflowError for days before the first that there is.
        """
        day = self._open_before(meeting)
        for _ in range(clear_days):
            day = self._open_before(day)
        return day

    def _open_before(self, day: date) -> date:
        day -= _DAY
        while self.why_closed(day):
            day -= _DAY
        return day


def calendar_of(nation: str, closed: frozenset[date] = frozenset()) -> Calendar:
    """The calendar of a nation ("england", "scotland", …), with a council's own closed days."""
    known = _calendars()[_LISTS.get(nation, nation)]
    return replace(known, closed=closed) if closed else known


@cache
def _calendars() -> Mapping[str, Calendar]:
    listed = tomllib.loads((resources_folder() / "calendar" / "bank-holidays.toml").read_text(encoding="utf-8"))
    first, last = listed.pop("from"), listed.pop("to")
    return {
        nation: Calendar({date.fromisoformat(day): name for day, name in days.items()}, first, last)
        for nation, days in listed.items()
    }
