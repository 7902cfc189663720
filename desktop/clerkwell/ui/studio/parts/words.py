"""Rows of the parts' forms that are saved when they are left, not while somebody rests: each save has a consequence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.studio.asking import Asked, Row
from clerkwell.ui.studio.boxes import NamesRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import Form, LineRow


class TitleRow(LineRow):
    """A title: what it was before is kept as a name, so half a title must not be one. Return saves it too."""

    def edited(self, *, at_once: bool = False) -> None:
        """Remember that it was; it is saved when the keyboard leaves it."""
        del at_once
        self._dirty = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return saves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _RETURN:
            self.take()
            return True
        return super().eventFilter(watched, event)


class AnswersRow(NamesRow):
    """Answers to choose from: one that is called otherwise is followed by conditions, half a word must not be."""

    def edited(self, *, at_once: bool = False) -> None:
        """Remember that it was; it is saved when the keyboard leaves it."""
        del at_once
        self._dirty = True


class ExactRow(Row[str]):
    """A few characters that are kept as they are typed, spaces too: what is printed before or after an answer."""

    def __init__(self, bridge: PackBridge, asked: Asked[str]) -> None:
        super().__init__(bridge, asked)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(lambda _: self.edited())
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.lay_out(self.line)

    def typed(self) -> str:
        """What is typed."""
        return self.line.text()

    def put(self, value: str) -> None:
        """Show it; the caret stays where it was."""
        if value != self.line.text():
            at = self.line.cursorPosition()
            self.line.setText(value)
            self.line.setCursorPosition(at)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self.line,)


class PartForm(Form):
    """Asks everything about one part; `about` is its id. Every part has a title."""

    title: TitleRow

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__()
        self.about = ""
        self._bridge = bridge

    def add(self, *rows: Row[Any]) -> None:
        """Put questions at the end; a list of long answers does not make the form wider than its room."""
        super().add(*rows)
        for box in (box for row in rows for box in row.findChildren(ComboBox)):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST)


def shown_if(row: Row[Any], wanted: bool) -> None:
    """Show a row, or hide it, which must not take the keyboard from another."""
    if row.isHidden() == wanted:
        row.setVisible(wanted)


_LEAST = 14
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
