"""The dialog of unsaved work."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack
from clerkwell.storage import RecoveryFolder, Snapshot, StoredReport
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.recovery import RecoveryDialog, Told
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


def test_what_a_piece_of_work_has_is_said_part_by_part_and_shown_in_words(
    qtbot: QtBot, recovery: RecoveryFolder
) -> None:
    asked: list[str] = []
    shown: list[QWidget] = []

    def look(snapshot: Snapshot, then: Callable[[Told], None]) -> None:
        asked.append(snapshot.subject)
        then(Told(f"About {snapshot.subject}.", (Item("1", "Added “Words.”", "", "Summary"),), shown.append))

    dialog = RecoveryDialog(recovery.found(), recovery, look, 7)
    qtbot.addWidget(dialog)
    dialog.show()
    for _ in range(2):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            qtbot.keyClick(dialog.list, key)
    assert sorted(asked) == ["", "Parks"], "each is compared once"
    assert dialog.text.text().startswith("About")
    assert [dialog.differences.item(at).text() for at in range(2)] == ["Summary", "Added “Words.”"]
    _button(dialog, "difference").click()
    assert shown == [dialog]


def test_a_click_marks_and_does_not_recover(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    dialog = _dialog(qtbot, recovery)
    place = dialog.list.visualItemRect(dialog.list.item(1)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.isVisible()
    assert dialog.list.currentRow() == 1
    qtbot.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.chosen is not None


def test_an_answer_that_comes_late_is_not_shown_for_other_work(qtbot: QtBot, recovery: RecoveryFolder) -> None:
    answers: list[tuple[Snapshot, Callable[[Told], None]]] = []
    dialog = RecoveryDialog(recovery.found(), recovery, lambda snapshot, then: answers.append((snapshot, then)), 7)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.text.text() == "Comparing it with its file…"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    (_, first), (_, second) = answers[0], answers[-1]
    second(Told("The second."))
    first(Told("The first."))
    assert dialog.text.text() == "The second."
    assert not _button(dialog, "difference").isEnabled()


@pytest.mark.parametrize(("days", "words"), [(0, "as soon as you close it"), (1, "a day later"), (7, "7 days later")])
def test_it_says_how_long_what_is_not_public_stays(
    qtbot: QtBot, recovery: RecoveryFolder, days: int, words: str
) -> None:
    dialog = RecoveryDialog(recovery.found(), recovery, lambda _snapshot, _then: None, days)
    qtbot.addWidget(dialog)
    assert any(words in label.text() for label in dialog.findChildren(QLabel))


def _dialog(qtbot: QtBot, recovery: RecoveryFolder) -> RecoveryDialog:
    dialog = RecoveryDialog(recovery.found(), recovery, lambda _snapshot, _then: None, 7)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _button(dialog: RecoveryDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if text in each.text().replace("&", ""))


def _stored(pack: Pack, subject: str) -> StoredReport:
    return StoredReport(
        report=make_report({"summary": "Words."}, {"subject": subject}, pack=pack), pack_files=pack.files
    )
