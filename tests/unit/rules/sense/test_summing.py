"""Totals that are wrong in the first place, and those that only pass a mistake on."""

import pytest

from clerkwell.rules.sense.summing import wrong_totals

HEAD = "Item|2030|2031|Total\n"


def told(table: str) -> list[tuple[str, str]]:
    rows = [row.split("|") for row in table.split("\n")]
    return [(each.words, each.comes_to) for each in wrong_totals(rows, 1, "")]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (
            HEAD + "Pay|15,000|16,500|31,500\nRent|16,000|17,500|33,500\nPost|14,000|15,000|28,000\n"
            "Total|45,000|49,000|94,000",
            [("28,000", "29,000")],
        ),
        (
            HEAD + "Pay|15,000|16,500|31,500\nRent|16,000|17,500|33,500\nPost|14,000|15,000|29,000\n"
            "Total|45,000|49,100|94,000",
            [("49,100", "49,000")],
        ),
        (
            "Case|On time|Late|Both\nNew|212|9|221\nMoved|88|21|109\nClosed|97|4|111\nAll|397|34|441",
            [("111", "101")],
        ),
        (
            "Opinion|Q1|Q2|Year to date\nGood|2|3|5\nFair|4|5|9\nPoor|1|2|3\nNone|0|1|2\nTotal|7|11|18",
            [("2", "1")],
        ),
    ],
    ids=["a row's total", "a column's total", "a row's total that its column counts in", "a year to date"],
)
def test_one_wrong_total_is_told_once(table: str, wrong: list[tuple[str, str]]) -> None:
    assert told(table) == wrong


def test_a_table_that_adds_up_is_left_alone() -> None:
    assert not told(HEAD + "Pay|15,000|16,500|31,500\nRent|16,000|17,500|33,500\nTotal|31,000|34,000|65,000")


COSTS = "Item|£\nWalls|684,500\nFees|51,300\nRoof|38,200\nDoors|26,000\n"


@pytest.mark.parametrize(
    "name",
    ["Total", "TOTAL BUDGET", "Total (£000)", "Overall", "Sum", "All", "All items", "Net total", "Revised total",
     "Project total", "Estimated total cost", "Cost in all"],
)  # fmt: skip
def test_a_total_is_known_by_its_other_names(name: str) -> None:
    assert told(f"{COSTS}{name}|790,000") == [("790,000", "800,000")]
    assert told(f"{COSTS}{name}|800,000") == []


def test_a_total_in_the_midst_ends_what_stands_before_it() -> None:
    under = "Grant|350,000\nReserve|440,000\nTotal funding|790,000"
    assert told(f"{COSTS}Total cost|790,000\n{under}") == [("790,000", "800,000")]


@pytest.mark.parametrize(
    "row",
    [
        "Net total|723,600",  # the roof is paid back
        "Overall|684,900",  # rather the largest of them
        "Overall|200,000",
        "All areas|950,000",
    ],
)
def test_what_may_be_no_sum_is_left_alone(row: str) -> None:
    assert told(COSTS + row) == []
