"""Figures in the cells of tables, and their sums."""

from decimal import Decimal

import pytest

from clerkwell.proofing.sense.figures import Figure, adds_up, blank, figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£62,000", "62000", "£"), ("(1,250)", "-1250", ""), ("-£5", "-5", "£"), ("12.5%", "12.5", "%"),
        ("£1.2m", "1200000", "£"), ("40 (12%)", "40", ""), ("7*", "7", ""), ("−3", "-3", ""),
        ("(£2,000)", "-2000", "£"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text: str, value: str, unit: str) -> None:
    read = figure(text)
    assert read is not None
    assert (read.value, read.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["11 in 100", "4–5", "12/03/2031", "tbc", "", "(12", "2031/32", "A1", "1,23"])
def test_what_is_more_than_a_number_is_none(text: str) -> None:
    assert figure(text) is None


def test_a_dash_and_nil_are_blank() -> None:
    assert all(blank(text) for text in ("", "–", "nil", "N/A", "£0"))
    assert not blank("tbc")


def numbers(*texts: str) -> list[Figure]:
    return [each for text in texts if (each := figure(text))]


def total(text: str) -> Figure:
    read = figure(text)
    assert read is not None
    return read


def test_what_is_counted_one_by_one_adds_up_exactly() -> None:
    assert adds_up(numbers("17", "10"), total("27"), rounded=False)
    assert not adds_up(numbers("17", "10"), total("28"), rounded=False)


def test_money_adds_up_to_the_penny() -> None:
    assert not adds_up(numbers("£1.20", "£3.40"), total("£4.61"), rounded=False)


def test_rounded_figures_may_be_out_by_what_rounding_can_do() -> None:
    assert adds_up(numbers("33%", "33%", "33%"), total("100%"), rounded=False)
    assert adds_up(numbers("1.24", "3.43", "0.55"), total("5.23"), rounded=False)
    assert not adds_up(numbers("1.2", "3.4"), total("5.6"), rounded=False)
    assert adds_up(numbers("1,204", "2,310", "310"), total("3,825"), rounded=True)
