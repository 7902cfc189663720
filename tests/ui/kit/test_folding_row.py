"""Widgets that go on in another row."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
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


def test_words_that_become_longer_get_a_row_that_shows_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    told, last = QPushButton(""), QPushButton("Own window")
    row = FoldingRow(told, QPushButton("Follow"), last)
    column.addWidget(row)
    column.addStretch(1)
    window.resize(row.sizeHint().width() + 40, 300)
    window.show()
    qtbot.waitExposed(window)
    assert last.y() == 0
    told.setText("Page 10 of 112, and the last of them")
    qtbot.waitUntil(lambda: last.y() > 0)
    qtbot.waitUntil(lambda: last.geometry().bottom() < row.height())
    told.setText("")
    qtbot.waitUntil(lambda: last.y() == 0)


def test_low_ones_stand_in_the_middle_of_their_row(qtbot: QtBot) -> None:
    label, button = QLabel("Page 1"), QPushButton("Follow")
    font = button.font()
    font.setPointSize(font.pointSize() * 3)
    button.setFont(font)
    row = FoldingRow(label, button)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    qtbot.waitExposed(row)
    assert abs(label.geometry().center().y() - button.geometry().center().y()) <= 1


def test_a_label_goes_along_with_what_it_names(qtbot: QtBot) -> None:
    find, line, show, choice = QLabel("Find"), QPushButton("With these words"), QLabel("Show"), QPushButton("All")
    find.setBuddy(line)
    show.setBuddy(choice)
    row = FoldingRow(find, line, show, choice)
    qtbot.addWidget(row)
    wide = row.sizeHint().width()
    assert [len(each) for each in row.rows(wide)] == [4]
    assert [len(each) for each in row.rows(wide - 1)] == [2, 2]
