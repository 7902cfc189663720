"""Gathering what IT asks for: all of it can be looked at and left out, and nothing is saved unasked."""

import zipfile
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.session.gathering import Part, to_be_proved
from clerkwell.ui.shell import CrashDialog, gathering
from clerkwell.ui.shell.gathering import GatherDialog
from helpers.building import make_pack
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window

PARTS = (
    Part("versions.txt", "Versions", "What this is.", "Clerkwell 1.0"),
    Part("log.txt", "Log", "What it noted.", "Nothing."),
)
PROOF = replace(to_be_proved(), words="The self-test found nothing wrong, in 12 seconds.\n\nok: a pack")


def opened(qtbot: QtBot, path: Path | None, go: Event | None = None) -> GatherDialog:
    """The dialog, its self-test over, or waiting for `go`."""

    def prove(stop: Event) -> Part:
        while go is not None and not go.is_set() and not stop.wait(0.01):
            continue
        return PROOF

    dialog = GatherDialog(PARTS, prove, lambda _: path)
    qtbot.addWidget(dialog, before_close_func=lambda shown: shown.done(0))
    dialog.show()
    if go is None:
        qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_each_text_can_be_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path / "it.zip")
    seen = []
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        seen.append(dialog.text.toPlainText())
    assert seen == ["Clerkwell 1.0", "Nothing.", PROOF.words]


def test_what_is_ticked_is_saved_as_it_was_shown(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path / "it.zip")
    dialog.list.tick("log.txt", ticked=False)
    dialog.save_button.click()
    assert names(tmp_path / "it.zip") == ["contents.txt", "versions.txt", "self-test.txt"]
    assert f"Saved as {tmp_path / 'it.zip'}" in dialog.status.text()
    assert "Nothing was sent" in dialog.status.text()
    assert dialog.isVisible()


def test_who_thinks_better_of_it_saves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, None)
    dialog.save_button.click()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path / "gone" / "it.zip")
    dialog.save_button.click()
    assert dialog.status.text().startswith("Nothing was saved: There is no folder")


def test_the_self_test_is_waited_for_or_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    go = Event()
    dialog = opened(qtbot, tmp_path / "it.zip", go)
    assert not dialog.save_button.isEnabled()
    assert "still running" in dialog.status.text()
    dialog.list.tick(PROOF.name, ticked=False)
    assert dialog.save_button.isEnabled()
    dialog.list.tick(PROOF.name)
    dialog.list.setCurrentRow(2)
    assert "is running" in dialog.text.toPlainText()
    go.set()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.text.toPlainText() == PROOF.words
    assert dialog.status.text() == "The self-test found nothing wrong, in 12 seconds."


def test_nothing_ticked_is_nothing_to_save(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path / "it.zip")
    dialog.list.tick_all(False)
    assert not dialog.save_button.isEnabled()


def test_closing_it_ends_a_self_test_that_still_runs(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, tmp_path / "it.zip", Event())
    dialog.reject()
    assert not dialog.isVisible()


def test_the_menu_offers_it_without_a_report(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "proved", lambda *_: PROOF)
    chosen = Chosen(tmp_path / "it.zip")
    with open_window(make_services(tmp_path, make_pack()), Recorder(), chosen) as window:
        QTimer.singleShot(0, lambda: _save_and_close(qtbot))
        window.menus.actions["gather"].trigger()
    assert [each.suffix for each in chosen.suggested] == [".zip"]
    assert names(tmp_path / "it.zip")[1:] == [
        "versions.txt", "settings.txt", "computer.txt", "log.txt", "crashes.txt", "self-test.txt",
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "it.zip") as archive:
        assert b"Test report" in archive.read("versions.txt")
        assert "Screens, by offscreen:" in archive.read("computer.txt").decode()


def test_it_can_be_gathered_where_a_fault_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even if the window never opened."""
    monkeypatch.setattr(gathering, "proved", lambda *_: PROOF)
    monkeypatch.setattr("clerkwell.ui.shell.files.QtFileDialogs.to_gathered", lambda *_: tmp_path / "it.zip")
    dialog = CrashDialog("LookupError", "Your work is kept.")
    qtbot.addWidget(dialog)
    button = next(each for each in dialog.findChildren(QPushButton) if "Gather" in each.text())
    QTimer.singleShot(0, lambda: _save_and_close(qtbot))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "self-test.txt" in names(tmp_path / "it.zip")


def _save_and_close(qtbot: QtBot) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, GatherDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.save_button.click()
    dialog.reject()
