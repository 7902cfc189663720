"""Finding answers in long lists, by their names and by the other ways in which people write them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import SetField
from clerkwell.packs import understand
from clerkwell.ui.editors.fields.inputs.choice import OpenChoice
from clerkwell.ui.editors.fields.inputs.choices import ChoicesInput
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Desk, open_desk
from helpers.forms import question, show

_NAMES = ("Safe streets", "Clean air", "Good homes", "Fair trade", "Warm halls", "Green parks", "Open books")
PACK = make_pack(
    MANIFEST
    + f"""
[[field]]
id = "outcomes"
title = "Outcomes"
kind = "choices"
vocab = "outcomes"

[[field]]
id = "body"
title = "Body"
vocab = "bodies"

[vocab.outcomes]
entries = [{", ".join(f'{{ name = "{name}", aliases = ["Outcome {at}"] }}' for at, name in enumerate(_NAMES, 1))}]

[vocab.bodies]
entries = [{{ name = "Policy and Resources Committee", aliases = ["P&R"] }}, {{ name = "Education Board" }}]
"""
)


def opened(qtbot: QtBot) -> tuple[Desk, ChoicesInput, OpenChoice]:
    desk = open_desk(make_report(pack=PACK), PACK)
    form = show(qtbot, desk)
    many, one = question(form, "outcomes").input, question(form, "body").input
    assert isinstance(many, ChoicesInput)
    assert isinstance(one, OpenChoice)
    return desk, many, one


def seen(control: ChoicesInput) -> list[str]:
    ticks = control.controls()[1 : 1 + len(_NAMES)]
    return [tick.accessibleName().partition(",")[0] for tick in ticks if tick.isVisible()]


def test_typing_finds_answers_by_any_part_of_their_names(qtbot: QtBot) -> None:
    _, many, _ = opened(qtbot)
    assert seen(many) == [*_NAMES]
    QTest.keyClicks(many.search, "air")
    assert seen(many) == ["Clean air", "Fair trade"]
    assert many.found.text() == "2 of 7 found."
    many.search.clear()
    assert seen(many) == [*_NAMES]


def test_an_answer_is_found_by_another_way_to_write_it(qtbot: QtBot) -> None:
    _, many, _ = opened(qtbot)
    QTest.keyClicks(many.search, "outcome 3")
    assert seen(many) == ["Good homes"]


def test_what_is_ticked_stays_in_view_and_searching_changes_nothing(qtbot: QtBot) -> None:
    desk, many, _ = opened(qtbot)
    QTest.mouseClick(many.controls()[1], Qt.MouseButton.LeftButton)
    assert desk.report.field("outcomes").value == ("Safe streets",)
    QTest.keyClicks(many.search, "parks")
    assert seen(many) == ["Safe streets", "Green parks"]
    assert desk.report.field("outcomes").value == ("Safe streets",)


def test_a_committee_is_found_by_its_short_name_and_written_in_full(qtbot: QtBot) -> None:
    _, _, one = opened(qtbot)
    completer = one.box.completer()
    assert completer is not None
    completer.setCompletionPrefix("P&R")
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.currentIndex()) == "Policy and Resources Committee"
    completer.setCompletionPrefix("resources")
    assert completer.completionCount() == 1


def test_enter_ticks_the_one_answer_that_is_found_and_is_ready_for_the_next(qtbot: QtBot) -> None:
    desk, many, _ = opened(qtbot)
    QTest.keyClicks(many.search, "air")
    QTest.keyClick(many.search, Qt.Key.Key_Return)
    assert desk.report.field("outcomes").text == "", "there are two of them"
    many.search.clear()
    for typed in ("parks", "outcome 2"):
        QTest.keyClicks(many.search, typed)
        QTest.keyClick(many.search, Qt.Key.Key_Return)
        assert many.search.text() == ""
    assert desk.report.field("outcomes").value == ("Clean air", "Green parks")
    QTest.keyClicks(many.search, "parks")
    QTest.keyClick(many.search, Qt.Key.Key_Return)
    assert desk.report.field("outcomes").value == ("Clean air",)


def test_the_tab_key_stops_once_at_a_long_list_and_the_arrow_keys_go_through_it(qtbot: QtBot) -> None:
    _, many, _ = opened(qtbot)
    boxes = many.controls()[1 : 1 + len(_NAMES)]

    def stops() -> list[bool]:
        return [bool(box.focusPolicy() & Qt.FocusPolicy.TabFocus) for box in boxes]

    many.search.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
    assert boxes[1].hasFocus()
    assert stops() == [False, True, False, False, False, False, False]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() not in boxes, "on to the next question"
    many.search.setFocus()
    QTest.keyClicks(many.search, "homes")
    assert stops() == [False, False, True, False, False, False, False], "always at one that is shown"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_enter_puts_in_the_one_name_that_is_found(qtbot: QtBot) -> None:
    desk, _, one = opened(qtbot)
    line = one.box.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "p&r")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.report.field("body").text == "Policy and Resources Committee"
    line.clear()
    QTest.keyClicks(line, "Board of Trustees")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.report.field("body").text == "Board of Trustees", "words of one's own stay"


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_a_long_list_stands_by_the_alphabet_and_a_short_one_as_the_council_has_it(qtbot: QtBot) -> None:
    control = OpenChoice()
    qtbot.addWidget(control)
    control.offer(["Policy", "Audit"])
    assert [control.box.itemText(at) for at in range(2)] == ["Policy", "Audit"]
    names = [f"{letter} Committee" for letter in "QWERTYUIOPasdfg"]
    control.offer(names)
    assert [control.box.itemText(at) for at in range(len(names))] == sorted(names, key=str.casefold)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_what_is_found_is_read_to_its_end(qtbot: QtBot) -> None:
    long = "Culture, Heritage and Libraries Committee of the Example City Council"
    control = OpenChoice()
    qtbot.addWidget(control)
    control.setFixedWidth(160)
    control.offer([long, "Policy Committee"])
    control.show()
    control.box.setFocus()
    QTest.keyClicks(control.controls()[0], "her")
    finder = control.box.completer()
    found = finder.popup() if finder is not None else None
    assert found is not None
    assert found.minimumWidth() >= control.box.fontMetrics().horizontalAdvance(long)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
@pytest.mark.parametrize("written", ["Education Board", "education board", "P&R"])
def test_the_open_list_marks_the_answer_that_was_written_and_changes_nothing(qtbot: QtBot, written: str) -> None:
    desk, _, one = opened(qtbot)
    spec = PACK.field("body")
    assert spec is not None
    desk.session.apply(SetField(field="body", value=understand(spec, written, PACK)), "Write it")
    one.box.showPopup()
    marked = one.box.view().currentIndex().data()
    one.box.hidePopup()
    assert marked == ("Policy and Resources Committee" if written == "P&R" else "Education Board")
    assert one.box.currentText() == written
    assert desk.report.field("body").text == written
