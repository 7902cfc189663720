"""Cut, copy, paste and select all by menu: what their keys do in the text that the keyboard is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

CLIPBOARD = ("cut", "copy", "paste", "select-all")
PLAIN = "paste-plain"
_Text = QLineEdit | QTextEdit | QPlainTextEdit


class ClipboardMenu(QObject):
    """The part of the Edit menu that has to do with the clipboard.

    What it does goes to the text that has the keyboard, or had it before the menu or a dialog took it. Elsewhere, as in
    lists, the keys are left to what has the keyboard.
    """

    def __init__(self, window: QMainWindow, menu: QMenu, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {name: actions[name] for name in CLIPBOARD}
        self._plain: QAction | None = None
        self._last: QWidget | None = None
        menu.aboutToShow.connect(self.refresh)
        # What is chosen runs after the menu has gone.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._let_keys))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._let_keys()

    def take_plain(self, action: QAction | None) -> None:
        """The page's own way to paste as plain text; None where it has none."""
        self._plain = action

    def run(self, name: str) -> None:
        """Do it in the text where the keyboard is, as its keys would."""
        text = self._text()
        if text is None:
            return
        if name == "cut" and not text.isReadOnly():
            # A section's editor has more than words to cut.
            text.cut_piece() if isinstance(text, _Pieces) else text.cut()
        elif name == "paste" and not text.isReadOnly():
            text.paste()
        elif name == "copy":
            text.copy()
        elif name == "select-all":
            text.selectAll()

    def refresh(self) -> None:
        """Offer what there is something to do for."""
        text, full = self._text(), _clipboard_full()
        chosen, writable = _has_chosen(text), text is not None and not text.isReadOnly()
        usable = (chosen and writable, chosen, full and writable, text is not None)
        for name, can in zip(CLIPBOARD, usable, strict=True):
            self._actions[name].setEnabled(can)
        if self._plain is not None:
            self._plain.setEnabled(full and writable)

    def _let_keys(self) -> None:
        """The keys are to work whatever the menu last said of them."""
        in_text = self._text() is not None
        for action in self._actions.values():
            action.setEnabled(in_text)
        if self._plain is not None:
            self._plain.setEnabled(True)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QMenuBar):
            self._last = before
        elif now is not None and now.window() is self._window:
            self._let_keys()

    def _text(self) -> _Text | None:
        now: QWidget | None = self._window.focusWidget()
        if isinstance(now, QMenuBar):
            now = self._last if self._last is not None and isValid(self._last) else None
        if isinstance(now, QComboBox):
            return now.lineEdit()
        return now if isinstance(now, (QLineEdit, QTextEdit, QPlainTextEdit)) else None


@runtime_checkable
class _Pieces(Protocol):
    def cut_piece(self) -> None: ...


def _has_chosen(text: _Text | None) -> bool:
    if isinstance(text, QLineEdit):
        return text.hasSelectedText()
    return text is not None and text.textCursor().hasSelection()


def _clipboard_full() -> bool:
    clipboard = QGuiApplication.clipboard()
    return bool(clipboard.text()) or not clipboard.image().isNull()
