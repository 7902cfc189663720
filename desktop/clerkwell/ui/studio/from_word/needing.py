"""When a report needs what a guess stands for, with the reason for what is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QFormLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import words
from clerkwell.workshop.making import Guess, Proposal, changed
from clerkwell.workshop.making.needed import answers_offered

_WIDE: Final = 8


class Needing(QWidget):
    """Asks when a part is needed, and with which answer; `edit` is told what the proposal becomes."""

    def __init__(self, packs: Sequence[Pack], edit: Callable[[Proposal], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs, self._edit = packs, edit
        self._proposal: Proposal | None = None
        self._number = -1
        self.need, self.answer = ComboBox(), ComboBox()
        self.why = words(muted=True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(GAP)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, control in (("When it is nee&ded", self.need), ("With which ans&wer", self.answer)):
            control.setMinimumContentsLength(_WIDE)
            control.setAccessibleName(label.replace("&", ""))
            self._form.addRow(label, control)
        self._form.addRow(self.why)
        self.need.activated.connect(lambda _: self._chosen())
        self.answer.activated.connect(lambda _: self._answered())

    def show_guess(self, proposal: Proposal, guess: Guess) -> None:
        """Show when a guess is needed, as it is now."""
        self._proposal, self._number = proposal, guess.number
        offered = () if guess.what == "rows" else answers_offered(guess, proposal.guesses, self._packs)
        self.answer.clear()
        for when, said in offered:
            self.answer.addItem(said, when)
        self.need.clear()
        self.need.addItem("In every report", "always")
        if offered:
            self.need.addItem("Only with a certain answer", "when")
        self.need.addItem("It may be left out" if guess.what == "section" else "It may stay empty", "never")
        at = [when for when, _ in offered].index(guess.when) if guess.when in [when for when, _ in offered] else -1
        # Whoever unticks the question takes what hangs on it out of every report's needs.
        need = "never" if guess.required == "when" and at < 0 else guess.required
        self.need.setCurrentIndex(self.need.findData(need))
        self.answer.setCurrentIndex(max(at, 0))
        self._form.setRowVisible(self.answer, need == "when")
        self.why.setText(guess.why_needed)
        self._form.setRowVisible(self.why, bool(guess.why_needed))

    def _chosen(self) -> None:
        if self._proposal is None:
            return
        need = self.need.currentData()
        when = self.answer.currentData() if need == "when" else None
        self._edit(changed(self._proposal, self._number, required=need, when=when, why_needed=""))

    def _answered(self) -> None:
        if self._proposal is not None:
            self._edit(changed(self._proposal, self._number, when=self.answer.currentData()))
