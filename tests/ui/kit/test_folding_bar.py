"""A bar of buttons in less and less room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.folding_bar import FoldingBar, menu_button


def make_bar(qtbot: QtBot) -> tuple[FoldingBar, QMenu]:
    menu = QMenu()
    menu.addAction("Always in the menu")
    groups = [[QAction(f"{letter}{at}") for at in range(3)] for letter in "ab"]
    bar = FoldingBar("Looks", groups, (menu_button("Insert", QMenu()), menu_button("More", menu)))
    bar.kept = (menu, groups)  # type: ignore[attr-defined]  # menus and actions have no parent that holds them
    qtbot.addWidget(bar)
    bar.show()
    return bar, menu


def in_menu(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def seen(bar: FoldingBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QToolButton) if button.isVisible()]


def test_everything_is_either_on_the_bar_or_in_its_last_menu(qtbot: QtBot) -> None:
    bar, menu = make_bar(qtbot)
    every = ["a0", "a1", "a2", "b0", "b1", "b2"]
    folded = []
    for width in (900, 260, bar.minimumSizeHint().width(), 260, 900):
        bar.resize(width, 40)
        QApplication.processEvents()
        folded.append(len(bar.folded))
        shown = [name for name in seen(bar) if name in every]
        assert shown + [action.text() for action in bar.folded] == every
        assert in_menu(menu) == [*(action.text() for action in bar.folded), "Always in the menu"]
        assert {"Insert", "More"} <= set(seen(bar))
    assert folded[0] == folded[-1] == 0
    assert folded[2] == 6


def test_the_bar_is_one_stop_of_the_tab_key_and_the_arrows_go_along_it(qtbot: QtBot) -> None:
    bar, _ = make_bar(qtbot)
    bar.resize(900, 40)
    qtbot.waitExposed(bar)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    buttons = bar.findChildren(QToolButton)

    def stops() -> list[str]:
        return [button.text() for button in buttons if button.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def press(key: Qt.Key) -> str:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QToolButton)
        return focus.text()

    assert stops() == ["a0"]
    buttons[0].setFocus()
    assert press(Qt.Key.Key_Right) == "a1"
    assert press(Qt.Key.Key_End) == "More"
    assert press(Qt.Key.Key_Right) == "a0"
    assert press(Qt.Key.Key_Left) == "More"
    assert stops() == ["More"], "it comes back to where it was"
    buttons[0].setFocus()
    buttons[0].defaultAction().setEnabled(False)
    assert stops() == ["a1"], "never at what cannot be used"
