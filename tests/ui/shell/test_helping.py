"""Help for where one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.system import resources_folder
from clerkwell.ui.preview import HelpViewer, help_pages
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.helping import DIALOGS, page_for, page_of
from clerkwell.ui.shell.shortcuts import ShortcutsDialog
from helpers.every_window import WINDOWS
from helpers.modal import when_shown
from helpers.windows import write

PAGES = {page.name for page in help_pages(resources_folder() / "help")}


def page(window: MainWindow) -> str:
    viewer = window.findChild(HelpViewer)
    return viewer.page if viewer is not None else ""


def test_every_page_that_is_named_is_there() -> None:
    assert set(DIALOGS.values()) <= PAGES


def kinds(base: type[QDialog]) -> list[type[QDialog]]:
    return [kind for each in base.__subclasses__() for kind in (each, *kinds(each))]


def test_every_dialog_of_the_program_has_a_page() -> None:
    # Those of the program that are loaded: `every_window` loads them all.
    assert WINDOWS
    ours = {kind.__name__ for kind in kinds(QDialog) if kind.__module__.startswith("clerkwell.")}
    assert ours - set(DIALOGS) - {"HelpViewer", "CrashDialog", "SearchDialog"} == set()


def test_f1_on_the_start_page_tells_how_to_begin(window: MainWindow) -> None:
    window.menus.actions["help"].trigger()
    assert page(window) == "getting-started"


@pytest.mark.parametrize(
    ("part", "expected"),
    [("header", "header"), ("summary", "writing"), ("check", "problems"), ("consultation-log", "consultation")],
)
def test_the_help_is_about_the_part_that_is_up(window: MainWindow, part: str, expected: str) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.desk is not None
    window.desk.enter_part(part)
    assert page_for(window.desk, None) == expected
    window.menus.actions["help"].trigger()
    assert page(window) == expected


def test_the_help_is_about_the_pane_that_the_keyboard_is_in(window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    desk = window.desk
    assert desk is not None
    panes: dict[QWidget, str] = {desk.parts: "parts-and-states", desk.problems: "problems", desk.notes: "notes"}
    assert {pane: page_for(desk, pane) for pane in panes} == panes
    assert page_for(desk, desk.find_bar.find_line) == "writing"


def test_f1_in_a_dialog_opens_its_page_over_it(window: MainWindow) -> None:
    seen: list[str] = []

    def press(dialog: ShortcutsDialog) -> None:
        # As when it is focused: the window that a test runs in may not be the active one.
        window.helping.eventFilter(dialog.line, _f1())
        viewer = dialog.findChild(HelpViewer)
        seen.append(viewer.page if viewer is not None and viewer.isVisible() else "")
        dialog.reject()

    done = when_shown(ShortcutsDialog, press)
    window.menus.actions["shortcuts"].trigger()
    assert done
    assert seen == ["keyboard"]
    assert page_of(QDialog()) == "getting-started"


def test_a_dialog_hears_f1_wherever_the_keyboard_is_in_it(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.tree.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.tree)
    QTest.keyClick(dialog.tree, Qt.Key.Key_F1)
    viewer = dialog.findChild(HelpViewer)
    assert viewer is not None
    assert viewer.page == "keyboard"
    viewer.close()
    dialog.close()
    dialog.deleteLater()


def _f1() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
