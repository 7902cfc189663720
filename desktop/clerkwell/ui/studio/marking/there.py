"""What goes there now: the places in and round a line, to be taken out or called otherwise."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.widgets import button, title
from clerkwell.workshop.outlining import Stand


class ThereNow(QWidget):
    """Lists the places of a line. `out` carries the tag of one that is to go, `called` one and its new title."""

    out = Signal(str)
    called = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: Mapping[str, str] = {}
        self.list = ChoiceList("What goes there now", marked_first=True)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 3)
        self.list.currentRowChanged.connect(lambda _: self._show_title())
        self.remove = button("Take it &out", self._out)
        self.name = QLineEdit()
        self.name.setAccessibleName("Its title in Word")
        self.name.editingFinished.connect(self._call)
        label = QLabel("Its t&itle in Word")
        label.setBuddy(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(title("What goes here now", 1.1))
        column.addWidget(self.list)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.name, 1)
        line.addWidget(self.remove)
        column.addLayout(line)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self._out)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_places(self, stands: Sequence[Stand], names: Mapping[str, str], titles: Mapping[str, str]) -> None:
        """Show these places; `titles` are theirs in Word."""
        now = self.list.marked()
        self._titles = titles
        self.list.blockSignals(True)
        self.list.show_items(
            tuple(
                Item(each.tag, names.get(each.tag, each.tag), "In this line" if each.inline else _round(each))
                for each in stands
            )
        )
        self.list.mark(now)
        self.list.blockSignals(False)
        for each in (self.list, self.name, self.remove):
            each.setEnabled(bool(stands))
        self._show_title()

    def leave(self) -> None:
        """Take in a title that is being typed."""
        self._call()

    def _show_title(self) -> None:
        self.name.setText(self._titles.get(self.list.marked(), ""))
        self.name.setCursorPosition(0)
        self.name.setModified(False)

    def _out(self) -> None:
        if self.list.marked():
            self.out.emit(self.list.marked())

    def _call(self) -> None:
        if self.name.isModified() and self.list.marked():
            self.name.setModified(False)
            self.called.emit(self.list.marked(), self.name.text())


def _round(stand: Stand) -> str:
    lines = stand.last - stand.first + 1
    return "Round this line" if lines == 1 else f"Round {lines} lines"
