"""The cells by keys: moving, adding, statuses to choose from, taking back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from clerkwell.model import Cell, Table, Text
from clerkwell.ui.editors.tables import TableDialog, blank_table, too_wide
from clerkwell.ui.editors.tables.cell_text import CellEditor
from clerkwell.ui.editors.tables.cells import text_of
from clerkwell.ui.editors.tables.presets import presets

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def made(*rows: str, rag: tuple[int, ...] = ()) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=word),),)) for word in row.split()) for row in rows)
    return Table(rows=cells, rag_columns=rag)


def show(qtbot: QtBot, table: Table, *, new: bool = False) -> TableDialog:
    dialog = TableDialog(table, new=new)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.grid.setFocus()
    return dialog


def edit(dialog: TableDialog, row: int, column: int) -> None:
    item = dialog.grid.item(row, column)
    assert item is not None
    dialog.grid.editItem(item)


def read(table: Table) -> list[str]:
    return [" ".join(text_of(cell) or "." for cell in row) for row in table.rows]


def test_rows_and_columns_move_by_alt_and_the_arrows_and_stay_chosen(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b c", "d e f", "g h i", rag=(0,)))
    grid = dialog.grid
    grid.setCurrentCell(1, 0)
    QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert read(dialog.table()) == ["b a c", "h g i", "e d f"]
    assert dialog.table().rag_columns == (1,)
    assert (grid.currentRow(), grid.currentColumn()) == (2, 1)
    QTest.keyClick(grid, Qt.Key.Key_Left, ALT)
    QTest.keyClick(grid, Qt.Key.Key_Up, ALT)
    assert read(dialog.table()) == ["a b c", "d e f", "g h i"]


def test_everything_can_be_taken_back_and_done_again(qtbot: QtBot) -> None:
    before = made("a b", "c d")
    dialog = show(qtbot, before)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Right, ALT)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    after = dialog.table()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, CONTROL)
    assert dialog.table() == before
    dialog.grid.redo()
    dialog.grid.redo()
    assert dialog.table() == after


def test_tab_in_the_last_cell_adds_a_row(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab)
    assert read(dialog.table()) == ["a b", "c d", ". ."]
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (2, 0)


def test_tab_ends_the_cell_that_is_typed_and_goes_on_by_rows(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    for word in ("one", "two", "three", "four", "five"):
        QTest.keyClicks(dialog.grid, word[:1])
        typed = QApplication.focusWidget()
        assert isinstance(typed, CellEditor)
        QTest.keyClicks(typed, word[1:])
        QTest.keyClick(typed, Qt.Key.Key_Tab)
    assert read(dialog.table()) == ["one two", "three four", "five ."], "past the last one into a new row"
    QTest.keyClicks(dialog.grid, "!")
    typed = QApplication.focusWidget()
    assert isinstance(typed, CellEditor)
    QTest.keyClick(typed, Qt.Key.Key_Backtab)
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (2, 0)


def test_return_ends_the_cell_that_is_typed_and_goes_down_a_row(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d", "e f"))
    dialog.grid.setCurrentCell(0, 1)
    for word in ("one", "two", "three", "four"):
        QTest.keyClicks(dialog.grid, word[:1])
        typed = QApplication.focusWidget()
        assert isinstance(typed, CellEditor)
        QTest.keyClicks(typed, word[1:])
        QTest.keyClick(typed, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert read(dialog.table()) == ["a one", "c two", "e four"], "in the last row it stays, and nothing is added"
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (2, 1)


def test_the_keys_that_end_a_cell_end_a_status_as_well(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("Task Status", "a .", "b .", rag=(1,)))
    dialog.grid.setCurrentCell(1, 1)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
        chooser = next(each for each in dialog.grid.findChildren(QComboBox) if each.isVisible())
        line = chooser.lineEdit()
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, "Green")
        QTest.keyClick(line, key)
        qtbot.waitUntil(lambda: not any(each.isVisible() for each in dialog.grid.findChildren(QComboBox)))
        where = (dialog.grid.currentRow(), dialog.grid.currentColumn())
        match key:
            case Qt.Key.Key_Return:
                assert where == (2, 1)
            case Qt.Key.Key_Tab:
                assert where == (3, 0), "past the last cell into a new row"
                dialog.grid.setCurrentCell(3, 1)
            case _:
                assert where == (3, 0)
    assert read(dialog.table()) == ["Task Status", "a Green", "b Green", ". Green"]


def test_what_the_keys_do_in_the_cells_is_said_below_them(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b"))
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Tab goes to the next cell" in told
    assert "Return goes to the cell below" in told
    assert "Tab goes to the next cell" in dialog.grid.accessibleDescription()


def test_control_and_tab_leaves_the_cells(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b"))
    QTest.keyClick(dialog.grid, Qt.Key.Key_Tab, CONTROL)
    assert not dialog.grid.hasFocus()


def test_a_status_is_chosen_in_words_and_shown_with_its_colour(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("Task Status", "a .", rag=(1,)))
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    chooser = dialog.grid.findChild(QComboBox)
    assert chooser is not None
    assert [chooser.itemText(at) for at in range(chooser.count())] == ["Red", "Amber", "Green"]
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    qtbot.waitUntil(lambda: read(dialog.table())[1] == "a Amber")
    item = dialog.grid.item(1, 1)
    assert item is not None
    assert item.icon().pixmap(16).toImage().pixelColor(8, 8).name() == "#ffc000"
    assert item.text() == "Amber"


def test_a_status_may_say_more_and_a_heading_is_no_status(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("Task Status", "a .", rag=(1,)))
    edit(dialog, 1, 1)
    chooser = dialog.grid.findChild(QComboBox)
    assert chooser is not None
    chooser.setEditText("Green – done")
    dialog.accept()
    assert text_of(dialog.table().rows[1][1]) == "Green – done"
    other = show(qtbot, made("Task Status", "a .", rag=(1,)))
    edit(other, 0, 1)
    assert other.grid.findChild(CellEditor) is not None


def test_the_words_of_a_column_are_put_at_a_side(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.grid.setCurrentCell(0, 1)
    dialog.side.setCurrentIndex(2)
    dialog.side.activated.emit(2)
    assert dialog.table().alignment == ("", "centre")
    dialog.grid.setCurrentCell(0, 0)
    assert dialog.side.currentIndex() == 0
    dialog.side.activated.emit(3)
    assert dialog.table().alignment == ("right", "centre")


@pytest.mark.parametrize("at", range(len(presets())))
def test_a_new_table_begins_with_one_that_councils_use(qtbot: QtBot, at: int) -> None:
    dialog = show(qtbot, blank_table(), new=True)
    assert dialog.preset.isEnabled()
    dialog.preset.activated.emit(at)
    wanted = presets()[at].table
    assert dialog.table() == wanted
    assert dialog.preset.isEnabled()
    dialog.grid.setCurrentCell(0, 0)
    dialog.grid.paste("mine")
    assert not dialog.preset.isEnabled()


def test_an_action_plan_says_who_does_what_by_when() -> None:
    plan = next(each.table for each in presets() if each.id == "actions")
    assert [text_of(cell) for cell in plan.rows[0]] == ["Action", "Owner", "By when", "Progress", "Status"]
    assert plan.rag_columns == (4,)


def test_a_table_with_more_columns_than_an_upright_page_bears_is_told(qtbot: QtBot) -> None:
    assert too_wide(made("a b c d e f g")) == ""
    dialog = show(qtbot, made("a b c d e f g"))
    assert not dialog.wide.isVisible()
    dialog.acts["column-right"].trigger()
    assert "8 columns are narrow on an upright page" in dialog.wide.text()
    assert dialog.wide.isVisible()


def test_cells_pasted_from_a_spreadsheet_are_one_step(qtbot: QtBot) -> None:
    before = made("a b")
    dialog = show(qtbot, before)
    QApplication.clipboard().setText("1\t2\t3\r\n4\t5\t6\r\n")
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, CONTROL)
    assert read(dialog.table()) == ["1 2 3", "4 5 6"]
    QTest.keyClick(dialog.grid, Qt.Key.Key_Z, CONTROL)
    assert dialog.table() == before
    QApplication.clipboard().clear()
