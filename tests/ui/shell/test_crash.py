"""What happens when the program meets a fault of its own."""

import os
import subprocess
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
from helpers.screen import program_environment
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


# The start of the program, in which the window fails before it stands; what the dialog says is printed.
FAILS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
import clerkwell.app as program
def fails(*_):
    QTimer.singleShot(0, tell)
    raise LookupError("words of a report")
def tell():
    dialog = QApplication.activeModalWidget()
    print(*(each.text() for each in dialog.findChildren(QLabel)), dialog.findChild(QPlainTextEdit).toPlainText())
    print(*(each.text() for each in dialog.findChildren(QPushButton)))
    dialog.reject()
program.build_window = fails
sys.exit(program.run_window([]))
"""


def test_a_start_that_fails_is_told_and_can_be_gathered_for_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILS],
        env=program_environment(os.environ, tmp_path / "profile"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2, done.stderr
    assert "Clerkwell could not start." in done.stdout
    assert "LookupError" in done.stdout
    assert "&Gather what IT asks for…" in done.stdout
    assert "words of a report" not in done.stdout + done.stderr
    assert len(list(tmp_path.glob("profile/state/crashes/crash-*"))) == 1


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
