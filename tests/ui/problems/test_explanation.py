"""The words under the list: they give way to the list, and nothing of them is lost."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from clerkwell.ui.problems.explanation import Explanation

TEXT = "In English a comma stands right after the word, and the space comes after it. Readers stumble otherwise."


def told(qtbot: QtBot, lines: int, width: int = 200) -> Explanation:
    label = Explanation("Why")
    qtbot.addWidget(label)
    label.tell(TEXT, QSize(width, label.fontMetrics().lineSpacing() * lines))
    return label


def test_where_there_is_room_all_of_it_is_shown(qtbot: QtBot) -> None:
    label = told(qtbot, 30)
    assert label.text() == TEXT
    assert not label.toolTip()


def test_in_little_room_whole_words_of_it_are_shown_and_the_rest_is_at_hand(qtbot: QtBot) -> None:
    label = told(qtbot, 2)
    assert label.text().endswith("…")
    assert TEXT.startswith(label.text().rstrip("…"))
    assert TEXT[len(label.text()) - 1] in " ,."
    assert label.toolTip() == label.accessibleDescription() == label.whole == TEXT


def test_without_room_for_a_line_it_is_hidden_and_still_read_out(qtbot: QtBot) -> None:
    label = told(qtbot, 0)
    assert label.isHidden()
    assert label.accessibleDescription() == TEXT


def test_more_room_shows_more_of_it(qtbot: QtBot) -> None:
    label = told(qtbot, 1)
    label.tell(label.whole, QSize(200, 1000))
    assert label.text() == TEXT
    assert not label.isHidden()
