"""Yes and no in view, and what a No settles."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack
from clerkwell.ui.editors.fields.inputs.few import FewChoices
from clerkwell.ui.editors.fields.inputs.yes_no import YesNoInput
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Desk, open_desk
from helpers.forms import PACK, a_report, line_of, question, show

AGREED = make_pack(
    MANIFEST
    + """
[[field]]
id = "agreed"
title = "Agreed with finance?"
kind = "choice"
vocab = "agreed"

[vocab.agreed]
entries = [{ name = "Yes", aliases = ["Y"] }, { name = "No" }, { name = "N/A" }]
"""
)


def few(qtbot: QtBot, **fields: str) -> tuple[Desk, FewChoices]:
    desk = open_desk(make_report(fields=fields, pack=AGREED), AGREED)
    control = question(show(qtbot, desk), "agreed").input
    assert isinstance(control, FewChoices)
    return desk, control


def test_a_list_of_yes_and_no_is_in_view(qtbot: QtBot) -> None:
    desk, control = few(qtbot)
    assert [each.accessibleName() for each in control.controls()[:3]] == [
        "Yes, Agreed with finance?", "No, Agreed with finance?", "N/A, Agreed with finance?",
    ]  # fmt: skip
    QTest.mouseClick(control.controls()[1], Qt.MouseButton.LeftButton)
    assert desk.report.field("agreed").value == "No"
    assert desk.session.undo_label == "Change “Agreed with finance”"
    desk.session.undo()
    assert desk.report.field("agreed").empty
    assert not any(each.isChecked() for each in control.findChildren(QRadioButton))


def test_an_open_list_takes_words_of_ones_own(qtbot: QtBot) -> None:
    desk, control = few(qtbot, agreed="In part")
    assert control.own is not None
    assert control.own.line.text() == "In part"
    control.own.line.end(False)
    QTest.keyClicks(control.own.line, "ly")
    assert desk.report.field("agreed").text == "In partly"
    QTest.mouseClick(control.controls()[0], Qt.MouseButton.LeftButton)
    assert desk.report.field("agreed").text == "Yes"
    assert control.own.line.text() == ""


def test_no_hides_what_follows_and_yes_brings_it_back_as_it_was(qtbot: QtBot) -> None:
    desk = open_desk(a_report(spending="Yes", spending_amount="£40,000"), PACK)
    form = show(qtbot, desk)
    control = question(form, "spending").input
    assert isinstance(control, YesNoInput)
    QTest.mouseClick(control.no, Qt.MouseButton.LeftButton)
    assert desk.report.field("spending-amount").text == "N/A"
    assert not question(form, "spending-amount").isVisible()
    assert desk.messages.said[-1].startswith("What was written under “Does this need extra spending” is kept")
    QTest.mouseClick(control.yes, Qt.MouseButton.LeftButton)
    assert question(form, "spending-amount").isVisible()
    assert line_of(form, "spending-amount").text() == "£40,000"


def test_what_no_put_aside_and_somebody_then_cleared_does_not_come_back(qtbot: QtBot) -> None:
    desk = open_desk(a_report(spending="Yes", spending_amount="£40,000"), PACK)
    form = show(qtbot, desk)
    control = question(form, "spending").input
    assert isinstance(control, YesNoInput)
    for button in (control.no, control.yes):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    line_of(form, "spending-amount").selectAll()
    QTest.keyClick(line_of(form, "spending-amount"), Qt.Key.Key_Delete)
    for button in (control.no, control.yes):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.report.field("spending-amount").text == ""


def test_a_question_that_no_settled_is_shown_when_something_is_said_of_it(qtbot: QtBot) -> None:
    def check(_: Report, __: Pack) -> tuple[Problem, ...]:
        return (Problem(rule="r", severity="warning", place=Place(field="spending-amount"), message="Say more."),)

    desk = open_desk(a_report(spending="No", spending_amount="N/A"), PACK, check)
    form = show(qtbot, desk)
    assert not question(form, "spending-amount").isVisible()
    desk.clock.pass_time()
    assert question(form, "spending-amount").isVisible()


def test_going_to_a_question_that_no_settled_shows_it(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(spending="No", spending_amount="N/A"), PACK))
    form.show_field("spending-amount")
    assert question(form, "spending-amount").isVisible()
    assert line_of(form, "spending-amount").hasFocus()
