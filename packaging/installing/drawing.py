"""Draw a picture of lines (SVG) as a picture of points (PNG) of one size: drawing.py FROM TO SIZE."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def draw(source: str, into: str, size: int) -> bool:
    """Whether it could be drawn and written."""
    app = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(source)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    del app
    return renderer.isValid() and image.save(into)


if __name__ == "__main__":
    sys.exit(0 if draw(sys.argv[1], sys.argv[2], int(sys.argv[3])) else 1)
