"""Changes that are told with their figures."""

import pytest

from clerkwell.proofing.sense.changes import wrong_changes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Visits fell from 320 in 2029 to 410.", "410 is more than 320"),
        ("The rent rose from £1.4 million to £1.2 million.", "£1.2 is less than £1.4"),
        ("It rose by £30,000 from £120,000 to £140,000.", "from £120,000 to £140,000 is a change of £20,000"),
    ],
)
def test_a_change_that_its_figures_deny_is_told_with_them(text: str, why: str) -> None:
    assert [each.why for each in wrong_changes(text)] == [why]


@pytest.mark.parametrize(
    "text",
    [
        "Visits fell from 2019 to 2021.",
        "The price rose from £900 to £1.2m.",
        "It rose by £0.1m from £1.24m to £1.36m.",
        "The share rose by 5% from 40% to 45%.",
    ],
)
def test_years_other_units_and_rounded_figures_are_left_alone(text: str) -> None:
    assert not list(wrong_changes(text))
