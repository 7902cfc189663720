"""Asking what a version is called, and keeping it."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from clerkwell.model import Version
from clerkwell.session import Session
from clerkwell.session.versions import VersionError
from clerkwell.storage import ReadOnlyError
from clerkwell.ui.kit.widgets import announce, fit, framed, ok_cancel, words

# Keeps a version under a name. Raises `VersionError`, `ReadOnlyError`.
Keep = Callable[[str], Version]
# Letters across.
_WIDE = 68


class NameDialog(QDialog):
    """Asks for a name until one can be kept. `version` is what was kept."""

    def __init__(self, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self.version: Version | None = None
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name of the version")
        self.name.setPlaceholderText("As sent to Legal")
        label = QLabel("&Name of the version", self)
        label.setBuddy(self.name)
        self.said = words()
        self.said.hide()
        buttons, self.ok = ok_cancel(self, "&Keep")
        column = framed(
            self,
            "Keep a version",
            "The report is kept in its file as it is now. You can compare it with later ones, or bring it back.",
        )
        for widget in (label, self.name, self.said, buttons):
            column.addWidget(widget)
        self.name.textChanged.connect(lambda text: self.ok.setEnabled(bool(text.strip())))
        self.ok.setEnabled(False)
        fit(self, _WIDE)
        self.name.setFocus()

    def accept(self) -> None:
        """Keep it; where it cannot be kept, say why and ask again."""
        try:
            self.version = self._keep(self.name.text())
        except (VersionError, ReadOnlyError) as error:
            self.said.setText(str(error))
            self.said.show()
            # What is said takes room of its own, rather than the words' below it.
            fit(self, _WIDE)
            announce(self.name, str(error))
            self.name.setFocus()
            return
        super().accept()


def keep_version(session: Session, parent: QWidget) -> Version | None:
    """Ask for a name, and keep the report as it is now; the version, or None when the user would rather not."""
    dialog = NameDialog(session.versions.keep, parent)
    dialog.exec()
    kept = dialog.version
    dialog.deleteLater()
    return kept
