"""The controls of the header form: each kind of answer, over a real session."""

from itertools import combinations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, SetField
from clerkwell.packs import Pack
from clerkwell.ui.editors.fields.inputs import date as date_input
from clerkwell.ui.editors.fields.inputs.choice import ClosedChoice, OpenChoice
from clerkwell.ui.editors.fields.inputs.choices import ChoicesInput
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.inputs.text import LinesInput
from clerkwell.ui.editors.fields.inputs.yes_no import YesNoInput
from helpers.building import make_report
from helpers.desk import open_desk
from helpers.forms import PACK, a_report, line_of, question, show, with_committees
from helpers.shipped import shipped

# What the offscreen platform says whenever a list or a calendar pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


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


def test_a_council_that_writes_the_weekday_has_it_written_out_but_no_wrong_one_put_right(qtbot: QtBot) -> None:
    city = shipped("city-of-london-2023")
    rules = city.manifest.rules.model_copy(update={"date_form": "weekday d month yyyy"})
    pack = Pack(city.manifest.model_copy(update={"rules": rules}), city.files)
    desk = open_desk(with_committees(make_report(pack=pack), ("Planning", "")), pack)
    form = show(qtbot, desk)
    control = question(form, "committees.date", 0).input
    assert isinstance(control, DateInput)
    control.line.setFocus()
    QTest.keyClicks(control.line, "7.12.22")
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    assert control.line.text() == "Wednesday 7 December 2022"
    # The line says it already.
    assert control.understood.text() == ""
    control.line.setFocus()
    control.line.selectAll()
    QTest.keyClicks(control.line, "Thursday 7 December 2022")
    assert control.understood.text() == "7 December 2022 is a Wednesday"
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    assert control.line.text() == "Thursday 7 December 2022"


def test_a_date_that_was_typed_is_written_in_the_house_form_on_leaving_and_undo_gives_back_what_was_typed(
    qtbot: QtBot,
) -> None:
    city = shipped("city-of-london-2023")
    desk = open_desk(with_committees(make_report(pack=city), ("Planning", "")), city)
    form = show(qtbot, desk)
    line = line_of(form, "committees.date", 0)
    line.setFocus()
    QTest.keyClicks(line, "20/1/27")
    assert desk.report.field("committees.date", 0).text == "20/1/27"
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.report.field("committees.date", 0) == FieldValue(text="20/01/2027", value="2027-01-20")
    assert line.text() == "20/01/2027"
    desk.session.undo()
    assert line.text() == "20/1/27"
    line.setFocus()
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.report.field("committees.date", 0).text == "20/1/27", "it is what its author wants"
    desk.session.undo()
    assert line.text() == ""


@pytest.mark.parametrize("written", ["7 Dec 2022", "07/02//2022"])
def test_a_date_that_was_not_typed_here_stays_as_it_is_written(qtbot: QtBot, written: str) -> None:
    city = shipped("city-of-london-2023")
    desk = open_desk(with_committees(make_report(pack=city), ("Planning", written)), city)
    form = show(qtbot, desk)
    line_of(form, "committees.date", 0).setFocus()
    line_of(form, "subject").setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.report.field("committees.date", 0).text == written


@pytest.mark.parametrize("width", range(300, 800, 20))
def test_the_day_in_words_stands_on_one_line(qtbot: QtBot, width: int) -> None:
    control = DateInput()
    qtbot.addWidget(control)
    control.show_value(FieldValue(text="27/9/2023", value="2023-09-27"))
    control.resize(width, 200)
    control.show()
    QApplication.processEvents()
    shown = control.understood
    assert shown.text() == "Wednesday 27 September 2023"
    assert shown.width() >= shown.fontMetrics().horizontalAdvance(shown.text())


@pytest.mark.parametrize("width", [220, 400, 720])
def test_a_date_is_seen_whole_in_any_room(qtbot: QtBot, width: int) -> None:
    form = show(qtbot, open_desk(with_committees(a_report(), ("Planning", "December 17th 2022")), PACK))
    form.resize(width, 700)
    QApplication.processEvents()
    control = question(form, "committees.date", 0).input
    assert isinstance(control, DateInput)
    assert control.line.width() >= control.line.fontMetrics().horizontalAdvance("December 17th 2022")
    parts = [control.line, control.button, control.understood]
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(parts, 2))
    assert all(control.rect().contains(part.geometry()) for part in parts)


def test_the_day_understood_is_told_to_screen_readers_once_the_field_is_left(qtbot: QtBot) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", "")), PACK)
    form = show(qtbot, desk)
    QTest.keyClicks(line_of(form, "committees.date", 0), "7/12/2022")
    question(form, "subject").focus()
    assert "Wednesday 7 December 2022" in line_of(form, "committees.date", 0).accessibleDescription()


def test_the_calendar_tells_its_days_and_writes_the_one_that_is_picked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(with_committees(a_report(), ("Planning", "7/12/2022")), PACK)
    form = show(qtbot, desk)
    control = question(form, "committees.date", 0).input
    assert isinstance(control, DateInput)
    QTest.keyClick(control.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = control._popup  # noqa: SLF001 - the popup is a window of its own
    assert popup is not None
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2022, 12, 7)
    days = popup.calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    assert days.accessibleName() == "Days of December 2022"
    # The cells say the bare number of their day.
    said: list[str] = []
    monkeypatch.setattr(date_input, "announce", lambda _, text: said.append(text))
    QTest.keyClick(days, Qt.Key.Key_Right)
    assert said == ["Thursday 8 December 2022"]
    popup.calendar.showNextMonth()
    assert days.accessibleName() == "Days of January 2023"
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


def test_an_arrow_key_answers_a_question_that_has_no_answer_yet(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    control = question(form, "spending").input
    assert isinstance(control, YesNoInput)
    control.yes.setFocus()
    QTest.keyClick(control.yes, Qt.Key.Key_Right)
    assert desk.report.field("spending").text == "No"
    assert control.no.hasFocus()


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


def test_an_answer_of_a_closed_list_is_chosen_by_typing_it_spaces_and_all(qtbot: QtBot) -> None:
    control = ClosedChoice()
    qtbot.addWidget(control)
    control.offer(("For Decision", "For Information"))
    control.show()
    answers: list[str] = []
    control.answered.connect(answers.append)
    QTest.keyClicks(control.box, "for i")
    assert not control.box.view().isVisible(), "the space belongs to the name"
    assert answers[-1] == control.box.currentText() == "For Information"
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    QTest.keyClicks(control.box, "d")
    assert answers[-1] == "For Decision", "by any word of it"


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


def test_what_is_found_hangs_as_wide_as_the_line_unless_it_needs_more(qtbot: QtBot) -> None:
    """Fails where the list is as wide as the longest name that could have been found."""
    control = OpenChoice()
    qtbot.addWidget(control)
    long = "Committee for Everything that No Other Committee of this Council has ever been Asked to Look into at All"
    control.offer(("Board of Works", long))
    control.resize(300, 40)
    with qtbot.waitExposed(control):
        control.show()
    line, completer = control.box.lineEdit(), control.box.completer()
    assert line is not None
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    for typed, fits in (("Board", True), ("Comm", False), ("Board", True)):
        line.clear()
        QTest.keyClicks(line, typed)
        qtbot.waitUntil(popup.isVisible)
        assert (popup.width() <= control.box.width()) is fits, typed
        popup.hide()


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


def seen_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
