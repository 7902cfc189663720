"""The pane of pages: it follows the report, keeps the last pages, and says what they are."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, SetField
from clerkwell.packs import Pack
from clerkwell.printing import Engine, Made, PrintingError, StoppedError
from clerkwell.ui.kit.style import Theme, dress
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.preview.following import PageFollower
from clerkwell.ui.preview.painting import paint_mark
from helpers.building import make_report
from helpers.desk import Desk, open_desk
from helpers.pdfs import make_pdf
from helpers.shipped import shipped

PACK = shipped("north-somerset-executive-2022")


class Pages:
    """Makes pages as the test says; `made` are the documents that were asked for."""

    def __init__(self) -> None:
        self.made: list[bytes] = []
        self.gives: list[Made | Exception] = []
        self.holds = Event()
        self.holds.set()
        self.stopped = 0
        self.closed = False

    def ways(self) -> tuple[Engine, ...]:
        """What they are said to be made by."""
        return (Engine("libreoffice"),)

    def make(self, document: bytes, stop: Event | None = None, *, ready: bool = False) -> Made:
        """The next of what it gives, again and again; first it waits while the test holds it."""
        assert not ready, "nothing made it so"
        self.made.append(document)
        while not self.holds.wait(0.01):
            if stop is not None and stop.is_set():
                self.stopped += 1
                raise StoppedError
        outcome = self.gives.pop(0) if len(self.gives) > 1 else self.gives[0]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def close(self) -> None:
        """Note it."""
        self.closed = True


def made(count: int, kind: str = "libreoffice", notes: tuple[str, ...] = ()) -> Made:
    engine = Engine("libreoffice") if kind == "libreoffice" else Engine("approximation")
    return Made(make_pdf(count), engine, count, notes)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    monkeypatch.setattr(PageFollower, "PAUSE", 0.05)
    found = Pages()
    found.gives = [made(4)]
    return found


@pytest.fixture
def desk() -> Desk:
    return open_desk(make_report({"summary": "In short"}, {"subject": "Library hours"}, PACK), PACK)


Show = Callable[[], PreviewPane]


@pytest.fixture
def show(qtbot: QtBot, desk: Desk, pages: Pages) -> Iterator[Show]:
    panes: list[PreviewPane] = []

    def shown() -> PreviewPane:
        pane = PreviewPane(desk.bridge, lambda: pages, quick=None)
        panes.append(pane)
        qtbot.addWidget(pane)
        pane.resize(500, 700)
        with qtbot.waitExposed(pane):
            pane.show()
        return pane

    yield shown
    pages.holds.set()
    for pane in panes:
        pane.close_down()


def write(desk: Desk, subject: str) -> None:
    desk.session.apply(SetField(field="subject", value=FieldValue(text=subject)), "Change the subject")


def until_pages(qtbot: QtBot, pane: PreviewPane, count: int) -> None:
    qtbot.waitUntil(lambda: pane.view.count == count and pane.view.picture_there(pane.view.page), timeout=10000)


def with_pages(pack: Pack, text: str) -> Pack:
    from clerkwell.packs.manifest import Pages as Advice

    most = int(text) if text else None
    return replace(pack, manifest=pack.manifest.model_copy(update={"pages": Advice(most=most)}))


def test_the_pages_are_shown_with_what_made_them(qtbot: QtBot, show: Show) -> None:
    pane = show()
    until_pages(qtbot, pane, 4)

    assert pane.about.text() == "4 pages. Made by LibreOffice from the exported document."
    assert pane.page.text() == "Page 1 of 4"
    assert pane.view.accessibleName() == "Preview, 4 pages"
    assert "Made by LibreOffice" in pane.view.accessibleDescription()
    assert "the editor" in pane.view.accessibleDescription()


def test_an_approximation_is_called_one(qtbot: QtBot, show: Show, pages: Pages) -> None:
    pages.gives = [made(1, "approximation", ("LibreOffice ended without making the pages.",))]
    pane = show()
    until_pages(qtbot, pane, 1)

    assert pane.about.text() == (
        "1 page. Approximation: Word’s lines and page count may differ. LibreOffice ended without making the pages."
    )


@pytest.mark.parametrize(
    ("most", "said"),
    [
        ("4", " North Somerset Council advises at most 4 pages."),
        ("3", " North Somerset Council advises at most 3 pages, and this is 1 over."),
        ("1", " North Somerset Council advises at most one page, and this is 3 over."),
    ],
)
def test_the_length_is_held_against_the_councils_advice(qtbot: QtBot, pages: Pages, most: str, said: str) -> None:
    pack = with_pages(PACK, most)
    desk = open_desk(make_report({"summary": "In short"}, {"subject": "Hours"}, pack), pack)
    pane = PreviewPane(desk.bridge, lambda: pages, quick=None)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    until_pages(qtbot, pane, 4)

    assert pane.about.text().endswith(said)
    pane.close_down()


def test_the_draft_that_would_be_exported_is_what_it_is_made_from(qtbot: QtBot, show: Show, pages: Pages) -> None:
    from clerkwell.word.reader.lines import document_lines

    pane = show()
    until_pages(qtbot, pane, 4)

    words = " ".join(line.text for line in document_lines(pages.made[0]))
    assert "DRAFT" in words
    assert "In short" in words


def test_a_change_makes_them_anew_and_the_place_is_kept(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pages.gives = [made(4), made(5)]
    pane = show()
    until_pages(qtbot, pane, 4)
    pane.view.show_page(3)
    assert pane.page.text() == "Page 3 of 4"
    write(desk, "Library hours and halls")
    until_pages(qtbot, pane, 5)

    assert pane.page.text() == "Page 3 of 5"
    assert len(pages.made) == 2


def test_old_pages_stay_while_new_ones_are_made(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pane = show()
    until_pages(qtbot, pane, 4)
    pages.holds.clear()
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: len(pages.made) == 2)

    assert pane.view.count == 4
    assert pane.view.picture_there(1)
    assert not pane.doing.isVisible()
    qtbot.waitUntil(pane.doing.isVisible)
    assert pane.doing.text() == "Making the pages…"
    pages.holds.set()
    qtbot.waitUntil(lambda: not pane.doing.isVisible())


def test_pages_that_are_out_of_date_are_given_up(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pages.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(pages.made) == 1)
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: pages.stopped == 1)
    pages.holds.set()
    until_pages(qtbot, pane, 4)

    assert len(pages.made) == 2


def test_nothing_is_made_for_a_hidden_pane(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pane = show()
    until_pages(qtbot, pane, 4)
    pane.hide()
    write(desk, "Other hours")
    qtbot.wait(200)
    assert len(pages.made) == 1
    pane.show()
    qtbot.waitUntil(lambda: len(pages.made) == 2)
    pane.hide()
    pane.show()
    qtbot.wait(200)
    assert len(pages.made) <= 3


def test_hiding_gives_up_what_is_being_made(qtbot: QtBot, show: Show, pages: Pages) -> None:
    pages.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(pages.made) == 1)
    pane.hide()
    qtbot.waitUntil(lambda: pages.stopped == 1)


def test_the_window_is_never_held_up(qtbot: QtBot, show: Show, pages: Pages) -> None:
    pages.holds.clear()
    pane = show()
    qtbot.waitUntil(lambda: len(pages.made) == 1)
    began = time.monotonic()
    pane.close_down()

    assert time.monotonic() - began < 2
    assert pages.stopped == 1
    assert pages.closed
    assert [each for each in threading.enumerate() if each.name.startswith("Page")] == []


def test_a_failure_is_a_sentence_and_can_be_tried_again(qtbot: QtBot, show: Show, pages: Pages) -> None:
    pages.gives = [PrintingError("LibreOffice did not finish within 60 seconds and was stopped."), made(2)]
    pane = show()
    qtbot.waitUntil(lambda: pane.again.isVisible())
    assert pane.trouble.text() == (
        "LibreOffice did not finish within 60 seconds and was stopped. "
        "Try again, or choose another way to make pages in Settings, under Pages."
    )
    assert pane.view.count == 0
    QTest.mouseClick(pane.again, Qt.MouseButton.LeftButton)
    until_pages(qtbot, pane, 2)

    assert not pane.again.isVisible()


def test_a_failure_later_leaves_the_pages_and_says_so(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pages.gives = [made(4), PrintingError("What was made is not a PDF that can be read.")]
    pane = show()
    until_pages(qtbot, pane, 4)
    write(desk, "Other hours")
    qtbot.waitUntil(lambda: pane.again.isVisible())

    assert pane.view.count == 4
    assert "The pages shown are from before." in pane.trouble.text()


def test_the_keyboard_scrolls_and_zooms(qtbot: QtBot, show: Show) -> None:
    pane = show()
    until_pages(qtbot, pane, 4)
    pane.view.setFocus()
    fitting = pane.view.zoom
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert pane.view.verticalScrollBar().value() > 0
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.page.text() == "Page 4 of 4"
    pane.view.show_page(2)
    QTest.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom == pytest.approx(fitting * 1.25)
    assert not pane.fit.isChecked()
    assert pane.page.text() == "Page 2 of 4"
    QTest.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom == pytest.approx(fitting)
    assert pane.fit.isChecked()
    QTest.mouseClick(pane.zoom, Qt.MouseButton.LeftButton)
    assert pane.zoom.text() == "100 %"


def test_zoom_is_kept_when_pages_are_made_anew(qtbot: QtBot, desk: Desk, show: Show, pages: Pages) -> None:
    pages.gives = [made(4), made(2)]
    pane = show()
    until_pages(qtbot, pane, 4)
    pane.view.set_zoom(0.5)
    write(desk, "Other hours")
    until_pages(qtbot, pane, 2)

    assert pane.view.zoom == 0.5


def test_a_wider_pane_has_wider_pages(qtbot: QtBot, show: Show) -> None:
    pane = show()
    until_pages(qtbot, pane, 4)
    before = pane.view.zoom
    pane.resize(900, 700)

    assert pane.view.zoom > before * 1.5


def test_paper_is_white_in_the_dark_too(qtbot: QtBot, qapp: object, show: Show) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    dress(qapp, "dark")
    try:
        pane = show()
        until_pages(qtbot, pane, 4)
        image = pane.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        middle = image.pixelColor(image.width() // 2, image.height() // 2)
        edge = image.pixelColor(3, image.height() // 2)
        assert middle.lightness() == 255
        assert edge.lightness() < 60
    finally:
        dress(qapp, "light")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_mark_beside_a_line_is_dark_on_white_paper_in_every_look(qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme)
    try:
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_mark(painter, QRect(0, 0, 200, 200), 40, 60)
        painter.end()
        assert min(image.pixelColor(x, 50).lightness() for x in range(20)) < 110
    finally:
        dress(qapp, "light")


def test_pages_of_a_long_report_stay_within_the_budget(qtbot: QtBot, show: Show, pages: Pages) -> None:
    from clerkwell.ui.preview.drawing import BUDGET

    pages.gives = [made(60)]
    pane = show()
    until_pages(qtbot, pane, 60)
    pane.view.set_zoom(2.0)
    for page in range(1, 61, 4):
        pane.view.show_page(page)
        qtbot.waitUntil(lambda: pane.view.picture_there(pane.view.page), timeout=10000)

    assert pane.view.held <= BUDGET
