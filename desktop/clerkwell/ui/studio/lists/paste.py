"""The dialog that takes a pasted list: what its columns are, and what becomes of the list, before it does."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import FieldValue
from clerkwell.model.days import full
from clerkwell.packs import parse_date
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import announce, fit, framed, in_order, ok_cancel, scrolled, words
from clerkwell.workshop.draft.lists import Entries, clashes
from clerkwell.workshop.draft.merging import Change, Gone, changes, merged
from clerkwell.workshop.draft.pasting import Column, Layout, Pasted, Rows, guessed, pasted_rows, read_rows

_LEAD = (
    "Copy the list in Excel, Word or a message and paste it below: a line for each answer, or columns for its other "
    "names and dates. Nothing changes before you say so."
)
_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("name", "The answer"),
    ("aliases", "Other names"),
    ("from", "From"),
    ("until", "Until"),
    ("none", "Leave out"),
)
_GONE: Final[tuple[tuple[Gone, str], ...]] = (
    ("stay", "stay as they are"),
    ("end", "end on a day: older reports keep them"),
    ("out", "are taken out, and the list gets the pasted order"),
)
_GROUPS: Final = {"new": "New", "changed": "Changed", "gone": "Not in what you pasted", "same": "The same"}
_SHOWN = 3
# Letters across for both sides beside each other.
_SIDES = 100


class PasteDialog(QDialog):
    """Asks for the words of a list. `entries` is the list as it is to be, once it is accepted."""

    def __init__(self, title: str, old: Entries, text: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old = old
        self._rows: Rows = ()
        self._layout = Layout((), headed=False)
        self._pasted = Pasted((), frozenset(), ())
        self._today = today
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName("The list")
        self.headed = Tick("The first row is headings", self)
        self.columns: list[ComboBox] = []
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(GAP_SMALL)
        self._grid.setHorizontalSpacing(GAP)
        self.gone = ComboBox(self)
        for value, called in _GONE:
            self.gone.addItem(called, value)
        self.day = DateInput("7 February 2022", self)
        self.day.describe("The last day", "The last day of a meeting for which they are offered")
        self.day.show_value(FieldValue(text=full(today)))
        self._ends: date | None = today
        self.faults = words()
        self.faults.setProperty("role", "error")
        self.summary = words()
        self.what = ChoiceList("What becomes of the list")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons, self.ok = ok_cancel(self, "&Use this list")
        self._lay_out(title)
        self.text.textChanged.connect(self._read)
        self.headed.box.clicked.connect(lambda on: self._relay(headed=on))
        self.gone.activated.connect(lambda _: self._show())
        self.day.answered.connect(self._other_day)
        self.text.setPlainText(text)
        self._read()
        fit(self, 132, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, what becomes of the list goes under the list."""
        super().resizeEvent(event)
        room = event.size().width() >= self.fontMetrics().averageCharWidth() * _SIDES
        wanted = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)

    @property
    def entries(self) -> Entries:
        """The list as it is to be."""
        return merged(self._old, self._pasted, self._gone, self._ends)

    @property
    def _gone(self) -> Gone:
        return _GONE[max(self.gone.currentIndex(), 0)][0]

    def _lay_out(self, title: str) -> None:
        column = framed(self, f"Paste a list into “{title}”", _LEAD, "Paste a list")
        left, right = QWidget(), QWidget()
        asked, seen = QVBoxLayout(left), QVBoxLayout(right)
        for each in (asked, seen):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(GAP)
        for words_, buddy in (("The &list", self.text), ("&What becomes of the list", self.what)):
            label = QLabel(words_)
            label.setBuddy(buddy)
            (asked if buddy is self.text else seen).addWidget(label)
        asked.addWidget(self.text, 1)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        asked.addWidget(self.headed)
        asked.addLayout(self._grid)
        gone = QLabel("Answers that are not in what you &paste")
        gone.setWordWrap(True)
        gone.setBuddy(self.gone)
        self.gone.setAccessibleName("Answers that are not in what you paste")
        for widget in (gone, self.gone, self.day):
            asked.addWidget(widget)
        seen.addWidget(self.summary)
        seen.addWidget(self.what, 1)
        self.what.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        seen.addWidget(self.faults)
        holder = QWidget()
        holder.setLayout(self._sides)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(GAP_LARGE)
        self._sides.addWidget(left, 1)
        self._sides.addWidget(right, 1)
        column.addWidget(scrolled(holder), 1)
        column.addWidget(self._buttons)

    def _read(self) -> None:
        self._rows = pasted_rows(self.text.toPlainText())
        self._layout = guessed(self._rows)
        self._show_columns()
        self._show()

    def _relay(self, *, headed: bool) -> None:
        self._layout = Layout(self._layout.columns, headed)
        self._show()

    def _take_column(self, at: int) -> None:
        chosen = _COLUMNS[self.columns[at].currentIndex()][0]
        columns = list(self._layout.columns)
        if chosen != "aliases":
            # What was that before is left out; other names may stand in several columns.
            columns = ["none" if each == chosen else each for each in columns]
        columns[at] = chosen
        self._layout = Layout(tuple(columns), self._layout.headed)
        for box, column in zip(self.columns, columns, strict=True):
            box.setCurrentIndex(next(number for number, (each, _) in enumerate(_COLUMNS) if each == column))
        self._show()

    def _show_columns(self) -> None:
        """A line for each column: the first of its words, and what it is taken for."""
        wide = len(self._layout.columns)
        if len(self.columns) != wide:
            while (item := self._grid.takeAt(0)) is not None:
                gone = item.widget()
                if gone is not None:
                    gone.hide()
                    gone.deleteLater()
            self.columns, self._labels = [], []
            for at in range(wide if wide > 1 else 0):
                box = ComboBox(self)
                for value, called in _COLUMNS:
                    box.addItem(called, value)
                box.activated.connect(partial(self._column_chosen, at))
                self.columns.append(box)
                label = words()
                self._labels.append(label)
                label.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
                self._grid.addWidget(label, at, 0)
                self._grid.addWidget(box, at, 1)
                self._grid.setColumnStretch(0, 1)
                in_order(*(self.columns[at - 1 :] if at else (self.headed.box, box)))
        self.headed.setVisible(len(self._rows) > 1)
        self.headed.box.setChecked(self._layout.headed)
        for at, box in enumerate(self.columns):
            cells = [each[at] for each in self._rows if each[at]]
            some = ", ".join(f"“{each}”" for each in cells[:_SHOWN])
            self._labels[at].setText(f"Column {at + 1}: {some}{'…' if len(cells) > _SHOWN else ''}")
            box.setAccessibleName(f"What column {at + 1} is: {some}")
            column = self._layout.columns[at]
            box.setCurrentIndex(next(number for number, (each, _) in enumerate(_COLUMNS) if each == column))

    def _column_chosen(self, at: int, _index: int) -> None:
        self._take_column(at)

    def _other_day(self, text: str) -> None:
        self._ends = parse_date(text)
        self._show()

    def _show(self) -> None:
        """What would become of the list."""
        self._pasted = read_rows(self._rows, self._layout) if self._rows else Pasted((), frozenset(), ())
        told = changes(self._old, self._pasted, self._gone, self._ends) if self._pasted.entries else ()
        self.day.setVisible(self._gone == "end")
        self.what.show_items(tuple(_item(at, each, told) for at, each in enumerate(told)))
        faults = (*self._pasted.faults, *(clashes(self.entries) if told else ()))
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        said = _summary(told, self._pasted)
        if said != self.summary.text():
            self.summary.setText(said)
            announce(self.summary, said)
        day_missing = self._gone == "end" and self._ends is None
        self.ok.setEnabled(bool(self._pasted.entries) and not day_missing and self.entries != self._old)


def _item(at: int, change: Change, told: tuple[Change, ...]) -> Item:
    count = sum(each.kind == change.kind for each in told)
    return Item(str(at), change.name, change.says, f"{_GROUPS[change.kind]} ({count})")


def _summary(told: tuple[Change, ...], pasted: Pasted) -> str:
    """What becomes of the list, in a line."""
    if not pasted.entries:
        return "Nothing has been pasted yet."
    count = {kind: sum(each.kind == kind for each in told) for kind in _GROUPS}
    parts = [f"{count[kind]} {name}" for kind, name in (("new", "new"), ("changed", "changed"), ("same", "the same"))]
    parts.append(f"{count['gone']} not in what you pasted")
    found = [part for part in parts if not part.startswith("0 ")]
    answers = "1 answer" if len(pasted.entries) == 1 else f"{len(pasted.entries)} answers"
    return f"{answers} pasted: {', '.join(found)}."


def ask_pasted(title: str, old: Entries, text: str, parent: QWidget) -> Entries | None:
    """Put the dialog and wait; None where nothing is to change."""
    today = date.today()
    dialog = PasteDialog(title, old, text, today, parent.window())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    entries = dialog.entries if accepted else None
    dialog.deleteLater()
    return entries
