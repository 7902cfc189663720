"""The notice on the page of a part that it has changed since somebody cleared it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clerkwell.session import ReportChanged
from clerkwell.session.clearances import Since, changed, headline
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, words

SHOW = "Show what changed…"


class SinceNotice(QFrame):
    """Says on the page of a part that it has changed since somebody cleared it; hidden where it has not.

    It looks again when the checks are done, and not at every key.
    """

    def __init__(self, bridge: SessionBridge, part: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._part = part
        self._found: tuple[Since, ...] = ()
        self.label = words()
        self.button = button(SHOW, self.show_changes)
        line = QHBoxLayout(self)
        line.setSpacing(GAP)
        line.addWidget(self.label, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        bridge.problems_changed.connect(lambda _: self.look())
        bridge.changed.connect(self._on_changed)

    def show_changes(self) -> None:
        """Show what changed in this part."""
        self.look()
        if self._found:
            # Not before it is asked for: it brings the whole room of comparing along.
            from clerkwell.ui.endmatter.since import show_since

            session = self._bridge.session
            show_since(self._found, session.report, session.pack, self)

    def look(self) -> None:
        """See whether the part has changed since."""
        page = self.parentWidget()
        if page is not None and not page.isVisible():
            return
        session = self._bridge.session
        self._found = changed(session.report, session.pack, self._part)
        told = dict.fromkeys(headline(each.entry) for each in self._found)
        self.label.setText("\n".join(f"{each}." for each in told))
        self.setVisible(bool(self._found))

    def _on_changed(self, event: ReportChanged) -> None:
        if "consultations" in event.changes.others:
            self.look()
