"""The words above the recommendations, where those are written."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from clerkwell.model import FieldValue, Place, Problem, SetField
from clerkwell.packs import LEAD_IN, LED_IN
from clerkwell.ui.editors.lead_in import LeadIn
from helpers.building import MANIFEST, make_pack
from helpers.editing import Editing, bring_up

Opener = Callable[..., Editing]

LED = (
    MANIFEST
    + """
[[field]]
id = "recommendation-stem"
title = "Words before the recommendations"
vocab = "stems"
default = "Members are asked to:"
guidance = "Each recommendation goes on from these words."

[[section]]
id = "recommendations"
title = "Recommendations"

[vocab.stems]
entries = [{ name = "Members are asked to:" }, { name = "The Committee is asked to:" }]
"""
)


def lead_in(editing: Editing) -> tuple[LeadIn, QLineEdit]:
    shown = editing.pages[LED_IN].lead_in
    assert shown is not None
    line = shown.findChild(QLineEdit)
    assert line is not None
    return shown, line


def answer(editing: Editing, text: str) -> None:
    editing.desk.session.apply(SetField(field=LEAD_IN, value=FieldValue(text=text)), "Elsewhere")


def test_the_lead_in_stands_above_the_recommendations_and_nowhere_else(opened: Opener) -> None:
    editing = opened({LED_IN: "- Note it.", "background": "One"}, make_pack(LED))
    assert editing.pages["background"].lead_in is None
    shown, line = lead_in(editing)
    assert shown.geometry().bottom() < editing.editor(LED_IN).geometry().top()
    answer(editing, "Members are asked to:")
    assert line.text() == "Members are asked to:"
    assert "Words before the recommendations" in shown.input.controls()[0].accessibleName()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_what_is_typed_or_chosen_is_the_answer_of_the_details(opened: Opener) -> None:
    editing = opened({LED_IN: "- Note it."}, make_pack(LED))
    bring_up(editing, LED_IN)
    shown, line = lead_in(editing)
    box = shown.findChild(QComboBox)
    assert box is not None
    assert [box.itemText(at) for at in range(box.count())][:2] == [
        "Members are asked to:",
        "The Committee is asked to:",
    ]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "The Panel is asked to:")
    assert editing.report.field(LEAD_IN).text == "The Panel is asked to:"
    assert line.text() == "The Panel is asked to:"
    editing.desk.session.undo()
    assert editing.report.field(LEAD_IN).text == "", "one step"
    assert line.text() == ""


def test_what_changes_while_it_cannot_be_seen_is_shown_when_it_can(opened: Opener) -> None:
    editing = opened({LED_IN: "- Note it."}, make_pack(LED))
    page = editing.pages[LED_IN]
    page.hide()
    answer(editing, "The Committee is asked to:")
    page.show()
    assert lead_in(editing)[1].text() == "The Committee is asked to:"


def test_its_problems_are_said_beside_it_once_it_is_left(opened: Opener) -> None:
    editing = opened({LED_IN: "- Note it."}, make_pack(LED))
    bring_up(editing, LED_IN)
    shown, line = lead_in(editing)
    problem = Problem(rule="r", severity="warning", place=Place(field=LEAD_IN), message="It lacks a colon.")
    line.setFocus()
    editing.desk.bridge.problems_changed.emit((problem,))
    assert not shown.messages.isVisible()
    editing.editor(LED_IN).setFocus()
    editing.desk.bridge.problems_changed.emit((problem,))
    assert [each.message for each in shown.messages.shown] == [problem.message]


def test_a_report_that_can_only_be_read_shows_it_and_lets_nobody_change_it(opened: Opener) -> None:
    editing = opened({LED_IN: "- Note it."}, make_pack(LED), read_only=True)
    line = lead_in(editing)[1]
    QTest.keyClick(line, Qt.Key.Key_X)
    assert editing.report.field(LEAD_IN).text == ""
