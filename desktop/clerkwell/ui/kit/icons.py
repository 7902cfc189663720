"""Icons: our own drawings in `resources/icons`, coloured as the look in use asks."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from clerkwell.system import resources_folder
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import colours, scaled

# Of the ordinary size of text: beside words, in bars, and both again on a screen of two dots a pixel.
_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, colour: str = "", look: Colours | None = None) -> QIcon:
    """The icon of this name in the text's colour, or in another (an attribute of `Colours`, such as "error")."""
    look = look or colours()
    sizes = tuple(map(scaled, _SIZES))
    # The ground of a main button goes where it cannot be used, and what stands on it would go along.
    faint = look.faint if colour in ("", "on_accent") else ""
    return _icon(name, getattr(look, colour or "text"), faint, look.base, sizes)


# A section's page has twenty of them, and each page the same.
@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str, background: str, sizes: tuple[int, ...]) -> QIcon:
    """The icon in a colour, and in the `faint` one where it is disabled, if there is one."""
    made = QIcon()
    for size in sizes:
        made.addPixmap(pixmap(name, size, 1.0, colour, background))
        if faint:
            made.addPixmap(pixmap(name, size, 1.0, faint, background), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, size: int, ratio: float, colour: str, background: str) -> QPixmap:
    """One drawing at `size` pixels, `ratio` device pixels each. What is cut out of a filled shape is `background`."""
    key = f"clerkwell/{name}/{size}/{ratio}/{colour}/{background}"
    done = QPixmap()
    if QPixmapCache.find(key, done):
        return done
    drawing = _drawing(name).replace(b"currentColor", colour.encode())
    drawing = drawing.replace(b'"background"', f'"{background}"'.encode())
    done = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    done.fill(Qt.GlobalColor.transparent)
    painter = QPainter(done)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, done.width(), done.height()))
    painter.end()
    done.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, done)
    return done


@cache
def _drawing(name: str) -> bytes:
    return (resources_folder() / "icons" / f"{name}.svg").read_bytes()
