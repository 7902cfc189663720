"""What a PDF that travels with a report says, and who it says made it."""

import ctypes
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

import pypdfium2  # type: ignore[import-untyped]  # the library carries no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the same

from clerkwell.printing.pdf import ONE_AT_A_TIME

# Where each version of a file that was added to ends (ISO 32000, 7.5.6), and how many are gone through.
_END = b"%%EOF"
_MOST_VERSIONS = 20
# The document's properties once more, as XML (14.3.2); most programs leave it uncompressed.
_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# How PDFium writes a hyphen at the end of a line.
_LINE_END = "\x02"
_PARTED = re.compile(r"\x02\s*")


@dataclass(frozen=True)
class PdfTexts:
    """The words of each page, what is said beside them, its addresses and the document's own properties, by name.

    `beside` are notes, answers in forms and bookmarks; `earlier` the words of versions that were changed since, which
    are still in the file. `bare` are the numbers of pages that show no text, as scans do.
    """

    pages: tuple[str, ...]
    addresses: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    files_inside: tuple[tuple[str, bytes], ...]
    beside: tuple[str, ...] = ()
    notes: int = 0
    earlier: tuple[str, ...] = ()

    @property
    def bare(self) -> tuple[int, ...]:
        """The numbers of the pages that show no text, as scans do."""
        return tuple(number for number, page in enumerate(self.pages, start=1) if not page.strip())


def is_pdf(data: bytes) -> bool:
    """Whether these bytes are a PDF. Programs look for its beginning in the first kilobyte."""
    return b"%PDF-" in data[:1024] and not data.startswith(b"PK")


def pdf_texts(data: bytes) -> PdfTexts | None:
    """What a PDF holds; nothing if it is damaged or has a password."""
    # The preview may be drawing pages at this moment.
    with ONE_AT_A_TIME:
        now = _read(data)
        if now is None:
            return None
        told = {*now.pages, *now.beside, *(text for _, text in now.properties)}
        earlier: list[str] = []
        for version in _versions(data):
            before = _read(version)
            for text in (
                () if before is None else (*before.pages, *before.beside, *(each for _, each in before.properties))
            ):
                if text.strip() and text not in told:
                    told.add(text)
                    earlier.append(text)
        return replace(now, earlier=tuple(earlier))


def pdf_pages(data: bytes) -> tuple[str, ...] | None:
    """What the pages of a PDF show, each once, words parted at a line's end in one; nothing if it cannot be opened."""
    with ONE_AT_A_TIME:
        try:
            with closing(pypdfium2.PdfDocument(data)) as document:
                pages: list[str] = []
                for index in range(len(document)):
                    with closing(document[index]) as page, closing(page.get_textpage()) as words:
                        pages.append(_PARTED.sub("", words.get_text_bounded()))
                return tuple(pages)
        except pypdfium2.PdfiumError:
            return None


def _versions(data: bytes) -> Iterator[bytes]:
    """The file as it was before each time that something was added to it, the latest first."""
    ends = [found.end() for found in re.finditer(_END, data)][:-1]
    for end in reversed(ends[-_MOST_VERSIONS:]):
        yield data[:end] + b"\n"


def _read(data: bytes) -> PdfTexts | None:
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            pages: list[str] = []
            addresses: list[str] = []
            beside = [each.get_title() for each in document.get_toc()]
            beside += [_TAG.sub(" ", found.decode(errors="replace")) for found in _PACKET.findall(data)]
            notes = 0
            for index in range(len(document)):
                with closing(document[index]) as page:
                    with closing(page.get_textpage()) as words:
                        pages.append(_joined(words.get_text_bounded()))
                    addresses += _addresses(document, page)
                    said = tuple(_annotations(page))
                    notes += sum(note for _, note in said)
                    beside += [text for text, _ in said]
            properties = tuple((name, text) for name, text in document.get_metadata_dict().items() if text.strip())
            return PdfTexts(
                tuple(pages), tuple(addresses), properties, tuple(_inside(document)), tuple(filter(None, beside)), notes
            )
    except pypdfium2.PdfiumError:
        return None


def _joined(page: str) -> str:
    """The words of a page, those parted at the end of a line both as they stand and in one."""
    if _LINE_END not in page:
        return page
    return page.replace(_LINE_END, "-") + "\n" + page.replace(_LINE_END, "")


def _annotations(page: pypdfium2.PdfPage) -> Iterator[tuple[str, bool]]:
    """What notes on a page and answers in its form say (ISO 32000, 12.5.2, 12.7.3), and whether it is a note."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        texts = [_string(annotation, key) for key in (b"Contents", b"RC", b"V", b"TU")]
        note = kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_POPUP)
        who = _string(annotation, b"T") if note else ""
        pdfium.FPDFPage_CloseAnnot(annotation)
        said = "\n".join(filter(None, (*texts, who)))
        if said:
            yield said, note


def _string(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", errors="replace")


def _inside(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files that a PDF carries, as a whole or pinned to a page (ISO 32000, 7.11.4)."""
    kept = [pdfium.FPDFDoc_GetAttachment(document.raw, index) for index in range(document.count_attachments())]
    yield from _files(kept, document)
    for number in range(len(document)):
        with closing(document[number]) as page:
            for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
                annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
                if annotation:
                    yield from _files([pdfium.FPDFAnnot_GetFileAttachment(annotation)], document)
                    pdfium.FPDFPage_CloseAnnot(annotation)


def _files(kept: Iterable[object], document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    for raw in kept:
        if not raw:
            continue
        each = pypdfium2.PdfAttachment(raw, document)
        try:
            yield each.get_name(), bytes(each.get_data())
        except pypdfium2.PdfiumError:
            # An entry without a file behind it.
            continue


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
