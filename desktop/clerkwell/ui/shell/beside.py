"""What stands below the guidance: the list of problems or the notes, whichever is chosen."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.notes import NotesPanel
from clerkwell.ui.problems import ProblemsPanel


class Beside(QWidget):
    """Two panels under one row of tabs."""

    def __init__(
        self, bridge: SessionBridge, problems: ProblemsPanel, notes: NotesPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._panels: tuple[QWidget, ...] = (problems, notes)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Problems or notes")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        for name, panel in (("Problems", problems), ("Notes", notes)):
            self.tabs.addTab(name)
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_SMALL, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        bridge.changed.connect(self._count)
        self._count()

    def bring_up(self, panel: QWidget) -> None:
        """Show this panel in front of the other."""
        self.tabs.setCurrentIndex(self._panels.index(panel))

    def shows(self, panel: QWidget) -> bool:
        """Whether this panel is the one in front."""
        return self._stack.currentWidget() is panel

    def _count(self, _: object = None) -> None:
        left = sum(not note.resolved for note in self._bridge.session.report.notes)
        text = f"Notes ({left})" if left else "Notes"
        # Qt lays all tabs out anew even for the text that they have.
        if self.tabs.tabText(1) != text:
            self.tabs.setTabText(1, text)
