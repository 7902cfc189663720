"""Unsaved work that was found: each piece with what it has and its file has not; recover one, or put it aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from clerkwell.session.days import moment
from clerkwell.storage import RecoveryFolder, Snapshot
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, framed, row, title, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem


@dataclass(frozen=True)
class Told:
    """What unsaved work has that its file has not: a sentence, and each difference as a line, by part.

    `show` shows them word by word; None where there is nothing more to show.
    """

    text: str
    items: tuple[Item, ...] = ()
    show: Callable[[QWidget], object] | None = None


# Works out what one piece of work has, and hands it on when it is known.
Look = Callable[[Snapshot, Callable[[Told], None]], None]


class _Pieces(ChoiceList):
    """A click only marks: what it would bring is read first. Return or a double click recovers."""

    def _take(self, item: QListWidgetItem) -> None:
        """Do nothing yet."""


class RecoveryDialog(QDialog):
    """Lists what was found. `chosen` is the one to open, if any; what is put aside is offered no more."""

    def __init__(
        self,
        found: tuple[Snapshot, ...],
        recovery: RecoveryFolder,
        look: Look,
        days: int,
        parent: QWidget | None = None,
    ) -> None:
        """`look` says what a piece of work has; `days` is how long copies of reports that are not public stay."""
        super().__init__(parent)
        self.chosen: Snapshot | None = None
        self._found = {snapshot.id: snapshot for snapshot in found}
        self._recovery = recovery
        self._look = look
        self._told: dict[str, Told] = {}
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.list = _Pieces("Unsaved work")
        self.list.chosen.connect(self._recover_this)
        self.list.itemDoubleClicked.connect(lambda _: self._recover_marked())
        self.text = words()
        self.differences = ChoiceList("What is only in the recovered work, and what is only in the file")
        self.differences.chosen.connect(lambda _: self._show_words())
        self.recover_button = button("&Recover", self._recover_marked, primary=True)
        self.words_button = button("See the difference in &words…", self._show_words)
        self.discard_button = button("&Discard", self._discard_marked)
        self.discard_button.setToolTip("Offers it no more. The last ten discarded are kept for a while.")
        # What is done to the work stands apart from what ends the dialog.
        buttons = row(self.words_button, self.discard_button, None, self.recover_button, button("&Later", self.reject))
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(GAP, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(title("What recovering it would bring", 1.0))
        inner.addWidget(self.text)
        inner.addWidget(self.differences, 1)
        inner.addStretch(0)
        em, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.list.setMinimumSize(em * 24, line * 5)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.list)
        across.addWidget(shown)
        across.setSizes([em * 44, em * 70])
        column = framed(self, "Clerkwell closed before this work was saved", _about(days), "Recover unsaved work")
        column.addWidget(across, 1)
        column.addWidget(buttons)
        self.list.currentItemChanged.connect(lambda *_: self._show_marked())
        self._show()
        fit(self, 120, 30)

    def _show(self) -> None:
        self.list.show_items(
            tuple(
                Item(snapshot.id, _name(snapshot), _detail(snapshot), picture="recover")
                for snapshot in self._found.values()
            )
        )
        for each in (self.recover_button, self.discard_button):
            each.setEnabled(bool(self._found))
        self.list.setFocus()
        self._show_marked()

    def _show_marked(self) -> None:
        """Say what the marked work has; it is worked out once, elsewhere."""
        snapshot = self._found.get(self.list.marked())
        if snapshot is None:
            self._tell(Told(""))
            return
        told = self._told.get(snapshot.id)
        if told is not None:
            self._tell(told)
            return
        self._tell(Told("Comparing it with its file…"))

        def known(found: Told) -> None:
            self._told[snapshot.id] = found
            if self.list.marked() == snapshot.id:
                self._tell(found)
                announce(self.list, found.text)

        self._look(snapshot, known)

    def _tell(self, told: Told) -> None:
        self.text.setText(told.text)
        self.differences.show_items(told.items)
        self.differences.setVisible(bool(told.items))
        self.words_button.setEnabled(told.show is not None)

    def _show_words(self) -> None:
        told = self._told.get(self.list.marked())
        if told is not None and told.show is not None:
            told.show(self)

    def _recover_this(self, snapshot_id: str) -> None:
        self.chosen = self._found.get(snapshot_id)
        self.accept()

    def _recover_marked(self) -> None:
        if self.list.marked():
            self._recover_this(self.list.marked())

    def _discard_marked(self) -> None:
        marked = self.list.marked()
        if marked:
            self._recovery.discard(marked)
            del self._found[marked]
            self._show()
            if not self._found:
                self.reject()


def _about(days: int) -> str:
    kept = "as soon as you close it" if days == 0 else "a day later" if days == 1 else f"{days} days later"
    return (
        "Recover opens it as it was within a second of the end; nothing is saved until you save it. Later keeps it "
        f"for the next start. What is left of an exempt, part-exempt or confidential report is deleted {kept}."
    )


def _name(snapshot: Snapshot) -> str:
    subject = " ".join(snapshot.subject.split())
    return subject or (snapshot.base.stem if snapshot.base else "Report without a subject")


def _detail(snapshot: Snapshot) -> str:
    told = f"Last change {moment(snapshot.made)}"
    if snapshot.base is None:
        return f"{told} · never saved in a file"
    changed = " · that file has changed since" if snapshot.base_changed() else ""
    return f"{told} · {snapshot.base}{changed}"
