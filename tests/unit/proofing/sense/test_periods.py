"""Periods beside the days that they run from and to."""

import pytest

from clerkwell.proofing.sense.periods import wrong_periods


@pytest.mark.parametrize(
    ("text", "words", "comes_to"),
    [
        ("A three-year term from 1 April 2025 to 31 March 2027.", "three-year", "2 years"),
        ("A six-week consultation from 3 March to 28 April 2025.", "six-week", "57 days"),
        ("It lasts 18 months, from April 2025 to March 2027.", "18 months", "24 months"),
        ("The five-year strategy (2025 to 2028) ends.", "five-year", "3 or 4 years"),
        ("Let for three years from 1 April 2024 and so comes to an end on 31 March 2028.", "three years", "4 years"),
        ("It ran for eight weeks, opening on 2 June 2025 and closing on 13 July 2025.", "eight weeks", "6 weeks"),
        ("The lease began on 25 March 2000 and was granted for 20 years, expiring on 24 March 2025.", "20 years",
         "25 years"),
        ("Object within 21 days of the notice, which was published on 3 March 2025; the last day is 31 March 2025.",
         "21 days", "28 days"),
        ("The road is closed for ten days, from 11 to 15 August inclusive.", "ten days", "5 days"),
        ("It will close for three weeks, from 6 January to 16 February, for repairs.", "three weeks", "6 weeks"),
        ("It runs from 1 April 2026 to 31 March 2025.", "from 1 April 2026 to 31 March 2025", ""),
    ],
)  # fmt: skip
def test_a_period_that_its_days_do_not_make_is_told_with_what_they_come_to(
    text: str, words: str, comes_to: str
) -> None:
    (wrong,) = wrong_periods(text)
    assert (text[wrong.start : wrong.end], wrong.comes_to) == (words, comes_to)


@pytest.mark.parametrize(
    "text",
    [
        "A three-year term from 1 April 2025 to 31 March 2028.",
        "A ten-day closure, from 3 to 14 June 2025, is planned.",
        "The term of four years, from May 2025 to May 2029, is fixed.",
        "Object within 28 days of the notice, which was published on 3 March 2025; the last day is 31 March 2025.",
        "The pool is shut for seven days, from Monday 4 to Sunday 10 August inclusive.",
        "The hall is open three days a week from 1 May to 30 September.",
        "Work takes ten days, from 11 to 22 August.",
        "The contract ran for three years from 1 April 2020 and was extended to 31 March 2025.",
        "The meeting was moved from 3 June 2025 to 27 May 2025.",
    ],
)
def test_last_days_weekdays_and_months_begun_are_allowed_for(text: str) -> None:
    assert not list(wrong_periods(text))
