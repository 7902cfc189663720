"""A list of entries with what can be done to them; the pages of the end matter are made of these."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import button


class EntryList(QWidget):
    """Entries in their order, with Add, Edit, Remove, Move up and Move down by button and key.

    `added`, `edited`, `removed` and `moved` (from, to) are wishes: the page makes the edit and shows the entries anew.
    """

    added = Signal()
    edited = Signal(int)
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, name: str, one: str, parent: QWidget | None = None, *, more: Sequence[QPushButton] = ()) -> None:
        """`more` are buttons of the page, which stand with those of the list."""
        super().__init__(parent)
        self.list = _Keys(self)
        self.list.setAccessibleName(name)
        self.list.setProperty("role", "plain")
        self.list.setWordWrap(True)
        self.list.setSpacing(GAP_SMALL)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(120)
        self.add_button = button(f"A&dd {one}…", self.added.emit, picture="add")
        self.edit_button = button("Edi&t…", lambda: self._at(self.edited))
        self.remove_button = button("Re&move", lambda: self._at(self.removed))
        self.up_button = button("Move &up", lambda: self._move(-1))
        self.down_button = button("Move do&wn", lambda: self._move(1))
        self.forbidden = False
        self.ways = ways = (self.add_button, self.edit_button, self.remove_button, self.up_button, self.down_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.list, 1)
        layout.addWidget(FoldingRow(*ways, *more))
        self.list.itemActivated.connect(lambda _: self._at(self.edited))
        self.list.remove_wanted.connect(lambda: self._at(self.removed))
        self.list.move_wanted.connect(self._move)
        self.list.currentRowChanged.connect(self._show_what_can_be_done)
        self._show_what_can_be_done()

    def show_entries(self, entries: list[tuple[str, str]]) -> None:
        """Show entries, each a line and what is said under it; the chosen place stays chosen."""
        row = self.list.currentRow()
        self.list.clear()
        for text, detail in entries:
            item = QListWidgetItem(f"{text}\n{detail}" if detail else text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {detail}" if detail else text)
            self.list.addItem(item)
        if entries:
            self.list.setCurrentRow(min(max(row, 0), len(entries) - 1))
        self._show_what_can_be_done()

    def choose(self, row: int) -> None:
        """Choose an entry."""
        self.list.setCurrentRow(row)

    def forbid(self) -> None:
        """Let the entries be read and not changed."""
        self.forbidden = True
        self._show_what_can_be_done()

    def _at(self, wish: SignalInstance) -> None:
        row = self.list.currentRow()
        if row >= 0 and not self.forbidden:
            wish.emit(row)

    def _move(self, by: int) -> None:
        row, to = self.list.currentRow(), self.list.currentRow() + by
        if row >= 0 and 0 <= to < self.list.count() and not self.forbidden:
            self.moved.emit(row, to)

    def _show_what_can_be_done(self) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.add_button.setEnabled(not self.forbidden)
        self.edit_button.setEnabled(row >= 0 and not self.forbidden)
        self.remove_button.setEnabled(row >= 0 and not self.forbidden)
        self.up_button.setEnabled(row > 0 and not self.forbidden)
        self.down_button.setEnabled(0 <= row < count - 1 and not self.forbidden)


class _Keys(QListWidget):
    """Delete removes, Alt with an arrow moves; Enter edits, as in any list."""

    remove_wanted = Signal()
    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_wanted.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            # On some desktops a list counts only a double click as taking an item.
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
