"""The cards of tables, pictures and landscape pages in the text: each shows what it stands for."""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QImageIOHandler,
    QImageReader,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from clerkwell.ui.editors.richtext.card_drawing import Drawing, corner, draw, paint
from clerkwell.ui.editors.richtext.faces import faces
from clerkwell.ui.editors.richtext.formats import FACE
from clerkwell.ui.kit.style import colours

# Round a card, in pixels: room for the frame of one that is selected.
_ROUND = 5
# So many cards are kept as they were painted: those of a page or two, in one look.
_KEPT = 24


class CardObject(QPyTextObject):
    """Draws the cards. `picture` gives the bytes of a file by its name; `names` says what blocks are called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: Callable[[str], bytes | None] = lambda _: None
        self.names: Mapping[str, str] = {}
        self._laid: OrderedDict[tuple[object, ...], Drawing] = OrderedDict()
        self._painted: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._sizes: dict[tuple[str, int], tuple[int, int] | None] = {}

    def intrinsicSize(self, doc: QTextDocument, position: int, form: QTextFormat) -> QSizeF:  # noqa: N802
        """As wide as the text, and as high as what it shows."""
        frame = doc.rootFrame().frameFormat()
        line = doc.findBlock(position).blockFormat()
        sides = frame.leftMargin() + frame.rightMargin() + line.leftMargin() + line.rightMargin()
        width = max(doc.textWidth() - sides - 4, 40.0)
        return QSizeF(width, self._drawing(doc, form, width)[1].height + 2 * _ROUND)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """What it shows, painted once for each look and width."""
        room = QRectF(rect)
        key, drawing = self._drawing(doc, form, room.width())
        look, ratio = colours(), painter.device().devicePixelRatio()
        kept = (key, look, ratio)
        made = self._painted.get(kept)
        if made is None:
            made = self._paint(drawing, doc.defaultFont(), room.width(), ratio)
            self._painted[kept] = made
            if len(self._painted) > _KEPT:
                self._painted.popitem(last=False)
        painter.drawPixmap(corner(room.adjusted(_ROUND, _ROUND, 0, 0)), made)

    def _drawing(self, doc: QTextDocument, form: QTextFormat, width: float) -> tuple[tuple[object, ...], Drawing]:
        payload, font = form.stringProperty(FACE), doc.defaultFont()
        shown = faces(payload)
        names = tuple(self._named(getattr(face, "block", "")) for face in shown)
        there = tuple(self._size(getattr(face, "file", "")) for face in shown)
        key = (payload, names, there, round(width), font.key())
        drawing = self._laid.get(key)
        if drawing is None:
            drawing = self._laid[key] = draw(shown, width - 2 * _ROUND, font, self._named, self._size)
            if len(self._laid) > 4 * _KEPT:
                self._laid.popitem(last=False)
        return key, drawing

    def _paint(self, drawing: Drawing, font: QFont, width: float, ratio: float) -> QPixmap:
        made = QPixmap(QSize(round(width * ratio), round((drawing.height + _ROUND) * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        widest = round(width * ratio)
        paint(painter, drawing, font, colours(), lambda name: _read(self.picture(name), widest))
        painter.end()
        return made

    def _named(self, block: str) -> str:
        return self.names.get(block, "")

    def _size(self, name: str) -> tuple[int, int] | None:
        """How big a picture is; each is asked once."""
        data = self.picture(name) if name else None
        if data is None:
            return None
        key = (name, len(data))
        if key not in self._sizes:
            self._sizes[key] = _size_of(data)
        return self._sizes[key]


def _read(data: bytes | None, widest: int) -> QPixmap:
    """A picture, no wider than so many pixels."""
    if data is None:
        return QPixmap()
    # Made before what it reads from, so that it goes before that too: else some decoders crash.
    reader, buffer = QImageReader(), QBuffer()
    _open(reader, buffer, data)
    size = reader.size()
    if size.isValid() and size.width() > widest:
        reader.setScaledSize(size.scaled(QSize(widest, size.height()), Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


def _size_of(data: bytes) -> tuple[int, int] | None:
    """How big a picture is the right way up; None for what is none."""
    reader, buffer = QImageReader(), QBuffer()
    _open(reader, buffer, data)
    size = reader.size()
    if not size.isValid():
        size = reader.read().size()
    if size.isEmpty():
        return None
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    return (size.height(), size.width()) if turned else (size.width(), size.height())


def _open(reader: QImageReader, buffer: QBuffer, data: bytes) -> None:
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader.setDevice(buffer)
    reader.setAutoTransform(True)
