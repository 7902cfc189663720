"""The form stands still under the hand, and holds nothing against who only passes by."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.parts import HEADER, State, entry_of
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.fields.inputs.choice import OpenChoice
from clerkwell.ui.editors.fields.inputs.date import DateInput
from helpers.desk import Desk, open_desk
from helpers.forms import PACK, a_report, line_of, question, show, with_committees

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def blanks(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """Every question without an answer is held against the report, in long words."""
    found = []
    for spec in pack.manifest.field:
        repeat, dot, _ = spec.id.partition(".")
        for row in range(len(report.repeats.get(repeat, ()))) if dot else (None,):
            if not report.field(spec.id, row).text.strip():
                said = f"“{spec.title}” is blank. Give an answer. " * 3
                place = Place(field=spec.id, row=row)
                found.append(Problem(rule="field-missing", severity="error", place=place, message=said))
    return tuple(found)


def test_nothing_moves_between_press_and_release_and_what_was_pressed_stays_where_it_is(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    line, below = line_of(form, "subject"), question(form, "public-status").controls()[0]
    assert isinstance(below, QComboBox)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    desk.clock.pass_time()
    form.ensureWidgetVisible(below, 0, 20)
    before = _top(below, form)
    QTest.mousePress(below, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert question(form, "subject").messages.text() == ""
    assert _top(below, form) == before
    QTest.mouseRelease(below, Qt.MouseButton.LeftButton)
    # It is a list, which the press has opened.
    below.hidePopup()
    qtbot.waitUntil(lambda: question(form, "subject").messages.text() != "")
    assert _top(below, form) == before


def test_what_the_checks_say_meanwhile_waits_for_the_release(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    line, other = line_of(form, "subject"), line_of(form, "committees.date", 0)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.mousePress(other, Qt.MouseButton.LeftButton)
    desk.clock.pass_time()
    assert question(form, "subject").messages.text() == ""
    QTest.mouseRelease(other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question(form, "subject").messages.text() != "")


def test_words_that_come_above_what_has_the_keyboard_leave_it_where_it_is(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    line_of(form, "subject").setFocus()
    QTest.keyClick(line_of(form, "subject"), Qt.Key.Key_Backspace)
    name = line_of(form, "authors.name", 0)
    name.setFocus()
    form.ensureWidgetVisible(name, 0, 20)
    before = _top(name, form)
    desk.clock.pass_time()
    assert question(form, "subject").messages.isVisibleTo(form)
    assert _top(name, form) == before


def test_who_only_passes_by_is_told_nothing(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    desk.clock.pass_time()
    for field in ("reason", "purpose", "public-status"):
        question(form, field).focus()
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    desk.clock.pass_time()
    assert [field for field in ("reason", "purpose", "public-status") if question(form, field).messages.text()] == []


def test_who_takes_an_answer_away_again_is_told_after_leaving(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    box = question(form, "reason").controls()[0]
    box.setFocus()
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    desk.clock.pass_time()
    assert question(form, "reason").messages.text() == ""
    question(form, "purpose").focus()
    assert "is blank" in question(form, "reason").messages.text()


def test_who_is_led_to_a_question_is_told_why(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    desk.clock.pass_time()
    form.show_field("reason", tell=False)
    assert question(form, "reason").messages.text() == ""
    form.show_field("reason")
    assert "is blank" in question(form, "reason").messages.text()


def test_what_was_passed_over_is_told_when_the_form_comes_into_view_anew(qtbot: QtBot) -> None:
    form, desk = _written(qtbot)
    QTest.keyClicks(line_of(form, "authors.email", 0), "x")
    desk.clock.pass_time()
    assert question(form, "authors.name", 0).messages.text() == ""
    form.hide()
    form.show()
    assert "is blank" in question(form, "authors.telephone", 0).messages.text()


def test_its_own_list_and_calendar_do_not_leave_a_question(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning Committee", "1/2/2023")), PACK, blanks)
    form = show(qtbot, desk)
    left: list[str] = []
    name, day = (question(form, f"committees.{each}", 0).input for each in ("name", "date"))
    assert isinstance(name, OpenChoice)
    assert isinstance(day, DateInput)
    day.line.setFocus()
    day.left.connect(lambda: left.append("date"))
    QTest.mouseClick(day.button, Qt.MouseButton.LeftButton)
    day.button.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    assert left == []
    name.box.setFocus()
    name.left.connect(lambda: left.append("name"))
    left.clear()
    name.box.showPopup()
    QApplication.processEvents()
    name.box.hidePopup()
    name.box.setFocus()
    assert left == []
    line_of(form, "subject").setFocus()
    assert left == ["name"]


def test_a_committee_that_is_added_is_in_view_with_the_keyboard_and_nothing_is_held_against_it(qtbot: QtBot) -> None:
    report = with_committees(a_report(subject="Library"), ("Planning Committee", "1/2/2023"))
    desk = open_desk(report, PACK, blanks)
    form = show(qtbot, desk)
    form.resize(720, 320)
    desk.clock.pass_time()
    cards = form.cards("committees")
    assert cards is not None
    form.ensureWidgetVisible(cards.add_button)
    QTest.mouseClick(cards.add_button, Qt.MouseButton.LeftButton)
    desk.clock.pass_time()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards.cards[1].isAncestorOf(focused)
    assert 0 <= _top(focused, form) <= form.viewport().height() - focused.height()
    assert question(form, "committees.name", 1).messages.text() == ""
    entry = entry_of(HEADER, desk.report, PACK)
    assert entry is not None
    assert entry.state is State.IN_PROGRESS


def _written(qtbot: QtBot) -> tuple[HeaderForm, Desk]:
    desk = open_desk(with_committees(a_report(subject="L"), ("Planning Committee", "1/2/2023")), PACK, blanks)
    form = show(qtbot, desk)
    form.resize(720, 420)
    QApplication.processEvents()
    return form, desk


def _top(widget: QWidget, form: HeaderForm) -> int:
    return widget.mapTo(form.viewport(), QPoint()).y()
