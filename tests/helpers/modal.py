"""Answering a dialog that a flow puts up and waits for."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

D = TypeVar("D", bound=QDialog)
_EVERY, _MOST = 20, 750


def when_shown(kind: type[D], act: Callable[[D], object]) -> list[D]:
    """Do something with the next dialog of this kind. The list has the dialog in it once that is done."""
    done: list[D] = []

    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
            done.append(dialog)
        elif left:
            QTimer.singleShot(_EVERY, lambda: look(left - 1))

    QTimer.singleShot(0, lambda: look(_MOST))
    return done
