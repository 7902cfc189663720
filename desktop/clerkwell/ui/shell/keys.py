"""The keys of the menus work whatever the focus is in; undo above all, which belongs to the report."""

import sys

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from clerkwell.ui.shell.actions import ACTIONS


class WindowKeys(QObject):
    """Keeps text widgets of a window from taking keys of the menus for themselves.

    They would: Ctrl+Z for an undo of their own, which knows one field only, and on Linux Ctrl+E for the line's end.
    Qt asks the focus widget first (ShortcutOverride); a widget that does not want the key leaves it to the menus.
    Dialogs keep theirs. Only the widget with the focus is watched: a filter on everything would cost every key.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ours = frozenset(QKeySequence(keys) for spec in ACTIONS for keys in spec.keys)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that the widget does not want a key of the menus."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.ignore()
            return True
        if isinstance(watched, QWidget) and _asks_for_a_menu(event):
            _open_menu(watched)
            return True
        if isinstance(watched, QPushButton) and _is_enter(event):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) in self._ours

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)


def _is_enter(event: QEvent) -> bool:
    """Whether it is Enter. Qt presses a button with it in dialogs alone; people expect it of every button."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
        return False
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _asks_for_a_menu(event: QEvent) -> bool:
    """Whether it is Shift+F10: of keyboards without a menu key only Windows gives Qt the menu that it stands for."""
    if sys.platform == "win32" or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier


def _open_menu(widget: QWidget) -> None:
    """Open its menu where the caret or the chosen line is, as the menu key does."""
    area = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    # Editors say it in parts of a pixel, lists in whole ones.
    area = area.toRect() if isinstance(area, QRectF) else area
    at = area.center() if isinstance(area, QRect) else widget.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, asked)
