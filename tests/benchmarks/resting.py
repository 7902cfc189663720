"""A window that has come to rest after opening a report: what is measured then is not the opening."""

import gc
import time

from PySide6.QtWidgets import QApplication

from clerkwell.ui.shell import MainWindow


def rest(window: MainWindow) -> None:
    """Wait until the report has been checked, and the window has nothing left to do; then do as the program does."""
    assert window.opened is not None
    session, settled = window.opened.session, []
    window.settled.connect(lambda: settled.append(True))
    until = time.monotonic() + 30
    while (session.problems_revision < 0 or not settled) and time.monotonic() < until:
        _turn()
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        _turn()
    gc.freeze()


def _turn() -> None:
    QApplication.processEvents()
    time.sleep(0.005)
