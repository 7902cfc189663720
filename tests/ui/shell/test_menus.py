"""The menus as they are shown: grouped, short enough for a small screen, each entry with a letter of its own."""

import re
from collections import Counter

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.kit.style import dress
from clerkwell.ui.shell.menu_places import SLOTS
from clerkwell.ui.shell.window import MainWindow
from helpers.windows import Chosen

# A small screen, less the bar of menus and that of the desktop.
ROOM = 720 - 40


@pytest.fixture
def writing(window: MainWindow) -> MainWindow:
    window.commands.new_in("test-council")
    assert window.desk is not None
    window.desk.enter_part("background")
    return window


def test_no_two_entries_of_a_menu_share_their_letter(writing: MainWindow) -> None:
    for name, menu in every_menu(writing).items():
        letters = Counter(letter(action.text()) for action in entries(menu))
        assert [each for each, count in letters.items() if count > 1 or not each] == [], name


@pytest.mark.parametrize("points", [11, 17, 22])
def test_every_menu_fits_a_small_screen(writing: MainWindow, qapp: QApplication, points: int) -> None:
    dress(qapp, "light", points)
    tall = {name: menu.sizeHint().height() for name, menu in every_menu(writing).items()}
    dress(qapp, "light", 11)
    assert {name: height for name, height in tall.items() if height > ROOM} == {}


def test_long_menus_have_lines_between_their_groups(writing: MainWindow) -> None:
    for name, menu in every_menu(writing).items():
        run = longest = 0
        for action in menu.actions():
            run = 0 if action.isSeparator() else run + 1
            longest = max(longest, run)
        assert longest <= 7, name
        seen = [action for action in menu.actions() if action.isVisible()]
        assert not seen[0].isSeparator()
        assert not seen[-1].isSeparator()


def test_all_that_a_section_offers_has_its_place(writing: MainWindow) -> None:
    assert writing.desk is not None
    page = writing.desk.pages.current().actions_by_id
    placed = [name for slot in SLOTS for group in slot.groups for name in group]
    assert sorted(placed) == sorted(page)


def test_moving_a_paragraph_is_under_edit_and_says_what_moves(writing: MainWindow) -> None:
    moving = every_menu(writing)["Edit/Move"]
    assert texts(moving)[:3] == [
        "Move the paragraph up",
        "Move the paragraph down",
        "Move the paragraph to another section…",
    ]


def test_what_to_put_in_stands_in_the_order_of_use(writing: MainWindow) -> None:
    assert texts(every_menu(writing)["Insert"])[:5] == [
        "Reference to another part…",
        "Link…",
        "Footnote…",
        "Table…",
        "Picture…",
    ]


def test_what_the_last_page_offered_goes_with_it(writing: MainWindow) -> None:
    writing.show_start()
    for menu in every_menu(writing).values():
        assert not any(action.isSeparator() for action in menu.actions()[-1:])
    assert "Bold" not in texts(every_menu(writing)["Format"])
    assert "Table…" not in texts(every_menu(writing)["Insert"])


def test_words_are_cut_copied_and_pasted_by_menu(writing: MainWindow) -> None:
    editor = editor_of(writing)
    editor.setFocus()
    QTest.keyClicks(editor, "Trees")
    edit, actions = every_menu(writing)["Edit"], writing.menus.actions
    actions["select-all"].trigger()
    edit.aboutToShow.emit()
    assert actions["cut"].isEnabled()
    actions["cut"].trigger()
    assert QGuiApplication.clipboard().text() == "Trees"
    assert editor.toPlainText() == ""
    edit.aboutToShow.emit()
    actions["paste"].trigger()
    actions["paste"].trigger()
    assert editor.toPlainText() == "TreesTrees"


def test_nothing_is_pasted_from_an_empty_clipboard(writing: MainWindow, qtbot: QtBot) -> None:
    editor_of(writing).setFocus()
    edit = every_menu(writing)["Edit"]
    assert writing.desk is not None
    plain = writing.desk.pages.current().actions_by_id["paste-plain"]
    QGuiApplication.clipboard().clear()
    edit.aboutToShow.emit()
    assert not plain.isEnabled()
    assert not writing.menus.actions["paste"].isEnabled()
    # The keys are to work once something is there.
    edit.aboutToHide.emit()
    qtbot.waitUntil(plain.isEnabled)
    QGuiApplication.clipboard().setText("Words")
    edit.aboutToShow.emit()
    assert plain.isEnabled()
    assert writing.menus.actions["paste"].isEnabled()


def test_a_draft_that_came_back_has_an_entry_of_its_own(window: MainWindow, chosen: Chosen) -> None:
    chosen.path = None
    window.menus.actions["bring-home"].trigger()
    assert len(chosen.suggested) == 1
    assert "Bring a draft home…" in texts(every_menu(window)["File"])
    assert not window.menus.actions["review"].isVisible()


def every_menu(window: MainWindow) -> dict[str, QMenu]:
    """The menus and those within them, by their titles."""
    found: dict[str, QMenu] = {}
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        found[plain(menu.title())] = menu
        for action in menu.actions():
            within = action.menu()
            if isinstance(within, QMenu):
                found[f"{plain(menu.title())}/{plain(within.title())}"] = within
    return found


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def texts(menu: QMenu) -> list[str]:
    return [plain(action.text()) for action in entries(menu)]


def plain(text: str) -> str:
    return text.replace("&", "")


def letter(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].casefold() if found else ""


def editor_of(window: MainWindow) -> SectionEditor:
    editor = window.findChild(SectionEditor)
    assert isinstance(editor, SectionEditor)
    return editor
