"""Making a PDF, from the command line."""

from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.packs import Pack
from clerkwell.session.pdf import PrintingError, export_pdf, page_advice
from clerkwell.system import FileError, load_settings


def say_pdf(document: Path, pack: Pack | None) -> None:
    """Make the PDF beside a written document, and say what it is. Raises `CommandError`; the document stays.

    `pack` says how long the council likes its reports; none for what is no report.
    """
    settings = load_settings()
    try:
        made = export_pdf(document, choice=settings.make_pages_with, libreoffice=settings.libreoffice)
    except (PrintingError, FileError) as error:
        raise CommandError(f"{document.name} was written, but no PDF of it: {error}") from error
    for note in made.notes:
        say(note)
    pages = "1 page" if made.pages == 1 else f"{made.pages} pages"
    if made.approximate:
        say(f"{made.path} has {pages}. It is an approximation: Word may lay the pages out otherwise.")
    else:
        say(f"{made.path} has {pages}, made by {made.by} from the document.")
    if pack is not None and (advice := page_advice(made.pages, pack)):
        say(advice)
