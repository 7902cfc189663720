"""A PDF as pages: how many, how large, pictures of them, and their words."""

import threading
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from clerkwell.printing.errors import PrintingError

# PDFium takes one caller at a time, whatever document they are about: who calls it holds this.
ONE_AT_A_TIME = threading.Lock()
# Pixels across or down that no picture of a page is larger than: a page of a stranger's size is not to fill memory.
LARGEST = 6000


@dataclass(frozen=True)
class Picture:
    """A page as pixels: four bytes each (blue, green, red, unused), `stride` bytes a line."""

    width: int
    height: int
    stride: int
    data: bytes


class Pdf:
    """An open PDF. Any thread may ask; `sizes` are the pages' widths and heights in points (1/72 inch)."""

    def __init__(self, data: bytes) -> None:
        """Raises `PrintingError` for what is not a PDF with at least one page."""
        with ONE_AT_A_TIME:
            try:
                self._document: pypdfium2.PdfDocument | None = pypdfium2.PdfDocument(data)
                self.sizes = tuple(self._document.get_page_size(at) for at in range(len(self._document)))
            except pypdfium2.PdfiumError as error:
                raise PrintingError("What was made is not a PDF that can be read.") from error
        if not self.sizes:
            self.close()
            raise PrintingError("What was made is a PDF without a page.")

    def picture(self, page: int, scale: float) -> Picture | None:
        """A page, `scale` pixels for each point; nothing once the PDF is closed."""
        width, height = self.sizes[page]
        scale = min(scale, LARGEST / max(width, height, 1))
        with ONE_AT_A_TIME:
            if self._document is None:
                return None
            opened = self._document[page]
            try:
                bitmap = opened.render(scale=scale, rev_byteorder=False, force_bitmap_format=pdfium.FPDFBitmap_BGRx)
                return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                opened.close()

    def text(self, page: int) -> str:
        """The characters of a page in their order; nothing once the PDF is closed."""
        with ONE_AT_A_TIME:
            if self._document is None:
                return ""
            opened = self._document[page]
            words = opened.get_textpage()
            try:
                return str(words.get_text_range())
            finally:
                words.close()
                opened.close()

    def edges(self, page: int, character: int) -> tuple[float, float] | None:
        """How far down a page the upper and the lower edge of a character of its `text` are, in points.

        None once the PDF is closed.
        """
        with ONE_AT_A_TIME:
            if self._document is None:
                return None
            opened = self._document[page]
            words = opened.get_textpage()
            try:
                _, low, _, high = words.get_charbox(min(character, words.count_chars() - 1), loose=True)
            finally:
                words.close()
                opened.close()
        height = self.sizes[page][1]
        return height - high, height - low

    def close(self) -> None:
        """Let go of it."""
        with ONE_AT_A_TIME:
            if self._document is not None:
                self._document.close()
                self._document = None


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises `PrintingError` for what is none."""
    opened = Pdf(data)
    opened.close()
    return len(opened.sizes)
