"""Attaching a letter and choosing which of its findings are quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from clerkwell.model import Appendix
from clerkwell.ui.documents.ticks import TickList
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, fit, framed, ok_cancel, row, words


class Finding(Protocol):
    """One finding of a letter, as far as the list needs it."""

    @property
    def kind_words(self) -> str:
        """What kind of finding it is."""

    @property
    def words(self) -> str:
        """What the letter says."""

    @property
    def heading(self) -> str:
        """The heading that it stands under."""


@dataclass(frozen=True)
class Attached:
    """What was chosen: the appendix with its number and title, and which findings, counted from 0."""

    appendix: Appendix
    findings: tuple[int, ...]


class LetterDialog(QDialog):
    """Shows a letter's findings with a box before each. `where` is what section they go into; "" for none."""

    def __init__(
        self,
        findings: Sequence[Finding],
        appendix: Appendix,
        where: str,
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appendix = appendix
        self.number = QLineEdit(appendix.number)
        self.number.setAccessibleName("Number of the appendix")
        self.number.setMaximumWidth(8 * self.fontMetrics().averageCharWidth())
        self.heading = QLineEdit(appendix.title)
        self.heading.setAccessibleName("Title of the appendix")
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("&Number of the appendix", self.number)
        form.addRow("&Title", self.heading)
        self.list = TickList("Findings of the letter")
        for at, each in enumerate(findings):
            self.list.add(
                str(at), f"{each.kind_words}: {each.words}", f"Under “{each.heading}”" if each.heading else ""
            )
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        every = button("Tick a&ll", lambda: self.list.tick_all(True))
        self._ticks = row(every, button("Tick n&one", lambda: self.list.tick_all(False)))
        buttons, self.ok = ok_cancel(self, "&Attach")
        column = framed(self, "Attach a letter and quote its findings", window="Attach a letter")
        column.addLayout(form)
        column.addWidget(words(_about(bool(findings), where, said), muted=True))
        column.addWidget(self.list, 1)
        column.addWidget(self._ticks)
        column.addWidget(buttons)
        self.list.setVisible(bool(findings) and bool(where))
        self._ticks.setVisible(bool(findings) and bool(where))
        self.list.itemChanged.connect(lambda _: self._tell())
        self.heading.textChanged.connect(lambda _: self._tell())
        self._tell()
        quotes = bool(findings) and bool(where)
        fit(self, 88, 30 if quotes else 0)
        if quotes:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    @property
    def attached(self) -> Attached:
        """What was chosen."""
        appendix = self._appendix.model_copy(
            update={"number": self.number.text().strip(), "title": self.heading.text().strip()}
        )
        return Attached(appendix, tuple(int(each) for each in self.list.ticked()))

    def _tell(self) -> None:
        count = len(self.list.ticked())
        quoted = "1 finding" if count == 1 else f"{count} findings"
        self.ok.setText(f"&Attach and quote {quoted}" if count else "&Attach")
        self.ok.setEnabled(bool(self.heading.text().strip()))


def _about(findings: bool, where: str, said: str) -> str:
    if said:
        return said
    if not findings:
        return "No strengths or areas for development were found in it by their headings. It can be attached as it is."
    if not where:
        return "Go to a section first to quote its findings there. It can be attached now as it is."
    return f"Tick what is to be quoted in “{where}”, where the caret is. Each is quoted with its source."
