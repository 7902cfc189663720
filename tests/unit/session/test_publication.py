"""When a report has to be published, in words."""

from datetime import date

import pytest

from clerkwell.model import FieldValue, Place, Report
from clerkwell.packs import Pack
from clerkwell.session.publication import is_late, publication_line
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack()


def meeting(day: str) -> Report:
    row = {"name": FieldValue(text="Planning"), "date": FieldValue(text=day, value=day)}
    return make_report().model_copy(update={"repeats": {"committees": (row,)}})


def line(day: str, today: date = date(2022, 1, 1), pack: Pack = PACK) -> str:
    found = publication_line(meeting(day), pack, today)
    assert found is not None
    assert found[0] == Place(field="committees.date", row=0)
    return found[1]


def test_bank_holidays_that_do_not_count_are_named() -> None:
    assert line("2023-01-06") == (
        "Publish by Wednesday 28 December 2022 (five clear days before Friday 6 January 2023). "
        "Not counted: Monday 2 January (New Year’s Day)."
    )


def test_the_councils_own_closed_days_are_named() -> None:
    pack = make_pack(MANIFEST + "\n[deadlines]\nclosed = [2023-01-18]\nclear_days = 1\n")
    assert line("2023-01-19", pack=pack) == (
        "Publish by Monday 16 January 2023 (one clear day before Thursday 19 January 2023). "
        "Not counted: Wednesday 18 January (the council is closed)."
    )


@pytest.mark.parametrize(
    ("today", "says", "late"),
    [
        (date(2023, 1, 12), ".", False),
        (date(2023, 1, 13), "That is today.", False),
        (date(2023, 1, 14), "That day has passed: ask the clerk whether the report can still be taken.", True),
        (date(2023, 1, 24), ".", False),
    ],
)
def test_a_day_that_has_passed_is_said_so_until_the_meeting_is_held(today: date, says: str, late: bool) -> None:
    said = line("2023-01-23", today)
    assert said.endswith(says)
    assert ("passed" in said) is late
    assert is_late(meeting("2023-01-23"), PACK, today) is late


def test_days_not_all_known_are_said_to_be_unsure() -> None:
    assert line("2099-06-16").endswith("Not all bank holidays before it are known yet: look them up and count again.")


def test_without_a_day_or_a_deadline_nothing_is_said() -> None:
    assert publication_line(make_report(), PACK, date(2022, 1, 1)) is None
    none = make_pack(MANIFEST + "\n[deadlines]\nclear_days = 0\n")
    assert publication_line(meeting("2023-01-23"), none, date(2022, 1, 1)) is None
