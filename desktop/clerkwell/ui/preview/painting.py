"""How a page looks on its desk."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from clerkwell.ui.kit.palettes import LIGHT

# The soft edge round a page, in pixels.
_SHADOW = 5
# How wide the mark of a line is, and how far beside the page, in pixels.
_MARK, _BESIDE = 4, 8


def paint_page(painter: QPainter, area: QRect, picture: QImage | None, ratio: float) -> None:
    """A page with its shadow; `ratio` is how many pixels of the screen are one of Qt's."""
    for grown in range(_SHADOW, 0, -1):
        shade = QColor(0, 0, 0, 8 + (_SHADOW - grown) * 6)
        painter.setPen(QPen(shade, 1))
        painter.drawRoundedRect(area.adjusted(-grown, -grown + 2, grown - 1, grown + 1), grown, grown)
    # Paper is white in every look: it is what will be printed.
    painter.fillRect(area, QColor("white"))
    if picture is None:
        return
    sharp = abs(picture.width() - area.width() * ratio) <= ratio + 1
    if sharp:
        # To the device's own pixel, so that none is spread over two.
        at = QPoint(round(area.left() * ratio), round(area.top() * ratio))
        size = QRectF(at.x() / ratio, at.y() / ratio, picture.width() / ratio, picture.height() / ratio)
        painter.drawImage(size, picture)
    else:
        painter.drawImage(area, picture)


def paint_mark(painter: QPainter, area: QRect, top: float, bottom: float) -> None:
    """A stroke beside the line that is being written. On white paper it has the colour of the light look in all."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    stroke = QRectF(area.left() + _BESIDE, area.top() + top - 1, _MARK, max(bottom - top, 8) + 2)
    painter.drawRoundedRect(stroke, 2, 2)
    # What is drawn after it is not filled.
    painter.restore()
