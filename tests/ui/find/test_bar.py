"""The bar over a real session."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, SetField, words
from clerkwell.ui.find import FindBar
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def a_desk() -> Desk:
    return open_desk(make_report({"summary": "cat and cat", "background": "A cat"}, {"subject": "The dog"}, PACK), PACK)


def show(qtbot: QtBot, desk: Desk, looked_for: str = "cat") -> FindBar:
    bar = FindBar(desk.bridge)
    qtbot.addWidget(bar)
    bar.resize(800, 120)
    with qtbot.waitExposed(bar):
        bar.open_bar(looked_for)
    bar.activateWindow()
    return bar


def test_enter_goes_from_find_to_find_and_round(qtbot: QtBot) -> None:
    desk = a_desk()
    bar = show(qtbot, desk)
    asked: list[Place] = []
    bar.place_requested.connect(asked.append)
    assert bar.state.text() == "Found 3 times in the whole report."
    for _ in range(4):
        QTest.keyClick(bar.find_line, Qt.Key.Key_Return)
    QTest.keyClick(bar.find_line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [(place.section, place.start) for place in asked] == [
        ("summary", 0), ("summary", 8), ("background", 2), ("summary", 0), ("background", 2),
    ]  # fmt: skip
    assert bar.state.text() == "3 of 3: A cat"
    assert desk.messages.said[-1] == "3 of 3: A cat"


def test_replacing_goes_on_to_the_next_even_where_the_new_words_hold_the_old(qtbot: QtBot) -> None:
    desk = a_desk()
    bar = show(qtbot, desk)
    bar.replace_line.setText("cat or cat")
    bar.find_next()
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)
    assert words(desk.report.blocks("summary")[0]) == "cat or cat and cat or cat"
    QTest.mouseClick(bar.replace_button, Qt.MouseButton.LeftButton)
    assert words(desk.report.blocks("background")[0]) == "A cat or cat"


def test_replace_goes_to_the_first_find_before_it_replaces(qtbot: QtBot) -> None:
    desk = a_desk()
    bar = show(qtbot, desk)
    bar.replace_current()
    assert words(desk.report.blocks("summary")[0]) == "cat and cat"
    assert bar.state.text().startswith("1 of 3")


def test_replace_all_is_one_step_of_undo(qtbot: QtBot) -> None:
    desk = a_desk()
    before = desk.report
    bar = show(qtbot, desk)
    bar.replace_line.setText("dog")
    QTest.mouseClick(bar.all_button, Qt.MouseButton.LeftButton)
    assert words(desk.report.blocks("summary")[0]) == "dog and dog"
    assert desk.messages.said[-1] == "Replaced in 3 places. Undo takes all of it back."
    assert bar.state.text() == "Replaced in 3 places. Undo takes all of it back."
    desk.clock.pass_time()
    assert bar.state.text() == "Replaced in 3 places. Undo takes all of it back."
    desk.session.undo()
    assert desk.report == before
    bar.find_line.setText("zebra")
    assert bar.state.text() == "Not found in the whole report."


def test_tab_goes_from_what_to_find_to_what_to_put_in(qtbot: QtBot) -> None:
    bar = show(qtbot, a_desk())
    QTest.keyClick(bar.find_line, Qt.Key.Key_Tab)
    assert bar.focusWidget() is bar.replace_line


def test_the_bar_has_two_rows_where_it_has_the_room_and_three_otherwise(qtbot: QtBot) -> None:
    for width, below in ((400, True), (1280, False)):
        bar = FindBar(a_desk().bridge)
        qtbot.addWidget(bar)
        bar.resize(width, 200)
        bar.open_bar("cat")
        qtbot.waitUntil(partial(_is_under, bar, below))


def _is_under(bar: FindBar, below: bool) -> bool:
    return under(bar) == (below, below)


def under(bar: FindBar) -> tuple[bool, bool]:
    """Whether what was found, and the boxes, stand in a row under the second line."""
    foot = bar.replace_line.geometry().bottom()
    return bar.state.geometry().center().y() > foot, bar.case.mapTo(bar, QPoint()).y() > foot


def test_finds_follow_the_report(qtbot: QtBot) -> None:
    desk = a_desk()
    bar = show(qtbot, desk)
    desk.session.apply(SetField(field="subject", value=FieldValue(text="The cat", value="The cat")), "x")
    desk.clock.pass_time()
    assert bar.state.text() == "Found 4 times in the whole report."


def test_a_pattern_that_cannot_be_read_is_said_in_the_bar(qtbot: QtBot) -> None:
    bar = show(qtbot, a_desk(), "(")
    bar.pattern.setChecked(True)
    assert "cannot be read" in bar.state.text()
    assert not bar.next_button.isEnabled()


def test_escape_closes(qtbot: QtBot) -> None:
    bar = show(qtbot, a_desk())
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.find_line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_report_open_to_read_only_is_searched_and_not_changed(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "cat"}, pack=PACK), PACK, read_only=True)
    bar = show(qtbot, desk)
    assert bar.next_button.isEnabled()
    assert not bar.all_button.isEnabled()
