"""Making a template of a Word document, in two steps: what is in it, and what the template is called."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from clerkwell.packs import Pack, PackError
from clerkwell.session.from_word import FromWord, MadePack, make_pack
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.messages import Choice, Question
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.voice import ask_over
from clerkwell.ui.kit.widgets import announce, fit, framed, scrolled, words
from clerkwell.ui.studio.from_word.detail import GuessDetail
from clerkwell.ui.studio.from_word.guesses import GuessList
from clerkwell.ui.studio.from_word.naming import Naming
from clerkwell.word.ooxml import WordError
from clerkwell.workshop.making import NOTHING_FOUND, Proposal, changed

_LEAVE = "leave"
_LEAVING = Question(
    "Leave without making the template",
    "Leave without making the template? What you corrected here is lost.",
    (Choice("stay", "&Keep going"), Choice(_LEAVE, "&Leave")),
    escape="stay",
)
_NAMES = "What the new template is called, and where it is kept while you work on it."


class FromWordDialog(QDialog):
    """Asks what of a Word document a template is to have. Once accepted, `made` is the pack and `folder` its place."""

    def __init__(
        self,
        source: FromWord,
        packs: Sequence[Pack],
        home: Path,
        ask_folder: Callable[[Path], Path | None],
        today: date,
        parent: QWidget | None = None,
        taken: Collection[str] = (),
        ask: Callable[[Question], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._ask = ask or partial(ask_over, self)
        self.made: MadePack | None = None
        self._packs, self._taken = packs, tuple(taken)
        self.list = GuessList()
        self.detail = GuessDetail(packs, self._edited)
        self.naming = Naming(source.proposal, home, ask_folder, today)
        self._opened = self._said()
        self.steps = QStackedWidget()
        self.steps.addWidget(self._guesses())
        self.steps.addWidget(scrolled(self.naming))
        self.fault = words()
        self.fault.setProperty("role", "error")
        self.fault.hide()
        column = framed(self, f"A template from “{source.name}”", window="Make a template from a Word document")
        self.lead = words(muted=True)
        column.addWidget(self.lead)
        column.addWidget(self.steps, 1)
        column.addWidget(self.fault)
        column.addWidget(self._buttons())
        self.list.marked.connect(lambda number: self.detail.show_guess(self.source.proposal, number))
        self.list.ticked.connect(lambda number, on: self._edited(changed(self.source.proposal, number, taken=on)))
        self.naming.changed.connect(self._tell)
        self.list.show_proposal(source.proposal)
        self.list.look_at(-1)
        self._step(0)
        fit(self, 150, 42)

    def reject(self) -> None:
        """Leave without a template, once whoever corrected something here has said that it may go."""
        # Escape leaves a name that is being typed where it is.
        self.detail.take()
        if self._said() == self._opened or self._ask(_LEAVING) == _LEAVE:
            super().reject()

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of the new template."""
        assert self.made is not None
        return self.made.files

    @property
    def folder(self) -> Path:
        """Where they go: a folder that is not there yet."""
        return self.naming.folder

    def _said(self) -> tuple[object, ...]:
        """What a person can change here."""
        naming = self.naming
        return (self.source.proposal, naming.council_name, naming.name, naming.day, naming.folder)

    def _guesses(self) -> QWidget:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        area = scrolled(self.detail)
        area.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        sides.addWidget(self.list)
        sides.addWidget(area)
        sides.setStretchFactor(0, 3)
        sides.setStretchFactor(1, 2)
        sides.setSizes([600, 400])
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(sides, 1)
        return holder

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self.back = QPushButton("&Back", self)
        self.next = QPushButton("&Next", self)
        self.next.setProperty("primary", True)
        box.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.next, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(QPushButton("Cancel", self), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        self.back.clicked.connect(lambda: self._step(0))
        self.next.clicked.connect(self._go_on)
        for each in (self.back, self.next):
            each.setAutoDefault(False)
        self.next.setDefault(True)
        return box

    def _edited(self, proposal: Proposal) -> None:
        self.source = replace(self.source, proposal=proposal)
        number = self.list.current()
        self.list.show_proposal(proposal)
        if number >= 0:
            self.detail.show_guess(proposal, number)

    def _step(self, at: int) -> None:
        self.steps.setCurrentIndex(at)
        self.back.setEnabled(at > 0)
        self.next.setText("&Make the template" if at else "&Next")
        self._say("")
        self.lead.setText(_NAMES if at else _lead(self.source.proposal))
        (self.naming.title if at else self.list).setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        self.next.setEnabled(self.steps.currentIndex() == 0 or not self.naming.fault)

    def _go_on(self) -> None:
        if self.steps.currentIndex() == 0:
            self._step(1)
            return
        naming = self.naming
        try:
            with busy():
                self.made = make_pack(
                    self.source, naming.council_name, naming.name, naming.day, self._packs, taken=self._taken
                )
        except (WordError, PackError) as error:
            self._say(f"The template was not made. {error}")
            return
        self.accept()

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self.fault, fault)


def _lead(proposal: Proposal) -> str:
    if proposal.asks_nothing:
        return NOTHING_FOUND
    what = "a report that somebody has written" if proposal.report else "a template"
    return (
        f"The document looks like {what}. This is what the program makes of it, and why. Untick what should stay as "
        "plain words; change what is wrong on the right. The Word document itself stays as it is."
    )
