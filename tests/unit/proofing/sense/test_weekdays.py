"""Weekdays with their dates."""

from datetime import date

import pytest

from clerkwell.proofing.sense.weekdays import weekdays


@pytest.mark.parametrize(
    "text",
    [
        "Monday 14 March 2031", "Mon 14 Mar 2031", "Thursday, 14th of March, 2031", "Tuesday March 14, 2031",
        "Monday 14/03/2031", "Mondays 3, 10 and 14 March 2031",
    ],
)  # fmt: skip
def test_a_weekday_that_is_not_the_dates_is_found(text: str) -> None:
    assert [each.wrong() for each in weekdays(text)][-1] == date(2031, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Friday 14 March 2031", "Monday 3 to Friday 7 March 2031", "Monday 31 March to Friday 4 April 2031",
        "The Sun, 3 March 2031", "They sat 4 May 2031.", "Friday 31 April 2031", "every Friday",
    ],
)  # fmt: skip
def test_a_weekday_that_is_right_or_none_is_left(text: str) -> None:
    assert not [each for each in weekdays(text) if each.wrong()]


def test_without_a_year_the_years_near_decide() -> None:
    (found,) = weekdays("Monday 23 January")
    assert found.wrong((2022, 2023, 2024)) is None
    assert found.wrong((2022, 2024)) == date(2022, 1, 23)
    assert found.wrong() is None
