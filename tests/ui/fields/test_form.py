"""The header form over a real session."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Problem, Report, SetField
from clerkwell.packs import Pack, understand
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.fields.inputs.choice import ClosedChoice, OpenChoice
from clerkwell.ui.editors.fields.inputs.choices import ChoicesInput
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.inputs.text import LinesInput, TextInput
from clerkwell.ui.editors.fields.inputs.yes_no import YesNoInput
from clerkwell.ui.editors.fields.row import FieldRow
from helpers.building import make_report
from helpers.desk import Desk, open_desk
from helpers.forms import form_pack

PACK = form_pack()

# What the offscreen platform says whenever a list or a calendar pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def a_report(**fields: str) -> Report:
    report = make_report(pack=PACK)
    values = {}
    for name, text in fields.items():
        spec = PACK.field(name.replace("_", "-"))
        assert spec is not None
        values[spec.id] = understand(spec, text, PACK)
    return report.model_copy(update={"fields": values})


def with_committees(report: Report, *rows: tuple[str, str]) -> Report:
    made = tuple({"name": FieldValue(text=name, value=name), "date": FieldValue(text=when)} for name, when in rows)
    return report.model_copy(update={"repeats": {"committees": made}})


def show(qtbot: QtBot, desk: Desk) -> HeaderForm:
    form = HeaderForm(desk.bridge)
    qtbot.addWidget(form)
    form.resize(720, 900)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    return form


def question(form: HeaderForm, field: str, row: int | None = None) -> FieldRow:
    found = form.row(field, row)
    assert found is not None
    return found


def line_of(form: HeaderForm, field: str, row: int | None = None) -> QLineEdit:
    control = question(form, field, row).input
    assert isinstance(control, TextInput | DateInput)
    return control.line


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


def test_lines_grow_and_keep_their_breaks(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    control = question(form, "reason").input
    assert isinstance(control, LinesInput)
    low = control.box.height()
    control.box.setPlainText("one\ntwo\nthree\nfour\nfive")
    assert desk.report.field("reason").text == "one\ntwo\nthree\nfour\nfive"
    assert control.box.height() > low


def test_a_date_is_shown_in_words_and_another_text_is_kept(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", "07/02//2022")), PACK)
    form = show(qtbot, desk)
    control = question(form, "committees.date", 0).input
    assert isinstance(control, DateInput)
    assert control.line.text() == "07/02//2022"
    assert control.understood.text().startswith("Type it like")
    control.line.clear()
    QTest.keyClicks(control.line, "7 Dec 2022")
    assert control.understood.text() == "Wednesday 7 December 2022"
    assert desk.report.field("committees.date", 0) == FieldValue(text="7 Dec 2022", value="2022-12-07")


def test_the_day_understood_is_told_to_screen_readers_once_the_field_is_left(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", "")), PACK)
    form = show(qtbot, desk)
    QTest.keyClicks(line_of(form, "committees.date", 0), "7/12/2022")
    question(form, "subject").focus()
    assert "Wednesday 7 December 2022" in line_of(form, "committees.date", 0).accessibleDescription()


def test_the_calendar_writes_the_day_that_is_picked(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", "7/12/2022")), PACK)
    form = show(qtbot, desk)
    control = question(form, "committees.date", 0).input
    assert isinstance(control, DateInput)
    QTest.keyClick(control.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = control._popup  # noqa: SLF001 - the popup is a window of its own
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2022, 12, 7)
    popup.calendar.activated.emit(QDate(2023, 1, 9))
    assert not popup.isVisible()
    assert desk.report.field("committees.date", 0).text == "9 January 2023"


def test_yes_and_no_write_the_standard_words_in_one_step(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    control = question(form, "spending").input
    assert isinstance(control, YesNoInput)
    QTest.mouseClick(control.no, Qt.MouseButton.LeftButton)
    assert desk.report.field("spending") == FieldValue(text="No", value="No")
    assert line_of(form, "spending-amount").text() == "N/A"
    desk.session.undo()
    assert desk.report.field("spending-amount").text == ""
    assert not control.no.isChecked()


def test_words_that_are_no_yes_or_no_are_shown_until_one_is_chosen(qtbot: QtBot) -> None:
    desk = open_desk(a_report(spending="N/A"), PACK)
    form = show(qtbot, desk)
    control = question(form, "spending").input
    assert isinstance(control, YesNoInput)
    assert not control.yes.isChecked()
    assert not control.no.isChecked()
    assert "Now says: N/A" in seen_words(control)
    QTest.mouseClick(control.yes, Qt.MouseButton.LeftButton)
    assert "Now says" not in seen_words(control)
    assert desk.report.field("spending").text == "Yes"


def test_a_field_without_a_place_hides_and_comes_back_with_its_words(qtbot: QtBot) -> None:
    desk = open_desk(a_report(spending="Yes", funding_source="A reserve"), PACK)
    form = show(qtbot, desk)
    row = question(form, "funding-source")
    assert row.isVisible()
    desk.session.apply(SetField(field="spending", value=FieldValue(text="perhaps")), "x")
    assert not row.isVisible()
    assert desk.report.field("funding-source").text == "A reserve"
    desk.session.undo()
    assert row.isVisible()
    assert line_of(form, "funding-source").text() == "A reserve"


def test_a_closed_list_shows_an_alias_as_it_is_written(qtbot: QtBot) -> None:
    desk = open_desk(a_report(public_status="Non-public"), PACK)
    form = show(qtbot, desk)
    control = question(form, "public-status").input
    assert isinstance(control, ClosedChoice)
    assert control.box.currentText() == "Exempt"
    assert "Now says: Non-public (understood as Exempt)" in seen_words(control)
    assert desk.report.field("public-status").text == "Non-public"
    control.box.setCurrentIndex(1)
    control.box.activated.emit(1)
    assert desk.report.field("public-status").text == "Public"
    assert "Now says" not in seen_words(control)


def test_an_open_list_takes_other_words_and_finds_names_by_any_part(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("", "")), PACK)
    form = show(qtbot, desk)
    control = question(form, "committees.name", 0).input
    assert isinstance(control, OpenChoice)
    line = control.box.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "Board")
    completer = control.box.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    QTest.keyClicks(line, " of Works")
    popup.hide()
    assert desk.report.field("committees.name", 0).text == "Board of Works"


def test_ticks_write_the_names_in_the_packs_order(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    control = question(form, "outcomes").input
    assert isinstance(control, ChoicesInput)
    boxes = control.controls()
    QTest.mouseClick(boxes[1], Qt.MouseButton.LeftButton, pos=boxes[1].rect().center())
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    assert desk.report.field("outcomes").text == "People are safe\nStreets are clean"


def test_the_list_in_force_on_the_day_of_the_meeting_is_offered(qtbot: QtBot) -> None:
    report = with_committees(a_report(), ("Planning", ""))
    desk = open_desk(report, PACK)
    form = show(qtbot, desk)
    control = question(form, "outcomes").input
    assert isinstance(control, ChoicesInput)
    assert len(control.controls()) == 4
    QTest.keyClicks(line_of(form, "committees.date", 0), "1/3/2024")
    assert [box.accessibleName() for box in control.controls()[:-1]] == [
        "Streets are clean, Outcomes",
        "Trade flourishes, Outcomes",
    ]


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


def test_the_wheel_passes_over_a_control_without_the_keyboard(qtbot: QtBot) -> None:
    desk = open_desk(a_report(purpose="For Decision", subject="x"), PACK)
    form = show(qtbot, desk)
    control = question(form, "purpose").input
    assert isinstance(control, ClosedChoice)
    event = QWheelEvent(
        QPointF(5, 5), control.box.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(control.box, event)
    assert desk.report.field("purpose").text == "For Decision"


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


def seen_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
