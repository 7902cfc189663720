"""The keys that do something to the line that is chosen in a list which people put in order."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def line_key(
    event: QKeyEvent, move: Callable[[int], object], remove: Callable[[], object], write: Callable[[], object]
) -> bool:
    """Move the line up or down (Alt with an arrow), take it out (Delete) or write in it (F2, Enter).

    Whether the key was one of these; any other is the list's own.
    """
    alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
    match event.key():
        case Qt.Key.Key_Up if alt:
            move(-1)
        case Qt.Key.Key_Down if alt:
            move(1)
        case Qt.Key.Key_Delete:
            remove()
        case Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter:
            write()
        case _:
            return False
    event.accept()
    return True
