"""The words that the template prints above the recommendations, seen and chosen where those are written."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerkwell.model import Problem
from clerkwell.packs import LEAD_IN, LED_IN, FieldSpec, Pack, meeting_days, options
from clerkwell.session import ReportChanged
from clerkwell.ui.editors.fields.answering import answer
from clerkwell.ui.editors.fields.inputs import build_input
from clerkwell.ui.editors.fields.messages import FieldMessages
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.remedies import put_right
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import words

_TOLD = "Printed above what you write below, which goes on from it."


def lead_in_of(section_id: str, pack: Pack) -> FieldSpec | None:
    """The question for the words above a section; None for a section that has none."""
    return pack.field(LEAD_IN) if section_id == LED_IN else None


class LeadIn(QWidget):
    """The same answer as in the report's details: what is chosen here stands there, and the other way round."""

    def __init__(self, bridge: SessionBridge, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._spec = bridge, spec
        label = QLabel("&Lead-in:")
        self.input = build_input(spec, bridge.session.pack)
        self.messages = FieldMessages(self)
        if self.input.controls():
            label.setBuddy(self.input.controls()[0])
        self.input.describe(spec.title, f"{_TOLD} {spec.guidance}")
        self.input.setToolTip(spec.guidance)
        if bridge.session.read_only:
            self.input.forbid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.messages)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(label)
        line.addWidget(self.input, 1)
        column.addLayout(line)
        column.addWidget(words(_TOLD, muted=True))
        self.input.answered.connect(self._answer)
        self.input.left.connect(self._leave)
        self.messages.fix_requested.connect(lambda problem: put_right(problem, bridge))
        bridge.changed.connect(self._follow)
        bridge.problems_changed.connect(self._show_problems)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened to the answer while it could not be seen."""
        self._refresh()
        super().showEvent(event)

    def _refresh(self) -> None:
        session = self._bridge.session
        day = next(iter(meeting_days(session.report, session.pack)), None)
        self.input.offer(options(self._spec, session.pack, day))
        self.input.show_value(session.report.field(LEAD_IN))
        self._show_problems(session.problems)

    def _follow(self, event: ReportChanged) -> None:
        if event.origin is not self.input and LEAD_IN in event.changes.fields and self.isVisible():
            self.input.show_value(self._bridge.session.report.field(LEAD_IN))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        # Nothing is held against an answer while it is written.
        if not any(control.hasFocus() for control in self.input.controls()):
            found = [each for each in problems if each.place is not None and each.place.field == LEAD_IN]
            if tuple(found) != self.messages.shown:
                self.messages.show_problems(found)

    def _answer(self, text: str) -> None:
        session = self._bridge.session
        typing = self.input.is_typing()
        session.apply(
            answer(session.report, session.pack, self._spec, None, text),
            f"Change “{self._spec.title.rstrip(':?')}”",
            origin=self.input if typing else None,
            merge=f"field:{LEAD_IN}" if typing else "",
        )

    def _leave(self) -> None:
        self._bridge.session.close_step()
        self._show_problems(self._bridge.session.problems)
