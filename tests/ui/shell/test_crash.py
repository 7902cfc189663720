"""What happens when the program meets a fault of its own."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks
from clerkwell.system import CrashLog
from clerkwell.ui.kit.style import dress
from clerkwell.ui.shell import CrashDialog, CrashPath
from helpers.building import blocks, make_pack
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window

SECRET = "Words of the report that nobody else may read."


def test_the_work_is_kept_first_and_the_report_has_none_of_its_words(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    crashes = CrashLog(tmp_path / "crashes", "1.0")
    shown: list[str] = []
    with open_window(make_services(tmp_path, make_pack()), Recorder(), Chosen(None)) as window:
        qtbot.waitExposed(window)
        window.commands.new_in("test-council")
        assert window.opened is not None
        window.opened.session.apply(SetBlocks(section="summary", blocks=blocks(SECRET)), "Typing")
        path = CrashPath(crashes.note)
        path.window = window
        QTimer.singleShot(0, lambda: shown.extend(_read_and_close()))
        path.caught(*_fault())
        assert list((tmp_path / "recovery").glob("*/*.snapshot"))
    assert "Your work is kept" in shown[0]
    assert "LookupError" in shown[1]
    assert SECRET not in "".join(shown)
    written = [file.read_text("utf-8") for file in (tmp_path / "crashes").glob("crash-*.txt")]
    assert len(written) == 1
    assert SECRET not in written[0]
    assert SECRET not in caplog.text
    caplog.clear()


def test_a_fault_without_a_report_open_has_nothing_to_keep(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    del qtbot
    shown: list[str] = []
    QTimer.singleShot(0, lambda: shown.extend(_read_and_close()))
    CrashPath(None).caught(*_fault())
    assert shown
    caplog.clear()


def _fault() -> tuple[type[BaseException], BaseException, None]:
    try:
        raise LookupError(SECRET)
    except LookupError as error:
        return type(error), error.with_traceback(sys.exc_info()[2]), None


def test_what_happened_is_read_as_large_as_everything_else(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light", 22)
    try:
        dialog = CrashDialog("LookupError", "Your work is kept.")
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        details = dialog.findChild(QPlainTextEdit)
        assert isinstance(details, QPlainTextEdit)
        assert details.font().pointSizeF() == 22
    finally:
        dress(qapp, "light", 11)


def _read_and_close() -> list[str]:
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog))
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    details = dialog.findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit)
    dialog.reject()
    return [said, details.toPlainText()]
