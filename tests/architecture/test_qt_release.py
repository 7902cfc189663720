"""The release of Qt for Python that we stand on does not lose references.

PySide6 6.12.0 on Python 3.11 drops a reference to None and True with every call that returns nothing, and aborts the
program after some thousands; hence the pin in pyproject.toml. This count is what a later release has to pass.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

CALLS = 300


class Bell(QObject):
    """Signals with and without an argument."""

    rung = Signal()
    answered = Signal(bool)


def calls(app: QApplication, bell: Bell) -> dict[str, Callable[[], object]]:
    return {
        "processEvents": app.processEvents,
        "a signal": bell.rung.emit,
        "a signal with True": lambda: bell.answered.emit(True),
        "a signal with False": lambda: bell.answered.emit(False),
    }


@pytest.mark.parametrize("name", ["processEvents", "a signal", "a signal with True", "a signal with False"])
def test_a_call_into_qt_gives_back_every_reference(qapp: QApplication, name: str) -> None:
    bell = Bell()
    bell.rung.connect(lambda: None)
    bell.answered.connect(lambda _answer: None)
    call = calls(qapp, bell)[name]
    call()
    before = [sys.getrefcount(value) for value in (None, True, False)]

    for _ in range(CALLS):
        call()

    after = [sys.getrefcount(value) for value in (None, True, False)]
    lost = [old - new for old, new in zip(before, after, strict=True)]
    assert max(lost) < CALLS // 2
