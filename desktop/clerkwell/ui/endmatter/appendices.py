"""The page of the appendices."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from clerkwell.model import Appendix, Place
from clerkwell.session import ReportChanged
from clerkwell.ui.endmatter.dialogs import AppendixDialog, AskFile, ask_file
from clerkwell.ui.endmatter.entries import EntryList
from clerkwell.ui.endmatter.leftover import Leftover
from clerkwell.ui.endmatter.listing import (
    EXEMPT,
    STATUSES,
    next_id,
    next_number,
    other_words,
    renumbered,
    say_none,
    say_nothing,
    says_none,
    section_of,
    with_appendices,
)
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.style import GAP_LARGE
from clerkwell.ui.kit.widgets import button, row

# Puts the dialog and waits; None when the user would rather not.
AskAppendix = Callable[[AppendixDialog], Appendix | None]


def ask_appendix(dialog: AppendixDialog) -> Appendix | None:
    """Put the dialog and wait."""
    return dialog.appendix() if dialog.exec() == QDialog.DialogCode.Accepted else None


class AppendicesPage(QWidget):
    """The appendices of one open report: number, title, public status, and the file or the link of each.

    `letter_requested` asks for a letter to be attached as one.
    """

    letter_requested = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        ask: AskAppendix = ask_appendix,
        choose_file: AskFile = ask_file,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self._choose_file = choose_file
        self.entries = EntryList("Appendices", "an appendix", self)
        self.none = QCheckBox("There are &no appendices", self)
        self.leftover = Leftover(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_LARGE)
        for widget in (self.leftover, self.none):
            layout.addWidget(widget)
        layout.addWidget(self.entries, 1)
        self.letter = button("Attach a letter…", self.letter_requested.emit)
        self.letter.setEnabled(not bridge.session.read_only)
        layout.addWidget(row(self.letter, None))
        self.entries.added.connect(self.add)
        self.entries.edited.connect(self.edit)
        self.entries.removed.connect(self.remove)
        self.entries.moved.connect(self.move_to)
        self.none.clicked.connect(self._say_none)
        self.leftover.removal_requested.connect(lambda: self._say_none(False))
        bridge.changed.connect(self._on_changed)
        if bridge.session.read_only:
            self.entries.forbid()
            self.leftover.forbid()
        self._refresh()

    def add(self) -> None:
        """Ask for one more appendix, and put it at the end."""
        appendices = self._appendices
        asked = self._told(Appendix(id=next_id(appendices), number=next_number(appendices), status="public"))
        if asked is not None:
            self._set((*appendices, asked), "Add an appendix")
            self.entries.choose(len(appendices))

    def edit(self, at: int) -> None:
        """Ask for other words about an appendix."""
        appendices = self._appendices
        asked = self._told(appendices[at])
        if asked is not None and asked != appendices[at]:
            self._set((*appendices[:at], asked, *appendices[at + 1 :]), "Change an appendix")

    def remove(self, at: int) -> None:
        """Take an appendix out."""
        appendices = self._appendices
        left = (*appendices[:at], *appendices[at + 1 :])
        self._set_in_order(left, "Remove an appendix", f"Appendix {appendices[at].number} removed.")

    def move_to(self, at: int, to: int) -> None:
        """Put an appendix in another place."""
        appendices = list(self._appendices)
        appendices.insert(to, appendices.pop(at))
        self._set_in_order(tuple(appendices), "Move an appendix", f"Moved: now number {to + 1} of {len(appendices)}.")
        self.entries.choose(to)

    def show_place(self, place: Place) -> None:
        """Choose the appendix that a place names, and put the keyboard on it."""
        ids = [appendix.id for appendix in self._appendices]
        if place.appendix in ids:
            self.entries.choose(ids.index(place.appendix))
        target = self.none if not ids else self.entries.list
        target.setFocus()

    def place_to_note(self) -> Place:
        """The chosen appendix, or the appendices."""
        at = self.entries.list.currentRow()
        there = 0 <= at < len(self._appendices)
        return Place(appendix=self._appendices[at].id) if there else Place(section=self._section)

    @property
    def _appendices(self) -> tuple[Appendix, ...]:
        return self._bridge.session.report.appendices

    @property
    def _section(self) -> str:
        return section_of("appendices", self._bridge.session.pack)

    def _told(self, appendix: Appendix) -> Appendix | None:
        england = self._bridge.session.pack.manifest.pack.nation == "england"
        dialog = AppendixDialog(appendix, self._choose_file, self._keep, england, self)
        try:
            return self._ask(dialog)
        finally:
            dialog.deleteLater()

    def _keep(self, path: Path) -> str | None:
        try:
            data = path.read_bytes()
        except OSError as error:
            self._bridge.messages.notice(f"{path.name} could not be read: {error.strerror}.", "bad")
            return None
        return self._bridge.session.add_attachment(path.name, data)

    def _set_in_order(self, appendices: tuple[Appendix, ...], label: str, said: str) -> None:
        fresh = renumbered(appendices, self._appendices)
        changed = [each for each, old in zip(fresh, appendices, strict=True) if each.number != old.number]
        self._set(fresh, label)
        if changed:
            said += " The others were numbered again: check the words that cite them."
        self._bridge.messages.say(said)

    def _set(self, appendices: tuple[Appendix, ...], label: str) -> None:
        session = self._bridge.session
        session.apply(with_appendices(session.report, session.pack, appendices), label, origin=None)

    def _say_none(self, none: bool) -> None:
        session = self._bridge.session
        edit = say_none(self._section) if none else say_nothing(session.report, self._section)
        label = "Say that there are no appendices" if none else "Take words away"
        session.apply(edit, label, origin=None)

    def _on_changed(self, event: ReportChanged) -> None:
        if event.changes.others & {"appendices", "pack"} or self._section in event.changes.sections:
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        report = session.report
        self.entries.show_entries([_told(appendix) for appendix in report.appendices])
        self.none.setChecked(says_none(report, self._section))
        # Whoever lists some cannot say that there are none.
        self.none.setEnabled(not session.read_only and not report.appendices)
        self.leftover.show_words(other_words(report, self._section))


def _told(appendix: Appendix) -> tuple[str, str]:
    """An appendix as one reads it in the list."""
    status = STATUSES[appendix.status]
    cited = [f"paragraph {number}: {EXEMPT.get(number, 'not a reason')}" for number in appendix.exempt_paragraphs]
    where = appendix.attachment or appendix.link or ("" if appendix.blocks else "nothing attached yet")
    detail = " · ".join(filter(None, (status, ", ".join(cited), where)))
    return f"Appendix {appendix.number} – {appendix.title or 'no title yet'}", detail
