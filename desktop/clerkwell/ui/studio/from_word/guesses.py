"""The list of guesses: in groups, each with a box to take or leave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from clerkwell.workshop.making import PARTS, Guess, Proposal
from clerkwell.workshop.making.proposal import Head, Hole, Rows

_NUMBER: Final = Qt.ItemDataRole.UserRole
_MOST: Final = 80
_TICKED: Final = ("field", "rows", "section", "group", "inside", "numbers", "stem")
# What a heading is, where it is no section, said behind its words.
_OTHERWISE: Final[Mapping[str, str]] = {
    "group": "heading over sections",
    "inside": "belongs to the text above",
    "stays": "stays as it is",
}


# Letters that there is room for where both columns are shown.
_BOTH = 60


class GuessList(QTreeWidget):
    """The guesses of a proposal. `marked` says which one is looked at, `ticked` which was taken or left."""

    marked = Signal(int)
    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the document seems to be made of")
        self.setHeaderLabels(["What the template gets", "In the document"])
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._showing = False
        self._wanted = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, _: self._mark(now))
        self.itemChanged.connect(self._changed)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show the guesses as they are now. The lines are made once: a proposal changes in its guesses alone."""
        self._showing = True
        if self._items:
            for number, item in self._items.items():
                _fill(item, proposal.guess(number))
        else:
            self._make(proposal)
        self._showing = False

    def _make(self, proposal: Proposal) -> None:
        for part, name in PARTS.items():
            guesses = proposal.of(part)
            if not guesses:
                continue
            top = QTreeWidgetItem(self, [f"{name} ({len(guesses)})"])
            top.setFirstColumnSpanned(True)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            # What stands in rows comes under them.
            for each in sorted(guesses, key=_place):
                above = self._items.get(each.inside, top) if each.inside is not None and each.what == "field" else top
                item = QTreeWidgetItem(above)
                item.setData(0, _NUMBER, each.number)
                _fill(item, each)
                self._items[each.number] = item
                above.setExpanded(True)
            top.setExpanded(part not in ("styles", "stays"))
        # Lines stand further in than Qt counts for those of closed groups.
        self._wanted = self.sizeHintForColumn(0) + 2 * self.indentation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what they need, and leave some room for the words beside them: where there is next to none, as
        in large text, the names have it all, and what the document has there is told of the one that is looked at."""
        super().resizeEvent(event)
        self.setColumnHidden(1, event.size().width() < self.fontMetrics().averageCharWidth() * _BOTH)
        self.setColumnWidth(0, min(self._wanted, self.viewport().width() * 62 // 100))

    def current(self) -> int:
        """The number of the guess that is looked at; -1 for none."""
        item = self.currentItem()
        number = None if item is None else item.data(0, _NUMBER)
        return -1 if number is None else int(number)

    def look_at(self, number: int) -> None:
        """Mark a guess; the first one where there is none of this number."""
        item = self._items.get(number) or next(iter(self._items.values()), None)
        if item is not None:
            self.setCurrentItem(item)

    def item_of(self, number: int) -> QTreeWidgetItem | None:
        """The line that shows a guess."""
        return self._items.get(number)

    def _mark(self, item: QTreeWidgetItem | None) -> None:
        number = None if item is None else item.data(0, _NUMBER)
        if not self._showing and number is not None:
            self.marked.emit(int(number))

    def _changed(self, item: QTreeWidgetItem, _: int) -> None:
        number = item.data(0, _NUMBER)
        if not self._showing and number is not None:
            # Whoever ticks a line reads beside it what that means.
            self.setCurrentItem(item)
            self.ticked.emit(int(number), item.checkState(0) == Qt.CheckState.Checked)


def _place(guess: Guess) -> tuple[bool, int]:
    """Where a guess stands in the list: as in the document, and what stands in rows after the rows."""
    in_rows = guess.inside is not None and guess.what == "field"
    if guess.what == "numbers":
        return in_rows, -1
    match guess.where:
        case Hole() | Head():
            return in_rows, guess.where.line
        case Rows():
            return in_rows, guess.where.first
        case _:
            return in_rows, guess.number


def _fill(item: QTreeWidgetItem, guess: Guess) -> None:
    item.setText(0, called(guess))
    item.setText(1, _beside(guess))
    item.setToolTip(0, guess.reason)
    item.setToolTip(1, guess.reason)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if guess.what in _TICKED or (guess.what == "stays" and guess.where is not None):
        flags |= Qt.ItemFlag.ItemIsUserCheckable
        item.setCheckState(0, Qt.CheckState.Checked if guess.taken else Qt.CheckState.Unchecked)
    item.setFlags(flags)


def called(guess: Guess) -> str:
    """What a guess is called in the list."""
    if guess.what in ("stays", "removed") and guess.part in ("stays", "removed"):
        return guess.words or guess.reason
    title = guess.title.rstrip(" :")
    more = _OTHERWISE.get(guess.what, "once for each" if guess.what == "rows" else "")
    return f"{title} – {more}" if more else title


def _beside(guess: Guess) -> str:
    """What the document has there."""
    if guess.what == "style":
        return guess.labels[0] if guess.labels else ""
    if guess.part in ("stays", "removed"):
        return guess.at.part
    if guess.part == "sections" and guess.what != "field":
        return " ".join(guess.found.split())[:_MOST]
    return guess.around or guess.words
