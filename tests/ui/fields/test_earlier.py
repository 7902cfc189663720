"""What an earlier report had answered, beside the question that has no answer yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Earlier, Report
from helpers.desk import open_desk
from helpers.forms import PACK, a_report, line_of, question, show, with_committees

WAS = (Earlier(field="subject", text="Library hours in 2025"), Earlier(field="spending", text="Yes"))


def begun_again(**fields: str) -> Report:
    return a_report(**fields).model_copy(update={"earlier": WAS})


def test_the_earlier_answer_is_shown_until_there_is_one_and_can_be_used_again(qtbot: QtBot) -> None:
    desk = open_desk(begun_again(), PACK)
    form = show(qtbot, desk)
    row = question(form, "subject")
    assert row.earlier.isVisible()
    assert row.earlier.text() == "The earlier report said: Library hours in 2025"
    assert row.use_again.accessibleName() == "Use it again: Library hours in 2025"
    assert row.use_again in row.controls()
    QTest.mouseClick(row.use_again, Qt.MouseButton.LeftButton)
    assert desk.report.field("subject").text == "Library hours in 2025"
    assert line_of(form, "subject").text() == "Library hours in 2025"
    assert line_of(form, "subject").hasFocus()
    assert not row.earlier.isVisible()
    assert row.use_again not in row.controls()
    desk.session.undo()
    assert desk.report.field("subject").text == ""
    assert row.use_again.isVisible()


def test_an_answer_used_again_brings_what_follows_from_it(qtbot: QtBot) -> None:
    desk = open_desk(begun_again(spending="No"), PACK)
    form = show(qtbot, desk)
    assert not question(form, "spending").use_again.isVisible()
    desk = open_desk(begun_again(), PACK)
    form = show(qtbot, desk)
    QTest.mouseClick(question(form, "spending").use_again, Qt.MouseButton.LeftButton)
    assert desk.report.field("spending").value == "Yes"


def test_typing_an_answer_puts_the_earlier_one_away_and_taking_it_out_brings_it_back(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(begun_again(), PACK))
    line, row = line_of(form, "subject"), question(form, "subject")
    line.setFocus()
    QTest.keyClicks(line, "L")
    assert not row.earlier.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert row.earlier.isVisible()


def test_every_question_begins_at_the_edge_whether_there_is_an_earlier_answer_or_not(qtbot: QtBot) -> None:
    report = with_committees(begun_again(), ("Planning Committee", "1/2/2023"))
    form = show(qtbot, open_desk(report, PACK))
    QApplication.processEvents()
    rows = [question(form, field, 0) for field in ("committees.name", "committees.date")]
    rows += [question(form, each.id) for each in PACK.single_fields]
    assert {row.label.x() for row in rows if row.isVisible()} == {rows[0].label.x()}
    assert rows[0].label.x() < 20
    assert rows[0].input.width() > 400


@pytest.mark.parametrize("field", ["subject", "spending"])
def test_who_may_only_read_is_offered_nothing(qtbot: QtBot, field: str) -> None:
    form = show(qtbot, open_desk(begun_again(), PACK, read_only=True))
    assert not question(form, field).use_again.isVisible()
