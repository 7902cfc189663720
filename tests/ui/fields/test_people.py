"""A question that several people or posts may be named in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Report
from clerkwell.packs.answers import joined, named
from clerkwell.ui.editors.fields.inputs.people import PeopleInput
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Desk, open_desk
from helpers.forms import question, show

PACK = make_pack(MANIFEST + '\n[[field]]\nid = "report-of"\ntitle = "Report of"\nseveral = true\n')


def people(qtbot: QtBot, report: Report | None = None) -> tuple[Desk, PeopleInput]:
    desk = open_desk(report or make_report(pack=PACK), PACK)
    control = question(show(qtbot, desk), "report-of").input
    assert isinstance(control, PeopleInput)
    return desk, control


def test_names_are_joined_as_a_report_joins_them() -> None:
    assert joined([]) == ""
    assert joined(["Chamberlain"]) == "Chamberlain"
    assert joined(["Chamberlain", "Town Clerk", "City Surveyor"]) == "Chamberlain, Town Clerk and City Surveyor"
    assert joined(["Alex Example, Director", "Town Clerk"]) == "Alex Example, Director; and Town Clerk"
    assert named(" Chamberlain \n\nTown  Clerk\n") == FieldValue(
        text="Chamberlain and Town Clerk", value=("Chamberlain", "Town Clerk")
    )


def test_a_joint_report_names_each_in_a_line_of_its_own(qtbot: QtBot) -> None:
    desk, control = people(qtbot)
    QTest.keyClicks(control.lines[0].edit, "Chamberlain")
    assert desk.report.field("report-of") == FieldValue(text="Chamberlain", value="Chamberlain")
    QTest.keyClick(control.add_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is control.lines[1].edit
    QTest.keyClicks(control.lines[1].edit, "Town Clerk")
    value = desk.report.field("report-of")
    assert value == FieldValue(text="Chamberlain and Town Clerk", value=("Chamberlain", "Town Clerk"))
    assert control.printed.text() == "Printed as: Chamberlain and Town Clerk"
    assert control.lines[1].edit.accessibleName() == "Report of, 2 of 2"


def test_a_name_is_taken_away_and_undo_brings_it_back(qtbot: QtBot) -> None:
    value = named("Chamberlain\nTown Clerk\nRemembrancer")
    desk, control = people(qtbot, make_report(pack=PACK).model_copy(update={"fields": {"report-of": value}}))
    assert [line.edit.text() for line in control.lines] == ["Chamberlain", "Town Clerk", "Remembrancer"]
    assert control.lines[1].remove.accessibleName() == "Remove Town Clerk, Report of"
    QTest.keyClick(control.lines[1].remove, Qt.Key.Key_Space)
    assert desk.report.field("report-of").text == "Chamberlain and Remembrancer"
    assert desk.session.undo_label == "Change “Report of”"
    desk.session.undo()
    assert [line.edit.text() for line in control.lines] == ["Chamberlain", "Town Clerk", "Remembrancer"]


def test_an_answer_in_one_piece_stays_as_it_was_written(qtbot: QtBot) -> None:
    desk, control = people(qtbot, make_report(fields={"report-of": "The Chamberlain and the Town Clerk"}, pack=PACK))
    assert [line.edit.text() for line in control.lines] == ["The Chamberlain and the Town Clerk"]
    assert not control.lines[0].remove.isVisible()
    QTest.keyClick(control.add_button, Qt.Key.Key_Space)
    assert desk.report.field("report-of").text == "The Chamberlain and the Town Clerk"
    assert not desk.session.can_undo


def test_lines_of_an_imported_answer_are_names(qtbot: QtBot) -> None:
    desk, control = people(qtbot, make_report(fields={"report-of": "Chamberlain\nTown Clerk"}, pack=PACK))
    assert [line.edit.text() for line in control.lines] == ["Chamberlain", "Town Clerk"]
    assert desk.report.field("report-of").text == "Chamberlain\nTown Clerk"
