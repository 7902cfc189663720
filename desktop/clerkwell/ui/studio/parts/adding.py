"""The dialog that adds a part: what it is called, and where it comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import announce, fit, framed, ok_cancel, words


@dataclass(frozen=True)
class Adding:
    """What is to be added: `what` it is, the label of its title, and where it comes, in sentences.

    `fault` says what is wrong with a title, "" for nothing. `printed` is the question whether it is printed, "" for
    none.
    """

    what: str
    label: str
    where: str
    fault: Callable[[str], str]
    printed: str = ""


class AddPartDialog(QDialog):
    """Asks for the title of a new part; it cannot be accepted without one."""

    def __init__(self, adding: Adding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adding = adding
        self.line = QLineEdit(self)
        label = QLabel(adding.label, self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(adding.label.replace("&", ""))
        self.printed = Tick(adding.printed, self)
        self.printed.box.setChecked(True)
        self.printed.setVisible(bool(adding.printed))
        self.said = words()
        self.said.setProperty("role", "error")
        self.said.hide()
        buttons, self.ok = ok_cancel(self, "&Add")
        column = framed(self, f"Add a {adding.what}", adding.where)
        for widget in (label, self.line, self.said, self.printed, buttons):
            column.addWidget(widget)
        self.ok.setEnabled(False)
        self.line.textEdited.connect(lambda _: self._look())
        fit(self, 70)

    @property
    def title(self) -> str:
        """What was typed, with single spaces."""
        return " ".join(self.line.text().split())

    def accept(self) -> None:
        """Only with a title that nothing else has."""
        fault = self._adding.fault(self.title)
        self.said.setText(fault)
        self.said.setVisible(bool(fault))
        if fault:
            announce(self.line, fault)
            self.line.setFocus()
            return
        if self.title:
            super().accept()

    def _look(self) -> None:
        self.ok.setEnabled(bool(self.title))
        self.said.hide()


def ask_part(adding: Adding, parent: QWidget) -> tuple[str, bool] | None:
    """Put the dialog and wait: the title, and whether it is printed. None where nothing is to be added."""
    dialog = AddPartDialog(adding, parent.window())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    given = (dialog.title, dialog.printed.box.isChecked()) if accepted else None
    dialog.deleteLater()
    return given
