"""What a test that used Qt may not leave behind."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from helpers.children import checking


def complain_of_qt_leftovers() -> None:
    """Fail if a window, a running timer, a pool job, a Python thread or a process that checks is still there.

    The clipboard is cleared.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    # A QMimeData made in Python and left on the clipboard crashes at exit.
    app.clipboard().clear()
    windows = [window for window in app.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.close()
        window.deleteLater()
    assert not windows, f"left open: {windows}"
    timers = [timer for timer in app.findChildren(QTimer) if timer.isActive()]
    assert not timers, f"still running: {timers}"
    assert QThreadPool.globalInstance().waitForDone(2000), "a job is still running"
    threads = [
        thread
        for thread in threading.enumerate()
        # pytest-timeout watches each test from a thread of its own.
        if thread is not threading.main_thread() and not thread.daemon and not thread.name.startswith("pytest_timeout")
    ]
    assert not threads, f"still running: {threads}"
    assert not checking(), f"still checking: {checking()}"
