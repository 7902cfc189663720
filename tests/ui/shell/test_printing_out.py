"""Printing: pages of a draft or of a final, through a printer that the user chooses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import ReplaceReport
from clerkwell.printing.pdf import Pdf
from clerkwell.system import Settings
from clerkwell.ui.shell import MainWindow, printing_out
from clerkwell.ui.shell.printing_out import ask_printer, print_pages
from helpers.desk import Recorder
from helpers.pdfs import make_pdf
from helpers.shipped import kept, sample, shipped
from helpers.windows import Chosen, make_services, open_window

PACK = shipped("north-somerset-executive-2022")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen) -> Iterator[MainWindow]:
    services = make_services(tmp_path, PACK)
    services.keeper.change(Settings(make_pages_with="approximation"))
    with open_window(services, messages, chosen) as opened:
        qtbot.waitExposed(opened)
        opened.commands.new_in(PACK.manifest.pack.id)
        yield opened


@pytest.fixture
def out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the printer that is chosen writes."""
    path = tmp_path / "printed.pdf"
    monkeypatch.setattr(printing_out, "ask_printer", lambda *_, **__: printer(path))
    return path


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def sizes(path: Path) -> list[tuple[int, int]]:
    pdf = Pdf(path.read_bytes())
    pdf.close()
    return [(round(width), round(height)) for width, height in pdf.sizes]


def inked(path: Path) -> bool:
    pdf = Pdf(path.read_bytes())
    picture = pdf.picture(0, 0.5)
    pdf.close()
    assert picture is not None
    return min(picture.data[0::4]) < 128


def test_a_report_that_is_not_finished_is_printed_as_a_draft(
    qtbot: QtBot, window: MainWindow, messages: Recorder, out: Path
) -> None:
    window.commands.print_pages()
    qtbot.waitUntil(lambda: any("printer" in each for each in messages.noticed), timeout=20000)
    assert "of a draft went to the printer. The pages are an approximation" in messages.noticed[-1]
    assert messages.noticed[-1].startswith(f"{len(sizes(out))} page")
    assert inked(out)


def test_a_report_that_is_finished_is_printed_as_the_final_document(
    qtbot: QtBot, window: MainWindow, messages: Recorder, out: Path
) -> None:
    assert window.opened is not None
    session = window.opened.session
    for name, data in kept(PACK).items():
        session.add_attachment(name, data)
    session.apply(ReplaceReport(report=sample(PACK)), "Sample")
    window.commands.print_pages()
    qtbot.waitUntil(lambda: any("printer" in each for each in messages.noticed), timeout=20000)
    assert messages.noticed[-1].startswith(f"{len(sizes(out))} pages of the final document went to the printer.")
    # The pages that lie on their side are printed so.
    assert {width > height for width, height in sizes(out)} == {False, True}


def test_who_thinks_better_of_it_has_nothing_printed(
    qtbot: QtBot, window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing_out, "ask_printer", lambda *_, **__: None)
    window.commands.print_pages()
    qtbot.waitUntil(lambda: "Not printed." in messages.said, timeout=20000)


def test_only_the_pages_asked_for_are_printed(tmp_path: Path) -> None:
    chosen = printer(tmp_path / "some.pdf")
    chosen.setFromTo(2, 3)
    assert print_pages(make_pdf(5), chosen) == 2
    assert len(sizes(tmp_path / "some.pdf")) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    assert print_pages(make_pdf(2), printer(tmp_path / "no such folder" / "pages.pdf")) == 0


def test_ctrl_p_prints(window: MainWindow) -> None:
    assert [each.toString() for each in window.menus.actions["print"].shortcuts()] == ["Ctrl+P"]
    assert [each.toString() for each in window.menus.actions["export-pdf"].shortcuts()] == ["Ctrl+Alt+D"]


@pytest.mark.parametrize(
    ("pages", "draft", "title"),
    [(1, False, "Print 1 page"), (8, False, "Print 8 pages"), (8, True, "Print 8 pages of a draft")],
)
def test_the_dialog_says_what_is_to_be_printed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pages: int, title: str, *, draft: bool
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    titles: list[str] = []

    def turn_down(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        titles.append(dialog.windowTitle())
        assert dialog.maxPage() == pages
        return QPrintDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", turn_down)
    assert ask_printer(pages, "Library hours", over, draft=draft) is None
    assert titles == [title]
