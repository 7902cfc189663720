"""Putting words of the tray where they belong."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from clerkwell.model import Report, TrayItem, apply, words
from clerkwell.ui.endmatter import TrayPage
from clerkwell.ui.endmatter.placing import BEGINNING, TrayDrops, discard_items, place_items, spots
from clerkwell.ui.navigator import PartsList
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def a_report() -> Report:
    tray = (TrayItem(text="one"), TrayItem(text="two\n\n three "), TrayItem(text="four"))
    return make_report({"background": "First\nSecond\nThird"}, pack=PACK).model_copy(update={"tray": tray})


def said(report: Report) -> list[str]:
    return [words(block) for block in report.blocks("background")]


def test_items_go_line_by_line_to_the_spot_that_is_named() -> None:
    report = a_report()
    second = report.blocks("background")[1].id
    assert said(apply(place_items(report, [1], "background"), report)) == ["First", "Second", "Third", "two", "three"]
    assert said(apply(place_items(report, [0], "background", BEGINNING), report))[0] == "one"
    after = apply(place_items(report, [0, 2], "background", second), report)
    assert said(after) == ["First", "Second", "one", "four", "Third"]
    assert [item.text for item in after.tray] == ["two\n\n three "]
    assert said(apply(place_items(report, [0], "background", "gone"), report))[-1] == "one"


def test_items_are_discarded_together() -> None:
    report = a_report()
    assert [item.text for item in apply(discard_items(report, [0, 2]), report).tray] == ["two\n\n three "]


def test_every_spot_of_a_section_can_be_named() -> None:
    report = a_report()
    assert [text for text, _ in spots(report, "background")] == [
        "At the end", "At the beginning", "After “First”", "After “Second”",
    ]  # fmt: skip
    assert [text for text, _ in spots(report, "summary")] == ["At the end"]


def test_several_items_are_placed_by_keyboard_after_a_paragraph_and_undone_at_once(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = TrayPage(desk.bridge)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.text.toPlainText() == "one\ntwo\n\n three "
    page.sections.setCurrentIndex(page.sections.findData("background"))
    page.where.setCurrentIndex(page.where.findText("After “First”"))
    page.place_button.click()
    assert said(desk.report) == ["First", "one", "two", "three", "Second", "Third"]
    assert desk.messages.said[-1] == "Put into “Background”: after “First”. Undo takes it back."
    desk.session.undo()
    assert desk.report == a_report()


def dropped(qtbot: QtBot, desk: Desk, part: str) -> tuple[bool, bool]:
    """Drag the second item onto a part; whether it could be let go there, and was taken."""
    page, parts = TrayPage(desk.bridge), PartsList(desk.bridge)
    qtbot.addWidget(page)
    qtbot.addWidget(parts)
    parts.resize(300, 900)
    with qtbot.waitExposed(parts):
        parts.show()
    view = parts.findChild(QListView)
    assert view is not None
    drops = TrayDrops(desk.bridge, view)
    item = page.list.item(1)
    data: QMimeData = page.list.mimeData([item])
    row = next(at for at in range(view.model().rowCount()) if _id(view, at) == part)
    at: QPoint = view.visualRect(view.model().index(row, 0)).center()
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QDragMoveEvent(at, Qt.DropAction.CopyAction, data, buttons, held)
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, held)
    drops.eventFilter(view.viewport(), move)
    QApplication.processEvents()
    drops.eventFilter(view.viewport(), drop)
    return move.isAccepted(), drop.isAccepted()


def _id(view: QListView, row: int) -> str:
    return str(getattr(view.model().index(row, 0).data(Qt.ItemDataRole.UserRole), "id", ""))


def test_an_item_is_dropped_onto_a_part_of_the_list(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    assert dropped(qtbot, desk, "background") == (True, True)
    assert said(desk.report)[-2:] == ["two", "three"]
    assert [item.text for item in desk.report.tray] == ["one", "four"]
    assert desk.session.undo_label == "Place words in “Background”"


def test_what_is_no_section_takes_no_words(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    assert dropped(qtbot, desk, "check") == (False, False)
    assert desk.report == a_report()


def test_a_report_that_is_only_read_takes_none(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK, read_only=True)
    assert dropped(qtbot, desk, "background") == (False, False)
