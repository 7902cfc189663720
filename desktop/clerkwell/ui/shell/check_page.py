"""The page "Check your report": what stands in the way of the final export, and the export itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.model import Problem, Report
from clerkwell.proofing.text.readability import total
from clerkwell.rules import readabilities, standing_errors
from clerkwell.session.todo import still_to_do
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.problems.wording import to_do


class CheckPage(QWidget):
    """The verdict in one sentence, the two exports, and every problem with a way to it."""

    place_requested = Signal(object)
    export_requested = Signal(bool)

    def __init__(self, bridge: SessionBridge, author: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._eased: Report | None = None
        self._verdict = words()
        self._final = button("Export to &Word", lambda: self.export_requested.emit(False), True, "export")
        self._draft = button("Export a &draft", lambda: self.export_requested.emit(True), picture="document")
        self._draft.setToolTip("A Word document marked DRAFT, whatever still stands (Ctrl+Shift+E)")
        self._final.setToolTip("The council's document, as it goes to the clerk (Ctrl+E)")
        self._ease = words(muted=True)
        self._problems = ProblemsPanel(bridge, author=author)
        self._problems.place_requested.connect(self.place_requested)
        # The verdict says the same, and what it means.
        self._problems.summary.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self._verdict)
        column.addWidget(row(self._final, self._draft))
        column.addSpacing(GAP)
        column.addWidget(self._problems, 1)
        column.addWidget(self._ease)
        self.setFocusProxy(self._problems)
        bridge.problems_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Word the verdict anew."""
        session = self._bridge.session
        if session.problems_revision < 0:
            self._verdict.setText("The report is being checked.")
            return
        self._show_ease()
        standing = standing_errors(session.problems, session.report)
        self._verdict.setText(verdict(session.problems, standing, still_to_do(standing, session.report, session.pack)))

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon how the report reads only for who looks."""
        super().showEvent(event)
        self._show_ease()

    def _show_ease(self) -> None:
        report = self._bridge.session.report
        if not self.isVisible() or report is self._eased:
            return
        self._eased = report
        whole = total(readabilities(report, self._bridge.session.pack).values())
        # One line, and the rest for who points at it: the list needs the room.
        self._ease.setText(f"Reading ease {round(whole.ease)} of 100")
        self._ease.setToolTip(f"The whole report has {whole.in_words}. 60 and more is plain English. A hint only.")
        self._ease.setAccessibleDescription(self._ease.toolTip())
        self._ease.setVisible(whole.enough)

    def show_first(self) -> None:
        """Put the keyboard on the first thing that stands in the way."""
        self._problems.show_first()


def verdict(problems: tuple[Problem, ...], standing: tuple[Problem, ...], ahead: tuple[Problem, ...]) -> str:
    """Whether the report can go out, in a sentence or two. `standing` are the errors that nobody has accepted, `ahead`
    those of them that are only still to do."""
    warnings = sum(problem.severity == "warning" for problem in problems)
    advice = f" There {_count(warnings, 'warning')} to look at." if warnings else ""
    errors = len(standing) - len(ahead)
    why = [f"there {_count(errors, 'error')} to put right"] if errors else []
    if ahead:
        why.append(to_do(ahead))
    if not why:
        return f"Nothing stands in the way of the final export.{advice}"
    return f"The final export has to wait: {', and '.join(why)}.{advice}"


def _count(count: int, what: str) -> str:
    return f"is 1 {what}" if count == 1 else f"are {count} {what}s"
