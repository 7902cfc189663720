"""The keys of the menus work whatever the focus is in; undo above all, which belongs to the report."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from clerkwell.ui.shell.actions import ACTIONS


class WindowKeys(QObject):
    """Keeps text widgets of a window from taking keys of the menus for themselves.

    They would: Ctrl+Z for an undo of their own, which knows one field only, and on Linux Ctrl+E for the line's end.
    Qt asks the focus widget first (ShortcutOverride); a widget that does not want the key leaves it to the menus.
    Dialogs keep theirs.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ours = frozenset(QKeySequence(keys) for spec in ACTIONS for keys in spec.keys)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one: it has a window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the widget does not want a key of the menus."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return super().eventFilter(watched, event)
        if QKeySequence(event.keyCombination()) in self._ours:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
