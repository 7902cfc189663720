"""Copies that sync programs leave beside a report."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clerkwell.model import Report
from clerkwell.storage import StoredReport, write_file
from clerkwell.storage.conflicted import conflicted_copies, may_be_copy
from clerkwell.system.processes import machine
from helpers.building import make_report

BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def report(words: str, begun: datetime | None = BEGUN) -> Report:
    return make_report({"summary": words}).model_copy(update={"created": begun})


def put(path: Path, words: str, begun: datetime | None = BEGUN) -> Path:
    write_file(path, StoredReport(report(words, begun)))
    return path


@pytest.mark.parametrize(
    "name",
    [
        "Parks-DESKTOP-4F7KQ2L",
        "Parks-WKS00421",
        "Parks (Sam’s conflicted copy 2026-03-02)",
        "Parks (conflicted copy 2026-03-02 101010)",
        "Parks (Case Conflict)",
        "Parks.sync-conflict-20260302-101010-ABCDEFG",
        "Parks_conflict-20260302-101010",
        "Parks (1)",
        "Parks 2",
        f"Parks-{machine()}",
    ],
)
def test_the_names_that_sync_programs_give_are_known(name: str) -> None:
    assert may_be_copy(name, "Parks")


@pytest.mark.parametrize(
    "name", ["Parks-final", "Parks-2026", "Parks - my copy", "Parks-V2", "Parks and trees", "Oaks"]
)
def test_names_that_people_give_are_left_alone(name: str) -> None:
    assert not may_be_copy(name, "Parks")


def test_a_copy_of_the_same_report_with_other_words_is_found(tmp_path: Path) -> None:
    own = put(tmp_path / "Parks.clerkwell", "Ours.")
    copy = put(tmp_path / "Parks-WKS00421.clerkwell", "Theirs.")
    (found,) = conflicted_copies(own, report("Ours."))
    assert found.path == copy
    assert found.report == report("Theirs.")


def test_it_is_told_from_the_copy_s_side_too(tmp_path: Path) -> None:
    own = put(tmp_path / "Parks.clerkwell", "Ours.")
    copy = put(tmp_path / "Parks (1).clerkwell", "Theirs.")
    assert [each.path for each in conflicted_copies(copy, report("Theirs."))] == [own]


def test_a_copy_that_says_the_same_is_not_worth_a_word(tmp_path: Path) -> None:
    own = put(tmp_path / "Parks.clerkwell", "Ours.")
    put(tmp_path / "Parks (1).clerkwell", "Ours.")
    assert conflicted_copies(own, report("Ours.")) == ()


def test_another_report_of_such_a_name_is_not_one(tmp_path: Path) -> None:
    own = put(tmp_path / "Parks.clerkwell", "Ours.")
    put(tmp_path / "Parks 2.clerkwell", "Another.", datetime(2025, 3, 2, tzinfo=UTC))
    put(tmp_path / "Parks 3.clerkwell", "Unknown.", None)
    assert conflicted_copies(own, report("Ours.")) == ()


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    own = put(tmp_path / "Parks.clerkwell", "Ours.")
    (tmp_path / "Parks (1).clerkwell").write_bytes(b"half a fi")
    (tmp_path / "Parks (2).clerkwell").mkdir()
    assert conflicted_copies(own, report("Ours.")) == ()
    assert conflicted_copies(tmp_path / "nowhere" / "Parks.clerkwell", report("Ours.")) == ()
