"""What a new template is called, whose it is, from when it holds, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from clerkwell.model.days import in_form
from clerkwell.packs import parse_date
from clerkwell.ui.kit.style import GAP, MARGIN
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.studio.asking import DATES
from clerkwell.workshop.making import Proposal

# What no system has in the name of a folder.
_BARRED = '<>:"/\\|?*'


class Naming(QWidget):
    """Asks for these. `changed`: something else stands there. `fault` says what is lacking, "" for nothing."""

    changed = Signal()

    def __init__(
        self,
        proposal: Proposal,
        home: Path,
        ask_folder: Callable[[Path], Path | None],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._ask = home, ask_folder
        council = proposal.council
        self.title = QLineEdit(f"{council}: {proposal.title}" if council else proposal.title)
        self.council = QLineEdit(council)
        self.since = QLineEdit(in_form(today.replace(day=1), DATES))
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, line in (
            ("&What the template is called", self.title),
            ("The &council", self.council),
            ("In use &from", self.since),
        ):
            line.setAccessibleName(label.replace("&", ""))
            line.textChanged.connect(lambda _: self._tell())
            form.addRow(label, line)
        self.said = words()
        self.said.setProperty("role", "error")
        self._where = words(muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self._where)
        column.addWidget(row(button("Choose another f&older…", self._choose, picture="folder")))
        column.addWidget(
            words(
                "It is a draft: authors do not get it until you put it into use. The workshop opens it next, with what "
                "its check finds, and there everything can still be changed.",
                muted=True,
            )
        )
        column.addStretch(1)
        self._tell()

    @property
    def name(self) -> str:
        """What it is called."""
        return " ".join(self.title.text().split())

    @property
    def council_name(self) -> str:
        """Whose it is."""
        return " ".join(self.council.text().split())

    @property
    def day(self) -> date:
        """From when it holds."""
        return parse_date(self.since.text()) or date.today()

    @property
    def fault(self) -> str:
        """What is lacking, in a sentence; "" for nothing."""
        if not self.name:
            return "Say what the template is called."
        if not self.council_name:
            return "Say whose template it is: the council’s name."
        if parse_date(self.since.text()) is None:
            return f"“In use from” is no date. Write it like {in_form(date(2026, 12, 29), DATES)}."
        return ""

    @property
    def folder(self) -> Path:
        """Where it goes: a folder of its own that is not there yet."""
        plain = "".join(" " if each in _BARRED or ord(each) < 32 else each for each in self.name)
        stem = " ".join(plain.split()).strip(". ")[:80] or "Template"
        found, number = self._home / stem, 1
        while found.exists():
            number += 1
            found = self._home / f"{stem} ({number})"
        return found

    def _choose(self) -> None:
        found = self._ask(self._home)
        if found is not None:
            self._home = found
            self._tell()

    def _tell(self) -> None:
        self.said.setText(self.fault)
        self.said.setVisible(bool(self.fault))
        self._where.setText(f"It is made in {self.folder}")
        self.changed.emit()
