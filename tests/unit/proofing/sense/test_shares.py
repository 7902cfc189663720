"""Percentages beside the two figures that they are made of."""

import pytest

from clerkwell.proofing.sense.shares import wrong_shares


@pytest.mark.parametrize(
    ("text", "says", "makes"),
    [
        ("They heard from 42 of 60 residents (65%).", "65", "70%"),
        ("Thirty-three of the 49, or 76 per cent, face south.", "76", "67%"),
        ("It fell from £400,000 to £340,000, a fall of 25%.", "25", "15%"),
        ("They met it in 85.5% (31 of 40) of cases.", "85.5", "77.5%"),
    ],
)
def test_a_percentage_that_its_figures_do_not_make_is_told_with_what_they_make(
    text: str, says: str, makes: str
) -> None:
    (wrong,) = wrong_shares(text)
    assert (wrong.says, wrong.makes, text[wrong.start : wrong.end]) == (says, makes, says)


@pytest.mark.parametrize(
    "text",
    [
        "They heard from 42 of 60 residents (69.9%).",
        "It rose from £1.2m to £1.3m, an increase of 6%.",
        "Of the 640 stones, one fifth (20%) will be tested.",
        "It rose from 4% to 6%, an increase of 50%.",
    ],
)
def test_rounding_fractions_and_points_are_allowed_for(text: str) -> None:
    assert not list(wrong_shares(text))
