"""A line of words that grows, so that nothing of a long answer is cut off."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.ui.editors.fields.inputs.growing import GrowingLine
from clerkwell.ui.kit.style import Theme, dress
from helpers.desk import open_desk
from helpers.forms import PACK, a_report, line_of, question, show

LOOKS: tuple[Theme, ...] = ("light", "dark", "high-contrast-light", "high-contrast-dark")
LONG = (
    "£125,000 in 2026/27 for the shelter at Example Street, of which £25,000 is met by the developer of the site " * 3
)


@pytest.fixture
def line(qtbot: QtBot) -> GrowingLine:
    form = show(qtbot, open_desk(a_report(subject="Library"), PACK))
    found = line_of(form, "subject")
    assert isinstance(found, GrowingLine)
    return found


def test_a_long_answer_is_seen_whole_and_a_short_one_takes_one_line(line: GrowingLine) -> None:
    low = line.height()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, LONG)
    QApplication.processEvents()
    assert line.height() > low
    cursor = line.textCursor()
    for move in (QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End):
        cursor.movePosition(move)
        assert line.viewport().rect().contains(line.cursorRect(cursor).center())
    line.selectAll()
    QTest.keyClicks(line, "Short")
    QApplication.processEvents()
    assert line.height() == low


@pytest.mark.parametrize("points", [11, 22])
@pytest.mark.parametrize("look", LOOKS)
def test_a_short_answer_is_as_high_as_a_line_of_qts_own(
    qtbot: QtBot, qapp: QApplication, look: Theme, points: int
) -> None:
    dress(qapp, look, points)
    try:
        page = QWidget()
        qtbot.addWidget(page)
        column = QVBoxLayout(page)
        line, other = GrowingLine(page), QLineEdit(page)
        for each in (line, other):
            column.addWidget(each)
        column.addStretch(1)
        line.setText("Library")
        page.resize(500, 200)
        page.show()
        QApplication.processEvents()
        assert abs(line.height() - other.height()) <= 1
    finally:
        dress(qapp, "light", 11)


def test_it_stays_one_line_of_words(line: GrowingLine) -> None:
    line.setFocus()
    line.end(False)
    QTest.keyClick(line, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText(" hours\r\nin April")
    line.insertFromMimeData(pasted)
    assert line.text() == "Library hours in April"


def test_tab_leaves_it(qtbot: QtBot) -> None:
    form = show(qtbot, open_desk(a_report(subject="Library"), PACK))
    line = line_of(form, "subject")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert not line.hasFocus()
    assert line.text() == "Library"
    assert question(form, "subject").text == "Library"


def test_larger_letters_take_a_wider_column(qtbot: QtBot, qapp: QApplication) -> None:
    try:
        form = show(qtbot, open_desk(a_report(subject="Library"), PACK))
        form.resize(1600, 800)
        QApplication.processEvents()
        before = line_of(form, "subject").width()
        dress(qapp, "light", 22)
        QApplication.processEvents()
        assert line_of(form, "subject").width() > 1.5 * before
    finally:
        dress(qapp, "light", 11)
