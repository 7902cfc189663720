"""Words typed: one line, or several."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.model.text import to_utf16
from clerkwell.ui.editors.fields.inputs.base import FieldInput


class TextInput(FieldInput):
    """A line of text. `hints` tell a touch keyboard what is typed (a telephone number, an address)."""

    def __init__(
        self, hints: Qt.InputMethodHint = Qt.InputMethodHint.ImhNone, width: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setInputMethodHints(hints)
        if width:
            self.line.setMaximumWidth(width * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.watch(self.line)
        self.line.textEdited.connect(self.answered)

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
        self.box = _GrowingBox(self.LEAST, self.MOST, self)
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
        cursor.setPosition(to_utf16(value.text, _end_of_change(old, value.text)), QTextCursor.MoveMode.MoveAnchor)
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


class _GrowingBox(QPlainTextEdit):
    """A text box as high as its words, between two limits in lines."""

    def __init__(self, least: int, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the form makes it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        # The style sheet's border and padding (1 + 4 pixels) on both sides.
        room = 2 * (round(self.document().documentMargin()) + self.frameWidth() + 5)
        height = lines * self.fontMetrics().lineSpacing() + room
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def show_line(line: QLineEdit, text: str) -> None:
    """Put a text in a line, with the caret at the end of what changed; in a line without the keyboard at its
    beginning, which is what one wants to see of it. Nothing happens where it stands already."""
    old = line.text()
    if old == text:
        return
    line.setText(text)
    line.setCursorPosition(to_utf16(text, _end_of_change(old, text)) if line.hasFocus() else 0)


def _end_of_change(old: str, new: str) -> int:
    """Where, in the new text (code points), the stretch ends that differs from the old one."""
    same = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        if one != other:
            break
        same += 1
    start = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        start += 1
    return max(len(new) - same, min(start, len(new)))
