"""Sums of money, and what is said of them."""

from decimal import Decimal

import pytest

from clerkwell.proofing.sense.amounts import amounts, cost_ahead, is_settled, more_money, no_money, sums


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£51k", "51000"), ("c £1.2 million", "1200000"), ("£3,250.50 a year", "3250.50"), ("£2bn", "2000000000"),
        ("£40m", "40000000"), ("£125,000", "125000"), ("£7 mile", "7"),
    ],
)  # fmt: skip
def test_a_sum_is_read_in_pounds(text: str, pounds: str) -> None:
    assert [each.pounds for each in amounts(text)] == [Decimal(pounds)]


def test_a_sum_stands_where_it_is_found() -> None:
    (found,) = amounts("It costs £1,200 a year.")
    assert "It costs £1,200 a year."[found.start : found.end] == found.words == "£1,200"


def test_nothing_is_no_sum() -> None:
    assert sums("£0 and £0.00") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There are no financial implications.", "none"),
        ("This report has no revenue or capital implications.", "none"),
        ("There is no cost to the council.", "none"), ("There are no legal or financial implications.", "none"),
        ("There are no additional financial implications.", "no-more"), ("It comes at no extra cost.", "no-more"),
    ],
)  # fmt: skip
def test_words_that_say_that_nothing_is_to_pay_are_known(text: str, kind: str) -> None:
    said = no_money(text)
    assert said is not None
    assert said.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "There are no financial implications beyond those in Appendix 1.",
        "There are no direct financial implications.",
        "There are no financial implications unless the grant ends.",
        "There are no legal implications.",
        "There are financial implications.",
    ],
)
def test_words_that_leave_room_for_a_cost_say_no_such_thing(text: str) -> None:
    assert no_money(text) is None


@pytest.mark.parametrize("text", ["It will cost £9,000.", "The cost is £51k.", "A licence costs £48,000 a year."])
def test_a_cost_to_come_is_known(text: str) -> None:
    assert cost_ahead(text) is not None


@pytest.mark.parametrize(
    "text",
    ["It cost £9,000.", "The cost of £51k is met from reserves.", "It would cost £9 within the budget.", "It is free."],
)
def test_a_cost_that_was_paid_or_is_provided_for_is_none_to_come(text: str) -> None:
    assert cost_ahead(text) is None


def test_more_money_is_a_sum_that_is_called_additional() -> None:
    more = more_money("An additional budget of £40,000 is sought.")
    assert more is not None
    assert more.pounds == 40_000
    assert more_money("The budget is £40,000. Additional staff may help.") is None


def test_money_in_the_budget_is_settled() -> None:
    assert is_settled("from the existing budget")
    assert not is_settled("from a loan")
