"""The cells of a table: typed into, pasted, moved by keys. What happened can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from clerkwell.model import Alignment, Cell, Table
from clerkwell.ui.editors.tables import changing
from clerkwell.ui.editors.tables.cells import from_clipboard, text_of, with_text
from clerkwell.ui.editors.tables.delegate import CELL, STATUS, CellDelegate, swatch
from clerkwell.ui.kit.style import colours
from clerkwell.ui.kit.widgets import announce

_SIDES: dict[Alignment, Qt.AlignmentFlag] = {
    "": Qt.AlignmentFlag.AlignLeft,
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
# How wide a column is at least, and how wide it asks to be at most, in letters.
_LEAST, _MOST = 9, 44
_HELP = (
    "Type into a cell, or press Return to change its words. Tab goes to the next cell, Return to the one below; Tab in "
    "the last cell adds a row. Alt and the arrow keys move a row or column. Control and Tab leaves the table."
)


class TableGrid(QTableWidget):
    """Shows one table and changes it. `altered` says that it is another one."""

    altered = Signal()

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table if table.rows else table.model_copy(update={"rows": ((Cell(),),)})
        self._before: list[tuple[Table, int, int]] = []
        self._after: list[tuple[Table, int, int]] = []
        self.setAccessibleName("Cells of the table")
        self.setAccessibleDescription(_HELP)
        self.setWordWrap(True)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._delegate = delegate = CellDelegate(self)
        delegate.passed.connect(self._pass)
        delegate.lowered.connect(self._lower)
        self.setItemDelegate(delegate)
        # Tab goes from cell to cell; Control and Tab leaves the grid.
        self.setTabKeyNavigation(True)
        self._show()
        self.setCurrentCell(0, 0)
        self.itemChanged.connect(self._typed)

    @property
    def table(self) -> Table:
        """The table as it is now."""
        return self._table

    def change(self, table: Table, row: int, column: int, said: str = "") -> None:
        """Another table, and the cell that is chosen in it; `said` tells who cannot see it what happened."""
        if table == self._table:
            return
        self._before.append((self._table, max(self.currentRow(), 0), max(self.currentColumn(), 0)))
        self._after.clear()
        self._put(table, row, column)
        if said:
            announce(self, said)

    def add_row(self, after: int) -> None:
        """An empty row above (0) or below (1) the chosen one."""
        at = self._row + after
        self.change(changing.with_row(self._settled(), at), at, self._column, f"Row {at + 1} added")

    def remove_row(self) -> None:
        """The chosen row goes."""
        row = self._row
        self.change(changing.without_row(self._settled(), row), row, self._column, f"Row {row + 1} removed")

    def move_row(self, by: int) -> None:
        """The chosen row goes up (-1) or down (+1)."""
        to = self._row + by
        self.change(changing.row_moved(self._settled(), self._row, by), to, self._column, f"Now row {to + 1}")

    def add_column(self, after: int) -> None:
        """An empty column to the left (0) or the right (1) of the chosen one."""
        at = self._column + after
        self.change(changing.with_column(self._settled(), at), self._row, at, f"Column {at + 1} added")

    def remove_column(self) -> None:
        """The chosen column goes."""
        at = self._column
        self.change(changing.without_column(self._settled(), at), self._row, at, f"Column {at + 1} removed")

    def move_column(self, by: int) -> None:
        """The chosen column goes left (-1) or right (+1)."""
        to = self._column + by
        self.change(changing.column_moved(self._settled(), self._column, by), self._row, to, f"Now column {to + 1}")

    def set_status(self, on: bool) -> None:
        """The chosen column shows red, amber and green, or does not."""
        self.change(changing.with_status(self._settled(), self._column, on=on), self._row, self._column)

    def set_side(self, side: Alignment) -> None:
        """The words of the chosen column stand at this side."""
        self.change(changing.aligned(self._settled(), self._column, side), self._row, self._column)

    def set_header(self, on: bool) -> None:
        """The first row heads the columns, or does not."""
        table = self._settled()
        rows = max(table.header_rows, 1) if on else 0
        self.change(table.model_copy(update={"header_rows": rows}), self._row, self._column)

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self._before, self._after, "Taken back")

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._step(self._after, self._before, "Done again")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy and empty cells; move rows and columns; Control and Tab goes on to the next control."""
        act = self._act_of(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give each column room by what its words ask for: together all there is, or more where that is too little."""
        em = self.fontMetrics().averageCharWidth()
        asked = [min(max(self.sizeHintForColumn(at), _LEAST * em), _MOST * em) for at in range(self.columnCount())]
        times = max(self.viewport().width() / max(sum(asked), 1), 1.0)
        left = self.viewport().width()
        for at, width in enumerate(asked):
            # The last one takes what rounding has left.
            last = at == len(asked) - 1 and times > 1
            self.setColumnWidth(at, left if last else int(width * times))
            left -= int(width * times)
        self.resizeRowsToContents()

    def changeEvent(self, event: QEvent) -> None:
        """Draw what has colours of its own anew in those of the look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_table"):
            self._show()

    def paste(self, text: str) -> None:
        """Fill cells from the chosen one on with what a spreadsheet put on the clipboard."""
        if not text:
            return
        row, column = self._row, self._column
        old = self._table.rows
        cells = [
            [
                with_text(old[at][each] if at < len(old) and each < len(old[at]) else Cell(), words)
                for each, words in enumerate(line, column)
            ]
            for at, line in enumerate(from_clipboard(text), row)
        ]
        self.change(changing.with_cells(self._table, row, column, cells), row, column)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as a spreadsheet takes them."""
        chosen = self.selectedRanges()
        if not chosen:
            return
        area = chosen[0]
        rows = self._table.rows[area.topRow() : area.bottomRow() + 1]
        lines = [
            "\t".join(text_of(cell).replace("\n", " ") for cell in row[area.leftColumn() : area.rightColumn() + 1])
            for row in rows
        ]
        QApplication.clipboard().setText("\n".join(lines))

    def _settled(self) -> Table:
        """The table with what is still being typed into a cell."""
        self._delegate.settle()
        return self._table

    @property
    def _row(self) -> int:
        return max(self.currentRow(), 0)

    @property
    def _column(self) -> int:
        return max(self.currentColumn(), 0)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            return lambda: self.paste(QApplication.clipboard().text())
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.undo
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.redo
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self._empty
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and modifiers & Qt.KeyboardModifier.ControlModifier:
            return lambda: self._leave(key == Qt.Key.Key_Tab)
        if key == Qt.Key.Key_Tab and not modifiers and self._is_last():
            return self._go_on
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            # Else Enter would close the dialog.
            return lambda: self.editItem(self.currentItem())
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return {
                int(Qt.Key.Key_Up): lambda: self.move_row(-1),
                int(Qt.Key.Key_Down): lambda: self.move_row(1),
                int(Qt.Key.Key_Left): lambda: self.move_column(-1),
                int(Qt.Key.Key_Right): lambda: self.move_column(1),
            }.get(key)
        return None

    def _leave(self, forward: bool) -> None:
        """Give the focus to the next control, or the one before; Qt would take that for Tab among the cells."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _is_last(self) -> bool:
        return self._row == self.rowCount() - 1 and self._column == self.columnCount() - 1

    def _pass(self, by: int) -> None:
        """To the next cell or the one before, by rows; past the last into a new row."""
        if by > 0 and self._is_last():
            self._go_on()
            return
        to = max(self._row * self.columnCount() + self._column + by, 0)
        self.setCurrentCell(*divmod(to, self.columnCount()), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lower(self) -> None:
        """To the cell below, as in a spreadsheet; in the last row the keyboard stays."""
        to = min(self._row + 1, self.rowCount() - 1)
        self.setCurrentCell(to, self._column, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _go_on(self) -> None:
        """A row more, as Tab in the last cell of a table makes in Word."""
        at = self.rowCount()
        self.change(changing.with_row(self._table, at), at, 0, f"Row {at + 1} added")

    def _empty(self) -> None:
        table = self._table
        for each in self.selectedIndexes():
            table = changing.with_cell(table, each.row(), each.column(), Cell())
        self.change(table, self._row, self._column)

    def _step(self, back: list[tuple[Table, int, int]], other: list[tuple[Table, int, int]], said: str) -> None:
        if back:
            other.append((self._table, self._row, self._column))
            self._put(*back.pop())
            announce(self, said)

    def _typed(self, item: QTableWidgetItem) -> None:
        cell, row, column = item.data(CELL), item.row(), item.column()
        if isinstance(cell, Cell) and cell != self._table.rows[row][column]:
            self._before.append((self._table, row, column))
            self._after.clear()
            self._table = changing.with_cell(self._table, row, column, cell)
            self.blockSignals(True)
            self._dress(item, row, column)
            self.blockSignals(False)
            self.resizeRowToContents(row)
            self.altered.emit()

    def _put(self, table: Table, row: int, column: int) -> None:
        self._table = table
        self._show()
        row, column = min(row, self.rowCount() - 1), min(column, self.columnCount() - 1)
        self.setCurrentCell(row, column, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.altered.emit()

    def _show(self) -> None:
        """The table in items: header cells in bold, status columns named as such over the column."""
        self.blockSignals(True)
        self.setRowCount(len(self._table.rows))
        self.setColumnCount(changing.width_of(self._table))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(row, column, item)
                self._dress(item, row, column)
        rag = self._table.rag_columns
        self.setHorizontalHeaderLabels(
            [f"{at + 1}: status" if at in rag else str(at + 1) for at in range(self.columnCount())]
        )
        self._share()
        self.blockSignals(False)
        self.viewport().update()

    def _dress(self, item: QTableWidgetItem, row: int, column: int) -> None:
        cell, look = self._table.rows[row][column], colours(self)
        header = row < self._table.header_rows
        status = column in self._table.rag_columns and not header
        text = text_of(cell)
        item.setText(text)
        item.setData(CELL, cell)
        item.setData(STATUS, status)
        font = self.font()
        font.setBold(header)
        item.setFont(font)
        item.setBackground(QBrush(QColor(look.raised)) if header else QBrush())
        item.setTextAlignment(_SIDES[changing.side_of(self._table, column)] | Qt.AlignmentFlag.AlignVCenter)
        size = self.fontMetrics().height()
        item.setIcon(swatch(text, size, self.palette().text().color()) if status else QIcon())
        what = "heading" if header else "status" if status else ""
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, what)
