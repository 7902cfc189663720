"""The table editor."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from clerkwell.model import Cell, Table, Text
from clerkwell.ui.editors.tables import TableDialog, blank_table
from clerkwell.ui.editors.tables.cell_text import CellEditor
from clerkwell.ui.editors.tables.cells import text_of


def made(*rows: str, rag: tuple[int, ...] = ()) -> Table:
    return Table(
        id="b7",
        caption="Costs",
        rows=tuple(tuple(Cell(paragraphs=((Text(text=word, bold=True),),)) for word in row.split()) for row in rows),
        rag_columns=rag,
    )


def show(qtbot: QtBot, table: Table) -> TableDialog:
    dialog = TableDialog(table)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def read(table: Table) -> list[str]:
    return [" ".join(text_of(cell) or "." for cell in row) for row in table.rows]


def test_a_table_that_is_not_touched_comes_back_as_it_was(qtbot: QtBot) -> None:
    table = made("a b", "c d", rag=(1,))
    dialog = show(qtbot, table)
    assert dialog.table() == table
    assert dialog.table().id == "b7"
    assert all(new is old for new, old in zip(dialog.table().rows[0], table.rows[0], strict=True))


def test_a_cell_is_typed_into_and_keeps_its_look(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.grid.setCurrentCell(1, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    editor = dialog.grid.findChild(CellEditor)
    assert editor is not None
    QTest.keyClicks(editor, "xyz")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: read(dialog.table()) == ["a b", "xyz d"])
    assert dialog.isVisible()
    assert dialog.table().rows[1][0] == Cell(paragraphs=((Text(text="xyz", bold=True),),))


def test_a_cell_that_is_still_being_typed_into_is_kept(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b"))
    QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
    editor = dialog.grid.findChild(CellEditor)
    assert editor is not None
    QTest.keyClicks(editor, "xyz")
    dialog.accept()
    assert read(dialog.table()) == ["xyz b"]


def test_rows_are_added_moved_and_removed(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.grid.setCurrentCell(0, 1)
    dialog.acts["row-below"].trigger()
    assert read(dialog.table()) == ["a b", ". .", "c d"]
    dialog.grid.setCurrentCell(2, 0)
    dialog.acts["row-up"].trigger()
    assert read(dialog.table()) == ["a b", "c d", ". ."]
    assert dialog.grid.currentRow() == 1
    dialog.acts["row-remove"].trigger()
    assert read(dialog.table()) == ["a b", ". ."]


def test_what_is_still_being_typed_moves_with_its_row_when_a_menu_moves_that(qtbot: QtBot) -> None:
    """To open a menu is not to leave the cell: its words were written into whatever row came to stand there."""
    dialog = show(qtbot, made("a b", "c d"))
    dialog.grid.setCurrentCell(1, 1)
    QTest.keyClick(dialog.grid, Qt.Key.Key_F2)
    editor = dialog.grid.findChild(CellEditor)
    assert editor is not None
    QTest.keyClicks(editor, "xyz")
    dialog.acts["row-up"].trigger()
    qtbot.waitUntil(lambda: dialog.grid.findChild(CellEditor) is None)
    assert read(dialog.table()) == ["c xyz", "a b"]
    dialog.grid.undo()
    assert read(dialog.table()) == ["a b", "c xyz"]


def test_a_status_column_goes_with_its_words(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d", rag=(1,)))
    dialog.grid.setCurrentCell(0, 0)
    dialog.acts["column-left"].trigger()
    assert dialog.table().rag_columns == (2,)
    dialog.grid.setCurrentCell(0, 1)
    dialog.acts["column-remove"].trigger()
    assert dialog.table().rag_columns == (1,)
    assert read(dialog.table()) == [". b", ". d"]
    dialog.grid.setCurrentCell(0, 1)
    assert dialog.rag.isChecked()
    dialog.rag.click()
    assert dialog.table().rag_columns == ()


def test_the_caption_and_the_heading_row(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.caption.setText(" Sums ")
    dialog.header.setChecked(False)
    assert (dialog.table().caption, dialog.table().header_rows) == ("Sums", 0)


def test_cells_are_pasted_from_a_spreadsheet_and_copied_to_one(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    QApplication.clipboard().setText("1\t2\r\n3\t4\r\n")
    dialog.grid.setCurrentCell(1, 1)
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert read(dialog.table()) == ["a b .", "c 1 2", ". 3 4"]
    dialog.grid.selectAll()
    QTest.keyClick(dialog.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "a\tb\t\nc\t1\t2\n\t3\t4"


def test_the_last_row_and_column_stay(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a"))
    assert not dialog.acts["row-remove"].isEnabled()
    assert not dialog.acts["column-remove"].isEnabled()


def test_enter_on_a_cell_edits_it_and_escape_closes(qtbot: QtBot) -> None:
    dialog = show(qtbot, blank_table())
    dialog.grid.setFocus()
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.grid.findChild(CellEditor) is not None
    dialog.caption.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "row-above",
                "row-below",
                "row-up",
                "row-down",
                "row-remove",
                "column-left",
                "column-right",
                "column-back",
                "column-on",
                "column-remove",
            ]
        ),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(steps)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_clicked_the_table_stays_whole(qtbot: QtBot, clicks: list[tuple[str, int, int]]) -> None:
    table = made("a b c", "d e f", rag=(2,))
    dialog = TableDialog(table)
    qtbot.addWidget(dialog)
    kept = {"c", "f"}
    for name, row, column in clicks:
        dialog.grid.setCurrentCell(row % dialog.grid.rowCount(), column % dialog.grid.columnCount())
        dialog.acts[name].trigger()
        now = dialog.table()
        assert len({len(cells) for cells in now.rows}) == 1
        # The status column is wherever its words are, or gone with them.
        for at in now.rag_columns:
            assert {text_of(cells[at]) for cells in now.rows} <= kept | {""}


def test_what_its_author_called_a_table_stays_when_a_table_to_begin_with_is_chosen(qtbot: QtBot) -> None:
    dialog = TableDialog(blank_table(), new=True)
    qtbot.addWidget(dialog)
    dialog.preset.setCurrentIndex(1)
    dialog.preset.activated.emit(1)
    assert dialog.table().caption == "Action plan"
    dialog.caption.setText("What it costs")
    dialog.preset.setCurrentIndex(3)
    dialog.preset.activated.emit(3)
    assert dialog.table().caption == "What it costs"


def test_the_total_is_worked_out_by_the_button_and_undone(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("Item Cost", "a £1,200", "b £900"))
    dialog.total.click()
    assert read(dialog.table()) == ["Item Cost", "a £1,200", "b £900", "Total £2,100"]
    assert dialog.told.text() == "The totals are worked out."
    dialog.grid.undo()
    assert read(dialog.table()) == ["Item Cost", "a £1,200", "b £900"]
    dialog.total.click()
    dialog.total.click()
    assert dialog.told.text() == "The totals are right as they stand."


def test_totals_that_were_left_blank_are_worked_out_at_the_end_and_others_stay(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("Item One Two", "a 1 4", "b 2 5", "Total . 7"))
    table = dialog.grid.table
    dialog.grid.change(
        table.model_copy(update={"rows": (*table.rows[:3], (table.rows[3][0], Cell(), table.rows[3][2]))}), 0, 0
    )
    dialog.accept()
    assert read(dialog.table()) == ["Item One Two", "a 1 4", "b 2 5", "Total 3 7"]


def test_the_columns_share_the_room_and_the_field_leaves_its_neighbours_in_view(qtbot: QtBot) -> None:
    dialog = TableDialog(blank_table(), new=True)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    widths = [dialog.grid.columnWidth(at) for at in range(3)]
    assert max(widths) - min(widths) <= 2
    assert sum(widths) == dialog.grid.viewport().width()
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    editor = dialog.grid.findChild(CellEditor)
    assert editor is not None
    assert editor.width() <= widths[0] + 1
    assert editor.height() < 3 * editor.fontMetrics().lineSpacing()
    low = editor.height()
    QTest.keyClicks(editor, "many words that go on and on until they wrap " * 3)
    assert editor.height() > low


def test_the_table_is_opened_at_a_cell(qtbot: QtBot) -> None:
    dialog = show(qtbot, made("a b", "c d"))
    dialog.show_cell(1, 1)
    assert (dialog.grid.currentRow(), dialog.grid.currentColumn()) == (1, 1)
