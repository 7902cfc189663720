"""The lines of the parts list: headings, and the parts under them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clerkwell.session.parts import Entry
from clerkwell.ui.navigator.lines import state_in_words

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class PartsModel(QAbstractListModel):
    """Headings (plain strings) and entries, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Entry] = []

    def show(self, listed: tuple[Entry, ...]) -> None:
        """Take these entries; where only their states differ, rows stay what they are."""
        rows: list[str | Entry] = []
        group = ""
        for entry in listed:
            if entry.group != group:
                rows.append(group := entry.group)
            rows.append(entry)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self._rows[at] = new
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, part_id: str) -> int | None:
        """The row of a part."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Entry) and row.id == part_id), None)

    def part_ids(self) -> tuple[str, ...]:
        """The parts in order."""
        return tuple(row.id for row in self._rows if isinstance(row, Entry))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, and arrow keys pass over them."""
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, and what a screen reader says: title, state, group."""
        row = self._rows[index.row()]
        if role == ENTRY:
            return row
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        state = state_in_words(row)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (row.title, state, row.group)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.why
            case Qt.ItemDataRole.ToolTipRole:
                return ". ".join(filter(None, (state, row.why)))
        return None


def _key(row: str | Entry) -> str:
    return f"heading {row}" if isinstance(row, str) else f"{row.group} {row.id} {row.title}"
