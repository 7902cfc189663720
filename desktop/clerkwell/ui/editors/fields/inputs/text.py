"""Words typed: one line, or several."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.model.text import to_utf16
from clerkwell.ui.editors.fields.inputs.base import FieldInput
from clerkwell.ui.editors.fields.inputs.growing import GrowingBox, GrowingLine, end_of_change, show_line


class TextInput(FieldInput):
    """A line of text, which grows when it is long. `hints` tell a touch keyboard that something short is typed (a
    telephone number, an address): that stays one line."""

    def __init__(
        self, hints: Qt.InputMethodHint = Qt.InputMethodHint.ImhNone, width: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line: QLineEdit | GrowingLine
        if hints == Qt.InputMethodHint.ImhNone:
            self.line = GrowingLine(self)
            self.line.edited.connect(self.answered)
        else:
            self.line = QLineEdit(self)
            self.line.textEdited.connect(self.answered)
        self.line.setInputMethodHints(hints)
        if width:
            self.line.setMaximumWidth(width * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.watch(self.line)

    def show_value(self, value: FieldValue) -> None:
        """Show the words; the caret goes to the end of what changed."""
        show_line(self.line, value.text)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self.line,)

    def forbid(self) -> None:
        """The words can still be chosen and copied."""
        self.line.setReadOnly(True)

    def is_typing(self) -> bool:
        """Letters, one after another."""
        return True


class LinesInput(FieldInput):
    """Several lines of text, in a box that grows with them."""

    LEAST, MOST = 2, 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = GrowingBox(self.LEAST, self.MOST, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self._showing = False
        self.watch(self.box)
        self.box.textChanged.connect(self._on_text)

    def show_value(self, value: FieldValue) -> None:
        """Show the words; the caret goes to the end of what changed."""
        old = self.box.toPlainText()
        if old == value.text:
            return
        self._showing = True
        self.box.setPlainText(value.text)
        self._showing = False
        cursor = self.box.textCursor()
        cursor.setPosition(to_utf16(value.text, end_of_change(old, value.text)), QTextCursor.MoveMode.MoveAnchor)
        self.box.setTextCursor(cursor)

    def controls(self) -> tuple[QWidget, ...]:
        """The box."""
        return (self.box,)

    def forbid(self) -> None:
        """The words can still be chosen and copied."""
        self.box.setReadOnly(True)

    def is_typing(self) -> bool:
        """Letters, one after another."""
        return True

    def _on_text(self) -> None:
        if not self._showing:
            self.answered.emit(self.box.toPlainText())
