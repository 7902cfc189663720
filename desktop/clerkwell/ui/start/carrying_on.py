"""The right-hand side of the start page: reports to carry on with, found by a few letters when they are many."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkwell.ui.kit import QtRunner
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, row, words
from clerkwell.ui.start.recents import Recent, missing

# Of fewer than these the one that is looked for is seen at once.
MANY = 8


class _Reports(ChoiceList):
    """Delete takes the marked report off the list."""

    unwanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, besides what every list knows."""
        if event.key() == Qt.Key.Key_Delete and self.marked():
            self.unwanted.emit(self.marked())
            return
        super().keyPressEvent(event)


class CarryingOn(QWidget):
    """The reports worked on lately. `chosen` is one to open, `lost` one whose file is gone, `unwanted` one to drop."""

    chosen = Signal(object)
    lost = Signal(object)
    unwanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: tuple[Recent, ...] = ()
        self._missing: frozenset[str] = frozenset()
        self._runner: QtRunner | None = None
        self._stopped = False
        self.list = _Reports("Reports worked on lately")
        self.list.chosen.connect(self._take)
        self.list.unwanted.connect(self.unwanted)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Find a report")
        self._find_label = QLabel("Fin&d a report")
        self._find_label.setBuddy(self.search)
        self.search.textChanged.connect(lambda _: self._show())
        self.search.returnPressed.connect(self.list.setFocus)
        self._none = words(
            "No reports yet. Choose a template to start one, or drop a report or a Word document onto this window.",
            muted=True,
        )
        self._no_find = words("No report of the list has these words in its subject, its meeting or its folder.")
        self.remove = button("Remove from the &list", self._remove_marked)
        self.remove.setToolTip("Its file stays where it is (Delete).")
        self._foot = row(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self._none, self._find_label, self.search, self._no_find):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        column.addStretch(0)
        self.show_recent(())

    def show_recent(self, recent: tuple[Recent, ...]) -> None:
        """Show these; whether their files are still there is found out on another thread."""
        marked = self.list.marked()
        self._recent = recent
        self._missing &= {each.path for each in recent}
        if len(recent) < MANY:
            self.search.clear()
        self._show()
        self.list.mark(marked)
        if recent and not self._stopped:
            # Once the page is on the screen: a share that is away takes seconds to say so.
            QTimer.singleShot(0, self, self._look)

    def stop(self) -> None:
        """Look for no files any more."""
        self._stopped = True
        if self._runner is not None:
            self._runner.stop()
            self._runner.deleteLater()
            self._runner = None

    def _look(self) -> None:
        recent = self._recent
        if not self._stopped:
            self._runner = self._runner or QtRunner()
            self._runner.run(lambda: missing(recent), self._found_missing)

    def _found_missing(self, paths: frozenset[str]) -> None:
        for each in self._recent:
            if (each.path in paths) != (each.path in self._missing):
                self.list.change_item(_item(each, gone=each.path in paths))
        self._missing = paths

    def _show(self) -> None:
        sought = self.search.text().casefold().split()
        shown = [each for each in self._recent if all(word in _sought_in(each) for word in sought)]
        self.list.show_items(tuple(_item(each, gone=each.path in self._missing) for each in shown))
        many = len(self._recent) >= MANY
        self._find_label.setVisible(many)
        self.search.setVisible(many)
        self.list.setVisible(bool(shown))
        self._foot.setVisible(bool(shown))
        self._none.setVisible(not self._recent)
        self._no_find.setVisible(bool(self._recent) and not shown)
        if sought:
            told = "1 report" if len(shown) == 1 else f"{len(shown) or 'No'} reports"
            announce(self.search, told)

    def _take(self, path: str) -> None:
        (self.lost if path in self._missing else self.chosen).emit(Path(path))

    def _remove_marked(self) -> None:
        if self.list.marked():
            self.unwanted.emit(self.list.marked())


def _sought_in(each: Recent) -> str:
    path = Path(each.path)
    return " ".join((each.name, each.meeting, path.parent.name, path.stem, each.state)).casefold()


def _item(each: Recent, *, gone: bool) -> Item:
    meeting = f"Meeting {each.meeting}" if each.meeting else ""
    known = " · ".join(filter(None, (meeting, each.state)))
    where = f"The file is no longer here: {each.path}" if gone else each.path
    said = ", ".join(filter(None, (each.name, meeting, each.state, where)))
    return Item(
        each.path, each.name, "\n".join(filter(None, (known, where))), picture="warning" if gone else "document",
        spoken=said,
    )  # fmt: skip
