"""Copies of saved reports: the last few states of each, and none of what is not public."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.model import FieldValue, Report, SetField, apply
from clerkwell.storage import Backups, StoredReport, read_file, write_file
from clerkwell.storage.backups import copies_in
from clerkwell.storage.reading import digest
from clerkwell.system import FileError
from helpers.examples import pack_of, sample

PACK = "city-of-london-2023"
NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Ponds in winter.clerkwell"


def saved(path: Path, subject: str, status: str = "Public") -> StoredReport:
    """The sample with this subject and public status, saved."""
    report: Report = sample(PACK)
    for field, text in (("subject", subject), ("public-status", status)):
        report = apply(SetField(field=field, value=FieldValue(text=text, value=text)), report)
    stored = StoredReport(report=report, pack_files=pack_of(PACK).files)
    write_file(path, stored)
    return stored


def subjects(backups: Backups, path: Path) -> list[str]:
    return [read_file(each).report.field("subject").text for each in copies_in(backups.place(path))]


def test_the_newest_copy_is_what_was_saved_last_and_older_ones_are_ten_minutes_apart(
    tmp_path: Path, path: Path
) -> None:
    backups = Backups(tmp_path / "copies", 3)
    for minutes, subject in ((0, "a"), (1, "b"), (9, "c"), (10, "d"), (19, "e"), (30, "f"), (45, "g")):
        backups.keep(path, saved(path, subject), pack_of(PACK), NOON + timedelta(minutes=minutes))
    assert subjects(backups, path) == ["e", "f", "g"], "three at most, the last state of each ten minutes"
    assert [each.name for each in copies_in(backups.place(path))][-1] == "2026-03-02 12.45.00.clerkwell"
    assert copies_in(backups.place(path))[-1].read_bytes() == path.read_bytes()


def test_a_clock_that_was_put_back_writes_over_no_copy(tmp_path: Path, path: Path) -> None:
    backups = Backups(tmp_path / "copies", 5)
    backups.keep(path, saved(path, "a"), pack_of(PACK), NOON)
    backups.keep(path, saved(path, "b"), pack_of(PACK), NOON - timedelta(hours=1))
    assert sorted(subjects(backups, path)) == ["a", "b"]


@pytest.mark.parametrize("status", ["Exempt", "Part-exempt", "Confidential"])
def test_a_report_that_is_not_public_has_no_copies_and_loses_those_it_had(
    tmp_path: Path, path: Path, status: str
) -> None:
    backups = Backups(tmp_path / "copies", 3)
    backups.keep(path, saved(path, "a"), pack_of(PACK), NOON)
    (kept,) = copies_in(backups.place(path))
    other = kept.with_name("notes.txt")
    other.write_text("not ours")
    backups.keep(path, saved(path, "b", status), pack_of(PACK), NOON + timedelta(hours=1))
    assert not kept.exists()
    assert other.exists(), "what somebody else put there stays"
    allowed = Backups(tmp_path / "copies", 3, private=True)
    allowed.keep(path, saved(path, "b", status), pack_of(PACK), NOON + timedelta(hours=1))
    assert subjects(allowed, path) == ["b"]


def test_two_reports_of_one_name_have_copies_of_their_own(tmp_path: Path, path: Path) -> None:
    backups, other = Backups(tmp_path / "copies", 3), tmp_path / "elsewhere" / path.name
    other.parent.mkdir()
    backups.keep(path, saved(path, "a"), pack_of(PACK), NOON)
    backups.keep(other, saved(other, "b"), pack_of(PACK), NOON)
    assert (subjects(backups, path), subjects(backups, other)) == (["a"], ["b"])
    assert backups.place(path).name.startswith("Ponds in winter ")


def test_a_folder_that_cannot_be_had_is_a_sentence(tmp_path: Path, path: Path) -> None:
    (tmp_path / "copies").write_text("a file")
    with pytest.raises(FileError):
        Backups(tmp_path / "copies", 3).keep(path, saved(path, "a"), pack_of(PACK), NOON)


def test_what_somebody_saved_meanwhile_is_not_copied_unseen(tmp_path: Path, path: Path) -> None:
    """It may be exempt by now."""
    backups = Backups(tmp_path / "copies", 3)
    first = saved(path, "a")
    known = digest(path.read_bytes())
    saved(path, "b", "Exempt")
    backups.keep(path, replace(first, digest=known), pack_of(PACK), NOON)
    assert subjects(backups, path) == []
