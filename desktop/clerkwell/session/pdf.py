"""A PDF made beside an exported document."""

from dataclasses import dataclass
from pathlib import Path

from clerkwell.printing import PrintingError


@dataclass(frozen=True)
class MadePdf:
    """A PDF: where it is, what made it in words ("LibreOffice"), whether it only approximates, and its pages."""

    path: Path
    by: str
    approximate: bool
    pages: int


def export_pdf(document: Path) -> MadePdf:
    """Make the PDF of a written Word document, under its name and beside it; a PDF of that name is written over.

    Raises `FileError` where the document cannot be read or the PDF not written, `PrintingError` where none can be
    made; the document stays as it is.
    """
    raise PrintingError(f"No PDF of {document.name} was made.")
