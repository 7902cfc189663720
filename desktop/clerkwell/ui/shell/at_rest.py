"""What the window does once nobody has written for a while: it gives back the memory that writing took."""

from PySide6.QtCore import QObject, QTimer

from clerkwell.system.memory import forget_sources, give_back
from clerkwell.ui.kit import SessionBridge

# Seconds without a change. The preview of a long report lets go of its memory after as many.
QUIET = 10.0


class AtRest(QObject):
    """Waits for a pause in the writing of one report, again and again."""

    def __init__(self, bridge: SessionBridge, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(round(QUIET * 1000))
        self.timer.timeout.connect(self._rest)
        bridge.changed.connect(self._wait)
        self._wait()

    def _wait(self, _: object = None) -> None:
        self.timer.start()

    def _rest(self) -> None:
        forget_sources()
        give_back()
