"""References, footnote marks and cards that are selected, drawn so that their words can still be read.

Qt lays the colour of the selection half over an object when it is drawn, and that takes the contrast from its words.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.card_object import CardObject
from clerkwell.ui.editors.richtext.formats import CARD_OBJECT, INLINE_OBJECT
from clerkwell.ui.editors.richtext.margin import visible_lines
from clerkwell.ui.editors.richtext.objects import InlineObject

# Of the frame round a card that is selected, in pixels.
_FRAME = 3


def paint_chosen(view: QTextEdit, painter: QPainter, inline: InlineObject, card: CardObject) -> None:
    """Draw the selected objects that can be seen once more: words on the selection's colour, cards in a frame of it."""
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    look = view.palette()
    for line, room in visible_lines(view):
        for at, letter in enumerate(line.text()):
            position = line.position() + at
            if letter != OBJECT or not start <= position < end:
                continue
            cursor.setPosition(position + 1)
            form = cursor.charFormat()
            if form.objectType() == INLINE_OBJECT:
                where = _room_of(line, room, at, inline.intrinsicSize(view.document(), position, form).height())
                _words(painter, where, look, form)
                inline.drawObject(painter, where, view.document(), position, form)
            elif form.objectType() == CARD_OBJECT:
                where = _room_of(line, room, at, card.intrinsicSize(view.document(), position, form).height())
                painter.fillRect(where, look.color(QPalette.ColorRole.Base))
                card.drawObject(painter, where, view.document(), position, form)
                _frame(painter, where, look)


def _words(painter: QPainter, where: QRectF, look: QPalette, form: QTextCharFormat) -> None:
    painter.fillRect(where, look.color(QPalette.ColorRole.Highlight))
    form.setForeground(QBrush(look.color(QPalette.ColorRole.HighlightedText)))


def _frame(painter: QPainter, where: QRectF, look: QPalette) -> None:
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color(QPalette.ColorRole.Highlight), _FRAME))
    painter.drawRoundedRect(where.adjusted(2, 2.5, -2, -2.5), 4, 4)
    painter.restore()


def _room_of(line: QTextBlock, room: QRectF, at: int, height: float) -> QRectF:
    """Where the object is that stands at this place of a line, in the viewport's pixels; it stands on the base line."""
    laid = line.layout().lineForTextPosition(at)
    left, right = (_x(laid.cursorToX(each)) for each in (at, at + 1))
    base = room.top() + laid.y() + laid.ascent()
    return QRectF(room.left() + left, base - height, right - left, height)


def _x(found: object) -> float:
    """The place that Qt tells; in PySide6 it comes with the cursor it is of."""
    place = found[0] if isinstance(found, tuple) else found
    assert isinstance(place, int | float)
    return place
