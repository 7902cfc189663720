"""Widgets that go on in another row."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.folding_row import FoldingRow


def test_what_has_no_room_goes_on_in_another_row_and_comes_back(qtbot: QtBot) -> None:
    buttons = [QPushButton(text) for text in ("Accept this change", "Reject this change", "Decide later")]
    row = FoldingRow(*buttons)
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    wide = row.sizeHint().width()
    assert [len(each) for each in row.rows(wide)] == [3]
    assert [len(each) for each in row.rows(wide - 1)] == [2, 1]
    narrow = row.minimumSizeHint().width()
    assert row.heightForWidth(narrow) > 2 * row.heightForWidth(wide)
    row.resize(narrow, row.heightForWidth(narrow))
    assert buttons[0].y() < buttons[1].y() < buttons[2].y()
    assert all(each.geometry().right() <= row.width() for each in buttons)
    row.resize(wide, row.heightForWidth(wide))
    assert buttons[0].y() == buttons[2].y()
