"""The preview stands where the author is writing, and leaves the pages to who scrolls them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, give_ids
from clerkwell.printing import PageMaker
from clerkwell.printing.engines import engines
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.preview.following import PageFollower
from helpers.desk import Desk, open_desk
from helpers.shipped import kept, sample, shipped

PACK = shipped("generic-english-council")


@pytest.fixture
def desk() -> Desk:
    desk = open_desk(give_ids(sample(PACK)), PACK)
    for name, data in kept(PACK).items():
        desk.session.add_attachment(name, data)
    return desk


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[PreviewPane]:
    monkeypatch.setattr(PageFollower, "PAUSE", 0.05)
    pane = PreviewPane(desk.bridge, lambda: PageMaker(lambda: engines("approximation")))
    qtbot.addWidget(pane)
    pane.resize(700, 700)
    pane.show()
    qtbot.waitUntil(lambda: pane.view.count > 5, timeout=20000)
    yield pane
    pane.close_down()


def place_in(desk: Desk, section: str, at: int = -1) -> Place:
    return Place(section=section, block=desk.report.blocks(section)[at].id)


def wheel(pane: PreviewPane) -> None:
    view = pane.view.viewport()
    at = QPointF(view.rect().center())
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_the_paragraph_with_the_caret_is_in_view_and_marked(pane: PreviewPane, desk: Desk) -> None:
    pane.show_place(place_in(desk, "legal"))
    marked = pane.view.marked
    assert marked is not None
    assert marked[0] == 6
    assert 0.0 < marked[1] < 0.8
    pane.show_place(Place(field="subject"))
    first = pane.view.marked
    assert first is not None
    assert first[0] == 0
    assert pane.view.page == 1


def test_what_stands_well_in_view_does_not_move(pane: PreviewPane, desk: Desk) -> None:
    pane.show_place(place_in(desk, "financial", 0))
    bar = pane.view.verticalScrollBar()
    before = bar.value()
    place = place_in(desk, "financial", 0)
    pane.show_place(place.model_copy(update={"start": 3, "end": 3}))
    assert bar.value() == before > 0


def test_who_scrolls_is_left_there_until_the_caret_comes_to_another_paragraph(
    qtbot: QtBot, pane: PreviewPane, desk: Desk
) -> None:
    place = place_in(desk, "legal")
    pane.show_place(place)
    bar = pane.view.verticalScrollBar()
    wheel(pane)
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert bar.value() == 0
    pane.show_place(place.model_copy(update={"start": 2, "end": 2}))
    assert bar.value() == 0
    pane.show_place(place_in(desk, "risk"))
    assert bar.value() > 0


def test_it_stays_where_it_is_for_who_does_not_want_it_to_follow(pane: PreviewPane, desk: Desk) -> None:
    pane.follows.click()
    assert not pane.follows.isChecked()
    pane.show_place(place_in(desk, "legal"))
    assert pane.view.verticalScrollBar().value() == 0
    pane.follows.click()
    assert pane.view.verticalScrollBar().value() > 0


def test_new_pages_stand_where_the_old_ones_did_and_the_keyboard_stays_with_the_writer(
    qtbot: QtBot, pane: PreviewPane, desk: Desk
) -> None:
    from clerkwell.model import SetBlocks
    from helpers.building import blocks

    editor = QTextEdit()
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    pane.show_place(place_in(desk, "legal"))
    pages, old = pane.view.count, pane.about.text()
    more = "\n".join(f"Another thing to know, number {at}, about the library and all of its hours." for at in range(80))
    desk.session.apply(SetBlocks(section="summary", blocks=blocks(more)), "Typing")
    qtbot.waitUntil(lambda: pane.view.count > pages, timeout=20000)
    marked = pane.view.marked
    assert marked is not None
    assert marked[0] > 6
    assert 0.0 < marked[1] < 0.85
    assert pane.about.text() != old
    assert editor.hasFocus()


def test_the_mark_is_a_stroke_and_fills_nothing_else(qtbot: QtBot, pane: PreviewPane, desk: Desk) -> None:
    pane.activateWindow()
    pane.view.setFocus()
    pane.show_place(place_in(desk, "legal"))
    qtbot.waitUntil(lambda: pane.view.picture_there(pane.view.page))
    shown = pane.view.viewport().grab().toImage()
    white = sum(shown.pixelColor(shown.width() // 2, y).name() == "#ffffff" for y in range(shown.height()))
    assert white > shown.height() // 2
