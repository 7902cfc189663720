"""Drawing what is not a character: references and footnote marks in the line, and the cards of tables and pictures.

A reference looks like the words it stands for, underlined with dots; a footnote mark like its number. A card is a
framed line that says what it stands for.
"""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

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


class CardObject(QPyTextObject):
    """Draws the cards of tables, pictures and landscape stretches. `palette` is the palette of the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.palette = QPalette()

    def intrinsicSize(self, doc: QTextDocument, position: int, _form: QTextFormat) -> QSizeF:  # noqa: N802
        """The whole line, two lines of text high."""
        frame = doc.rootFrame().frameFormat()
        line = doc.findBlock(position).blockFormat()
        sides = frame.leftMargin() + frame.rightMargin() + line.leftMargin() + line.rightMargin()
        return QSizeF(max(doc.textWidth() - sides - 4, 40.0), QFontMetricsF(doc.defaultFont()).height() * 2.2)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """A frame with what the card says."""
        font = doc.defaultFont()
        metrics = QFontMetricsF(font)
        box = QRectF(rect).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.save()
        painter.setFont(font)
        painter.setPen(QPen(self.palette.color(QPalette.ColorRole.Mid)))
        painter.setBrush(self.palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(box, 4, 4)
        inner = box.adjusted(metrics.height() * 0.6, 0, -metrics.height() * 0.6, 0)
        painter.setPen(QPen(self.palette.color(QPalette.ColorRole.Text)))
        words = metrics.elidedText(_words(form), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
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
