"""A PDF made beside an exported document."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event

from clerkwell.packs import Pack
from clerkwell.printing import Choice, PrintingError, engines, to_pdf
from clerkwell.system import FileError, atomic_write, read_bytes

__all__ = ["MadePdf", "PrintingError", "export_pdf", "page_advice"]


@dataclass(frozen=True)
class MadePdf:
    """A PDF: where it is, what made it in words ("LibreOffice"), whether it only approximates, and its pages.

    `notes` are sentences about what was tried before, in vain.
    """

    path: Path
    by: str
    approximate: bool
    pages: int
    notes: tuple[str, ...] = ()


def export_pdf(
    document: Path, *, choice: Choice = "automatic", libreoffice: str = "", stop: Event | None = None
) -> MadePdf:
    """Make the PDF of a written Word document, under its name and beside it; a PDF of that name is written over.

    `choice` and `libreoffice` are the settings of what pages are made with. Raises `FileError` where the document
    cannot be read or the PDF not written, `PrintingError` where none can be made, `StoppedError` once `stop` is set;
    the document stays as it is.
    """
    path = document.with_suffix(".pdf")
    if path == document:
        raise FileError(f"{document.name} is a PDF already; give a Word document.", document)
    made = to_pdf(read_bytes(document), lambda: engines(choice, libreoffice), stop)
    atomic_write(path, made.data)
    return MadePdf(path, made.engine.name, made.engine.approximate, made.pages, made.notes)


def page_advice(pages: int, pack: Pack) -> str:
    """What the council says of that many pages, in a sentence; "" where it says nothing."""
    most, note = pack.manifest.pages.most, pack.manifest.pages.note
    if most is None:
        return note
    council = pack.manifest.pack.council or "The council"
    length = "one page" if most == 1 else f"{most} pages"
    said = f"{council} advises at most {length}"
    return f"{said}, and this is {pages - most} over." if pages > most else f"{said}."
