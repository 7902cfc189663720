"""The main window: getting about in it, by keys and by names."""

import re
import sys
from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks, words
from clerkwell.ui.editors.richtext import SectionEditor
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.actions import MENUS
from clerkwell.ui.shell.desk import Desk
from clerkwell.ui.shell.palette import ActionFinder
from clerkwell.ui.shell.part_page import PartPage
from helpers.building import blocks, make_pack, make_report
from helpers.desk import open_desk
from helpers.editing import keys, press
from helpers.shipped import shipped
from helpers.windows import write


def test_the_ends_of_the_report_offer_no_way_beyond_them(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    assert window.desk is not None
    ways = []
    for part in ("header", "summary", "check"):
        window.desk.show_part(part)
        buttons = window.desk.pages.current().findChildren(QAbstractButton)
        ways.append([each.isEnabled() for each in buttons if "part" in each.text()])
    assert ways == [[False, True], [True, True], [True, False]]


def test_next_and_previous_part_walk_through_the_report(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    for expected in ("summary", "background", "financial"):
        window.menus.actions["next-part"].trigger()
        assert desk.part == expected
    window.menus.actions["previous-part"].trigger()
    assert desk.part == "background"


def test_parts_that_this_report_is_to_leave_out_are_passed_over(qtbot: QtBot) -> None:
    pack = shipped("city-of-london-2023")
    opened = open_desk(make_report(fields={"purpose": "For Information"}, pack=pack), pack)
    desk = Desk(opened.bridge)
    qtbot.addWidget(desk, before_close_func=lambda _: opened.session.close())
    desk.show_part("current-position")
    desk.step_part(1)
    assert desk.part not in ("options", "proposals"), "they are for decisions"
    after = desk.part
    # One that has been begun all the same is walked through.
    opened.session.apply(SetBlocks(section="options", blocks=blocks("Words.")), "Typing")
    desk.show_part("current-position")
    desk.step_part(1)
    assert desk.part == "options"
    desk.step_part(1)
    assert desk.part == after


def test_the_page_of_a_part_that_is_not_needed_says_why(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    desk.show_part("options")
    told = [each.text() for each in desk.pages.current().findChildren(QLabel) if each.isVisible()]
    assert any(
        each.startswith("Not needed in this report. Optional: the template does not ask for it") for each in told
    )
    desk.show_part("summary")
    told = [each.text() for each in desk.pages.current().findChildren(QLabel) if each.isVisible()]
    assert not any(each.startswith("Not needed") for each in told)


def test_next_problem_goes_to_its_place(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.new_in("test-council")
    assert window.opened is not None
    assert window.desk is not None
    session = window.opened.session
    qtbot.waitUntil(lambda: bool(session.problems))
    window.desk.show_part("background")
    window.menus.actions["next-problem"].trigger()
    assert window.desk.part == "header"


@pytest.mark.skipif(sys.platform == "win32", reason="there Qt gets the menu from Windows itself")
def test_shift_f10_opens_the_menu_of_the_words_at_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    desk.show_part("background")
    editor = desk.pages.current().findChild(SectionEditor)
    assert isinstance(editor, SectionEditor)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    # What opens it is tried elsewhere; without a real screen a menu that stands open cannot be.
    editor.customContextMenuRequested.disconnect()
    with qtbot.waitSignal(editor.customContextMenuRequested) as asked:
        QTest.keyClick(editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args == [editor.cursorRect().center()]


def test_a_new_report_begins_at_its_first_question_and_tab_goes_round_as_one_reads(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    assert desk.pages.isAncestorOf(focused()), "the keyboard is in the page"
    desk.parts.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert desk.pages.isAncestorOf(focused()), "from the parts to the page beside them"
    while desk.pages.isAncestorOf(focused()):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert desk.side.isAncestorOf(focused())


def test_tab_goes_through_every_page_once_and_out_of_it(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    for part in desk.parts.part_ids:
        desk.enter_part(part)
        page, met = desk.pages.current(), []
        while page.isAncestorOf(focused()):
            assert focused() not in met, f"{part}: Tab comes back to {focused().accessibleName()!r}"
            met.append(focused())
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert [each for each in met if isinstance(each, QAbstractButton) and "Ne&xt" in each.text()] or part == "check"
        assert len(met) < 25, f"{part}: {len(met)} stops"


def test_enter_presses_the_button_that_the_keyboard_is_on(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    ahead = next(each for each in desk.pages.findChildren(QAbstractButton) if "Ne&xt part" in each.text())
    ahead.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert desk.part == "summary"


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    seen = []
    for _ in range(4):
        window.menus.actions["next-pane"].trigger()
        focus = QApplication.focusWidget()
        panes = (desk.parts, desk.pages, desk.guidance, desk.problems)
        seen.append(next(at for at, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)))
    assert sorted(seen) == [0, 1, 2, 3]


def test_out_of_an_item_of_a_list_ctrl_and_tab_lead_to_what_stands_over_and_under_it(qtbot: QtBot) -> None:
    pack = shipped("city-of-london-2023")
    report = make_report({"recommendations": "- Note the report."}, pack=pack)
    desk = Desk(open_desk(report, pack).bridge)
    qtbot.addWidget(desk)
    # Where the bar is folded, what it has no room for is in a menu.
    desk.resize(1280, 800)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.enter_part("recommendations")
    page = desk.pages.current()
    assert isinstance(page.content, SectionPage)
    editor = page.content.editor
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)

    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    met = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert "Words before the recommendations" in met[0]
    assert "Bold" in met

    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    under = QApplication.focusWidget()
    assert isinstance(under, QAbstractButton)
    assert not page.content.isAncestorOf(under)


def test_f6_reaches_a_notice_and_escape_goes_back_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.new_in("test-council")
    window.strip.show_notice("Something happened.", "plain", ())
    focus = None
    for _ in range(6):
        window.menus.actions["next-pane"].trigger()
        focus = QApplication.focusWidget()
        if focus is not None and window.strip.isAncestorOf(focus):
            break
    assert focus is not None
    assert window.strip.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert window.strip.text == ""
    back = QApplication.focusWidget()
    assert back is not None
    assert window.desk is not None
    assert window.desk.pages.isAncestorOf(back)


def test_a_narrow_window_shows_the_page_before_the_side(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    window.resize(560, 420)
    QApplication.processEvents()
    assert not desk.side.isVisible()
    window.menus.actions["guidance"].trigger()
    assert desk.guidance.isVisible()
    assert not desk.parts.isVisible()
    window.menus.actions["guidance"].trigger()
    assert desk.parts.isVisible()
    window.resize(1200, 760)
    QApplication.processEvents()
    assert desk.side.isVisible()


def test_return_in_the_find_bar_goes_on_and_never_overwrites(qtbot: QtBot, window: MainWindow) -> None:
    write(window, "summary", "Parks and parks.")
    window.menus.actions["find"].trigger()
    assert window.desk is not None
    line = window.desk.find_bar.find_line
    qtbot.keyClicks(line, "parks")
    for _ in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is line
    assert window.desk.part == "summary"
    assert window.opened is not None
    assert window.opened.session.report.blocks("summary") == blocks("Parks and parks.")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.desk.pages.isAncestorOf(focus)


def test_the_preview_takes_the_place_of_the_side_and_gives_it_back(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    window.menus.actions["preview"].trigger()
    assert desk.preview.isVisible()
    assert not desk.side.isVisible()
    window.menus.actions["preview"].trigger()
    assert not desk.preview.isVisible()
    assert desk.side.isVisible()


def test_in_a_small_page_what_says_done_goes_under_the_title(qtbot: QtBot) -> None:
    pack = make_pack()
    desk = open_desk(make_report({"background": "Words."}, pack=pack), pack)
    page = PartPage(desk.bridge, "background", QTextEdit())
    qtbot.addWidget(page)
    page.refresh("Telecommunications-responsibilities", can_be_done=True, stands=True)
    page.show()
    places = []
    for width in (900, page.minimumSizeHint().width(), 900):
        page.resize(width, 500)
        QApplication.processEvents()
        done = next(each for each in page.findChildren(QAbstractButton) if "is done" in each.text())
        assert page.rect().contains(done.geometry())
        places.append(done.y())
    assert places[0] == places[2] < places[1]


def test_an_action_of_the_page_is_found_by_its_name_and_works_on_the_words(qtbot: QtBot, window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.desk is not None
    window.desk.enter_part("summary")

    def find() -> None:
        finder = QApplication.activeModalWidget()
        assert isinstance(finder, ActionFinder)
        line = finder.findChildren(QLineEdit)[0]
        qtbot.keyClicks(line, "bulleted")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, find)
    window.menus.actions["actions"].trigger()
    assert window.opened is not None
    assert window.opened.session.report.blocks("summary") == blocks("- Parks are busy.")


def test_every_control_of_every_page_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    nameless = _nameless(window)
    window.commands.new_in("test-council")
    assert window.desk is not None
    for part in window.desk.parts.part_ids:
        window.desk.show_part(part)
        qtbot.wait(1)
        nameless += _nameless(window)
    assert nameless == []


def test_no_two_buttons_of_a_page_share_their_letter(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.new_in("test-council")
    assert window.desk is not None
    for part in window.desk.parts.part_ids:
        window.desk.show_part(part)
        qtbot.wait(1)
        shown = [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()]
        letters = Counter(found[1].casefold() for text in (*shown, *MENUS) if (found := re.search(r"&(\w)", text)))
        assert [letter for letter, count in letters.items() if count > 1] == [], part


def _nameless(window: MainWindow) -> list[str]:
    """The controls that can be seen and that a screen reader could not tell from another."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        box = widget.parentWidget()
        inside = isinstance(box, QComboBox) and box.accessibleName()
        if not named and not inside:
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_empty_lines_at_the_end_of_a_section_go_when_it_is_left_and_not_before(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    desk = window.desk
    assert desk is not None
    desk.enter_part("background")
    editor = desk.pages.current().findChild(SectionEditor)
    assert editor is not None
    keys(editor, "One")
    for _ in range(2):
        press(editor, Qt.Key.Key_Return)
    assert len(desk.bridge.session.report.blocks("background")) == 3

    desk.show_part("background")
    assert len(desk.bridge.session.report.blocks("background")) == 3, "it is still being written"
    desk.enter_part("options")

    assert [words(block) for block in desk.bridge.session.report.blocks("background")] == ["One"]
    assert desk.bridge.session.undo_label == "Typing"
    desk.enter_part("background")
    content = desk.pages.current().content
    assert isinstance(content, SectionPage)
    assert content.editor.document().blockCount() == 1, "a screen reader says no line twice"
