"""The header form over a real session."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Problem, Report, SetField
from clerkwell.packs import Pack
from clerkwell.ui.editors.fields import HeaderForm
from helpers.desk import open_desk
from helpers.forms import PACK, a_report, line_of, question, show, with_committees

# What the offscreen platform says whenever a list or a calendar pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def missing(report: Report, _: Pack) -> tuple[Problem, ...]:
    if report.field("subject").text.strip():
        return ()
    return (Problem(rule="subject", severity="error", place=Place(field="subject"), message="Enter the subject."),)


def test_what_is_typed_is_in_the_report_and_one_step_of_undo(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    QTest.keyClicks(line_of(form, "subject"), "Library hours")
    assert desk.report.field("subject") == FieldValue(text="Library hours", value="Library hours")
    desk.session.undo()
    assert desk.report.field("subject").text == ""
    assert line_of(form, "subject").text() == ""


def test_the_caret_stays_while_one_types_in_the_middle(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(subject="Library hours"), PACK))
    line = line_of(form, "subject")
    line.setCursorPosition(7)
    QTest.keyClicks(line, " opening")
    assert line.text() == "Library opening hours"
    assert line.cursorPosition() == 15


def test_a_long_answer_shows_its_beginning_until_somebody_goes_on_with_it(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(subject="Library hours"), PACK))
    line = line_of(form, "subject")
    assert line.cursorPosition() == 0
    form.show_field("subject")
    assert line.cursorPosition() == len("Library hours")
    form.show_field("committees.date", 0)
    assert line.cursorPosition() == 0


def test_undo_keys_are_left_to_the_report(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(), PACK))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(line_of(form, "subject"), event)
    assert not event.isAccepted()


def test_a_committee_is_added_moved_and_removed_with_the_keyboard_following(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning Committee", "1/2/2023")), PACK)
    form = show(qtbot, desk)
    cards = form.cards("committees")
    assert cards is not None
    QTest.keyClick(cards.add_button, Qt.Key.Key_Space)
    assert len(desk.report.repeats["committees"]) == 2
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards.cards[1].isAncestorOf(focused)
    QTest.keyClicks(focused, "Education Board")
    QTest.keyClick(cards.cards[1].buttons["up"], Qt.Key.Key_Space)
    assert [row["name"].text for row in desk.report.repeats["committees"]] == ["Education Board", "Planning Committee"]
    # It cannot go further up, so the keyboard is on the button beside.
    assert QApplication.focusWidget() is cards.cards[0].buttons["down"]
    QTest.keyClick(cards.cards[0].buttons["remove"], Qt.Key.Key_Space)
    assert [row["name"].text for row in desk.report.repeats["committees"]] == ["Planning Committee"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cards.cards[0].isAncestorOf(focused)
    desk.session.undo()
    assert len(cards.cards) == 2
    assert question(form, "committees.name", 0).text == "Education Board"


def test_one_card_stands_ready_where_the_report_has_no_row(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    QTest.keyClicks(line_of(form, "authors.name", 0), "Sam Sample")
    assert desk.report.repeats["authors"][0]["name"].text == "Sam Sample"


def test_adding_where_there_is_no_row_keeps_the_card_that_stood_ready(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    cards = form.cards("authors")
    assert cards is not None
    QTest.mouseClick(cards.add_button, Qt.MouseButton.LeftButton)
    assert len(cards.cards) == 2
    assert len(desk.report.repeats["authors"]) == 2


def test_an_error_is_said_beside_the_field_and_to_screen_readers(qtbot: QtBot) -> None:
    desk = open_desk(a_report(reason="x"), PACK, missing)
    form = show(qtbot, desk)
    desk.clock.pass_time()
    row = question(form, "subject")
    assert row.messages.text() == "Error: Enter the subject."
    assert row.messages.isVisible()
    assert "Error: Enter the subject." in line_of(form, "subject").accessibleDescription()
    QTest.keyClicks(line_of(form, "subject"), "L")
    desk.clock.pass_time()
    assert row.messages.text() == ""


def test_nothing_new_is_held_against_somebody_in_the_middle_of_an_answer(qtbot: QtBot) -> None:
    desk = open_desk(a_report(subject="L"), PACK, missing)
    form = show(qtbot, desk)
    line = line_of(form, "subject")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    desk.clock.pass_time()
    assert question(form, "subject").messages.text() == ""
    question(form, "purpose").focus()
    assert question(form, "subject").messages.text() == "Error: Enter the subject."


def test_a_report_just_begun_is_not_all_red(qtbot: QtBot) -> None:
    desk = open_desk(a_report(public_status="Public"), PACK, missing)
    form = show(qtbot, desk)
    desk.clock.pass_time()
    assert question(form, "subject").messages.text() == ""
    form.show_field("subject")
    assert question(form, "subject").messages.text() == "Error: Enter the subject."


def test_the_button_beside_a_message_puts_it_right(qtbot: QtBot) -> None:
    fix = SetField(field="subject", value=FieldValue(text="Library", value="Library"))

    def check(report: Report, pack: Pack) -> tuple[Problem, ...]:
        return tuple(problem.model_copy(update={"fix": fix}) for problem in missing(report, pack))

    desk = open_desk(a_report(reason="x"), PACK, check)
    form = show(qtbot, desk)
    desk.clock.pass_time()
    (button,) = question(form, "subject").messages.buttons()
    assert button.accessibleName() == "Put right: Enter the subject."
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.report.field("subject").text == "Library"
    assert line_of(form, "subject").text() == "Library"


def test_show_field_scrolls_and_takes_the_keyboard(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("A", ""), ("B", "")), PACK)
    form = show(qtbot, desk)
    form.resize(720, 300)
    form.show_field("authors.email", 0)
    line = line_of(form, "authors.email", 0)
    assert line.hasFocus()
    assert form.viewport().rect().intersects(line.rect().translated(line.mapTo(form.viewport(), line.rect().topLeft())))
    form.show_field("no-such-field")
    assert line.hasFocus()


def test_every_control_has_a_name_and_the_keyboard_goes_in_reading_order(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("A", ""), ("B", "")), PACK)
    form = show(qtbot, desk)
    cards = form.cards("committees")
    assert cards is not None
    QTest.mouseClick(cards.add_button, Qt.MouseButton.LeftButton)
    stops = list(tab_stops(form))
    assert [stop for stop in stops if not spoken_name(stop)] == []
    assert len(stops) > 20
    heights = [stop.mapTo(form, stop.rect().topLeft()).y() for stop in stops]
    assert heights == sorted(heights)


def test_a_form_taken_down_in_the_middle_of_an_answer_says_nothing(qtbot: QtBot) -> None:
    desk = open_desk(a_report(subject="L"), PACK, missing)
    form = show(qtbot, desk)
    line = line_of(form, "subject")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    desk.clock.pass_time()
    form.close()


@pytest.mark.parametrize("field", ["subject", "reason"])
def test_a_report_open_to_read_only_is_not_changed(qtbot: QtBot, field: str) -> None:
    desk = open_desk(a_report(subject="Library", reason="Because"), PACK, read_only=True)
    form = show(qtbot, desk)
    for control in question(form, field).input.controls():
        QTest.keyClicks(control, "more")
    assert desk.report.field("subject").text == "Library"
    assert question(form, "subject").text == "Library"
    assert line_of(form, "subject").text() == "Library"


def tab_stops(form: HeaderForm) -> Iterator[QWidget]:
    """What the tab key comes by, from the first control of the form until it is round."""
    first = question(form, "committees.name", 0).input.controls()[0]
    widget: QWidget | None = first
    while widget is not None:
        can_be_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        # The line of a combo box shares the box's stop.
        if can_be_reached and not isinstance(widget.parentWidget(), QComboBox):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is first:
            return


def spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_wheel_over_a_list_does_not_turn_its_answer(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(), PACK))
    taking = [each for each in form.findChildren(QWidget) if each.focusPolicy() == Qt.FocusPolicy.WheelFocus]
    assert [
        each for row in ("purpose", "public-status") for each in question(form, row).controls() if each in taking
    ] == []


def test_the_checks_words_on_publishing_are_not_said_twice(qtbot: QtBot) -> None:
    def check(_: Report, __: Pack) -> tuple[Problem, ...]:
        place = Place(field="committees.date", row=0)
        return (Problem(rule="publication-deadline", severity="info", place=place, message="Publish it soon."),)

    desk = open_desk(with_committees(a_report(), ("Planning", "23/1/2023")), PACK, check)
    form = show(qtbot, desk)
    desk.clock.pass_time()
    assert question(form, "committees.date", 0).messages.text() == ""
