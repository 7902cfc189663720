"""Looking for garbage on the window's own thread, and on no other.

Python looks for what only refers to itself wherever it happens to run, and takes it apart there. Objects of a window
that are taken apart on the thread of an export bring Qt down: their timers and widgets belong to the thread that made
them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

# Milliseconds between two looks; one that finds little to do takes no time.
_EVERY = 400


class GarbageRounds(QObject):
    """While it lives, garbage is looked for on its thread alone, as often as Python would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(look)
        self._timer.start(_EVERY)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def look() -> None:
    """Look through each generation of objects that has grown past its threshold, as Python does by itself."""
    for generation, most in reversed(list(enumerate(gc.get_threshold()))):
        if gc.get_count()[generation] > most:
            gc.collect(generation)
            return
