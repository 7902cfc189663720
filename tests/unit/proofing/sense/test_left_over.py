"""What is left of a sum when some of it is spent."""

import pytest

from clerkwell.proofing.sense.left_over import wrongly_left


@pytest.mark.parametrize(
    ("text", "says", "comes_to"),
    [
        ("The Board has £12,000 and has given £4,500 so far. The sum left is £8,500.", "£8,500", "£7,500"),
        ("£0.9m of the £1.5 million grant has been spent and £0.4m remains.", "£0.4m", "£0.6m"),
    ],
)
def test_a_sum_that_is_not_what_is_left_is_told(text: str, says: str, comes_to: str) -> None:
    (wrong,) = wrongly_left(text)
    assert (wrong.says, wrong.comes_to) == (says, comes_to)


@pytest.mark.parametrize(
    "text",
    [
        "The Board has £12,000 and has given £4,500 so far. The sum left is £7,500.",
        "The Board has £12,000 and has given £4,500; with interest £8,500 is left.",
        "The grant of £12,000 was spent. The fee of £4,500 is due and £8,000 remains to be found.",
    ],
)
def test_what_is_left_with_other_money_is_not_judged(text: str) -> None:
    assert not list(wrongly_left(text))
