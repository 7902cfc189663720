"""Drawing what is not a character: references and footnote marks in the line, and the cards of tables and pictures.

A reference looks like the words it stands for, underlined with dots; a footnote mark like its number. A card is a
framed line that says what it stands for.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImageReader,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from clerkwell.ui.editors.richtext.formats import CARD_OBJECT, INLINE_OBJECT, PICTURE, WORDS
from clerkwell.ui.editors.richtext.formats import RUN as RUN_PROPERTY

# How high cards are, in lines of text.
_LINES, _PICTURE_LINES = 2.2, 5.5
# So many lines of words stand beside a picture, the ends of lines that wrap counted off.
_BESIDE = 3.2


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
    """Draws the cards of tables, pictures and landscape stretches.

    `palette` is the palette of the view; `picture` gives the bytes of the file of this name.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.palette = QPalette()
        self.picture: Callable[[str], bytes | None] = lambda _: None
        self._thumbnails: dict[tuple[str, int, int], QPixmap] = {}

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:  # noqa: N802
        """The whole line, two lines of text high; higher for a picture, of which a small one is shown."""
        frame = doc.rootFrame().frameFormat()
        line = doc.findBlock(position).blockFormat()
        sides = frame.leftMargin() + frame.rightMargin() + line.leftMargin() + line.rightMargin()
        lines = _PICTURE_LINES if form.hasProperty(PICTURE) else _LINES
        return QSizeF(max(doc.textWidth() - sides - 4, 40.0), QFontMetricsF(doc.defaultFont()).height() * lines)

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
        small = self._thumbnail(painter, form, round(box.height() - metrics.height() * 0.6))
        if small is not None:
            size = small.deviceIndependentSize()
            painter.drawPixmap(QPointF(inner.left(), box.center().y() - size.height() / 2), small)
            inner.setLeft(inner.left() + size.width() + metrics.height() * 0.6)
        painter.setPen(QPen(self.palette.color(QPalette.ColorRole.Text)))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        # Beside a picture there is room for some lines.
        room = inner.width() * (_BESIDE if small is not None else 1)
        words = metrics.elidedText(_words(form), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(middle) | int(Qt.TextFlag.TextWordWrap), words)
        painter.restore()

    def _thumbnail(self, painter: QPainter, form: QTextFormat, high: int) -> QPixmap | None:
        """The picture of a card, small; each is made once in each size."""
        name = form.stringProperty(PICTURE)
        data = self.picture(name) if name else None
        if data is None or high < 1:
            return None
        ratio = painter.device().devicePixelRatio()
        key = (name, len(data), round(high * ratio))
        if key not in self._thumbnails:
            self._thumbnails[key] = _small(data, QSize(round(high * 2.2 * ratio), round(high * ratio)), ratio)
        made = self._thumbnails[key]
        return None if made.isNull() else made


def register(document: QTextDocument, inline: InlineObject, card: CardObject) -> None:
    """Have a document draw its objects with these."""
    layout = document.documentLayout()
    layout.registerHandler(INLINE_OBJECT, inline)
    layout.registerHandler(CARD_OBJECT, card)


def _small(data: bytes, room: QSize, ratio: float) -> QPixmap:
    # Made before what it reads from, so that it goes before that too: else some decoders crash.
    reader, buffer = QImageReader(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(ratio)
    return made


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
