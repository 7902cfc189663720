"""Dialogs for files begin where a file was chosen last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.shell.files import QtFileDialogs


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders in which dialogs began; each is answered with what it has selected, or a folder of its own."""
    folders: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        folders.append(dialog.directory().absolutePath())
        return 1

    monkeypatch.setenv("CLERKWELL_PLAIN_DIALOGS", "1")
    monkeypatch.setattr(QFileDialog, "exec", answer)
    return folders


def test_the_next_dialog_begins_where_the_last_file_was_also_after_a_restart(
    qtbot: QtBot, tmp_path: Path, begun: list[str]
) -> None:
    """It began in the home folder each time."""
    usual, other, own = (tmp_path / name for name in ("Documents", "Reports", "Own"))
    for each in (usual, other, own):
        each.mkdir()
    window = QWidget()
    qtbot.addWidget(window)
    kept = tmp_path / "state" / "folder.txt"
    dialogs = QtFileDialogs(window, usual, LastFolder(kept))
    dialogs.to_save(usual / "One.clerkwell")
    assert begun == [str(usual)]
    dialogs.to_save(other / "One.clerkwell")
    again = QtFileDialogs(window, usual, LastFolder(kept))
    again.to_open(usual)
    assert begun[-1] == str(other)
    again.to_pdf(own / "One.pdf")
    assert begun[-1] == str(own), "a report that has a folder of its own begins there"


def test_a_folder_that_is_gone_and_a_damaged_file_count_as_none(tmp_path: Path) -> None:
    last = LastFolder(tmp_path / "folder.txt")
    assert last.get() is None
    gone = tmp_path / "Gone"
    gone.mkdir()
    last.keep(gone)
    assert last.get() == gone
    gone.rmdir()
    assert last.get() is None
    (tmp_path / "folder.txt").write_bytes(b"\xff\x00")
    assert last.get() is None
