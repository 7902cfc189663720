"""The parts list: a list box whose lines are the report's parts, under headings that cannot be chosen."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from clerkwell.session import ReportChanged
from clerkwell.session.parts import Entry, entries, only_words_changed, progress
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.navigator.lines import LineDelegate

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
        state = row.state.value if row.state else ""
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


class PartsList(QWidget):
    """The list with the progress under it.

    `refreshed`: some line may be other than before. `part_requested`: the user wants to see a part; `part_entered`:
    and to write in it (Return, or a click).
    """

    part_requested = Signal(str)
    part_entered = Signal(str)
    refreshed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._model = PartsModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(LineDelegate(self._view))
        self._view.setAccessibleName("Parts of the report")
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setUniformItemSizes(False)
        self._view.setResizeMode(QListView.ResizeMode.Adjust)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._progress = QLabel()
        self._progress.setProperty("role", "muted")
        self._progress.setWordWrap(True)
        self._progress.setContentsMargins(GAP, GAP_SMALL, GAP, GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        column.addWidget(self._progress)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        self._view.clicked.connect(self._entered)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        bridge.changed.connect(self._follow)
        bridge.problems_changed.connect(self.refresh)
        self.refresh()

    @property
    def part_ids(self) -> tuple[str, ...]:
        """The parts in order."""
        return self._model.part_ids()

    def entry(self, part_id: str) -> Entry | None:
        """The entry of a part as it is shown now."""
        row = self._model.row_of(part_id)
        return None if row is None else self._model.index(row).data(ENTRY)

    def _follow(self, event: ReportChanged) -> None:
        # A key in the middle of a section changes no line here, and must not cost anything.
        if not only_words_changed(event.before, event.after, event.changes):
            self.refresh()

    def refresh(self) -> None:
        """Work the parts out anew; the chosen one stays chosen, and nothing is asked for."""
        chosen = self._view.currentIndex().data(ENTRY)
        listed = entries(self._bridge.session.report, self._bridge.session.pack, self._bridge.session.problems)
        with QSignalBlocker(self._view.selectionModel()):
            self._model.show(listed)
            if isinstance(chosen, Entry):
                self._mark(chosen.id)
        self._progress.setText(progress(listed))
        self.refreshed.emit()

    def show_part(self, part_id: str) -> None:
        """Mark the part that is being shown, without asking for it again."""
        with QSignalBlocker(self._view.selectionModel()):
            self._mark(part_id)
        self._view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return goes into the part that is marked; another width wraps titles otherwise."""
        if event.type() == QEvent.Type.Resize:
            self._view.scheduleDelayedItemsLayout()
        if _is_return(event):
            self._entered(self._view.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest title in most packs."""
        return QSize(self.fontMetrics().averageCharWidth() * 34, 400)

    def _mark(self, part_id: str) -> None:
        row = self._model.row_of(part_id)
        if row is not None and self._view.currentIndex().row() != row:
            self._view.setCurrentIndex(self._model.index(row))
            self._view.scrollTo(self._model.index(row))

    def _entered(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.part_entered.emit(entry.id)

    def _chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.part_requested.emit(entry.id)


def _is_return(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _key(row: str | Entry) -> str:
    return f"heading {row}" if isinstance(row, str) else f"{row.group} {row.id} {row.title}"
