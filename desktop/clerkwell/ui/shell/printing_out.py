"""Printing: the pages that an export would have, through the system's own dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clerkwell.printing import PrintingError, StoppedError
from clerkwell.printing.pdf import Pdf
from clerkwell.session.exporting import ExportRefusedError
from clerkwell.session.printed import PrintedPages, pages_to_print
from clerkwell.ui.shell.ruled import no_drafts
from clerkwell.ui.shell.saving import file_name
from clerkwell.word.writer import WordError

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools

# Dots to the inch that words are sharp at; more only fills the printer's memory.
_DOTS = 300
_POINTS = 72


def ask_printer(pages: int, name: str, parent: QWidget, *, draft: bool = False) -> QPrinter | None:
    """Put the system's dialog and wait; the printer with what was chosen, or None.

    `name` is what the print queue and a file are called.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    what = "1 page" if pages == 1 else f"{pages} pages"
    dialog.setWindowTitle(f"Print {what} of a draft" if draft else f"Print {what}")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def print_report(tools: Tools) -> None:
    """Make the pages of the open report, ask for a printer, and print them."""
    opened = tools.frame.opened
    if opened is None:
        return
    session, settings = opened.session, tools.services.keeper.settings
    if session.partly_known:
        tools.messages.notice(
            "This report was made by a newer version of Clerkwell, and pages made here would lack what only that "
            "version knows. Print it there, or update Clerkwell.",
            "bad",
        )
        return
    report, pack, files = session.report, session.pack, session.attachments

    def make() -> PrintedPages | str:
        try:
            return pages_to_print(
                report,
                pack,
                files,
                may_accept=settings.allow_acceptance,
                may_draft=settings.allow_drafts,
                choice=settings.make_pages_with,
                libreoffice=settings.libreoffice,
            )
        except (PrintingError, StoppedError, WordError) as error:
            return str(error)
        except ExportRefusedError:
            return f"What is listed in “Check your report” stands in the way. {no_drafts(settings)}"

    def choose(pages: PrintedPages | str) -> None:
        if isinstance(pages, str):
            tools.messages.notice(f"Nothing was printed. {pages}", "bad")
            return
        made = pages.made
        printer = ask_printer(made.pages, file_name(report), tools.frame.widget, draft=pages.draft)
        if printer is None:
            tools.messages.say("Not printed.")
            return
        tools.work.do("Printing", lambda: print_pages(made.data, printer), lambda count: tell(pages, count))

    def tell(pages: PrintedPages, count: int) -> None:
        if not count:
            tools.messages.notice("Nothing was printed: the printer did not take the pages. Try another one.", "bad")
            return
        what = "page of a draft" if pages.draft else "page of the final document"
        told = f"1 {what} went" if count == 1 else f"{count} {what.replace('page', 'pages', 1)} went"
        notes = "".join(f" {each}" for each in pages.notes)
        tools.messages.notice(f"{told} to the printer.{notes}", "good")

    tools.work.do("Making the pages", make, choose)


def print_pages(data: bytes, printer: QPrinter) -> int:
    """Print a PDF's pages, those that were chosen, and give their number; 0 where the printer takes none.

    It may run on another thread: nothing else uses the printer meanwhile.
    """
    pdf = Pdf(data)
    try:
        chosen = _chosen(printer, len(pdf.sizes))
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF())
        painter = QPainter()
        printed = 0
        for page in chosen:
            wide = pdf.sizes[page][0] > pdf.sizes[page][1]
            printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                break
            _paint(painter, pdf, page, printer)
            printed += 1
        if painter.isActive() and not painter.end():
            return 0
        return printed
    finally:
        pdf.close()


def _chosen(printer: QPrinter, pages: int) -> list[int]:
    """The pages to print, from 0, in their order, as often as the printer cannot do by itself."""
    ranges = printer.pageRanges()
    chosen = [at for at in range(pages) if ranges.isEmpty() or ranges.contains(at + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def _paint(painter: QPainter, pdf: Pdf, page: int, printer: QPrinter) -> None:
    dots = min(printer.resolution(), _DOTS)
    picture = pdf.picture(page, dots / _POINTS)
    if picture is None:
        return
    image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    paper.moveTo(0, 0)
    # In its own size; smaller only where the paper is.
    width, height = (each * printer.resolution() / _POINTS for each in pdf.sizes[page])
    scale = min(1.0, paper.width() / width, paper.height() / height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(paper.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image, QRectF(image.rect()), Qt.ImageConversionFlag.AutoColor)
