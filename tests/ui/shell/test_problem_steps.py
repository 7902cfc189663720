"""Problems on the desk: where the author is comes first, F8 goes on from the caret, and the list is at hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Report, words
from clerkwell.packs import Pack
from clerkwell.session.checking import Check
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.shell.check_page import CheckPage
from clerkwell.ui.shell.desk import Desk
from helpers.building import make_pack, make_report
from helpers.desk import Desk as OpenDesk
from helpers.desk import open_desk


def wrong(report: Report, _: Pack) -> tuple[Problem, ...]:
    """Every word that is wrong, and a note on the whole report."""
    found = [Problem(rule="told", severity="info", message="It is long.")]
    for section in report.sections:
        for block in section.blocks:
            text = words(block)
            at = text.find("wrong")
            while at >= 0:
                place = Place(section=section.id, block=block.id, start=at, end=at + 5)
                message = f"{section.id}, {block.id}, {at} is wrong."
                found.append(
                    Problem(rule="w", severity="warning", place=place, message=message, quote="wrong", why="Because.")
                )
                at = text.find("wrong", at + 1)
    return tuple(found)


def wrong_desk(qtbot: QtBot, check: Check = wrong) -> tuple[Desk, OpenDesk]:
    pack = make_pack()
    report = make_report({"summary": "A wrong one, a wrong two.", "background": "A wrong three."}, pack=pack)
    opened = open_desk(report, pack, check)
    opened.clock.pass_time()
    desk = Desk(opened.bridge)
    qtbot.addWidget(desk, before_close_func=lambda _: opened.session.close())
    desk.resize(1200, 640)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    return desk, opened


def caret(desk: Desk) -> Place:
    content = desk.pages.current().content
    assert isinstance(content, SectionPage)
    return content.editor.place()


def test_f8_goes_on_from_the_caret_through_this_part_and_then_the_next(qtbot: QtBot) -> None:
    desk, opened = wrong_desk(qtbot)
    block = opened.report.blocks("summary")[0].id
    desk.show_place(Place(section="summary", block=block, start=9, end=9))
    met = []
    for _ in range(4):
        desk.step_problem(1)
        met.append((desk.part, caret(desk).start))
    assert met == [("summary", 15), ("background", 2), ("summary", 2), ("summary", 15)]
    desk.step_problem(-1)
    assert (desk.part, caret(desk).start) == ("summary", 2)
    # Somebody clicks elsewhere: it goes on from there.
    block = opened.report.blocks("background")[0].id
    desk.show_place(Place(section="background", block=block, start=0, end=0))
    desk.step_problem(1)
    assert (desk.part, caret(desk).start) == ("background", 2)


def test_the_list_brings_up_the_part_and_the_line_under_the_words_what_is_at_the_caret(qtbot: QtBot) -> None:
    desk, opened = wrong_desk(qtbot)
    block = opened.report.blocks("background")[0].id
    desk.show_place(Place(section="background", block=block, start=0, end=0))
    assert desk.problems.model.groups[0].heading == "In this part: 1 warning"
    page = desk.pages.current()
    high = page.at_caret.height()
    desk.show_place(Place(section="background", block=block, start=4, end=4))
    qtbot.waitUntil(lambda: page.at_caret.text != "")
    assert page.at_caret.text == f"Warning: background, {block}, 2 is wrong."
    assert page.at_caret.toolTip().endswith("Because.")
    line = desk.problems.current()
    assert line is not None
    assert line.message == f"background, {block}, 2 is wrong."
    assert page.at_caret.height() == high, "nothing moves under the words"
    desk.show_place(Place(section="background", block=block, start=14, end=14))
    qtbot.waitUntil(lambda: page.at_caret.text == "")


def test_what_the_check_page_goes_to_is_chosen_on_the_desk(qtbot: QtBot) -> None:
    desk, _ = wrong_desk(qtbot)
    desk.check()
    page = desk.pages.current().content
    assert isinstance(page, CheckPage)
    panel = page.findChild(ProblemsPanel)
    assert panel is not None
    for _ in range(2):
        panel.next_problem()
    chosen = panel.current()
    assert chosen is not None
    assert desk.part == "summary"
    here = desk.problems.current()
    assert here is not None
    assert here.key == chosen.key


def grave(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """The same, and an error in the last of the parts."""
    error = Problem(rule="e", severity="error", place=Place(section="background"), message="It is grave.")
    return (*wrong(report, pack), error)


def test_from_the_check_page_f8_goes_to_the_errors_first(qtbot: QtBot) -> None:
    desk, opened = wrong_desk(qtbot, grave)
    met = []
    for _ in range(3):
        desk.check()
        desk.step_problem(1)
        line = desk.problems.current()
        met.append((desk.part, line.word if line is not None else ""))
    assert met == [("background", "Error"), ("summary", "Warning"), ("summary", "Warning")]
    desk.step_problem(1)
    assert caret(desk).block == opened.report.blocks("background")[0].id, "from there on, from the caret"


def test_the_check_begins_at_its_top_with_everything_shown(qtbot: QtBot) -> None:
    desk, _ = wrong_desk(qtbot)
    desk.check()
    page = desk.pages.current().content
    assert isinstance(page, CheckPage)
    panel = page.findChild(ProblemsPanel)
    assert panel is not None
    assert panel.filter.grouped.currentText() == "By kind"
    panel.filter.words.setText("nowhere")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    desk.show_part("summary")
    desk.check()
    assert panel.filter.words.text() == ""
    assert page.verticalScrollBar().value() == 0


def test_the_tab_of_the_problems_always_opens_them(qtbot: QtBot) -> None:
    desk, _ = wrong_desk(qtbot)
    desk.beside.bring_up(desk.notes)
    desk.show_part("check")
    assert desk.beside.isVisible()
    tabs = desk.beside.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert desk.problems.isVisible()


def test_problems_are_at_hand_while_the_preview_is_open(qtbot: QtBot) -> None:
    desk, _ = wrong_desk(qtbot)
    desk.show_part("summary")
    desk.toggle_preview()
    assert not desk.problems.isVisible()
    buttons = desk.pages.current().findChildren(QAbstractButton)
    offered = [each for each in buttons if "pro&blem" in each.text() and each.isVisible()]
    assert offered[0].text() == "4 pro&blems"
    offered[0].click()
    assert desk.problems.isVisible()
    assert not offered[0].isVisible()
    assert desk.preview.isVisible()
    assert not desk.parts.isVisible()
    desk.toggle_pane(desk.problems)
    assert not desk.problems.isVisible()
    assert desk.parts.isVisible()
    desk.toggle_preview()
    assert desk.problems.isVisible(), "as before"
    assert desk.parts.isVisible()


def test_no_number_of_problems_is_told_before_the_report_is_checked(qtbot: QtBot) -> None:
    pack = make_pack()
    opened = open_desk(make_report({"summary": "A wrong one."}, pack=pack), pack, wrong)
    desk = Desk(opened.bridge)
    qtbot.addWidget(desk, before_close_func=lambda _: opened.session.close())
    desk.resize(1200, 640)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.show_part("summary")
    desk.toggle_pane(desk.problems)
    buttons = desk.pages.current().findChildren(QAbstractButton)
    (offered,) = [each for each in buttons if "ro&blem" in each.text() and each.isVisible()]
    assert offered.text() == "Pro&blems"

    opened.clock.pass_time()

    assert offered.text() == "2 pro&blems"


def test_the_problems_have_a_fair_share_of_a_small_screen(qtbot: QtBot) -> None:
    desk, _ = wrong_desk(qtbot)
    qtbot.waitUntil(lambda: desk.problems.list.height() > 10 * desk.fontMetrics().lineSpacing())
    assert desk.beside.height() > desk.guidance.height() * 3 // 2


def test_a_problem_gone_to_is_said_in_the_status_bar_only_where_it_is_not_to_be_read(qtbot: QtBot) -> None:
    desk, opened = wrong_desk(qtbot)
    desk.step_problem(1)
    assert desk.problems.list.isVisible()
    assert opened.messages.said == []

    desk.problems.list.hide()
    desk.step_problem(1)
    # Under the words.
    assert "is wrong." in desk.pages.current().at_caret.text
    assert opened.messages.said == []

    # Of the whole report: it stands under no words.
    lines = [line for group in desk.problems.model.groups for line in group.lines]
    assert not desk.problems.is_seen(next(line for line in lines if line.message == "It is long."))
