"""Pictures of pages, drawn on another thread when they come into view, and kept within a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from clerkwell.ui.kit import QtRunner

if TYPE_CHECKING:
    from clerkwell.printing.pdf import Pdf

# Bytes that pictures may take: a screenful of large pages at twice the usual sharpness.
BUDGET = 40_000_000


class PageDrawer(QObject):
    """Draws the pages of one PDF at a time. `drawn` says that the picture of a page is there."""

    drawn = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = QtRunner(self)
        self._pdf: Pdf | None = None
        self._pictures: dict[int, tuple[float, QImage]] = {}
        # From the PDF before this one, to be shown until there is a new picture.
        self._old: dict[int, QImage] = {}
        # The pages to draw, in this order, and how many pixels each has for a point.
        self._wanted: dict[int, float] = {}
        self._busy = False

    def open(self, pdf: Pdf) -> None:
        """Draw the pages of this PDF from now on."""
        if self._pdf is not None:
            # Elsewhere: it waits for a page that is just being drawn.
            self._runner.run(self._pdf.close, lambda _: None)
        self._old = {page: self._pictures[page][1] for page in self._pictures} or self._old
        self._pictures = {}
        self._pdf = pdf

    def want(self, pages: dict[int, float]) -> None:
        """Draw these pages, the first one first, so many pixels for a point; keep no more than the budget allows."""
        self._wanted = pages
        self._old = {page: image for page, image in self._old.items() if page in pages}
        self._prune()
        self._next()

    def picture(self, page: int) -> QImage | None:
        """The picture of a page: an old one, or one of another size, while the new one is drawn."""
        kept = self._pictures.get(page)
        return kept[1] if kept else self._old.get(page)

    def is_new(self, page: int) -> bool:
        """Whether the picture of a page is of the PDF that is open."""
        return page in self._pictures

    @property
    def held(self) -> int:
        """Bytes that the pictures take."""
        return sum(image.sizeInBytes() for _, image in self._pictures.values())

    def close(self) -> None:
        """Draw nothing more."""
        self._wanted = {}
        self._runner.stop()
        self._let_go()

    def _let_go(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None

    def _next(self) -> None:
        pdf = self._pdf
        if self._busy or pdf is None:
            return
        page, scale = next((each for each in self._wanted.items() if self._is_missing(*each)), (-1, 0.0))
        if page < 0:
            return
        self._busy = True

        def draw() -> QImage | None:
            made = pdf.picture(page, scale)
            if made is None:
                return None
            # The copy is Qt's own: the bytes go with the picture they came in.
            return QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGB32).copy()

        def done(image: QImage | None) -> None:
            self._busy = False
            if image is not None and pdf is self._pdf:
                self._pictures[page] = (scale, image)
                self._old.pop(page, None)
                self._prune()
                self.drawn.emit(page)
            self._next()

        self._runner.run(draw, done)

    def _is_missing(self, page: int, scale: float) -> bool:
        kept = self._pictures.get(page)
        return kept is None or abs(kept[0] - scale) > 0.001

    def _prune(self) -> None:
        """Drop what is not wanted, the farthest first, until the rest is within the budget."""
        size = self.held
        middle = next(iter(self._wanted), 0)
        for page in sorted(self._pictures, key=lambda page: abs(page - middle), reverse=True):
            if size <= BUDGET:
                return
            if page not in self._wanted:
                size -= self._pictures.pop(page)[1].sizeInBytes()
