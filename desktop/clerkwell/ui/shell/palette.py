"""Finding an action by a few letters of its name; also the page of keyboard shortcuts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.shell.actions import ACTIONS

_ID = Qt.ItemDataRole.UserRole


class ActionFinder(QDialog):
    """A line to type in and the actions that match; Return runs the marked one."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find an action")
        self.setMinimumSize(self.fontMetrics().averageCharWidth() * 64, 360)
        self.chosen: QAction | None = None
        self._actions = actions
        self._line = QLineEdit()
        self._line.setPlaceholderText("Type what you want to do")
        self._line.setAccessibleName("What you want to do")
        self._line.textChanged.connect(self._filter)
        self._line.returnPressed.connect(self._choose)
        self._line.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Actions")
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while the line keeps the focus."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._mark(self._list.currentIndex().row() + step)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self._list.clear()
        asked = typed.casefold().split()
        for spec in ACTIONS:
            if not self._actions[spec.id].isEnabled() or spec.id == "actions":
                continue
            name = f"{spec.plain} {spec.menu.replace('&', '')}".casefold()
            if all(word in name for word in asked):
                keys = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""
                item = QTreeWidgetItem([spec.plain, keys])
                item.setData(0, _ID, spec.id)
                self._list.addTopLevelItem(item)
        self._mark(0)

    def _mark(self, row: int) -> None:
        item = self._list.topLevelItem(max(0, min(self._list.topLevelItemCount() - 1, row)))
        if item is not None:
            self._list.setCurrentItem(item)

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = self._actions[item.data(0, _ID)]
            self.accept()


def shortcut_lines() -> list[tuple[str, str]]:
    """Every action that has keys, with all of them, in the order of the menus."""
    return [
        (
            spec.plain,
            "  or  ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in spec.keys),
        )
        for spec in ACTIONS
        if spec.keys
    ]
