"""A PDF of an exported document, beside it or by itself."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event

from clerkwell.packs import Pack
from clerkwell.printing import Choice, PrintingError, engines, to_pdf
from clerkwell.system import FileError, atomic_write, read_bytes

__all__ = ["MadePdf", "PdfPages", "PrintingError", "export_pdf", "page_advice", "pdf_of"]


@dataclass(frozen=True)
class PdfPages:
    """A PDF: its bytes, what made it in words ("LibreOffice"), whether it only approximates, and its pages.

    `notes` are sentences about what was tried before, in vain.
    """

    data: bytes
    by: str
    approximate: bool
    pages: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class MadePdf(PdfPages):
    """A PDF in a file."""

    path: Path = Path()


def pdf_of(
    document: bytes, *, choice: Choice = "automatic", libreoffice: str = "", stop: Event | None = None
) -> PdfPages:
    """The PDF of a Word document. `choice` and `libreoffice` are the settings of what pages are made with.

    Raises `PrintingError` where none can be made, `StoppedError` once `stop` is set.
    """
    made = to_pdf(document, lambda: engines(choice, libreoffice), stop)
    return PdfPages(made.data, made.engine.name, made.engine.approximate, made.pages, made.notes)


def export_pdf(
    document: Path, *, choice: Choice = "automatic", libreoffice: str = "", stop: Event | None = None
) -> MadePdf:
    """Make the PDF of a written Word document, under its name and beside it; a PDF of that name is written over.

    Raises `FileError` where the document cannot be read or the PDF not written, and what `pdf_of` raises; the document
    stays as it is.
    """
    path = document.with_suffix(".pdf")
    if path == document:
        raise FileError(f"{document.name} is a PDF already; give a Word document.", document)
    made = pdf_of(read_bytes(document), choice=choice, libreoffice=libreoffice, stop=stop)
    atomic_write(path, made.data)
    return MadePdf(made.data, made.by, made.approximate, made.pages, made.notes, path)


def page_advice(pages: int, pack: Pack) -> str:
    """What the council says of that many pages, in a sentence; "" where it says nothing."""
    most, note = pack.manifest.pages.most, pack.manifest.pages.note
    if most is None:
        return note
    council = pack.manifest.pack.council or "The council"
    length = "one page" if most == 1 else f"{most} pages"
    said = f"{council} advises at most {length}"
    return f"{said}, and this is {pages - most} over." if pages > most else f"{said}."
