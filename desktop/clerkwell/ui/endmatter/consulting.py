"""The dialogs of the consultation log: who was asked about what, and what somebody cleared."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import Consultation, FieldValue
from clerkwell.model.days import in_form
from clerkwell.packs import parse_date
from clerkwell.packs.sealing import WHOLE
from clerkwell.session.consulting import WHOLE_REPORT, parts_of
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, scrolled

Parts = Sequence[tuple[str, str]]
# Letters across, and lines that the answer and the list of parts show.
_WIDE = 76
_ANSWER = 2
_PARTS = 4
CLEARED = "Cleared."


class ConsultationDialog(QDialog):
    """Asks for an entry of the log. `entry()` is what was said of it; a clearance stays one."""

    def __init__(self, entry: Consultation, parts: Parts, form: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.who = _line(entry.who, "Who was asked")
        self.role = _line(entry.role, "Their role")
        self.part = ComboBox(self)
        self.part.setAccessibleName("Part they were asked about")
        for name, title in (("", "No part in particular"), (WHOLE_REPORT, WHOLE_REPORT), *parts):
            self.part.addItem(title, name)
        if self.part.findData(entry.part) < 0:
            self.part.addItem(entry.part, entry.part)
        self.part.setCurrentIndex(self.part.findData(entry.part))
        self.part.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # What was cleared is recorded anew, and never said to have been something else.
        self.part.setEnabled(entry.seal is None)
        self.asked = _day(entry.asked, "Asked on", form, self)
        self.answered = _day(entry.answered, "Answered on", form, self)
        self.answer = _Answer(entry.answer, self)
        buttons, self.ok = ok_cancel(self, "&Keep")
        rows = _form()
        rows.addRow("&Who was asked", self.who)
        rows.addRow("Their &role", self.role)
        rows.addRow("&Part", self.part)
        _add_day(rows, "A&sked on", self.asked)
        _add_day(rows, "Answered o&n", self.answered)
        rows.addRow("&Answer", self.answer)
        column = framed(self, "Consultation", "Leave the answer empty until there is one.")
        _fill(column, rows, buttons)
        self.who.textChanged.connect(self._enable)
        self._enable()
        fit(self, _WIDE, 28)
        self.who.setFocus()

    def entry(self) -> Consultation:
        """The entry as it was told."""
        return self._entry.model_copy(
            update={
                "who": self.who.text().strip(),
                "role": self.role.text().strip(),
                "part": self.part.currentData(),
                "asked": self.asked.line.text().strip(),
                "answered": self.answered.line.text().strip(),
                "answer": self.answer.toPlainText().strip(),
            }
        )

    def _enable(self) -> None:
        self.ok.setEnabled(bool(self.who.text().strip()))


class ClearanceDialog(QDialog):
    """Asks who cleared what, and when. `entry()` is that without its seal, `parts()` what is to be sealed."""

    def __init__(
        self, entry: Consultation, parts: Parts, now: datetime, form: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entry, self._now = entry, now
        self.who = _line(entry.who, "Who cleared it")
        self.role = _line(entry.role, "Their role")
        self.when = _day(in_form(now.date(), form), "Cleared on", form, self)
        self.answer = _Answer(entry.answer or CLEARED, self)
        # The list of parts has the room that is left.
        self.answer.setMaximumHeight(self.answer.minimumHeight())
        self.whole = QRadioButton("The w&hole report", self)
        self.chosen = QRadioButton("&These parts of it:", self)
        self.list = _Ticks(self)
        self.list.setAccessibleName("Parts that were cleared")
        wanted = parts_of(entry)
        for name, title in parts:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in wanted else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        some = any(name in wanted for name, _ in parts)
        self.chosen.setChecked(some)
        self.whole.setChecked(not some)
        buttons, self.ok = ok_cancel(self, "&Record")
        rows = _form()
        rows.addRow("&Who cleared it", self.who)
        rows.addRow("Their r&ole", self.role)
        _add_day(rows, "&Cleared on", self.when)
        rows.addRow("&Answer", self.answer)
        what = QVBoxLayout()
        what.setSpacing(GAP_SMALL)
        for widget in (self.whole, self.chosen, self.list):
            what.addWidget(widget)
        rows.addRow("What", what)
        column = framed(
            self,
            "Record a clearance",
            "The words are kept as they stand now. When they change, the report says so until they are cleared again.",
        )
        _fill(column, rows, buttons)
        self.who.textChanged.connect(self._enable)
        self.when.answered.connect(self._enable)
        self.chosen.toggled.connect(self._enable)
        self.list.itemChanged.connect(self._enable)
        self._enable()
        fit(self, _WIDE, 34)
        self.who.setFocus()

    def entry(self) -> Consultation:
        """The entry as it was told, with what was cleared still to be sealed."""
        return self._entry.model_copy(
            update={
                "who": self.who.text().strip(),
                "role": self.role.text().strip(),
                "answered": self.when.line.text().strip(),
                "answer": self.answer.toPlainText().strip(),
            }
        )

    def when_cleared(self) -> datetime:
        """The day that was said, at this time of day."""
        day = parse_date(self.when.line.text())
        return self._now if day is None else self._now.replace(year=day.year, month=day.month, day=day.day)

    def parts(self) -> tuple[str, ...]:
        """The parts that were cleared; `WHOLE` for the whole report."""
        return (WHOLE,) if self.whole.isChecked() else self.list.ticked()

    def _enable(self) -> None:
        self.list.setEnabled(self.chosen.isChecked())
        told = bool(self.who.text().strip()) and parse_date(self.when.line.text()) is not None
        self.ok.setEnabled(told and bool(self.parts()))


class _Ticks(QListWidget):
    """A list whose lines are ticked: by a click on the box or by Space."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(_PARTS * (self.fontMetrics().lineSpacing() + 2 * GAP))

    def ticked(self) -> tuple[str, ...]:
        """The names of the lines that are ticked."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )


def _line(text: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def _day(text: str, name: str, form: str, parent: QWidget) -> DateInput:
    day = DateInput(form, parent)
    day.describe(name, "")
    day.show_value(FieldValue(text=text))
    return day


def _add_day(rows: QFormLayout, label: str, day: DateInput) -> None:
    rows.addRow(label, day)
    day.setFocusProxy(day.line)


class _Answer(QPlainTextEdit):
    """Lines for an answer: it asks for two, and has the room that is left, which would be holes between the rows."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName("Answer")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_ANSWER * self.fontMetrics().lineSpacing() + 2 * GAP)

    def sizeHint(self) -> QSize:
        """No more than it has to have."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _form() -> QFormLayout:
    rows = QFormLayout()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(GAP)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return rows


def _fill(column: QVBoxLayout, rows: QFormLayout, buttons: QWidget) -> None:
    inner = QWidget()
    inner.setLayout(rows)
    # What a small screen has no room for can be scrolled to.
    column.addWidget(scrolled(inner), 1)
    column.addWidget(buttons)
