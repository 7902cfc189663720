"""The preview in the window: at the caret, beside the editor, in a window of its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from clerkwell.model import Place
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.desk import Desk
from helpers.windows import write


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    write(window, "summary", "In short\nAnd more of it")
    assert window.desk is not None
    return window.desk


def test_the_preview_is_told_where_the_caret_is(qtbot: QtBot, desk: Desk) -> None:
    told: list[Place | None] = []
    desk.caret.moved.connect(told.append)
    desk.enter_part("summary")
    ids = [block.id for block in desk.bridge.session.report.blocks("summary")]
    qtbot.waitUntil(lambda: bool(told) and told[-1] == Place(section="summary", block=ids[0], start=0, end=0))
    editor = desk.pages.current().findChild(QTextEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told[-1] == Place(section="summary", block=ids[1], start=14, end=14))
    desk.enter_part("header")
    qtbot.waitUntil(lambda: told[-1] is not None and told[-1].field != "")


def test_it_goes_into_a_window_of_its_own_and_back(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.menus.actions["preview-apart"].trigger()
    apart = desk.previewing.window
    assert apart is not None
    assert apart.isVisible()
    assert desk.preview.window() is apart
    assert desk.side.isVisible()
    assert apart.windowTitle() == "Preview"
    desk.preview.apart.click()
    assert desk.previewing.window is None
    assert desk.preview.window() is window
    assert desk.preview.isVisible()
    assert not desk.side.isVisible()
    desk.preview.apart.click()
    assert desk.previewing.window is not None
    qtbot.keyClick(desk.previewing.window, Qt.Key.Key_Escape)
    assert desk.previewing.window is None
    assert not desk.preview.isVisible()
    assert desk.side.isVisible()


def test_the_window_of_its_own_closes_with_the_report(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    desk.bridge.session.save(tmp_path / "Library hours.clerkwell")
    window.menus.actions["preview-apart"].trigger()
    apart = desk.previewing.window
    assert apart is not None
    assert apart.windowTitle() == "Preview of Library hours"
    gone: list[bool] = []
    apart.destroyed.connect(lambda: gone.append(True))
    window.commands.close_report()
    assert not apart.isVisible()
