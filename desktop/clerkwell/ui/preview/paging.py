"""The keys of a pager."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar


def step_of(event: QKeyEvent, down: QScrollBar) -> int:
    """How far a key goes down the pages; 0 for any other key."""
    steps = {
        Qt.Key.Key_Down: down.singleStep(),
        Qt.Key.Key_Up: -down.singleStep(),
        Qt.Key.Key_PageDown: down.pageStep(),
        Qt.Key.Key_PageUp: -down.pageStep(),
        Qt.Key.Key_Space: down.pageStep(),
        Qt.Key.Key_End: down.maximum(),
        Qt.Key.Key_Home: -down.maximum(),
    }
    # Not every number that Qt sends has a name.
    return next((step for key, step in steps.items() if key == event.key()), 0)
