"""The questions that only a report with something withheld is asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Report, SetBlocks, SetField
from clerkwell.ui.editors.fields.inputs.exempt import ExemptInput
from helpers.building import blocks
from helpers.desk import Desk, open_desk
from helpers.forms import PACK, a_report, question, show


def ticks(qtbot: QtBot, report: Report) -> tuple[Desk, ExemptInput]:
    desk = open_desk(report, PACK)
    control = question(show(qtbot, desk), "exempt-paragraphs").input
    assert isinstance(control, ExemptInput)
    return desk, control


def test_the_reason_and_the_public_interest_are_asked_only_where_something_is_withheld(qtbot: QtBot) -> None:
    desk = open_desk(a_report(public_status="Public"), PACK)
    form = show(qtbot, desk)
    asked = [question(form, each) for each in ("exempt-paragraphs", "public-interest")]
    assert [row.isVisible() for row in asked] == [False, False]
    desk.session.apply(SetField(field="public-status", value=FieldValue(text="Exempt", value="Exempt")), "x")
    assert [row.isVisible() for row in asked] == [True, True]
    desk.session.undo()
    assert [row.isVisible() for row in asked] == [False, False]


def test_an_answer_that_stands_in_the_report_is_never_hidden(qtbot: QtBot) -> None:
    desk = open_desk(a_report(public_status="Public", public_interest="The tenders are open."), PACK)
    form = show(qtbot, desk)
    assert question(form, "public-interest").isVisible()
    assert not question(form, "exempt-paragraphs").isVisible()


def test_marking_a_paragraph_as_private_brings_the_questions_when_the_form_is_next_seen(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    form = show(qtbot, desk)
    form.hide()
    private = tuple(block.model_copy(update={"private": True}) for block in blocks("A price."))
    desk.session.apply(SetBlocks(section="summary", blocks=private), "x")
    form.show()
    assert question(form, "exempt-paragraphs").isVisible()


def test_ticks_write_the_paragraphs_with_what_they_are_about(qtbot: QtBot) -> None:
    desk, control = ticks(qtbot, a_report(public_status="Exempt"))
    QTest.mouseClick(control.controls()[2], Qt.MouseButton.LeftButton)
    assert desk.report.field("exempt-paragraphs").text == "Paragraph 3 (financial or business affairs)"
    assert desk.session.undo_label == "Change “Reason for exemption”"
    QTest.keyClick(control.controls()[4], Qt.Key.Key_Space)
    assert desk.report.field("exempt-paragraphs").text == (
        "Paragraphs 3 and 5 (financial or business affairs; legal professional privilege)"
    )
    desk.session.undo()
    assert control.paragraphs.ticked() == (3,)
    desk.session.undo()
    assert desk.report.field("exempt-paragraphs").text == ""


def test_words_of_ones_own_are_understood_and_stay_until_a_box_is_ticked(qtbot: QtBot) -> None:
    said = "By virtue of paragraphs 1 and 2 of Part 1 of Schedule 12A"
    desk, control = ticks(qtbot, a_report(public_status="Exempt", exempt_paragraphs=said))
    assert control.paragraphs.ticked() == (1, 2)
    assert desk.report.field("exempt-paragraphs").text == said
    QTest.mouseClick(control.controls()[0], Qt.MouseButton.LeftButton)
    assert desk.report.field("exempt-paragraphs").text == "Paragraph 2 (likely to reveal who an individual is)"


def test_a_screen_reader_hears_the_paragraph_its_meaning_and_the_question(qtbot: QtBot) -> None:
    _, control = ticks(qtbot, a_report(public_status="Exempt"))
    assert control.controls()[2].accessibleName() == "Paragraph 3: Financial or business affairs, Reason for exemption"
