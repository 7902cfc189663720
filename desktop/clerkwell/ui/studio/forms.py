"""The forms of the workshop's pages: questions of every kind under one another, each saved as it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.model.days import in_form
from clerkwell.packs import parse_date
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.inputs.growing import GrowingLine, show_line
from clerkwell.ui.kit.controls import ComboBox, SpinBox
from clerkwell.ui.kit.style import GAP_LARGE
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import title
from clerkwell.ui.studio.asking import DATES, Asked, Row, UnclearError
from clerkwell.ui.studio.bridge import PackBridge

# Letters that a closed list has room for at the least; the whole of a longer answer is told.
_LETTERS = 16


class LineRow(Row[str]):
    """A line of words, without spaces round it. An empty one is a fault where it is `needed`."""

    def __init__(self, bridge: PackBridge, asked: Asked[str], *, needed: bool = False) -> None:
        super().__init__(bridge, asked)
        self._needed = needed
        self.line = GrowingLine(self)
        self.line.edited.connect(lambda _: self.edited())
        self.lay_out(self.line)

    def typed(self) -> str:
        """The words, with single spaces."""
        text = " ".join(self.line.text().split())
        if self._needed and not text:
            raise UnclearError("This cannot be left empty.")
        return text

    def put(self, value: str) -> None:
        """Show the words."""
        show_line(self.line, value)

    def controls(self) -> tuple[QWidget, ...]:
        """The line."""
        return (self.line,)


class ChoiceRow(Row[str]):
    """One of several answers, each a value and what it is called."""

    def __init__(self, bridge: PackBridge, asked: Asked[str], options: Sequence[tuple[str, str]]) -> None:
        super().__init__(bridge, asked)
        self.list = ComboBox(self)
        # As wide as the form, whatever the longest answer is.
        self.list.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(_LETTERS)
        self.offer(options)
        self.list.activated.connect(lambda _: self.edited(at_once=True))
        self.lay_out(self.list)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Take other answers to choose from; what is chosen stays so."""
        if [(self.list.itemData(at), self.list.itemText(at)) for at in range(self.list.count())] == list(options):
            return
        now = self.list.currentData()
        self.list.clear()
        for value, called in options:
            self.list.addItem(called, value)
        self.list.setCurrentIndex(self.list.findData(now))

    def typed(self) -> str:
        """The value that is chosen."""
        return str(self.list.currentData() or "")

    def put(self, value: str) -> None:
        """Show it; a value that is not offered shows as nothing chosen."""
        self.list.setCurrentIndex(self.list.findData(value))

    def controls(self) -> tuple[QWidget, ...]:
        """The list."""
        return (self.list,)


class DateRow(Row[date | None]):
    """A day, typed in any common form or picked from a calendar; none where that is allowed."""

    def __init__(self, bridge: PackBridge, asked: Asked[date | None], *, needed: bool = False) -> None:
        super().__init__(bridge, asked)
        self._needed = needed
        self.input = DateInput(DATES, self)
        self._text = ""
        self.input.answered.connect(self._answered)
        self.input.describe(asked.label, asked.why)
        self.lay_out(self.input)

    def typed(self) -> date | None:
        """The day; None for no words."""
        day = parse_date(self._text)
        if day is None and self._text.strip():
            raise UnclearError(f"This is no date. Write it like {in_form(date(2026, 12, 29), DATES)}.")
        if day is None and self._needed:
            raise UnclearError("This cannot be left empty.")
        return day

    def put(self, value: date | None) -> None:
        """Show it."""
        self._text = in_form(value, DATES) if value else ""
        self.input.show_value(FieldValue(text=self._text))

    def controls(self) -> tuple[QWidget, ...]:
        """The line and the calendar's button."""
        return self.input.controls()

    def _answered(self, text: str) -> None:
        self._text = text
        # A day from the calendar is meant as it is; letters come one after another.
        self.edited(at_once=not self.input.is_typing())


class NumberRow(Row[int]):
    """A whole number. `unit` stands behind it; `none` is shown for the least, where that means that there is none."""

    def __init__(
        self, bridge: PackBridge, asked: Asked[int], least: int, most: int, unit: str = "", none: str = ""
    ) -> None:
        super().__init__(bridge, asked)
        self.number = SpinBox(self)
        self.number.setRange(least, most)
        self.number.setSuffix(f" {unit}" if unit else "")
        self.number.setSpecialValueText(none)
        self.number.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self._putting = False
        self.number.valueChanged.connect(self._changed)
        self.lay_out(self.number)
        self.column.setAlignment(self.number, Qt.AlignmentFlag.AlignLeft)

    def typed(self) -> int:
        """The number."""
        return self.number.value()

    def put(self, value: int) -> None:
        """Show it."""
        self._putting = True
        self.number.setValue(value)
        self._putting = False

    def controls(self) -> tuple[QWidget, ...]:
        """The box."""
        return (self.number,)

    def _changed(self) -> None:
        if not self._putting:
            self.edited()


class TickRow(Row[bool]):
    """Yes or no, as a box to tick with its words beside it."""

    def __init__(self, bridge: PackBridge, asked: Asked[bool]) -> None:
        super().__init__(bridge, asked)
        self.tick = Tick(asked.label, self)
        self.tick.box.clicked.connect(lambda _: self.edited(at_once=True))
        self.lay_out(self.tick, labelled=False)

    def typed(self) -> bool:
        """Whether it is ticked."""
        return self.tick.box.isChecked()

    def put(self, value: bool) -> None:
        """Show it."""
        self.tick.box.setChecked(value)

    def controls(self) -> tuple[QWidget, ...]:
        """The box."""
        return (self.tick.box,)


class Form(QWidget):
    """Questions under one another, some under headings. The page hands on `show_pack` and `leave`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row[Any]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_LARGE)

    def heading(self, text: str) -> None:
        """Put a heading over what follows."""
        self.column.addWidget(title(text, 1.1))

    def add(self, *rows: Row[Any]) -> None:
        """Put questions at the end."""
        for each in rows:
            self.rows.append(each)
            self.column.addWidget(each)

    def show_pack(self) -> None:
        """Show the pack's answers; those being given stay as they are."""
        for each in self.rows:
            each.show_pack()

    def leave(self) -> None:
        """Take in what is being typed: before other things are asked about, and when the page goes."""
        for each in self.rows:
            each.leave()

    def forget(self) -> None:
        """Leave what is being typed: what is asked about is gone."""
        for each in self.rows:
            each.forget()
