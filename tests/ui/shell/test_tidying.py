"""What this computer keeps by itself goes when its time is over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clerkwell.storage import RecoveryFolder, StoredReport
from clerkwell.storage.recovery import newest
from clerkwell.system import Settings
from clerkwell.ui.shell import MainWindow
from helpers.building import MANIFEST, make_pack, make_report

PACK = make_pack(MANIFEST + '\n[[field]]\nid = "public-status"\ntitle = "Status"\nkind = "status"\n')


@pytest.fixture
def recovery(tmp_path: Path) -> RecoveryFolder:
    """Two discarded reports, eight days old."""
    folder = RecoveryFolder(tmp_path / "recovery", now=lambda: datetime.now(UTC) - timedelta(days=8))
    for status in ("Exempt", "Public"):
        keeper = folder.keep(None, "")
        report = make_report({"summary": "Words."}, {"subject": status, "public-status": status}, pack=PACK)
        keeper.write(StoredReport(report, PACK.files), 1)
        keeper.abandon()
        folder.discard(keeper.id)
    return folder


def left(recovery: RecoveryFolder) -> list[str]:
    found = [newest(folder) for folder in recovery.left()]
    return sorted(report.field("subject").text for report in found if report is not None)


def test_copies_of_reports_that_are_not_public_go_when_a_report_is_closed(
    window: MainWindow, recovery: RecoveryFolder
) -> None:
    window.commands.new_in("test-council")
    assert left(recovery) == ["Exempt", "Public"]
    window.show_start()
    assert left(recovery) == ["Public"]


def test_they_go_when_the_window_is_closed_without_a_report(window: MainWindow, recovery: RecoveryFolder) -> None:
    window.close()
    assert left(recovery) == ["Public"]


def test_they_stay_for_as_long_as_the_settings_say(window: MainWindow, recovery: RecoveryFolder) -> None:
    window.commands.take_settings(Settings(keep_private_days=30), frozenset())
    window.close()
    assert left(recovery) == ["Exempt", "Public"]
