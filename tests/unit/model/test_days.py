"""Days in words."""

from datetime import date, timedelta

from clerkwell.model.days import MONTHS, WEEKDAYS, WITH_WEEKDAY, full, in_form, in_words

FIRST = date(2029, 1, 1)


def test_every_day_of_a_year_reads_as_people_write_it() -> None:
    days = [FIRST + timedelta(days=number) for number in range(365)]

    assert [in_words(day) for day in days] == [f"{day:%A} {day.day} {day:%B %Y}" for day in days]
    assert [full(day) for day in days] == [f"{day.day} {day:%B %Y}" for day in days]


def test_a_day_is_written_in_every_form_that_a_council_may_choose() -> None:
    day = date(2026, 3, 12)
    assert in_form(day, WITH_WEEKDAY) == "Thursday 12 March 2026"
    assert in_form(day, "d month yyyy") == in_form(day, "") == "12 March 2026"
    assert in_form(day, "dd/mm/yyyy") == "12/03/2026"


def test_a_year_has_its_months_and_a_week_its_days() -> None:
    assert (len(set(MONTHS)), len(set(WEEKDAYS))) == (12, 7)
