"""Names of rows however they are written, and figures with a slip of the keys."""

import pytest

from clerkwell.proofing.sense.row_names import is_slip, is_turned, label_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children’s Services", "children's service"),
        ("Waste & recycling", "Waste and Recycling"),
        ("Libraries (all)", "the library"),
        ("Premises and energy", "premises, energy"),
    ],
)
def test_one_name_is_known_however_it_is_written(one: str, other: str) -> None:
    assert label_words(one) == label_words(other) != ()


def test_other_names_stay_other_names() -> None:
    assert label_words("Adult services") != label_words("Children’s services")


@pytest.mark.parametrize(("one", "other"), [("94.2", "92.4"), ("1,240", "1,420"), ("0.4", "0.3"), ("2.9", "2.1")])
def test_a_slip_is_one_other_digit_or_two_changed_about(one: str, other: str) -> None:
    assert is_slip(one, other)


@pytest.mark.parametrize(("one", "other"), [("94.2", "94.2"), ("412", "4120"), ("300", "400"), ("1,234", "4,321")])
def test_figures_that_are_further_apart_are_no_slip(one: str, other: str) -> None:
    assert not is_slip(one, other)


def test_only_neighbours_are_changed_about() -> None:
    assert is_turned("421", "412")
    assert not is_turned("124", "421")
    assert not is_turned("42", "421")
