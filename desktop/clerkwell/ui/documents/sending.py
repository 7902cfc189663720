"""Choosing the sections that go to a colleague as a Word document of their own."""

from PySide6.QtWidgets import QDialog, QWidget

from clerkwell.ui.documents.ticks import TickList
from clerkwell.ui.kit.widgets import button, fit, framed, ok_cancel, row


class SendDialog(QDialog):
    """Lists the sections that can be sent, with the one that is shown ticked. `sections` are the ids chosen."""

    def __init__(self, parts: tuple[tuple[str, str], ...], shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TickList("Sections to send")
        for part_id, heading in parts:
            self.list.add(part_id, heading, ticked=part_id == shown)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        buttons, self.ok = ok_cancel(self, "&Save the document…")
        column = framed(
            self,
            "Send sections to a colleague",
            "The sections that you tick go into a Word document that you send yourself. When it comes back, drop it "
            "onto this window: what your colleague changed is shown for you to accept or reject.",
        )
        column.addWidget(self.list, 1)
        everything = button("Tick &all", lambda: self.list.tick_all(True))
        column.addWidget(row(everything, button("Tick &none", lambda: self.list.tick_all(False))))
        column.addWidget(buttons)
        self.list.itemChanged.connect(lambda _: self._enable())
        self._enable()
        at = next((at for at, (part_id, _) in enumerate(parts) if part_id == shown), 0)
        self.list.setCurrentRow(at)
        fit(self, 76, 30)
        self.list.setFocus()

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that are ticked, in the report's order."""
        return self.list.ticked()

    def _enable(self) -> None:
        self.ok.setEnabled(bool(self.sections))
