"""A list of things to choose one of."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.choices import ChoiceList, Item

ITEMS = (Item("a", "First", "of two", "Group"), Item("b", "Second", group="Group"))


def test_return_chooses_what_is_marked(qtbot: QtBot) -> None:
    shown = _shown(qtbot)
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == ["a"]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_a_click_chooses_an_item_and_not_a_heading(qtbot: QtBot) -> None:
    shown = _shown(qtbot)
    with qtbot.assertNotEmitted(shown.chosen, wait=50):
        _click(qtbot, shown, 0)
    with qtbot.waitSignal(shown.chosen) as chosen:
        _click(qtbot, shown, 2)
    assert chosen.args == ["b"]


def test_a_screen_reader_hears_title_detail_and_heading(qtbot: QtBot) -> None:
    shown = _shown(qtbot)
    assert shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "First, of two, Group"


def test_a_long_heading_goes_on_in_another_line_rather_than_being_cut_off(qtbot: QtBot) -> None:
    shown = _shown(qtbot)
    short = shown.visualItemRect(shown.item(0)).height()
    shown.show_items((Item("a", "First", "", "Report details: Does this proposal require extra revenue or spending?"),))
    qtbot.waitUntil(lambda: shown.visualItemRect(shown.item(0)).height() > short)


def test_an_empty_list_has_nothing_marked(qtbot: QtBot) -> None:
    shown = ChoiceList("Things")
    qtbot.addWidget(shown)
    assert shown.marked() == ""
    with qtbot.assertNotEmitted(shown.chosen):
        qtbot.keyClick(shown, Qt.Key.Key_Return)


def _shown(qtbot: QtBot) -> ChoiceList:
    shown = ChoiceList("Things")
    qtbot.addWidget(shown)
    shown.show_items(ITEMS)
    shown.resize(300, 300)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def _click(qtbot: QtBot, shown: ChoiceList, row: int) -> None:
    at = shown.visualItemRect(shown.item(row)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
