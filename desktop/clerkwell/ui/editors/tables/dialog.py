"""The table editor: a grid of cells, a caption, a header row, and what stands where in the columns."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from clerkwell.model import Alignment, Table
from clerkwell.ui.editors.richtext.landscape import LANDSCAPE, MOST_UPRIGHT
from clerkwell.ui.editors.tables.adding_up import total_row, with_total
from clerkwell.ui.editors.tables.cells import text_of
from clerkwell.ui.editors.tables.changing import side_of
from clerkwell.ui.editors.tables.grid import TableGrid
from clerkwell.ui.editors.tables.presets import presets
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_bar import menu_button
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.widgets import announce, button, fit, framed, in_order, ok_cancel, row, words

_SIDES: tuple[tuple[str, Alignment], ...] = (
    ("As in the template", ""),
    ("Left", "left"),
    ("Centre", "centre"),
    ("Right", "right"),
)
_KEYS = (
    "Tab goes to the next cell, and adds a row after the last; Return goes to the cell below. Cells can be pasted from "
    "Excel."
)


class TableDialog(QDialog):
    """Edits one table. `table()` is the table as it stands in the dialog; ids and what was not touched are kept."""

    def __init__(self, table: Table, parent: QWidget | None = None, *, new: bool = False) -> None:
        super().__init__(parent)
        self.caption = QLineEdit(table.caption, self)
        self.caption.setAccessibleName("Caption")
        self.caption.setPlaceholderText("Printed above it, after “Table 1:”")
        self.grid = TableGrid(table, self)
        self.preset = ComboBox(self)
        self.preset.setAccessibleName("Begin with")
        self.preset.addItems([each.title for each in presets()])
        self.header = QCheckBox("The first row is a &heading of the columns", self)
        self.rag = QCheckBox("&Status column (Red, Amber, Green)", self)
        self.rag.setToolTip("The chosen column says Red, Amber or Green, and its cells take that colour as well")
        self.side = ComboBox(self)
        self.side.setAccessibleName("Alignment of the column")
        for text, side in _SIDES:
            self.side.addItem(text, side)
        self.total = button("Work out the &total", self._work_out)
        self.total.setToolTip("Adds up the figures of each column, in the row named Total or in a new one at the end")
        self.total.setAutoDefault(False)
        self.wide = words()
        self.told = words(_KEYS, True)
        grid = self.grid
        self.row_menu, self.column_menu = QMenu("Row", self), QMenu("Column", self)
        self.acts = {
            "row-above": self._act(self.row_menu, "Row &above", "", lambda: grid.add_row(0)),
            "row-below": self._act(self.row_menu, "Row &below", "", lambda: grid.add_row(1)),
            "row-up": self._act(self.row_menu, "Move row &up", "Alt+Up", lambda: grid.move_row(-1)),
            "row-down": self._act(self.row_menu, "Move row &down", "Alt+Down", lambda: grid.move_row(1)),
            "row-remove": self._act(self.row_menu, "&Remove row", "", grid.remove_row),
            "column-left": self._act(self.column_menu, "Column on the &left", "", lambda: grid.add_column(0)),
            "column-right": self._act(self.column_menu, "Column on the &right", "", lambda: grid.add_column(1)),
            "column-back": self._act(self.column_menu, "Move column l&eft", "Alt+Left", lambda: grid.move_column(-1)),
            "column-on": self._act(self.column_menu, "Move column r&ight", "Alt+Right", lambda: grid.move_column(1)),
            "column-remove": self._act(self.column_menu, "Remove &column", "", grid.remove_column),
        }
        self._lay_out(new=new)
        fit(self, 110, 30)
        self.header.toggled.connect(grid.set_header)
        self.rag.clicked.connect(grid.set_status)
        self.side.activated.connect(lambda at: grid.set_side(self.side.itemData(at)))
        self.preset.activated.connect(self._begin_with)
        grid.currentCellChanged.connect(lambda *_: self._show_current())
        grid.altered.connect(self._show_current)
        self._show_current()
        (self.preset if new else self.grid).setFocus()

    def table(self) -> Table:
        """The table as it stands."""
        return self.grid.table.model_copy(update={"caption": self.caption.text().strip()})

    def accept(self) -> None:
        """Keep what is still being typed into a cell as well, as a key for OK leaves the keyboard where it is; totals
        that were left blank are worked out."""
        self.caption.setFocus()
        grid = self.grid
        grid.change(with_total(grid.table, blanks_only=True), max(grid.currentRow(), 0), max(grid.currentColumn(), 0))
        super().accept()

    def show_cell(self, row: int, column: int) -> None:
        """Put the keyboard in a cell."""
        self.grid.setCurrentCell(row, column)
        self.grid.setFocus()

    def _work_out(self) -> None:
        """Add up the columns, and say what came of it."""
        grid = self.grid
        grid.setFocus()
        done = with_total(grid.table)
        if total_row(done) is None or done == grid.table:
            known = total_row(done) is not None and total_row(done) == total_row(grid.table)
            said = "The totals are right as they stand." if known else "There are no figures to add up."
        else:
            said = "The totals are worked out."
        at = total_row(done)
        grid.change(done, at if at is not None else max(grid.currentRow(), 0), max(grid.currentColumn(), 0))
        self.told.setText(said)
        announce(self, said)

    def _lay_out(self, *, new: bool) -> None:
        caption, begin, side = (QLabel(text, self) for text in ("Ca&ption", "Be&gin with", "&Alignment"))
        caption.setBuddy(self.caption)
        begin.setBuddy(self.preset)
        side.setBuddy(self.side)
        done, keep = ok_cancel(self, "&Insert" if new else "&Keep")
        cancel = next(each for each in done.buttons() if each is not keep)
        layout = framed(self, "New table" if new else "Table")
        if new:
            layout.addWidget(row(begin, self.preset))
        else:
            begin.hide()
            self.preset.hide()
        layout.addWidget(row(caption, self.caption, stretch_last=True))
        layout.addWidget(self.header)
        rows, columns = menu_button("&Row", self.row_menu), menu_button("&Column", self.column_menu)
        rows.setAccessibleName("Row")
        columns.setAccessibleName("Column")
        layout.addWidget(FoldingRow(rows, columns, row(side, self.side), self.rag, self.total, parent=self))
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.wide)
        layout.addWidget(self.told)
        layout.addWidget(done)
        in_order(
            self.preset, self.caption, self.header, rows, columns, self.side, self.rag, self.total, self.grid, keep,
            cancel,
        )  # fmt: skip

    def _act(self, menu: QMenu, text: str, keys: str, change: Callable[[], object]) -> QAction:
        """A change in a menu; after it the keyboard is in the cells again. `keys` are those that the grid knows."""

        def run() -> None:
            change()
            self.grid.setFocus()

        # Shown only: in the text the same keys move paragraphs.
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{text}\t{shown}" if keys else text)
        action.triggered.connect(lambda _=False: run())
        return action

    def _begin_with(self, at: int) -> None:
        chosen = presets()[at].table
        if self.caption.text().strip() in {each.table.caption for each in presets()}:
            # What its author has called the table stays.
            self.caption.setText(chosen.caption)
        table = self.grid.table
        update = {name: getattr(chosen, name) for name in ("rows", "header_rows", "rag_columns", "alignment")}
        self.grid.change(table.model_copy(update=update), min(1, len(chosen.rows) - 1), 0, presets()[at].title)

    def _show_current(self) -> None:
        grid, table = self.grid, self.grid.table
        at, column = grid.currentRow(), grid.currentColumn()
        self.header.setChecked(table.header_rows > 0)
        self.rag.setChecked(column in table.rag_columns)
        self.side.setCurrentIndex(self.side.findData(side_of(table, max(column, 0))))
        self.acts["row-up"].setEnabled(at > 0)
        self.acts["row-down"].setEnabled(at < grid.rowCount() - 1)
        self.acts["row-remove"].setEnabled(grid.rowCount() > 1)
        self.acts["column-back"].setEnabled(column > 0)
        self.acts["column-on"].setEnabled(column < grid.columnCount() - 1)
        self.acts["column-remove"].setEnabled(grid.columnCount() > 1)
        # What was typed is not put away by a choice among tables to begin with.
        begun = not any(self._same_words(table, each.table) for each in presets())
        self.preset.setEnabled(not begun)
        self.preset.setToolTip("Only for a table that nothing was typed into yet" if begun else "")
        self.wide.setText(too_wide(table))
        self.wide.setVisible(bool(self.wide.text()))

    @staticmethod
    def _same_words(table: Table, other: Table) -> bool:
        return [[text_of(cell) for cell in each] for each in table.rows] == [
            [text_of(cell) for cell in each] for each in other.rows
        ]


def too_wide(table: Table) -> str:
    """What is to be known of a table with more columns than an upright page bears; "" for others."""
    across = len(table.rows[0]) if table.rows else 0
    if across <= MOST_UPRIGHT:
        return ""
    return f"{across} columns are narrow on an upright page. {LANDSCAPE[1]} in the text turns it onto a landscape page."


def edit_table(
    parent: QWidget | None, table: Table, *, new: bool = False, at: tuple[int, int] | None = None
) -> Table | None:
    """Put the editor and wait, with the keyboard `at` a cell; the table as it was left, or None when nothing is to be
    kept."""
    dialog = TableDialog(table, parent, new=new)
    if at is not None:
        dialog.show_cell(*at)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    done = dialog.table()
    dialog.deleteLater()
    return done if accepted else None
