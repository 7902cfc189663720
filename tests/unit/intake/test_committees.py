"""Committees, their dates and purposes, taken apart."""

import pytest

from clerkwell.intake.committees import looks_like_date, rows, split_dates
from helpers.intake import pack

CITY = pack("city-of-london-2023")
GENERIC = pack("generic-english-council")


def city(*found: tuple[str, str]) -> list[dict[str, str]]:
    pairs = [(f"committees.{name}", text) for name, text in found]
    return [{name: value.text for name, value in row.items()} for row in rows(CITY, "committees", pairs)]


def test_cells_that_ran_together_are_a_row_for_each_committee() -> None:
    assert city(
        ("name", "Finance Committee – For Decision Markets Board - For Information"), ("date", "1/2/2023 9/2/2023")
    ) == [
        {"name": "Finance Committee", "purpose": "For Decision", "date": "1/2/2023"},
        {"name": "Markets Board", "purpose": "For Information", "date": "9/2/2023"},
    ]


def test_rows_that_stood_one_below_the_other_stay_so() -> None:
    assert city(("name", "Finance Committee"), ("date", "1/2/2023"), ("name", "Markets Board"), ("date", "")) == [
        {"name": "Finance Committee", "date": "1/2/2023"},
        {"name": "Markets Board"},
    ]


def test_all_names_before_all_dates_are_put_together() -> None:
    assert [row["date"] for row in city(("name", "A"), ("name", "B"), ("date", "1/2/23"), ("date", "2/2/23"))] == [
        "1/2/23",
        "2/2/23",
    ]


def test_two_dates_part_two_names_without_purposes() -> None:
    found = city(("name", "Finance Committee Markets Board"), ("date", "1 May 2022 and 2 May 2022"))
    assert found == [{"name": "Finance Committee Markets Board", "date": "1 May 2022 and 2 May 2022"}]
    found = city(("name", "Finance Committee Markets Board"), ("date", "1 May 2022, 2 May 2022"))
    assert [row["name"] for row in found] == ["Finance Committee", "Markets Board"]


def test_one_committee_with_two_dates_keeps_both_in_words() -> None:
    assert city(("name", "Finance Committee"), ("date", "1/2/2023 9/2/2023")) == [
        {"name": "Finance Committee", "date": "1/2/2023\n9/2/2023"}
    ]


def test_a_purpose_that_no_committee_field_holds_stays_in_the_name() -> None:
    found = rows(GENERIC, "committees", [("committees.name", "Cabinet – For Decision Council – For Information")])
    assert [row["name"].text for row in found] == ["Cabinet – For Decision", "Council – For Information"]


@pytest.mark.parametrize(
    "text", ["7/06/2017", "07/02//2022", "December 7th 2022", "Monday 3rd of May 2021", "2022-02-07"]
)
def test_dates_and_slips_of_dates_look_like_dates(text: str) -> None:
    assert looks_like_date(text)


@pytest.mark.parametrize("text", ["May", "page 3 of 7", "3.2.1", "in 2022", "1/2"])
def test_other_numbers_do_not(text: str) -> None:
    assert not looks_like_date(text)


def test_a_broken_date_among_two_is_still_one_of_two() -> None:
    assert split_dates("23/01//2023 09/02/2023") == ["23/01//2023", "09/02/2023"]
    assert split_dates("To be confirmed") == ["To be confirmed"]
    assert split_dates("") == []
