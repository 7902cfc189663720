"""A cell as it is typed: paragraphs, bold, italic; what is not text stays."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clerkwell.model import Cell, Footnote, Reference, Text
from clerkwell.ui.editors.tables.cell_text import CellEditor, read, write
from helpers.strategies import runs

MIXED = Cell(
    paragraphs=(
        (Text(text="Cost "), Text(text="rises", bold=True), Footnote(runs=(Text(text="n"),))),
        (Reference(to="paragraph", target="b1"), Text(text="two\nlines", italic=True, link="https://example.org/")),
    )
)


def editor(qtbot: QtBot, cell: Cell) -> CellEditor:
    made = CellEditor(cell, "Row 1, column 1")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_cell_that_is_not_typed_into_is_the_same_object(qtbot: QtBot) -> None:
    assert editor(qtbot, MIXED).cell() is MIXED


@given(st.lists(runs, min_size=1, max_size=3).map(tuple))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_cell_holds_is_read_again(qtbot: QtBot, paragraphs: tuple[tuple[Text, ...], ...]) -> None:
    del qtbot
    cell, document = Cell(paragraphs=paragraphs), QTextDocument()
    write(document, cell)
    once = read(document)
    write(document, once)
    assert read(document) == once
    assert [type(run) for each in once.paragraphs for run in each if not isinstance(run, Text)] == [
        type(run) for each in cell.paragraphs for run in each if not isinstance(run, Text)
    ]


def test_bold_and_italic_are_typed_and_paragraphs_begun(qtbot: QtBot) -> None:
    typed = editor(qtbot, Cell())
    QTest.keyClicks(typed, "One ")
    QTest.keyClick(typed, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(typed, "two")
    QTest.keyClick(typed, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(typed, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(typed, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(typed, "three")
    assert typed.cell() == Cell(
        paragraphs=((Text(text="One "), Text(text="two", bold=True)), (Text(text="three", italic=True),))
    )
    with qtbot.waitSignal(typed.done):
        QTest.keyClick(typed, Qt.Key.Key_Return)


def test_pasted_words_come_without_their_look(qtbot: QtBot) -> None:
    typed = editor(qtbot, Cell())
    mime = QMimeData()
    mime.setHtml("<b>One</b>")
    mime.setText("One\tand\r\nTwo\r\n")
    typed.insertFromMimeData(mime)
    assert typed.cell() == Cell(paragraphs=((Text(text="One and"),), (Text(text="Two"),)))
