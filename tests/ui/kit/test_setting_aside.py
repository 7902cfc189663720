"""Setting a problem aside from a menu."""

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem
from clerkwell.ui.kit.setting_aside import offer_setting_aside
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack()


def a_problem(severity: str) -> Problem:
    return Problem.model_validate(
        {"rule": "long", "severity": severity, "place": Place(section="summary"), "message": "It is long."}
    )


def test_a_warning_is_set_aside_with_a_reason_in_the_name_given_last(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "Words"}, pack=PACK), PACK)
    desk.bridge.author = "Robin Example"
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = QMenu(parent)
    asked: list[tuple[str, str]] = []

    def ask(message: str, by: str, _: QWidget) -> tuple[str, str] | None:
        asked.append((message, by))
        return ("It has to be.", "Sam Sample") if len(asked) > 1 else None

    offer_setting_aside(menu, a_problem("warning"), desk.bridge, parent, ask)
    [action] = menu.actions()
    action.trigger()
    assert not desk.report.waivers
    action.trigger()
    waiver = desk.report.waivers[-1]
    assert (waiver.rule, waiver.reason, waiver.by) == ("long", "It has to be.", "Sam Sample")
    assert desk.session.undo_label == "Set a problem aside"
    assert asked == [("It is long.", "Robin Example")] * 2
    assert desk.bridge.author == "Sam Sample"


@pytest.mark.parametrize(
    ("severity", "read_only", "offered"), [("error", False, 0), ("info", False, 1), ("info", True, 0)]
)
def test_errors_and_reports_that_are_only_read_offer_it_not(
    qtbot: QtBot, severity: str, read_only: bool, offered: int
) -> None:
    desk = open_desk(make_report(pack=PACK), PACK, read_only=read_only)
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = QMenu(parent)
    offer_setting_aside(menu, a_problem(severity), desk.bridge, parent)
    assert len(menu.actions()) == offered
