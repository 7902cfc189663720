"""Boxes for words that grow with them."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from clerkwell.model.text import to_utf16


class GrowingBox(QPlainTextEdit):
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page's, unless somebody writes here and there is more than the box shows."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        wanted = round(self.document().size().height())
        lines = min(max(wanted, self._least), self._most)
        shown = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)
        edges = self.contentsMargins()
        room = 2 * round(self.document().documentMargin()) + edges.top() + edges.bottom()
        height = lines * self.fontMetrics().lineSpacing() + room
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class GrowingLine(GrowingBox):
    """One line of words, without breaks, on as many lines as it takes: nothing of a long answer is cut off.

    It has the manners of Qt's own line: Return is left to whatever is around it, and what is pasted loses its breaks.
    `edited` carries the words whenever somebody changes them here.
    """

    edited = Signal(str)
    MOST = 8

    def __init__(self, parent: QWidget) -> None:
        super().__init__(1, self.MOST, parent)
        # As high as Qt's own line.
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._showing = False
        self.textChanged.connect(self._on_text)
        self._fit()

    def text(self) -> str:
        """The words."""
        return self.toPlainText()

    def setText(self, text: str) -> None:  # noqa: N802 - as a line of Qt's has it
        """Show other words, and say nothing of it."""
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def cursorPosition(self) -> int:  # noqa: N802 - likewise
        """Where the caret is, in Qt's own units, as with a line."""
        return self.textCursor().position()

    def setCursorPosition(self, at: int) -> None:  # noqa: N802 - likewise
        """Put the caret there."""
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)

    def end(self, mark: bool) -> None:
        """Put the caret at the end; `mark` what it passes."""
        keep = QTextCursor.MoveMode.KeepAnchor if mark else QTextCursor.MoveMode.MoveAnchor
        self.moveCursor(QTextCursor.MoveOperation.End, keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ends no line here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted is one line."""
        self.textCursor().insertText(" ".join(source.text().split("\n")).replace("\r", ""))

    def _on_text(self) -> None:
        if not self._showing:
            self.edited.emit(self.text())


def show_line(line: QLineEdit | GrowingLine, text: str) -> None:
    """Put a text in a line, with the caret at the end of what changed; in a line without the keyboard at its
    beginning, which is what one wants to see of it. Nothing happens where it stands already."""
    old = line.text()
    if old == text:
        return
    line.setText(text)
    line.setCursorPosition(to_utf16(text, end_of_change(old, text)) if line.hasFocus() else 0)


def end_of_change(old: str, new: str) -> int:
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
