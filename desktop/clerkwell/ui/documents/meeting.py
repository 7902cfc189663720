"""Asking for the day of the new meeting, when a report is started from an earlier one."""

from datetime import date

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from clerkwell.packs import parse_date
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, words


class MeetingDialog(QDialog):
    """Asks when the report goes to its meeting; that may be left open. `meeting` is the day."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meeting: date | None = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Date of the new meeting")
        self.line.setPlaceholderText("27 September 2027")
        label = QLabel("&Date of the new meeting, if you know it", self)
        label.setBuddy(self.line)
        self.understood = words(muted=True)
        buttons, self.ok = ok_cancel(self, "&Start the report")
        about = (
            "Its words come over. Dates, decisions and sign-offs of the earlier meeting are asked again, and words "
            "that may be true no longer are listed. The earlier report stays as it is."
        )
        column = framed(self, f"A new report from {name}", about, "New from an earlier report")
        for widget in (label, self.line, self.understood, buttons):
            column.addWidget(widget)
        self.line.textChanged.connect(self._understand)
        self._understand("")
        fit(self, 72)
        self.line.setFocus()

    def _understand(self, text: str) -> None:
        self.meeting = parse_date(text) if text.strip() else None
        said = "Leave it empty if the date is not set yet."
        if self.meeting is not None:
            said = f"{self.meeting:%A} {self.meeting.day} {self.meeting:%B %Y}"
        elif text.strip():
            said = "Write a date such as 27 September 2027."
        self.understood.setText(said)
        self.line.setAccessibleDescription(said)
        self.ok.setEnabled(self.meeting is not None or not text.strip())
