"""The page of the appendices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from clerkwell.model import Appendix, Place, Report, is_empty
from clerkwell.rules import cited_at
from clerkwell.session import ReportChanged
from clerkwell.session.whereabouts import CitedWords
from clerkwell.ui.endmatter.dialogs import AppendixDialog, AskAppendix, AskFile, Told, ask_appendix, ask_file
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
from clerkwell.ui.kit.widgets import button, in_order

if TYPE_CHECKING:
    from clerkwell.ui.endmatter.own_words import OwnWords


class AppendicesPage(QWidget):
    """The appendices of one open report: number, title, public status, and the file, the link or the words of each.

    `letter_requested` asks for a letter to be attached as one. While the words of one are being written, their editor
    stands in place of the list: `turned` says that it has come or gone, and `note_requested` and `place_requested` are
    its wishes.
    """

    letter_requested = Signal()
    turned = Signal()
    note_requested = Signal()
    place_requested = Signal(object)

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        ask: AskAppendix = ask_appendix,
        choose_file: AskFile | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self._choose_file = choose_file or partial(ask_file, last=bridge.last_folder)
        self.letter = button("Attach a letter…", self.letter_requested.emit)
        self.letter.setEnabled(not bridge.session.read_only)
        self.write_button = button("Write it here…", self.write)
        self.entries = EntryList("Appendices", "an appendix", self, more=(self.write_button, self.letter))
        self.none = QCheckBox("There are &no appendices", self)
        self.leftover = Leftover(self)
        self.own_words: OwnWords | None = None
        self._shown: Report | None = None
        self._listed = QWidget(self)
        self._sheets = QStackedWidget(self)
        self._sheets.addWidget(self._listed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sheets)
        layout = QVBoxLayout(self._listed)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_LARGE)
        for widget in (self.leftover, self.none):
            layout.addWidget(widget)
        layout.addWidget(self.entries, 1)
        entries = (self.entries.list, *self.entries.ways)
        in_order(self.leftover.remove_button, self.none, *entries, self.write_button, self.letter)
        self.entries.list.currentRowChanged.connect(lambda _: self._enable())
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
            self._set((*appendices, asked.appendix), "Add an appendix")
            self.entries.choose(len(appendices))

            if asked.wants_words:
                self.write()

    def edit(self, at: int) -> None:
        """Ask for other words about an appendix."""
        appendices = self._appendices
        asked = self._told(appendices[at])
        if asked is None:
            return
        if asked.appendix != appendices[at]:
            self._set((*appendices[:at], asked.appendix, *appendices[at + 1 :]), "Change an appendix")
        if asked.wants_words:
            self.entries.choose(at)
            self.write()

    def write(self) -> None:
        """Bring up the editor of the chosen appendix's own words, with the keyboard in it."""
        at = self.entries.list.currentRow()
        if 0 <= at < len(self._appendices):
            self._open(self._appendices[at].id)
            if self.own_words is not None:
                self.own_words.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_words(self) -> None:
        """Go back to the list."""
        gone, self.own_words = self.own_words, None
        if gone is None:
            return
        ids = [appendix.id for appendix in self._appendices]
        self._sheets.setCurrentWidget(self._listed)
        self._sheets.removeWidget(gone)
        gone.deleteLater()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none as well, whatever its types say
        if gone.appendix_id in ids:
            self.entries.choose(ids.index(gone.appendix_id))
        self._refresh()
        self.entries.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

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
        """Choose the appendix that a place names, and put the keyboard on it; into its words, where it names those."""
        ids = [appendix.id for appendix in self._appendices]
        if place.block and place.appendix in ids:
            self._open(place.appendix)
            if self.own_words is not None:
                self.own_words.show_place(place)
            return
        self.close_words()
        if place.appendix in ids:
            self.entries.choose(ids.index(place.appendix))
        target = self.none if not ids else self.entries.list
        target.setFocus()

    def place_to_note(self) -> Place:
        """The words that are being written, the chosen appendix, or the appendices."""
        if self.own_words is not None:
            return self.own_words.place_to_note()
        at = self.entries.list.currentRow()
        there = 0 <= at < len(self._appendices)
        return Place(appendix=self._appendices[at].id) if there else Place(section=self._section)

    @property
    def actions_by_id(self) -> Mapping[str, QAction]:
        """What can be done in the words that are being written."""
        return self.own_words.actions_by_id if self.own_words is not None else {}

    def showEvent(self, event: QShowEvent) -> None:
        """The report may cite others by now."""
        super().showEvent(event)
        if self._bridge.session.report is not self._shown:
            self._refresh()

    def _open(self, appendix_id: str) -> None:
        if self.own_words is not None and self.own_words.appendix_id == appendix_id:
            return
        if self.own_words is not None:
            self.close_words()
        # Not before it is asked for: most reports have no appendix that is written in them.
        from clerkwell.ui.endmatter.own_words import OwnWords

        self.own_words = made = OwnWords(self._bridge, appendix_id, self)
        made.left.connect(self.close_words)
        made.note_requested.connect(self.note_requested)
        made.place_requested.connect(self.place_requested)
        self._sheets.addWidget(made)
        # Made last, it would come after the ways to the parts beside this one.
        stops = [each for each in made.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        in_order(self.letter, *stops)
        self._sheets.setCurrentWidget(made)
        self.setFocusProxy(made.editor)
        self.turned.emit()

    @property
    def _appendices(self) -> tuple[Appendix, ...]:
        return self._bridge.session.report.appendices

    @property
    def _section(self) -> str:
        return section_of("appendices", self._bridge.session.pack)

    def _told(self, appendix: Appendix) -> Told | None:
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
        if self.own_words is not None:
            if self.own_words.appendix is None:
                self.close_words()
            return
        if event.changes.others & {"appendices", "pack"} or self._section in event.changes.sections:
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        report = self._shown = session.report
        cited = cited_at(report, session.pack)
        told = CitedWords(report, session.pack)
        self.entries.show_entries([_told(each, told.words(cited.get(each.id, ()))) for each in report.appendices])
        self.none.setChecked(says_none(report, self._section))
        # Whoever lists some cannot say that there are none.
        self.none.setEnabled(not session.read_only and not report.appendices)
        self.none.setToolTip("There are some: take them off the list first" if report.appendices else "")
        self.leftover.show_words(other_words(report, self._section))
        self._enable()

    def _enable(self) -> None:
        self.write_button.setEnabled(0 <= self.entries.list.currentRow() < len(self._appendices))


def _told(appendix: Appendix, mentioned: str) -> tuple[str, str]:
    """An appendix as one reads it in the list; `mentioned` says where the report sends its reader to it."""
    status = STATUSES[appendix.status]
    cited = [f"paragraph {number}: {EXEMPT.get(number, 'not a reason')}" for number in appendix.exempt_paragraphs]
    written = "" if is_empty(appendix.blocks) else "written here"
    where = ", ".join(filter(None, (appendix.attachment, appendix.link, written))) or "nothing attached or written yet"
    detail = " · ".join(filter(None, (status, ", ".join(cited), where, mentioned)))
    return f"Appendix {appendix.number} – {appendix.title or 'no title yet'}", detail
