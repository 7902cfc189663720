"""The question that takes its answers from a list, as its author sees it on the day of a meeting."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.model.days import full
from clerkwell.packs import FieldSpec, Pack, options, parse_date
from clerkwell.packs.answers import understand
from clerkwell.ui.editors.fields.inputs.date import DateInput
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import in_order, words
from clerkwell.workshop.draft.lists import list_title, standing, users

# So many of those that are not offered are named.
_NAMED = 8


class ListSeen(QWidget):
    """Shows the real control of the first question that uses the list. It can be tried; nothing is kept of that."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._day = today
        self._pack: Pack | None = None
        self._name = ""
        self._made_of: object = None
        self.question: FieldRow | None = None
        self.day = DateInput("7 February 2022", self)
        self.day.describe("Meeting on", "The day of the meeting for which the answers are offered")
        self.day.show_value(FieldValue(text=full(today)))
        self.day.answered.connect(self._other_day)
        label = QLabel("For a &meeting on")
        label.setBuddy(self.day.line)
        self.counted = words(muted=True)
        self._holder = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label)
        column.addWidget(self.day)
        column.addSpacing(GAP_LARGE)
        column.addLayout(self._holder)
        column.addSpacing(GAP_LARGE)
        column.addWidget(self.counted)

    def show_list(self, pack: Pack, name: str) -> None:
        """Show how this list is offered."""
        self._pack, self._name = pack, name
        asked = users(pack, name)
        spec = asked[0] if asked else FieldSpec(id="answer", title=list_title(pack, name), kind="choice", vocab=name)
        made_of = (spec, pack.manifest.vocab[name])
        if made_of != self._made_of:
            self._made_of = made_of
            self._ask(spec, pack)
        self._offer()

    def _ask(self, spec: FieldSpec, pack: Pack) -> None:
        was = self.question
        made = FieldRow(spec, pack)
        made.answered.connect(lambda text: made.show_value(understand(spec, text, pack)))
        self.question = made
        self._holder.addWidget(made)
        in_order(self.day.button, *made.controls())
        if was is not None:
            self._holder.removeWidget(was)
            was.hide()
            was.deleteLater()

    def _other_day(self, text: str) -> None:
        day = parse_date(text)
        if day is not None:
            self._day = day
            self._offer()

    def _offer(self) -> None:
        if self._pack is None or self.question is None:
            return
        self.question.offer(options(self.question.spec, self._pack, self._day))
        entries = self._pack.manifest.vocab[self._name].entries
        standings = [(entry.name, standing(entry, self._day)) for entry in entries]
        out = [f"“{name}” ({said[0].lower()}{said[1:]})" for name, said in standings if not said.startswith("Offered")]
        told = f"On that day {len(entries) - len(out)} of {len(entries)} answers are offered."
        if out:
            more = f", and {len(out) - _NAMED} more" if len(out) > _NAMED else ""
            told += f" Not offered: {', '.join(out[:_NAMED])}{more}."
        self.counted.setText(told if entries else "The list has no answers yet.")
