"""Inside the program while it is measured: say what it holds once its report has been checked, and end."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processes import held_now, shared_out
from clerkwell.model import FieldValue, SetField
from clerkwell.ui.preview.following import PageFollower
from clerkwell.ui.shell import MainWindow

# Keys that the preview follows, and milliseconds after its rest in which its last pages are made.
_KEYS = 4
_UNTIL_THEN = 8000


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


def watch_preview(app: QApplication) -> None:
    """Wait until the preview has followed a few keys, and then until it has let go of what it took to follow them."""
    timer = QTimer(app)
    most: list[float] = []
    typed: list[str] = []

    def look() -> None:
        (window,) = [each for each in app.topLevelWidgets() if isinstance(each, MainWindow)]
        assert window.opened is not None
        assert window.desk is not None
        most.append(shared_out())
        if window.opened.session.problems_revision >= 0 and window.desk.preview.isHidden():
            window.desk.preview.follower.soon.connect(lambda _: follow(window))
            window.desk.preview.follower.made.connect(lambda _: follow(window))
            window.commands.toggle_preview()

    def follow(window: MainWindow) -> None:
        if len(typed) == _KEYS or window.opened is None:
            return
        typed.append("s")
        session = window.opened.session
        session.apply(SetField(field="subject", value=FieldValue(text=f"A subject{''.join(typed)}")), "Typing")
        if len(typed) == _KEYS:
            QTimer.singleShot(round(PageFollower.LONG_REST * 1000) + _UNTIL_THEN, app, lambda: end(window))

    def end(window: MainWindow) -> None:
        timer.stop()
        sys.stdout.write(f"{max(most)} {shared_out()}\n")
        sys.stdout.flush()
        assert window.opened is not None
        window.opened.session.save()
        app.quit()

    timer.timeout.connect(look)
    timer.start(100)
