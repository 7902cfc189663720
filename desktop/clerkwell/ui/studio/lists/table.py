"""The table of a list's entries: what each is called, its other names, and from when until when it is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from clerkwell.model.days import full
from clerkwell.packs import parse_date
from clerkwell.packs.manifest import VocabEntry
from clerkwell.ui.kit.style import colours
from clerkwell.workshop.draft.lists import Entries, entry_fault, replaced, standing

NAME, OTHERS, SINCE, UNTIL, STANDS = range(5)
_HEADS: Final = ("Answer", "Other names", "From", "Until", "Today")
_TIPS: Final = (
    "What authors choose, as the document prints it",
    "Other ways in which people write it, parted by semicolons",
    "The first day of a meeting for which it is offered; empty for always",
    "The last day of a meeting for which it is offered; empty for no end",
    "What its dates come to today",
)
_LINES: Final = 11
_Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = Qt.ItemDataRole
# What changes the entries: those that are to be, and what undo calls it.
Change = Callable[[Entries, str], object]


class EntriesModel(QAbstractTableModel):
    """Shows entries, and one more row to type a new one in. `change` is called with what somebody made of them, `tell`
    with why that cannot be."""

    def __init__(self, change: Change, tell: Callable[[str], object], today: Callable[[], date]) -> None:
        super().__init__()
        self.entries: Entries = ()
        self._change, self._tell, self._today = change, tell, today

    def show_entries(self, entries: Entries) -> None:
        """Show these; nothing happens where they are shown already, so that whoever writes in a cell can go on."""
        if entries == self.entries:
            return
        if len(entries) == len(self.entries):
            self.entries = entries
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, STANDS))
            return
        if entries[:-1] == self.entries:
            # The one that was typed in the last row, whose cell is still open.
            at = len(self.entries)
            self.beginInsertRows(QModelIndex(), at, at)
            self.entries = entries
            self.endInsertRows()
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """The entries and the row for a new one."""
        return 0 if parent.isValid() else len(self.entries) + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """As many as there are headings."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """What the columns are called; the rows have numbers."""
        if role == _ROLE.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return _TIPS[section]
        if role != _ROLE.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return _HEADS[section]
        return str(section + 1) if section < len(self.entries) else "+"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """All can be written but what follows from the dates."""
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fresh = index.row() >= len(self.entries)
        return can if index.column() == STANDS or (fresh and index.column() != NAME) else can | _EDITABLE

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        """The words of a cell; those of an entry that is not offered today are paler, and the last column says so."""
        if index.row() >= len(self.entries):
            if role == _ROLE.DisplayRole and index.column() == NAME:
                return "Type a new answer here"
            if role == _ROLE.ForegroundRole:
                return _colour(colours().muted)
            return "" if role in (_ROLE.DisplayRole, _ROLE.EditRole) else None
        entry = self.entries[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole):
            return self._words(entry, index.column())
        if role == _ROLE.ForegroundRole and not standing(entry, self._today()).startswith("Offered"):
            return _colour(colours().muted)
        if role == _ROLE.AccessibleTextRole:
            return f"{_HEADS[index.column()]}: {self._words(entry, index.column()) or 'empty'}"
        return None

    def setData(self, index: _Index, value: object, role: int = _ROLE.EditRole) -> bool:  # noqa: N802 - as Qt has it
        """Take what was typed in a cell, if it makes sense."""
        typed = " ".join(str(value).split())
        fresh = index.row() >= len(self.entries)
        if role != _ROLE.EditRole or (fresh and not typed):
            return False
        before = VocabEntry(name="") if fresh else self.entries[index.row()]
        try:
            entry = _with(before, index.column(), typed)
        except ValueError as error:
            self._tell(str(error))
            return False
        fault = entry_fault(self.entries, index.row(), entry)
        self._tell(fault)
        if fault:
            return False
        if entry != before:
            self._change(
                replaced(self.entries, index.row(), entry),
                f"Add “{entry.name}”" if fresh else f"Change “{before.name}”",
            )
        return True

    def _words(self, entry: VocabEntry, column: int) -> str:
        match column:
            case 0:
                return entry.name
            case 1:
                return "; ".join(entry.aliases)
            case 2 | 3:
                day = entry.effective_from if column == SINCE else entry.effective_to
                return full(day) if day else ""
            case _:
                return standing(entry, self._today())


class EntriesTable(QTableView):
    """Shows the model. Delete takes rows out, Alt+Up and Alt+Down move one, Ctrl+V pastes a list."""

    wanted_out = Signal()
    wanted_moved = Signal(int)
    pasted = Signal()

    def __init__(self, model: EntriesModel) -> None:
        super().__init__()
        self._entries = model
        self.setModel(model)
        self.setAccessibleName("Answers of the list")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
        )
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    def rows(self) -> list[int]:
        """The rows of entries that are chosen, in order."""
        found = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [row for row in found if row < len(self._entries.entries)]

    def go_to(self, row: int, *, write: bool = False) -> None:
        """Put the mark on a row, and begin to `write` in it."""
        index = self._entries.index(row, NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if write:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the class."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.wanted_moved.emit(by)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.wanted_out.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QTableView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names get what the other columns leave, half of it at the least."""
        super().resizeEvent(event)
        letter, room = self.fontMetrics().averageCharWidth(), self.viewport().width()
        days, stands = letter * 17, letter * 24
        left = max(room - 2 * days - stands, letter * 44)
        for column, width in ((NAME, left * 3 // 5), (OTHERS, left - left * 3 // 5), (SINCE, days), (UNTIL, days)):
            self.setColumnWidth(column, width)
        self.setColumnWidth(STANDS, max(stands, room - left - 2 * days))


_EDITABLE: Final = Qt.ItemFlag.ItemIsEditable


def _with(entry: VocabEntry, column: int, typed: str) -> VocabEntry:
    """The entry with other words in a column. Raises `ValueError` for what is no date."""
    if column == NAME:
        return entry.model_copy(update={"name": typed})
    if column == OTHERS:
        others = dict.fromkeys(" ".join(each.split()) for each in typed.split(";"))
        return entry.model_copy(update={"aliases": tuple(each for each in others if each and each != entry.name)})
    day = parse_date(typed) if typed else None
    if typed and day is None:
        raise ValueError(f"“{typed}” is no date. Write it like {full(date(2026, 5, 7))}.")
    return entry.model_copy(update={"effective_from" if column == SINCE else "effective_to": day})


def _colour(name: str) -> object:
    from PySide6.QtGui import QColor

    return QColor(name)
