"""A file that macOS opens with the program: its Finder sends an event, where other systems start it with the name."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class OpenedByFinder(QObject):
    """Hears such events of its `parent`, the application, and has each file opened."""

    def __init__(self, parent: QObject, opened: Callable[[Path], None]) -> None:
        super().__init__(parent)
        self._opened = opened
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the event of a file, and let all others pass."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._opened(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
