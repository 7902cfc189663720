"""Moving paragraphs with the mouse: from the margin beside them, with a line where they will go.

The margin is the handle. What is dragged is the line pressed on, or all lines that are selected if it is one of them.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QTextEdit

from clerkwell.model import Blocks
from clerkwell.ui.editors.richtext.margin import visible_lines
from clerkwell.ui.editors.richtext.outcome import Command, Outcome
from clerkwell.ui.editors.richtext.spots import Selection, Spot

# How many pixels a drag past the edge scrolls at a time, and how often, in milliseconds.
_SCROLL, _EVERY = 24, 40
_THICK, _DOT = 2, 1.6
# The room of the handle beside the words, in lines' heights: a number of three figures and the grip before it.
_HANDLE = 2.4


class Mover(Protocol):
    """The editor whose lines are dragged."""

    def selection(self) -> Selection:
        """What is selected."""
        ...

    def isReadOnly(self) -> bool:  # noqa: N802
        """Whether nothing may be moved."""
        ...

    def end_of(self, line: int) -> int:
        """The last line of what belongs to this one."""
        ...

    def move_lines(self, first: int, last: int, to: int) -> None:
        """Move the lines `first` to `last` before what is line `to` now."""
        ...


def move_to(first: int, last: int, to: int) -> Command:
    """Move the lines `first` to `last` so that they stand before what is line `to` now, or after all of them."""

    def move(blocks: Blocks, selection: Selection) -> Outcome | None:
        if first <= to <= last + 1 or last >= len(blocks) or not 0 <= to <= len(blocks):
            return None
        piece = blocks[first : last + 1]
        rest = (*blocks[:first], *blocks[last + 1 :])
        at = to if to < first else to - len(piece)
        by = at - first
        moved = Selection(
            Spot(selection.anchor.line + by, selection.anchor.offset),
            Spot(selection.caret.line + by, selection.caret.offset),
        )
        inside = first <= selection.start.line and selection.end.line <= last
        return Outcome((*rest[:at], *piece, *rest[at:]), moved if inside else Selection.at(at, 0))

    return move


class Dragging(QObject):
    """What the mouse does in the margin of a view. The view hands its mouse on, and asks for it to be painted."""

    def __init__(self, view: QTextEdit, mover: Mover) -> None:
        super().__init__(view)
        self._view = view
        self._mover = mover
        self._pressed: QPoint | None = None
        self._lines = (0, 0)
        self._to: int | None = None
        self._hovered = -1
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._scroll)
        view.viewport().setMouseTracking(True)

    @property
    def held(self) -> bool:
        """Whether the mouse is held on a handle."""
        return self._pressed is not None

    @property
    def shows(self) -> bool:
        """Whether there is anything to paint."""
        return self._hovered >= 0 or self._to is not None

    @property
    def target(self) -> int | None:
        """Before which line what is dragged would go; None while nothing is."""
        return self._to

    def cancel(self) -> None:
        """Leave everything where it is."""
        self._pressed, self._to = None, None
        self._timer.stop()
        self._hovered = -1
        self._view.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._view.viewport().update()

    def press(self, point: QPoint) -> bool:
        """The mouse is pressed here; whether that is a handle, and the view's own use of it is not wanted."""
        line = self._line_beside(point)
        if line < 0:
            return False
        chosen = self._mover.selection()
        within = not chosen.empty and chosen.start.line <= line <= chosen.end.line
        first, last = (chosen.start.line, chosen.end.line) if within else (line, line)
        self._lines = (first, self._mover.end_of(last))
        self._pressed = point
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def drag(self, point: QPoint) -> None:
        """The mouse is here, held."""
        if self._pressed is None:
            return
        self._at = point
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._to is None and not far:
            return
        self._to = self._gap_at(point.y())
        outside = not 0 <= point.y() < self._view.viewport().height()
        if outside != self._timer.isActive():
            if outside:
                self._timer.start()
            else:
                self._timer.stop()
        self._view.viewport().update()

    def drop(self) -> None:
        """The mouse is let go."""
        to, (first, last) = self._to, self._lines
        self.cancel()
        if to is not None:
            self._mover.move_lines(first, last, to)

    def hover(self, point: QPoint | None) -> None:
        """The mouse is here, not held; None where it has left."""
        line = self._line_beside(point) if point is not None else -1
        if line != self._hovered:
            self._hovered = line
            shape = Qt.CursorShape.OpenHandCursor if line >= 0 else Qt.CursorShape.IBeamCursor
            self._view.viewport().setCursor(shape)
            self._view.viewport().update()

    def paint(self, painter: QPainter, accent: QColor, muted: QColor) -> None:
        """The grip beside the line that the pointer is at; the bar beside what is dragged, the line where it goes."""
        wide = self._width()
        first, last = self._lines
        below: float | None = None
        bottom = 0.0
        for line, room in visible_lines(self._view):
            number = line.blockNumber()
            left = room.left() + (line.layout().lineAt(0).x() if line.layout().lineCount() else 0.0)
            if self._to is None and number == self._hovered:
                _grip(painter, QPointF(left - wide, room.top() + wide / 8), muted)
            if self._to is not None and first <= number <= last:
                painter.fillRect(QRectF(left - wide, room.top(), 3, room.height()), accent)
            if self._to is not None and number >= self._to and below is None:
                below = (bottom + room.top()) / 2 if bottom else room.top()
            bottom = room.bottom()
        if self._to is not None:
            y = bottom if below is None else max(below, 1.0)
            frame = self._view.document().rootFrame().frameFormat()
            painter.setPen(QPen(accent, _THICK))
            painter.drawLine(
                QPointF(frame.leftMargin(), y), QPointF(self._view.viewport().width() - frame.rightMargin(), y)
            )

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (_SCROLL if self._at.y() > 0 else -_SCROLL))
        self._to = self._gap_at(self._at.y())
        self._view.viewport().update()

    def _gap_at(self, y: int) -> int:
        """Before which line something dropped at this height goes."""
        last = 0
        for line, room in visible_lines(self._view):
            if y < room.center().y():
                return line.blockNumber()
            last = line.blockNumber() + 1
        return last

    def _line_beside(self, point: QPoint) -> int:
        """The line in whose margin a point is; -1 for none, or where nothing can be moved."""
        if self._mover.isReadOnly() or self._view.document().blockCount() < 2:
            return -1
        for line, room in visible_lines(self._view):
            if room.top() <= point.y() <= room.bottom():
                edge = room.left() + (line.layout().lineAt(0).x() if line.layout().lineCount() else 0.0)
                return line.blockNumber() if edge - self._width() <= point.x() < edge - 2 else -1
        return -1

    def _width(self) -> float:
        return QFontMetricsF(self._view.document().defaultFont()).height() * _HANDLE


def _grip(painter: QPainter, at: QPointF, colour: QColor) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for row in range(3):
        for column in range(2):
            painter.drawEllipse(at + QPointF(3 + column * 5, 3 + row * 5), _DOT, _DOT)
    painter.restore()
