"""About the program: which version of it and of what it stands on, the packs there are, and under which licences."""

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

import clerkwell
from clerkwell import __version__
from clerkwell.session.surroundings import Surroundings, versions_told
from clerkwell.ui.kit.widgets import announce, fit, framed

_ABOUT = (
    "Committee reports, written in the council’s own template and checked while they are written.\n\n"
    "Clerkwell works offline: it sends nothing anywhere and listens to nothing."
)


def about_text(found: Surroundings, licences: Path | None = None) -> str:
    """Everything that somebody who helps asks about first, to be copied into a message.

    `licences` is the folder in which an installed program has the words of every licence: it lies beside its package.
    """
    folder = licences or Path(clerkwell.__file__).parents[1] / "licences"
    words = ["", "Everything inside, and the words of every licence:", f"  {folder / 'README.txt'}"]
    return "\n".join([versions_told(found, qVersion()), *(words if folder.is_dir() else [])])


class AboutDialog(QDialog):
    """The program and its versions; a button copies them."""

    def __init__(self, parent: QWidget | None = None, found: Surroundings | None = None) -> None:
        super().__init__(parent)
        self.versions = QPlainTextEdit(about_text(found or Surroundings()))
        self.versions.setAccessibleName("Versions and licences")
        self.versions.setReadOnly(True)
        self.versions.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton("C&opy all of it")
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = framed(self, f"Clerkwell {__version__}", _ABOUT, "About Clerkwell")
        column.addWidget(self.versions, 1)
        column.addWidget(buttons)
        fit(self, 80, 32)
        self.versions.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.versions.toPlainText())
        announce(self.copy_button, "Copied.")
        self.copy_button.setText("Copied")
