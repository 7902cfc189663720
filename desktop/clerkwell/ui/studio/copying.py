"""Copying a template that is in use: its next version, or a template of one's own, and the folder for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QDialog, QFormLayout, QLineEdit, QRadioButton, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, fit, framed, ok_cancel, row, words
from clerkwell.workshop.copying import edition_after, next_edition, own_copy

# What no system has in the name of a folder.
_BARRED = '<>:"/\\|?*'


class CopyDialog(QDialog):
    """Asks what kind of copy. Once it is accepted, `files` are those of the copy and `folder` where they go."""

    def __init__(
        self,
        pack: Pack,
        taken: Sequence[str],
        home: Path,
        ask_folder: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._taken = tuple(taken)
        self._home = home
        self._ask = ask_folder
        version = edition_after(pack.told.version)
        self.next = QRadioButton(f"Its &next version, {version}: reports in it can move on to the new one")
        self.own = QRadioButton("A template of its &own, for another council or another kind of report")
        choice = QButtonGroup(self)
        choice.addButton(self.next)
        choice.addButton(self.own)
        self.next.setChecked(True)
        self.name, self.council = QLineEdit(pack.told.title), QLineEdit(pack.told.council)
        self.name.setAccessibleName("What the template is called")
        self.council.setAccessibleName("The council")
        self._where = words(muted=True)
        self._named = QWidget()
        form = QFormLayout(self._named)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("&What it is called", self.name)
        form.addRow("The &council", self.council)
        buttons, self._ok = ok_cancel(self, "&Make the copy")
        column = framed(self, f"Copy “{pack.told.title}”", "What kind of copy is it to be?", "Copy a template")
        column.addWidget(self.next)
        column.addWidget(self.own)
        column.addWidget(self._named)
        column.addWidget(self._where)
        column.addWidget(row(button("Choose another &folder…", self._choose, picture="folder")))
        column.addStretch(1)
        column.addWidget(buttons)
        self.own.toggled.connect(lambda _: self._tell())
        for line in (self.name, self.council):
            line.textChanged.connect(lambda _: self._tell())
        self._tell()
        fit(self, 92)

    @property
    def folder(self) -> Path:
        """Where the copy goes: a folder of its own that is not there yet."""
        named = self.name.text().strip() if self.own.isChecked() else f"{self._pack.told.title} {self._version}"
        return new_folder(self._home, named)

    @property
    def files(self) -> Mapping[str, bytes]:
        """The copy's files."""
        if self.next.isChecked():
            return next_edition(self._pack)
        return own_copy(self._pack, self.name.text().strip(), self.council.text().strip(), self._taken)

    @property
    def _version(self) -> str:
        return edition_after(self._pack.told.version)

    def _choose(self) -> None:
        found = self._ask(self._home)
        if found is not None:
            self._home = found
            self._tell()

    def _tell(self) -> None:
        own = self.own.isChecked()
        self._named.setVisible(own)
        self._ok.setEnabled(not own or bool(self.name.text().strip() and self.council.text().strip()))
        self._where.setText(f"It is made in {self.folder}")


def new_folder(home: Path, named: str) -> Path:
    """A folder that is not there yet, for a template of this name."""
    plain = "".join(" " if each in _BARRED or ord(each) < 32 else each for each in named)
    folder = home / (" ".join(plain.split()).strip(". ")[:80] or "Template")
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name} ({number})")
    return found
