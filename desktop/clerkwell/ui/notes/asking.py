"""The dialog that asks for a note."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPlainTextEdit, QWidget

from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, words

# Of the words that the note is about, so many letters are shown.
_QUOTE = 160


@dataclass(frozen=True)
class Asked:
    """What was said: the words of the note, and whether it goes out with drafts."""

    text: str
    shared: bool


class NoteDialog(QDialog):
    """Asks what a note says. It stays in the report unless it is sent with drafts; it is in no final document."""

    def __init__(self, quote: str, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName("What the note says")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        label = QLabel("&What the note says", self)
        label.setBuddy(self.text)
        self.shared = QCheckBox("&Send it with drafts, as a Word comment", self)
        line = " ".join(quote.split())
        short = line if len(line) <= _QUOTE else f"{line[:_QUOTE].rstrip()}…"
        about = f"On “{short}”, in {where}." if short else f"On {where}."
        buttons, self.ok = ok_cancel(self, "&Keep")
        QShortcut(QKeySequence("Ctrl+Return"), self, self._keep)
        column = framed(self, "Note", about)
        hint = words("A note is never in a final document. One that is not sent stays in this report.", muted=True)
        for widget in (label, self.text, self.shared, hint, buttons):
            column.addWidget(widget)
        self.text.textChanged.connect(self._enable)
        self._enable()
        fit(self, 72)
        self.text.setFocus()

    def asked(self) -> Asked:
        """What was said."""
        return Asked(self.text.toPlainText().strip(), self.shared.isChecked())

    def _keep(self) -> None:
        if self.ok.isEnabled():
            self.accept()

    def _enable(self) -> None:
        self.ok.setEnabled(bool(self.text.toPlainText().strip()))


# Asks for a note on a quote in a place; None when the user would rather not.
AskNote = Callable[[str, str, QWidget], Asked | None]


def ask_note(quote: str, where: str, parent: QWidget) -> Asked | None:
    """Put the dialog and wait."""
    dialog = NoteDialog(quote, where, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    asked = dialog.asked()
    dialog.deleteLater()
    return asked if accepted else None
