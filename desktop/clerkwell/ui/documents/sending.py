"""Choosing the sections that go to a colleague as a Word document of their own."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from clerkwell.ui.documents.ticks import TickList
from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import button, row, title, words


class SendDialog(QDialog):
    """Lists the sections that can be sent, with the one that is shown ticked. `sections` are the ids chosen."""

    def __init__(self, parts: tuple[tuple[str, str], ...], shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Send sections to a colleague")
        self.list = TickList("Sections to send")
        for part_id, heading in parts:
            self.list.add(part_id, heading, ticked=part_id == shown)
        em = self.fontMetrics()
        self.list.setMinimumSize(em.averageCharWidth() * 60, em.lineSpacing() * 10)
        buttons = QDialogButtonBox(self)
        self.ok = buttons.addButton("&Save the document…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("primary", True)
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(title("Which sections?", 1.2))
        column.addWidget(
            words(
                "They go into a Word document that you send yourself. When it comes back, drop it onto this window: "
                "what your colleague changed is shown for you to accept or reject.",
                muted=True,
            )
        )
        column.addWidget(self.list, 1)
        everything = button("Tick &all", lambda: self.list.tick_all(True))
        column.addWidget(row(everything, button("Tick &none", lambda: self.list.tick_all(False))))
        column.addWidget(buttons)
        self.list.itemChanged.connect(lambda _: self._enable())
        self._enable()
        at = next((at for at, (part_id, _) in enumerate(parts) if part_id == shown), 0)
        self.list.setCurrentRow(at)
        self.list.setFocus()

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that are ticked, in the report's order."""
        return self.list.ticked()

    def _enable(self) -> None:
        self.ok.setEnabled(bool(self.sections))
