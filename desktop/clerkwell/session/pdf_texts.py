"""What a PDF that travels with a report says, and who it says made it."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # the library carries no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the same

from clerkwell.printing.pdf import ONE_AT_A_TIME


@dataclass(frozen=True)
class PdfTexts:
    """The words of each page, its addresses and the document's own properties, by name."""

    pages: tuple[str, ...]
    addresses: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    files_inside: int


def pdf_texts(data: bytes) -> PdfTexts | None:
    """What a PDF holds; nothing if it is damaged or has a password."""
    try:
        # The preview may be drawing pages at this moment.
        with ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(data)) as document:
            pages: list[str] = []
            addresses: list[str] = []
            for index in range(len(document)):
                with closing(document[index]) as page, closing(page.get_textpage()) as words:
                    pages.append(words.get_text_bounded())
                    addresses += _addresses(document, page)
            properties = tuple((name, text) for name, text in document.get_metadata_dict().items() if text.strip())
            return PdfTexts(tuple(pages), tuple(addresses), properties, document.count_attachments())
    except pypdfium2.PdfiumError:
        return None


def _addresses(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    """The addresses that links of a page lead to (ISO 32000, 12.6.4.7)."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0) if action else 0
        if size:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
            yield buffer.raw[: size - 1].decode(errors="replace")
