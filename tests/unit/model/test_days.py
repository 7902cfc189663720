"""Days in words."""

from datetime import date, timedelta

from clerkwell.model.days import MONTHS, WEEKDAYS, full, in_words

FIRST = date(2029, 1, 1)


def test_every_day_of_a_year_reads_as_people_write_it() -> None:
    days = [FIRST + timedelta(days=number) for number in range(365)]

    assert [in_words(day) for day in days] == [f"{day:%A} {day.day} {day:%B %Y}" for day in days]
    assert [full(day) for day in days] == [f"{day.day} {day:%B %Y}" for day in days]


def test_a_year_has_its_months_and_a_week_its_days() -> None:
    assert (len(set(MONTHS)), len(set(WEEKDAYS))) == (12, 7)
