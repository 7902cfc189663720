"""Clear days count open days between two others, on a calendar that knows from when to when it knows."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.packs.workdays import Calendar, calendar_of
from clerkwell.system import resources_folder
from housekeeping.bank_holidays import calendar as as_kept

ENGLAND = calendar_of("england")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
DAYS = st.dates(ENGLAND.first + timedelta(days=60), ENGLAND.last)
COUNTS = st.integers(0, 15)


def open_days_between(calendar: Calendar, start: date, end: date) -> int:
    """How many days after `start` and before `end` are not closed."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days))
    return sum(not calendar.why_closed(day) for day in days)


@pytest.mark.parametrize(
    ("meeting", "last_day"),
    [
        (date(2017, 6, 7), date(2017, 5, 30)),  # the spring bank holiday lies before
        (date(2022, 2, 7), date(2022, 1, 28)),
        (date(2022, 12, 7), date(2022, 11, 29)),
        (date(2023, 1, 23), date(2023, 1, 13)),
        (date(2023, 2, 9), date(2023, 2, 1)),
        (date(2019, 4, 23), date(2019, 4, 11)),  # Easter: a council has had to move two meetings after miscounting it
        (date(2022, 9, 20), date(2022, 9, 9)),  # the State Funeral, proclaimed nine days before
        (date(2028, 1, 4), date(2027, 12, 22)),  # New Year's Day on a Saturday, Christmas Day on one before
    ],
)
def test_the_day_of_issue_and_that_of_the_meeting_do_not_count(meeting: date, last_day: date) -> None:
    assert ENGLAND.before(meeting, 5) == last_day


@given(DAYS, COUNTS, st.sampled_from(NATIONS))
def test_as_many_open_days_as_asked_for_lie_between_and_no_more_could(meeting: date, clear: int, nation: str) -> None:
    calendar = calendar_of(nation)
    day = calendar.before(meeting, clear)
    assert calendar.why_closed(day) == ""
    assert open_days_between(calendar, day, meeting) == clear
    later = day + timedelta(days=1)
    assert calendar.why_closed(later) or later == meeting or open_days_between(calendar, later, meeting) < clear


@given(DAYS, DAYS, COUNTS)
def test_a_later_meeting_has_no_earlier_last_day(one: date, other: date, clear: int) -> None:
    assert ENGLAND.before(min(one, other), clear) <= ENGLAND.before(max(one, other), clear)


@given(DAYS, COUNTS, st.sets(st.dates(date(2012, 1, 1), date(2028, 12, 31)), max_size=40))
def test_days_on_which_a_council_is_closed_only_bring_the_last_day_forward(
    meeting: date, clear: int, closed: set[date]
) -> None:
    own = calendar_of("england", frozenset(closed))
    day = own.before(meeting, clear)
    assert day <= ENGLAND.before(meeting, clear)
    assert day not in closed


@pytest.mark.parametrize(
    ("day", "nation", "why"),
    [
        (date(2026, 12, 28), "england", "a bank holiday (Boxing Day)"),
        (date(2026, 11, 21), "england", "a Saturday"),
        (date(2026, 11, 22), "england", "a Sunday"),
        (date(2026, 11, 23), "england", ""),
        (date(2026, 8, 31), "england", "a bank holiday (Summer bank holiday)"),
        (date(2026, 8, 31), "scotland", ""),
        (date(2026, 1, 2), "scotland", "a bank holiday (2nd January)"),
        (date(2027, 7, 12), "northern-ireland", "a bank holiday (Battle of the Boyne (Orangemen’s Day))"),
        (date(2027, 3, 1), "wales", ""),
    ],
)
def test_a_closed_day_says_why_it_is_one(day: date, nation: str, why: str) -> None:
    assert calendar_of(nation).why_closed(day) == why


def test_a_calendar_says_from_when_to_when_it_knows_bank_holidays() -> None:
    assert ENGLAND.knows(ENGLAND.first, ENGLAND.last)
    assert not ENGLAND.knows(ENGLAND.first - timedelta(days=1), ENGLAND.last)
    assert not ENGLAND.knows(ENGLAND.first, ENGLAND.last + timedelta(days=1))


def test_every_year_that_it_knows_has_its_eight_bank_holidays() -> None:
    for year in range(ENGLAND.first.year, ENGLAND.last.year + 1):
        assert sum(day.year == year for day in ENGLAND.holidays) >= 8


def test_the_list_that_ships_is_the_one_that_the_package_keeps() -> None:
    shipped: Path = resources_folder() / "calendar" / "bank-holidays.toml"
    assert shipped.read_text(encoding="utf-8") == as_kept()
