"""Drawing what is not a character: references and footnote marks in the line.

A reference looks like the words it stands for, underlined with dots; a footnote mark like its number.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from clerkwell.ui.editors.richtext.card_object import CardObject
from clerkwell.ui.editors.richtext.formats import CARD_OBJECT, INLINE_OBJECT, WORDS
from clerkwell.ui.editors.richtext.formats import RUN as RUN_PROPERTY


class InlineObject(QPyTextObject):
    """Draws references and footnote marks."""

    def intrinsicSize(self, doc: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:  # noqa: N802
        """The room that the words take."""
        metrics = QFontMetricsF(_font(doc, form))
        return QSizeF(metrics.horizontalAdvance(_words(form)), metrics.ascent())

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """The words, on the line's own base line."""
        font, room = _font(doc, form), QRectF(rect)
        painter.save()
        painter.setFont(font)
        painter.setPen(QPen(form.foreground().color()))
        # A footnote's mark stands above the line, a reference on it.
        base = room.bottom() - (QFontMetricsF(font).ascent() * 0.5 if _is_note(form) else 0)
        painter.drawText(QPointF(room.left(), base), _words(form))
        if not _is_note(form):
            pen = QPen(form.foreground().color(), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            under = room.bottom() + QFontMetricsF(font).underlinePos() + 1
            painter.drawLine(QPointF(room.left(), under), QPointF(room.right(), under))
        painter.restore()


def register(document: QTextDocument, inline: InlineObject, card: CardObject) -> None:
    """Have a document draw its objects with these."""
    layout = document.documentLayout()
    layout.registerHandler(INLINE_OBJECT, inline)
    layout.registerHandler(CARD_OBJECT, card)


def _words(form: QTextFormat) -> str:
    return form.stringProperty(WORDS)


def _is_note(form: QTextFormat) -> bool:
    return '"kind":"footnote"' in form.stringProperty(RUN_PROPERTY)


def _font(document: QTextDocument, form: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    points = form.doubleProperty(QTextFormat.Property.FontPointSize)
    if points:
        font.setPointSizeF(points)
    if form.intProperty(QTextFormat.Property.FontWeight) >= QFont.Weight.Bold:
        font.setBold(True)
    if _is_note(form):
        font.setPointSizeF(font.pointSizeF() * 0.75)
    return font
