"""Finding an action by a few letters of its name."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import announce, fit, words
from clerkwell.ui.shell.actions import ACTIONS
from clerkwell.ui.shell.menu_places import menu_of

_AT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """An action as the list shows it: what it does, its first keys, and the words that it is found by."""

    name: str
    keys: str
    words: str
    action: QAction


def usable(window: Mapping[str, QAction], page: Mapping[str, QAction]) -> tuple[Found, ...]:
    """What can be done now: the actions of the window, and those of the page that is shown."""
    found = [
        Found(spec.plain, _native(spec.keys[:1]), f"{spec.plain} {spec.menu.replace('&', '')}", window[spec.id])
        for spec in ACTIONS
        if window[spec.id].isEnabled() and spec.id != "actions"
    ]
    for name, action in page.items():
        if action.isEnabled():
            plain = action.text().replace("&", "").rstrip("…")
            menu = menu_of(name).replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            found.append(Found(plain, keys, f"{plain} {menu}", action))
    return tuple(found)


class ActionFinder(QDialog):
    """A line to type in and the actions that match; Return runs the marked one."""

    def __init__(self, found: tuple[Found, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find an action")
        self.chosen: QAction | None = None
        self._found = found
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
        self._list.setUniformRowHeights(True)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.itemActivated.connect(self._choose)
        self._none = words("Nothing that can be done here has these words.", muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._none)
        self._filter("")
        fit(self, 68, 24)

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
        for at, found in enumerate(self._found):
            if all(word in found.words.casefold() for word in asked):
                item = QTreeWidgetItem([found.name, found.keys])
                item.setData(0, _AT, at)
                self._list.addTopLevelItem(item)
        self._mark(0)
        none = self._list.topLevelItemCount() == 0
        if none and self._none.isHidden():
            announce(self._line, self._none.text())
        self._none.setVisible(none)

    def _mark(self, row: int) -> None:
        item = self._list.topLevelItem(max(0, min(self._list.topLevelItemCount() - 1, row)))
        if item is not None:
            self._list.setCurrentItem(item)

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = self._found[item.data(0, _AT)].action
            self.accept()


def _native(keys: tuple[str, ...]) -> str:
    return "  or  ".join(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
