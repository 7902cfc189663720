"""Inside a process that is measured: say when its window stands and what is held in memory then, and end.

Nothing of the program's is loaded here, as a bare window is watched by it too.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processes import held_now


def watch(app: QApplication) -> None:
    """Wait until the event loop has nothing left to do: the window stands then, and answers."""

    def ready() -> None:
        app.processEvents()
        at, worked = time.time(), time.process_time()
        if not any(window.isVisible() for window in app.topLevelWidgets()):
            sys.exit("there is no window")
        sys.stdout.write(f"{at} {worked} {held_now()}\n")
        sys.stdout.flush()
        app.quit()

    QTimer.singleShot(0, app, ready)
