"""The line under the words: what is wrong where the caret is, said calmly and always in the same place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.style import GAP_SMALL, colours, scaled
from clerkwell.ui.problems.wording import Line

_ICON = 16
_LOOKS = {"error": ("error", "error"), "warning": ("warning", "warning"), "info": ("info", "info")}


class AtCaret(QWidget):
    """One line high whether it says something or not, so that nothing moves while one writes. What it has no room for
    is in its tip, and in the list of problems, where the same line is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Problem at the caret")

    @property
    def text(self) -> str:
        """What it says; nothing where nothing is wrong."""
        return f"{self._line.word}: {self._line.message}" if self._line is not None else ""

    def show_line(self, line: Line | None) -> None:
        """Say what is wrong with the words at the caret; None: nothing."""
        if line == self._line:
            return
        self._line = line
        why = line.why if line is not None else ""
        self.setToolTip("\n".join(filter(None, (self.text, why))))
        self.setAccessibleDescription(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, max(self.fontMetrics().height(), scaled(_ICON)))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The shape of its weight, and as many words as there is room for."""
        if self._line is None or self._line.problem is None:
            return
        look = colours(self)
        picture, colour = _LOOKS[self._line.problem.severity]
        painter = QPainter(self)
        side = scaled(_ICON)
        drawing = pixmap(picture, side, self.devicePixelRatioF(), getattr(look, colour), look.window)
        painter.drawPixmap(0, (self.height() - side) // 2, drawing)
        room = self.rect().adjusted(side + GAP_SMALL, 0, 0, 0)
        painter.setPen(QColor(look.text))
        shown = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
