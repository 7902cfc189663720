"""Accepting errors for one final export: who does, and why, in words that are kept with the report."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from clerkwell.model import Problem
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel


@dataclass(frozen=True)
class Acceptance:
    """A person's reason for letting errors stand."""

    by: str
    reason: str


class AcceptDialog(QDialog):
    """Lists the errors that would stand. Both name and reason have to be given."""

    def __init__(self, errors: tuple[Problem, ...], by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        listed = ChoiceList("Errors that would stand")
        listed.show_items(tuple(Item(str(at), each.message, picture="error") for at, each in enumerate(errors)))
        listed.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self.by = QLineEdit(by)
        self.by.setAccessibleName("Your name")
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName("Why they can stand")
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(self.fontMetrics().height() * 4)
        buttons, self._accept = ok_cancel(self, "&Accept and export…")
        column = framed(
            self,
            "Accept errors and export",
            "Your name and your reason are kept with the report and shown to the clerk. They are not printed.",
        )
        column.addWidget(listed, 1)
        for label, control in (("Your &name", self.by), ("&Why they can stand", self.reason)):
            said = QLabel(label)
            said.setBuddy(control)
            column.addWidget(said)
            column.addWidget(control)
        column.addWidget(buttons)
        self.by.textChanged.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        fit(self, 82)
        (self.reason if by else self.by).setFocus()

    def acceptance(self) -> Acceptance:
        """What was given."""
        return Acceptance(self.by.text().strip(), " ".join(self.reason.toPlainText().split()))

    def _enable(self) -> None:
        given = self.acceptance()
        self._accept.setEnabled(bool(given.by and given.reason))


def ask_acceptance(errors: tuple[Problem, ...], by: str, parent: QWidget) -> Acceptance | None:
    """Put the dialog and wait; None when the user would rather not."""
    dialog = AcceptDialog(errors, by, parent)
    given = dialog.acceptance() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return given
