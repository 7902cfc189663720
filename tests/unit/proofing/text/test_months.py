"""Names of months as people write them."""

import re

import pytest

from clerkwell.model.days import MONTHS
from clerkwell.proofing.text.months import MONTH, month_number, names_month

SHORT = ["Jan", "Feb.", "Mar", "Apr", "May", "Jun", "Jul", "Aug.", "Sep", "Oct", "Nov", "Dec"]


@pytest.mark.parametrize("names", [MONTHS, SHORT, [name.upper() for name in MONTHS]])
def test_a_month_has_its_number_in_full_and_shortened(names: list[str]) -> None:
    assert all(re.fullmatch(MONTH, name, re.IGNORECASE) for name in names)
    assert [month_number(name) for name in names] == list(range(1, 13))


def test_sept_is_a_month_and_march_past_and_mayor_are_none() -> None:
    assert re.fullmatch(MONTH, "Sept.")
    assert not any(re.match(MONTH, word) for word in ("Mayor", "Marching", "Decent", "Juno", "Octavia"))


def test_no_number_is_made_up_for_another_word() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        month_number("Monday")


def test_a_text_without_the_beginning_of_a_month_names_none() -> None:
    assert names_month("By 3 Sept.")
    assert not names_month("By Monday 3rd")
