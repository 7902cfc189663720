"""The table editor: a grid of cells, a caption, a header row, and status columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import Cell, Table
from clerkwell.ui.editors.tables.cells import from_clipboard, text_of, with_text
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import button, fit, in_order, words

_CELL = Qt.ItemDataRole.UserRole


class TableDialog(QDialog):
    """Edits one table. `table()` is the table as it stands in the dialog; ids and what was not touched are kept."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = table
        self._rag = set(table.rag_columns)
        self.setWindowTitle("Table")
        self.caption = QLineEdit(table.caption, self)
        self.caption.setAccessibleName("Caption")
        caption_label = QLabel("Ca&ption", self)
        caption_label.setBuddy(self.caption)
        self.grid = _Grid(self)
        self.header = QCheckBox("The first row is a &heading of the columns", self)
        self.header.setChecked(table.header_rows > 0)
        self.rag = QCheckBox("&Status column (Red, Amber, Green)", self)
        self.rag.setToolTip("The chosen column says Red, Amber or Green, and its cells take that colour as well")
        self.buttons = {
            "row-above": button("Row abo&ve", lambda: self._add_row(0)),
            "row-below": button("Row &below", lambda: self._add_row(1)),
            "row-up": button("Move row &up", lambda: self._move_row(-1)),
            "row-down": button("Move row &down", lambda: self._move_row(1)),
            "row-remove": button("Remove &row", self._remove_row),
            "column-left": button("Column &left", lambda: self._add_column(0)),
            "column-right": button("Column r&ight", lambda: self._add_column(1)),
            "column-remove": button("Remove &column", self._remove_column),
        }
        self._fill(table)
        self._lay_out(caption_label)
        fit(self, 110, 26)
        self.header.toggled.connect(self._show_look)
        self.rag.clicked.connect(self._set_rag)
        self.grid.currentCellChanged.connect(lambda *_: self._show_current())
        self.grid.itemChanged.connect(lambda _: self._show_look())
        self._show_look()
        self._show_current()
        self.grid.setFocus()

    def table(self) -> Table:
        """The table as it stands."""
        rows = []
        for row in range(self.grid.rowCount()):
            rows.append(tuple(self._cell(row, column) for column in range(self.grid.columnCount())))
        header = max(self._before.header_rows, 1) if self.header.isChecked() else 0
        return self._before.model_copy(
            update={
                "caption": self.caption.text().strip(),
                "header_rows": min(header, len(rows)),
                "rows": tuple(rows),
                "rag_columns": tuple(sorted(self._rag)),
            }
        )

    def accept(self) -> None:
        """Keep what is still being typed into a cell as well: a key for Keep leaves the keyboard where it is."""
        self.caption.setFocus()
        super().accept()

    # Building -------------------------------------------------------------------------------------------------

    def _fill(self, table: Table) -> None:
        rows = table.rows or ((Cell(),),)
        self.grid.setRowCount(len(rows))
        self.grid.setColumnCount(len(rows[0]))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.grid.setItem(row, column, _item(cell))
        self.grid.setCurrentCell(0, 0)

    def _lay_out(self, caption_label: QLabel) -> None:
        done = QDialogButtonBox(self)
        keep = QPushButton("&Keep", self)
        keep.setProperty("primary", True)
        cancel = QPushButton("Cancel", self)
        cancel.setAutoDefault(False)
        done.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        done.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        done.accepted.connect(self.accept)
        done.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(caption_label)
        layout.addWidget(self.caption)
        layout.addWidget(self.header)
        layout.addWidget(self.grid, 1)
        rows, columns = (
            [each for name, each in self.buttons.items() if name.startswith(kind)] for kind in ("row", "column")
        )
        layout.addWidget(FoldingRow(*rows, parent=self))
        layout.addWidget(FoldingRow(*columns, self.rag, parent=self))
        layout.addWidget(
            words("Cells can be pasted from a spreadsheet. A cell that is not changed keeps its look.", True)
        )
        layout.addWidget(done)
        in_order(self.caption, self.header, self.grid, *rows, *columns, self.rag, keep, cancel)

    # Rows and columns -----------------------------------------------------------------------------------------

    def _add_row(self, after: int) -> None:
        at = max(self.grid.currentRow(), 0) + after
        self.grid.insertRow(at)
        for column in range(self.grid.columnCount()):
            self.grid.setItem(at, column, _item(Cell()))
        self.grid.setCurrentCell(at, max(self.grid.currentColumn(), 0))
        self._show_look()
        self.grid.setFocus()

    def _remove_row(self) -> None:
        if self.grid.rowCount() > 1:
            self.grid.removeRow(max(self.grid.currentRow(), 0))
            self._show_look()
        self.grid.setFocus()

    def _move_row(self, by: int) -> None:
        row, to = self.grid.currentRow(), self.grid.currentRow() + by
        if not (0 <= row < self.grid.rowCount() and 0 <= to < self.grid.rowCount()):
            return
        for column in range(self.grid.columnCount()):
            one, other = self.grid.takeItem(row, column), self.grid.takeItem(to, column)
            self.grid.setItem(to, column, one)
            self.grid.setItem(row, column, other)
        self.grid.setCurrentCell(to, max(self.grid.currentColumn(), 0))
        self._show_look()
        self.grid.setFocus()

    def _add_column(self, after: int) -> None:
        at = max(self.grid.currentColumn(), 0) + after
        self._rag = {column + (column >= at) for column in self._rag}
        self.grid.insertColumn(at)
        for row in range(self.grid.rowCount()):
            self.grid.setItem(row, at, _item(Cell()))
        self.grid.setCurrentCell(max(self.grid.currentRow(), 0), at)
        self._show_look()
        self.grid.setFocus()

    def _remove_column(self) -> None:
        at = max(self.grid.currentColumn(), 0)
        if self.grid.columnCount() > 1:
            self._rag = {column - (column > at) for column in self._rag if column != at}
            self.grid.removeColumn(at)
            self._show_look()
        self.grid.setFocus()

    def _set_rag(self, on: bool) -> None:
        column = self.grid.currentColumn()
        if column >= 0:
            self._rag = self._rag | {column} if on else self._rag - {column}
            self._show_look()

    # Showing --------------------------------------------------------------------------------------------------

    def _cell(self, row: int, column: int) -> Cell:
        item = self.grid.item(row, column)
        if item is None:
            return Cell()
        before = item.data(_CELL)
        return with_text(before if isinstance(before, Cell) else Cell(), item.text())

    def _show_look(self) -> None:
        """Header cells in bold, status columns named as such over the column."""
        self.grid.blockSignals(True)
        for row in range(self.grid.rowCount()):
            for column in range(self.grid.columnCount()):
                item = self.grid.item(row, column)
                if item is not None:
                    font = item.font()
                    font.setBold(row == 0 and self.header.isChecked())
                    item.setFont(font)
        self.grid.setHorizontalHeaderLabels(
            [f"{at + 1}: status" if at in self._rag else str(at + 1) for at in range(self.grid.columnCount())]
        )
        self.grid.resizeRowsToContents()
        self.grid.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        row, column = self.grid.currentRow(), self.grid.currentColumn()
        self.rag.setChecked(column in self._rag)
        self.buttons["row-up"].setEnabled(row > 0)
        self.buttons["row-down"].setEnabled(row < self.grid.rowCount() - 1)
        self.buttons["row-remove"].setEnabled(self.grid.rowCount() > 1)
        self.buttons["column-remove"].setEnabled(self.grid.columnCount() > 1)


class _Grid(QTableWidget):
    """The cells. Paste fills from the chosen cell on, and adds rows and columns where there are too few."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Cells of the table")
        self.setWordWrap(True)
        self.horizontalHeader().setDefaultSectionSize(150)
        self.horizontalHeader().setStretchLastSection(True)
        # Tab goes from cell to cell; Control and Tab leaves the grid.
        self.setTabKeyNavigation(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste cells, and empty the chosen ones with Delete; Control and Tab goes on to the buttons."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for item in self.selectedItems():
                item.setText("")
        elif event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            # Else Enter would close the dialog.
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Fill cells from the chosen one on with what a spreadsheet put on the clipboard."""
        if not text:
            return
        cells = from_clipboard(text)
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self.setRowCount(max(self.rowCount(), top + len(cells)))
        self.setColumnCount(max(self.columnCount(), left + len(cells[0])))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                if self.item(row, column) is None:
                    self.setItem(row, column, _item(Cell()))
        for row, line in enumerate(cells):
            for column, words_of_cell in enumerate(line):
                item = self.item(top + row, left + column)
                if item is not None:
                    item.setText(words_of_cell)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as a spreadsheet takes them."""
        chosen = self.selectedRanges()
        if not chosen:
            return
        area = chosen[0]
        lines = []
        for row in range(area.topRow(), area.bottomRow() + 1):
            items = [self.item(row, column) for column in range(area.leftColumn(), area.rightColumn() + 1)]
            lines.append("\t".join(item.text().replace("\n", " ") if item else "" for item in items))
        QApplication.clipboard().setText("\n".join(lines))


def edit_table(parent: QWidget | None, table: Table) -> Table | None:
    """Put the editor and wait; the table as it was left, or None when nothing is to be kept."""
    dialog = TableDialog(table, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    done = dialog.table()
    dialog.deleteLater()
    return done if accepted else None


def _item(cell: Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(text_of(cell))
    item.setData(_CELL, cell)
    return item
