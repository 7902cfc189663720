"""The list of problems as a Qt model: groups, and in each its lines. A refresh changes only what differs."""

from dataclasses import replace
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clerkwell.ui.problems.wording import Group, Line

_Index = QModelIndex | QPersistentModelIndex
# An index's internal id: 0 for a group; for a line what stands for its group, wherever that is in the list by now.
_TOP = 0
_ROOT = QModelIndex()


class ProblemsModel(QAbstractItemModel):
    """Groups and lines. `UserRole` gives the `Line`, or the `Group` for a heading.

    Lines that stay keep their index, and with it the selection and the place of a screen reader.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self._ids: dict[str, int] = {}
        # Where the group was that was asked for last.
        self._last = 0

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return tuple(self._groups)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these groups, with as few changes as it takes."""
        # Groups come, go and change places first, then the lines of those that stay.
        wanted = {group.id for group in groups}
        for at in reversed(range(len(self._groups))):
            if self._groups[at].id not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._groups[at]
                self.endRemoveRows()
        for at, group in enumerate(groups):
            self._move_here(at, group.id)
            if at >= len(self._groups) or self._groups[at].id != group.id:
                self.beginInsertRows(QModelIndex(), at, at)
                self._groups.insert(at, group)
                self.endInsertRows()
            else:
                self._show_lines(at, group)

    def _move_here(self, to: int, group_id: str) -> None:
        """Bring a group that is further down to its place; its lines keep their indexes, and stay unfolded."""
        at = next((at for at in range(to + 1, len(self._groups)) if self._groups[at].id == group_id), None)
        if at is not None:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to)
            self._groups.insert(to, self._groups.pop(at))
            self.endMoveRows()

    def _show_lines(self, at: int, group: Group) -> None:
        old = self._groups[at]
        if old == group:
            return
        parent = self.index(at, 0)
        lines = list(old.lines)
        matcher = SequenceMatcher(a=[line.key for line in old.lines], b=[line.key for line in group.lines])
        # From the end, so that the rows before stay where the matcher saw them.
        for kind, low, high, new_low, new_high in reversed(matcher.get_opcodes()):
            if kind in ("delete", "replace"):
                self.beginRemoveRows(parent, low, high - 1)
                del lines[low:high]
                self._groups[at] = replace(old, lines=tuple(lines))
                self.endRemoveRows()
            if kind in ("insert", "replace"):
                self.beginInsertRows(parent, low, low + new_high - new_low - 1)
                lines[low:low] = group.lines[new_low:new_high]
                self._groups[at] = replace(old, lines=tuple(lines))
                self.endInsertRows()
        self._groups[at] = group
        self.dataChanged.emit(parent, parent)
        if group.lines:
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(group.lines) - 1, 0, parent))

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """The index of a group, or of a line in one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._id(self._groups[parent.row()]) if parent.isValid() else _TOP)

    def parent(self, index: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """The group of a line."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        at = self._at(index)
        return QModelIndex() if at is None else self.createIndex(at, 0, _TOP)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many groups, or lines in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].lines) if parent.internalId() == _TOP else 0

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """One."""
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line says; the accessible text has the severity as a word."""
        item = self.item(index)
        if item is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.heading if isinstance(item, Group) else f"{item.word}: {item.message}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return item.heading if isinstance(item, Group) else item.spoken()
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return item.why if isinstance(item, Line) else None
            case Qt.ItemDataRole.UserRole:
                return item
            case _:
                return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything can be chosen; headings too, as the keyboard passes them."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def item(self, index: _Index) -> Group | Line | None:
        """The group or line at an index."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._groups[index.row()] if index.row() < len(self._groups) else None
        at = self._at(index)
        lines = () if at is None else self._groups[at].lines
        return lines[index.row()] if index.row() < len(lines) else None

    def _at(self, index: _Index) -> int | None:
        """Where in the list the group of a line is; nowhere if it is gone."""
        wanted, last = index.internalId(), self._last
        # Qt asks for line after line of one group.
        if last >= len(self._groups) or self._id(self._groups[last]) != wanted:
            last = next((at for at, group in enumerate(self._groups) if self._id(group) == wanted), -1)
        if last >= 0:
            self._last = last
        return last if last >= 0 else None

    def _id(self, group: Group) -> int:
        return self._ids.setdefault(group.id, len(self._ids) + 1)

    def line_indexes(self) -> list[QModelIndex]:
        """The indexes of all lines, in order."""
        return [
            self.index(row, 0, self.index(at, 0))
            for at, group in enumerate(self._groups)
            for row in range(len(group.lines))
        ]
