"""PySide6 6.12.0 on Python 3.11 loses a reference to None and True in signals and void calls, and aborts in the end.

This sees it long before that happens: the counts do not fall over hundreds of calls.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.editing import open_editing

# Python itself moves the counts a little; a leak of one a call is in the hundreds.
SLACK = 60


class _Speaker(QObject):
    said = Signal(bool)
    nothing = Signal()


def counts() -> tuple[int, int, int]:
    return sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)


def test_no_reference_is_lost_in_hundreds_of_events_signals_and_keys(qtbot: QtBot) -> None:  # noqa: ARG001
    speaker = _Speaker()
    speaker.said.connect(lambda _: None)
    speaker.nothing.connect(lambda: None)
    editing = open_editing({"background": "One"})
    editor = editing.editor()
    works: tuple[Callable[[], object], ...] = (
        QApplication.processEvents,
        lambda: speaker.said.emit(True),
        lambda: speaker.said.emit(False),
        speaker.nothing.emit,
        lambda: QTest.keyClick(editor, Qt.Key.Key_A),
    )
    for work in works:
        before = counts()
        for _ in range(300):
            work()
        lost = [was - now for was, now in zip(before, counts(), strict=True)]
        assert max(lost) < SLACK, f"lost references to None, True, False: {lost}"
    editing.close()
