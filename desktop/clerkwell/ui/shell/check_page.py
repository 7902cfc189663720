"""The page "Check your report": what stands in the way of the final export, and the export itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.model import Problem
from clerkwell.rules import standing_errors
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.problems import ProblemsPanel


class CheckPage(QWidget):
    """The verdict in one sentence, the two exports, and every problem with a way to it."""

    place_requested = Signal(object)
    export_requested = Signal(bool)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._verdict = words()
        self._final = button("Export to &Word", lambda: self.export_requested.emit(False), True, "export")
        self._draft = button("Export a &draft", lambda: self.export_requested.emit(True), picture="document")
        self._draft.setToolTip("A Word document marked DRAFT, whatever still stands (Ctrl+Shift+E)")
        self._final.setToolTip("The council's document, as it goes to the clerk (Ctrl+E)")
        self._problems = ProblemsPanel(bridge)
        self._problems.place_requested.connect(self.place_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self._verdict)
        column.addWidget(row(self._final, self._draft))
        column.addSpacing(GAP)
        column.addWidget(self._problems, 1)
        self.setFocusProxy(self._problems)
        bridge.problems_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Word the verdict anew."""
        session = self._bridge.session
        self._verdict.setText(verdict(session.problems, len(standing_errors(session.problems, session.report))))


def verdict(problems: tuple[Problem, ...], errors: int) -> str:
    """Whether the report can go out, in a sentence or two. `errors` are those that nobody has accepted."""
    warnings = sum(problem.severity == "warning" for problem in problems)
    advice = f" {_count(warnings, 'warning')} to look at." if warnings else ""
    if not errors:
        return f"Nothing stands in the way of the final export.{advice}"
    return f"The final export has to wait: {_count(errors, 'error').lower()} to put right first.{advice}"


def _count(count: int, what: str) -> str:
    return f"There is 1 {what}" if count == 1 else f"There are {count} {what}s"
