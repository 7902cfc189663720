"""Undo and redo belong to the report, whatever the focus is in."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

_OURS = tuple(QKeySequence(keys) for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"))


class UndoKeys(QObject):
    """Keeps text widgets of a window from taking Ctrl+Z for an undo of their own, which knows one field only.

    Qt asks the focus widget first (ShortcutOverride); a widget that does not want the key leaves it to the menus.
    Dialogs, and fields marked with the property `own-undo`, keep theirs.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one: it has a window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the widget does not want an undo key."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return super().eventFilter(watched, event)
        if isinstance(watched, QLineEdit) and watched.property("own-undo"):
            return super().eventFilter(watched, event)
        if QKeySequence(event.keyCombination()) in _OURS:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
