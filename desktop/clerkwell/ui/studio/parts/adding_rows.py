"""The dialog that adds a part that comes once for each of several: contacts, committees, authors."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import announce, fit, framed, ok_cancel, scrolled, words
from clerkwell.workshop.draft.rows import NewRows, Standing, one_of

_LEAD = (
    "What authors fill in once for each of several, as many as they need: contacts, committees, options. On the form "
    "it comes {where}."
)
_LINES, _LETTERS, _HIGH = 3, 76, 35


class AddRowsDialog(QDialog):
    """Asks for a part that repeats. `fault` says what is wrong with one, "" for nothing: it cannot be accepted so."""

    def __init__(
        self,
        where: str,
        spots: Sequence[Standing],
        best: Standing,
        fault: Callable[[NewRows], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._spots = tuple(spots)
        self._fault = fault
        self._named = False
        self.line, self.one = QLineEdit(), QLineEdit()
        self.one.setPlaceholderText("Further contacts are each a further contact")
        self.questions = QPlainTextEdit()
        self.questions.setTabChangesFocus(True)
        self.questions.setFixedHeight(self.fontMetrics().lineSpacing() * (_LINES + 2))
        self.table = QRadioButton("As a &table, with a row for each")
        self.lines = QRadioButton("As &lines, one for each question")
        shapes = QButtonGroup(self)
        shapes.addButton(self.table)
        shapes.addButton(self.lines)
        self.table.setChecked(True)
        self.spot = ComboBox(self)
        self.spot.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.spot.setMinimumContentsLength(24)
        self.spot.addItems([each.says for each in self._spots])
        self.spot.setCurrentIndex(self._spots.index(best))
        self.above = Tick("Print its title above it", self)
        self.above.box.setChecked(True)
        self.later = words(
            "The template check asks for its places until you have put them in under “What goes where”: those of its "
            "questions, then the one round the row or the lines.",
            muted=True,
        )
        self.said = words()
        self.said.setProperty("role", "error")
        self.said.hide()
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for text, control in (
            ("T&itle, for all of them together", self.line),
            ("What &one of them is called", self.one),
            ("&Questions, asked of each: one on a line", self.questions),
        ):
            _labelled(column, text, control)
        column.addWidget(_bold("In the document"))
        column.addWidget(FoldingRow(self.table, self.lines))
        _labelled(column, "&Where it stands", self.spot)
        column.addWidget(self.above)
        column.addWidget(self.later)
        column.addStretch(1)
        buttons, self.ok = ok_cancel(self, "&Add")
        outer = framed(self, "Add a part that repeats", _LEAD.format(where=where))
        area = scrolled(form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(area, 1)
        outer.addWidget(self.said)
        outer.addWidget(buttons)
        self.line.textEdited.connect(self._title)
        self.one.textEdited.connect(self._name_one)
        self.questions.textChanged.connect(self._look)
        self.spot.currentIndexChanged.connect(lambda _: self._look())
        self._look()
        fit(self, _LETTERS, _HIGH)
        self.line.setFocus()

    @property
    def rows(self) -> NewRows:
        """What was filled in."""
        return NewRows(
            " ".join(self.line.text().split()),
            " ".join(self.one.text().split()),
            tuple(" ".join(line.split()) for line in self.questions.toPlainText().splitlines() if line.strip()),
            "table" if self.table.isChecked() else "lines",
            self.above.box.isChecked(),
        )

    @property
    def standing(self) -> Standing:
        """Where it is to stand."""
        return self._spots[self.spot.currentIndex()]

    def accept(self) -> None:
        """Only where nothing is wrong with it."""
        fault = self._fault(self.rows)
        self.said.setText(fault)
        self.said.setVisible(bool(fault))
        if fault:
            announce(self.said, fault)
            return
        super().accept()

    def _title(self, text: str) -> None:
        if not self._named:
            self.one.setText(one_of(text))
        self._look()

    def _name_one(self, text: str) -> None:
        self._named = bool(text.strip())
        self._look()

    def _look(self) -> None:
        rows, stands = self.rows, self.standing.where is not None
        self.ok.setEnabled(bool(rows.title and rows.questions))
        for each in (self.table, self.lines, self.above):
            each.setEnabled(stands)
        self.later.setVisible(not stands)
        self.said.hide()


def ask_rows(
    where: str, spots: Sequence[Standing], best: Standing, fault: Callable[[NewRows], str], parent: QWidget
) -> tuple[NewRows, Standing] | None:
    """Put the dialog and wait: the part, and where it stands. None where nothing is to be added."""
    dialog = AddRowsDialog(where, spots, best, fault, parent.window())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    given = (dialog.rows, dialog.standing) if accepted else None
    dialog.deleteLater()
    return given


def _labelled(column: QVBoxLayout, text: str, control: QWidget) -> None:
    label = QLabel(text)
    label.setBuddy(control)
    control.setAccessibleName(text.replace("&", ""))
    column.addWidget(label)
    column.addWidget(control)


def _bold(text: str) -> QLabel:
    label = words(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
