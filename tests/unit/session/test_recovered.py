"""Unsaved work held against the file it began from."""

from pathlib import Path

import pytest

from clerkwell.packs import Catalogue
from clerkwell.session.recovered import Found, held_against_file
from clerkwell.storage import RecoveryFolder, StoredReport, write_file
from clerkwell.storage.kept import PARTS
from helpers.building import make_pack, make_report

CATALOGUE = Catalogue((make_pack(),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Parks.clerkwell"


def stored(summary: str) -> StoredReport:
    report = make_report({"summary": summary}, {"subject": "Parks"}, pack=make_pack())
    return StoredReport(report, pack_files=make_pack().files)


def held(folder: Path, base: Path | None, digest: str, work: StoredReport) -> Found:
    recovery = RecoveryFolder(folder / "recovery")
    keeper = recovery.keep(base, digest)
    keeper.write(work, 1)
    keeper.abandon()
    return held_against_file(recovery, recovery.found()[0], CATALOGUE)


def test_what_is_only_in_the_work_is_said_by_part(tmp_path: Path, file: Path) -> None:
    digest = write_file(file, stored("As saved."))
    found = held(tmp_path, file, digest, stored("As saved.\n\nWritten after."))
    assert found.told == (
        "It differs from “Parks.clerkwell” in one way: what is added below is only in the recovered work."
    )
    (difference,) = found.differences
    assert (difference.kind, difference.part, difference.after) == ("added", "Summary", "Written after.")
    assert found.sides is not None
    assert found.sides[0].name == "Parks.clerkwell, as it is saved"


def test_a_file_that_was_saved_since_may_be_the_newer_one(tmp_path: Path, file: Path) -> None:
    write_file(file, stored("Saved by somebody else."))
    found = held(tmp_path, file, "what it held then", stored("Mine."))
    assert "has been saved since" in found.told


def test_work_that_says_what_its_file_says_is_not_worth_recovering(tmp_path: Path, file: Path) -> None:
    recovery = RecoveryFolder(tmp_path / "recovery")
    keeper = recovery.keep(file, "")
    keeper.write(stored("The same."), 1)
    keeper.abandon()
    (snapshot,) = recovery.found()
    write_file(file, stored("The same."))
    found = held_against_file(recovery, snapshot, CATALOGUE)
    assert found.told == "It says the same as “Parks.clerkwell”, so nothing would be won by recovering it."
    assert found.differences == ()


def test_work_without_a_file_shows_all_there_is(tmp_path: Path) -> None:
    found = held(tmp_path, None, "", stored("Only here."))
    assert found.told == "This work was never saved in a file, so all of it is only here."
    assert {each.part for each in found.differences} >= {"Summary"}
    assert {each.kind for each in found.differences} == {"added"}
    assert found.sides is None


def test_a_file_that_has_gone_is_said(tmp_path: Path, file: Path) -> None:
    found = held(tmp_path, file, "digest", stored("Only here."))
    assert found.told == "“Parks.clerkwell” is no longer in its folder, so all of this work is only here."
    assert found.differences


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, file: Path) -> None:
    file.write_bytes(b"half a fi")
    found = held(tmp_path, file, "digest", stored("Only here."))
    assert "All of this work may be only here." in found.told


def test_work_that_is_damaged_says_so(tmp_path: Path, file: Path) -> None:
    recovery = RecoveryFolder(tmp_path / "recovery")
    keeper = recovery.keep(file, "")
    keeper.write(stored("Mine."), 1)
    keeper.abandon()
    (snapshot,) = recovery.found()
    (recovery.folder / snapshot.id / PARTS).unlink()
    found = held_against_file(recovery, snapshot, CATALOGUE)
    assert "lost the copy of its template" in found.told
    assert found.differences == ()
