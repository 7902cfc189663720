"""How long this computer keeps its own copies of reports that are not public, by a clock in the test's hand."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.model import Appendix, Report
from clerkwell.storage import RecoveryFolder, StoredReport
from clerkwell.storage.kept import PARTS, snapshots_in
from clerkwell.storage.retention import remove_private_copies
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack(
    MANIFEST
    + """
[[field]]
id = "public-status"
title = "Public or non-public"
kind = "status"
choices = ["Public", "Part exempt", "Exempt", "Confidential"]
"""
)


@dataclass
class Days:
    """Time that passes only when the test says so."""

    at: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The time it is."""
        return self.at

    def pass_days(self, days: float) -> None:
        """Let so many days pass."""
        self.at += timedelta(days=days)


@pytest.fixture
def time() -> Days:
    return Days()


@pytest.fixture
def recovery(tmp_path: Path, time: Days) -> RecoveryFolder:
    return RecoveryFolder(tmp_path / "recovery", now=time.now)


def report(status: str) -> Report:
    return make_report({"summary": "Words."}, {"subject": "Lease", "public-status": status}, pack=PACK)


def crashed(recovery: RecoveryFolder, made: Report) -> str:
    """Work whose program has ended; its id."""
    keeper = recovery.keep(None, "")
    keeper.write(StoredReport(made, PACK.files), 1)
    keeper.abandon()
    return keeper.id


def kept(recovery: RecoveryFolder) -> int:
    return len(recovery.left())


@pytest.mark.parametrize("status", ["Part exempt", "Exempt", "Confidential", "Pink paper"])
def test_what_was_discarded_of_a_report_that_is_not_public_goes_after_its_days(
    recovery: RecoveryFolder, time: Days, status: str
) -> None:
    recovery.discard(crashed(recovery, report(status)))
    time.pass_days(6.9)
    assert remove_private_copies(recovery, 7, time.now()) == 0
    assert kept(recovery) == 1
    time.pass_days(0.2)
    assert remove_private_copies(recovery, 7, time.now()) == 1
    assert kept(recovery) == 0


def test_what_was_discarded_of_a_public_report_stays(recovery: RecoveryFolder, time: Days) -> None:
    recovery.discard(crashed(recovery, report("Public")))
    time.pass_days(400)
    assert remove_private_copies(recovery, 0, time.now()) == 0
    assert kept(recovery) == 1


def test_a_public_report_with_an_exempt_appendix_is_not_public(recovery: RecoveryFolder, time: Days) -> None:
    appendix = Appendix(id="a", number="1", title="Prices", status="exempt")
    recovery.discard(crashed(recovery, report("Public").model_copy(update={"appendices": (appendix,)})))
    assert remove_private_copies(recovery, 0, time.now()) == 1


def test_no_days_means_at_once(recovery: RecoveryFolder, time: Days) -> None:
    recovery.discard(crashed(recovery, report("Exempt")))
    assert remove_private_copies(recovery, 0, time.now()) == 1


def test_work_lost_in_a_crash_stays_until_it_has_been_offered_however_long_that_takes(
    recovery: RecoveryFolder, time: Days
) -> None:
    lost = crashed(recovery, report("Exempt"))
    time.pass_days(60)
    assert remove_private_copies(recovery, 0, time.now()) == 0
    assert [each.id for each in recovery.found()] == [lost]
    recovery.leave(lost)
    assert remove_private_copies(recovery, 7, time.now()) == 0
    time.pass_days(7)
    assert remove_private_copies(recovery, 7, time.now()) == 1
    assert recovery.found() == ()


def test_to_leave_it_again_does_not_begin_the_days_anew(recovery: RecoveryFolder, time: Days) -> None:
    lost = crashed(recovery, report("Exempt"))
    recovery.leave(lost)
    time.pass_days(5)
    recovery.leave(lost)
    time.pass_days(2)
    assert remove_private_copies(recovery, 7, time.now()) == 1


def test_what_a_running_program_keeps_is_its_own(recovery: RecoveryFolder, time: Days) -> None:
    keeper = recovery.keep(None, "")
    keeper.write(StoredReport(report("Exempt"), PACK.files), 1)
    time.pass_days(30)
    assert remove_private_copies(recovery, 0, time.now()) == 0
    assert snapshots_in(keeper.folder)
    keeper.close()
    assert not keeper.folder.exists(), "and it goes with the report"


@pytest.mark.parametrize("damage", ["words", "pack"])
def test_what_cannot_be_read_counts_as_not_public(recovery: RecoveryFolder, time: Days, damage: str) -> None:
    discarded = crashed(recovery, report("Public"))
    folder = recovery.folder / discarded
    for path in snapshots_in(folder) if damage == "words" else [folder / PARTS]:
        path.write_bytes(b"half a fi")
    recovery.discard(discarded)
    assert remove_private_copies(recovery, 0, time.now()) == 1


def test_a_report_without_its_pack_counts_as_not_public(recovery: RecoveryFolder, time: Days) -> None:
    keeper = recovery.keep(None, "")
    keeper.write(replace(StoredReport(report("Public")), pack_files={}), 1)
    keeper.abandon()
    recovery.discard(keeper.id)
    assert remove_private_copies(recovery, 0, time.now()) == 1


def test_no_folder_is_nothing_to_do(tmp_path: Path, time: Days) -> None:
    assert remove_private_copies(RecoveryFolder(tmp_path / "none"), 0, time.now()) == 0
