"""The page of a part: whether its author calls it done, and what opens it again."""

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Report, SetBlocks
from clerkwell.packs import Pack
from clerkwell.session.checking import Check
from clerkwell.ui.navigator import HEADER, PartsList
from clerkwell.ui.shell.part_page import PartPage
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def wrong(report: Report, _: Pack) -> tuple[Problem, ...]:
    problem = Problem(rule="w", severity="error", place=Place(section="summary"), message="That is wrong.")
    return (problem,) if "wrong" in str(report.blocks("summary")) else ()


def missing(report: Report, pack: Pack) -> tuple[Problem, ...]:
    problem = Problem(
        rule="section-missing", severity="error", place=Place(section="summary"), message="It is missing."
    )
    section = report.section("summary")
    return wrong(report, pack) if section is not None and section.blocks else (problem,)


def opened(qtbot: QtBot, words: str, part: str = "summary", check: Check = wrong) -> tuple[Desk, PartPage, QCheckBox]:
    desk = open_desk(make_report({"summary": words} if words else {}, pack=PACK), PACK, check)
    page = PartPage(desk.bridge, part, QTextEdit())
    qtbot.addWidget(page, before_close_func=lambda _: desk.session.close())

    def show(_: object = None) -> None:
        page.refresh("Summary", can_be_done=True, stands=True)

    desk.bridge.changed.connect(show)
    desk.bridge.problems_changed.connect(show)
    page.show()
    desk.clock.pass_time()
    show()
    box = next(each for each in page.findChildren(QAbstractButton) if "done" in each.text())
    assert isinstance(box, QCheckBox)
    return desk, page, box


def test_the_box_is_cleared_by_a_problem_and_comes_back_when_it_is_put_right(qtbot: QtBot) -> None:
    desk, _, box = opened(qtbot, "Words.")
    box.click()
    assert box.isChecked()
    assert desk.session.undo_label == "Mark as done"
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("A wrong word.")), "Typing")
    desk.clock.pass_time()
    assert not box.isChecked()
    assert box.accessibleDescription().startswith("You have called this done, but it is open again: That is wrong.")
    desk.session.undo()
    desk.clock.pass_time()
    assert box.isChecked()
    assert box.accessibleDescription() == ""
    # No step of its own: the next undo takes back what the author said.
    desk.session.undo()
    assert not box.isChecked()


def test_what_is_called_done_with_a_problem_counts_once_that_is_put_right(qtbot: QtBot) -> None:
    desk, _, box = opened(qtbot, "A wrong word.")
    box.click()
    section = desk.report.section("summary")
    assert section is not None
    assert section.done
    assert not box.isChecked()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("A right word.")), "Typing")
    desk.clock.pass_time()
    assert box.isChecked()


def test_a_part_that_is_open_again_can_be_taken_back(qtbot: QtBot) -> None:
    desk, _, box = opened(qtbot, "A wrong word.")
    box.click()
    box.click()
    section = desk.report.section("summary")
    assert section is not None
    assert not section.done
    assert desk.session.undo_label == "Mark as not done"
    assert box.accessibleDescription() == ""


def test_a_part_that_is_written_and_ticked_before_the_next_check_is_done_and_nobody_is_told_otherwise(
    qtbot: QtBot,
) -> None:
    desk, page, box = opened(qtbot, "", check=missing)
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Words.")), "Typing")
    page.toggle_done()
    assert box.isChecked()
    assert box.accessibleDescription() == ""
    desk.clock.pass_time()
    assert box.isChecked()
    assert not [said for said in desk.messages.said if "open again" in said]


def test_a_done_part_that_is_emptied_and_written_anew_is_ticked_anew(qtbot: QtBot) -> None:
    desk, page, box = opened(qtbot, "Words.", check=missing)
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    page.toggle_done()
    desk.session.apply(SetBlocks(section="summary", blocks=()), "Typing")
    assert not box.isChecked()
    desk.clock.pass_time()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Other words.")), "Typing")
    assert not box.isChecked()
    page.toggle_done()
    assert box.isChecked()
    desk.clock.pass_time()
    assert box.isChecked()
    assert not [said for said in desk.messages.said if "open again" in said]


def test_a_tick_that_comes_before_the_check_of_what_was_put_right_stays(qtbot: QtBot) -> None:
    desk, page, box = opened(qtbot, "A wrong word.")
    page.toggle_done()
    assert not box.isChecked()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("A right word.")), "Typing")
    box.setChecked(False)
    page.toggle_done()
    assert box.isChecked()
    desk.clock.pass_time()
    assert box.isChecked()


def test_what_opened_a_part_again_is_unsaid_when_it_is_put_right(qtbot: QtBot) -> None:
    desk, page, _ = opened(qtbot, "Words.")
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    page.toggle_done()
    desk.clock.pass_time()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("A wrong word.")), "Typing")
    desk.clock.pass_time()
    [said] = desk.messages.said
    assert said == "“Summary” is open again: That is wrong."
    assert desk.messages.unsaid == []
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("A right word.")), "Typing")
    desk.clock.pass_time()
    assert desk.messages.unsaid == [said]


def test_the_details_can_be_called_done_and_that_is_undone(qtbot: QtBot) -> None:
    desk, page, box = opened(qtbot, "Words.", HEADER)
    assert box.text().replace("&", "") == "These details are done"
    page.toggle_done()
    assert desk.report.details_done
    # Questions have no answer yet.
    assert not box.isChecked()
    assert "There are questions without an answer." in box.accessibleDescription()
    desk.session.undo()
    assert not desk.report.details_done
