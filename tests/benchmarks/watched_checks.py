"""Inside the program while it is measured: say what it holds once its report has been checked, and end."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processes import held_now
from clerkwell.model import FieldValue, SetField
from clerkwell.ui.shell import MainWindow


def watch_checks(app: QApplication) -> None:
    """Wait until the problems of the report are shown, and shown anew after a key."""
    timer = QTimer(app)
    typed: list[int] = []

    def look() -> None:
        (window,) = [each for each in app.topLevelWidgets() if isinstance(each, MainWindow)]
        assert window.opened is not None
        session = window.opened.session
        if session.problems_revision < max(typed, default=0):
            return
        if not typed:
            session.apply(SetField(field="subject", value=FieldValue(text="A subject")), "Typing")
            typed.append(session.revision)
            return
        timer.stop()
        sys.stdout.write(f"{held_now()}\n")
        sys.stdout.flush()
        session.save()
        app.quit()

    timer.timeout.connect(look)
    timer.start(50)
