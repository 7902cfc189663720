"""Dates told as gone or as still to come."""

from datetime import date

import pytest

from clerkwell.proofing.sense.tense import edges_told, told


@pytest.mark.parametrize(
    ("text", "tense", "first"),
    [
        ("The plan was approved on 12 March 2031.", "past", date(2031, 3, 12)),
        ("On 3 May 2029 the Committee approved it.", "past", date(2029, 5, 3)),
        ("The Board met in June 2030.", "past", date(2030, 6, 1)),
        ("The Committee considered the report on 1/2/2031.", "past", date(2031, 2, 1)),
        ("It will be considered on 3 May 2016.", "future", date(2016, 5, 3)),
        ("The works are due to end by the end of March 2020.", "future", date(2020, 3, 1)),
    ],
)
def test_the_tense_of_a_date_is_told(text: str, tense: str, first: date) -> None:
    (found,) = told(text)
    assert (found.tense, found.first) == (tense, first)


@pytest.mark.parametrize(
    "text",
    [
        "The lease was extended to 31 March 2035.",
        "It was agreed that it would open on 3 May 2031.",
        "They will build on the plan agreed on 3 May 2016.",
        "The letter said: “It will be done on 3 May 2016.”",
        "If the plan was approved on 12 March 2031, works may begin.",
        "The Committee approved the closure of the bridge on 12 March 2031.",
        "The budget was approved for 2031/32.",
        "The event was planned for 12 March 2031.",
        "A table of 2031 homes.",
    ],
)
def test_a_date_of_something_else_has_no_tense(text: str) -> None:
    assert told(text) == ()


def test_the_end_of_a_month_without_a_year_is_told_where_it_is_still_to_come() -> None:
    assert [each.month for each in edges_told("We are working to finish by the end of May.")] == [5]
    assert edges_told("It was finished by the end of May.") == ()
    assert edges_told("We will finish by the end of May 2031.") == ()
