"""The dialog of unsaved work."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack
from clerkwell.storage import RecoveryFolder, Snapshot, StoredReport
from clerkwell.ui.recovery import RecoveryDialog
from helpers.building import make_pack, make_report


@pytest.fixture
def recovery(tmp_path: Path) -> RecoveryFolder:
    """A folder with the unsaved work of two programs that have ended."""
    folder = RecoveryFolder(tmp_path / "recovery")
    for number, subject in enumerate(("Parks", "")):
        keeper = folder.keep(tmp_path / "parks.clerkwell" if subject else None, "digest")
        keeper.write(_stored(make_pack(), subject), number)
        keeper.abandon()
    return folder


def test_each_piece_of_work_is_told_by_subject_time_and_file(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    spoken = [
        dialog.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(dialog.list.count())
    ]  # fmt: skip
    assert any(line.startswith("Parks, Last change") and "parks.clerkwell" in line for line in spoken)
    assert any("Report without a subject" in line and "never saved in a file" in line for line in spoken)


def test_return_recovers_what_is_marked(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    marked = dialog.list.marked()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert isinstance(dialog.chosen, Snapshot)
    assert dialog.chosen.id == marked
    assert len(recovery.found()) == 2, "what is recovered stays until it has been saved"


def test_what_is_discarded_is_offered_no_more(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    marked = dialog.list.marked()
    _button(dialog, "Discard").click()
    assert [snapshot.id for snapshot in recovery.found()] != []
    assert marked not in [snapshot.id for snapshot in recovery.found()]
    assert dialog.list.count() == 1


def test_the_dialog_goes_when_nothing_is_left(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    _button(dialog, "Discard").click()
    _button(dialog, "Discard").click()
    assert not dialog.isVisible()
    assert dialog.chosen is None
    assert recovery.found() == ()


def test_later_changes_nothing(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    _button(dialog, "Later").click()
    assert dialog.chosen is None
    assert len(recovery.found()) == 2


def _dialog(qtbot: QtBot, recovery: RecoveryFolder) -> RecoveryDialog:
    dialog = RecoveryDialog(recovery.found(), recovery)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _button(dialog: RecoveryDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if text in each.text().replace("&", ""))


def _stored(pack: Pack, subject: str) -> StoredReport:
    return StoredReport(
        report=make_report({"summary": "Words."}, {"subject": subject}, pack=pack), pack_files=pack.files
    )
