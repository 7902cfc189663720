"""The page of the consultation log: who was asked, what they answered, and what they cleared."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from clerkwell.model import Consultation, Place, SetConsultations
from clerkwell.model.days import full
from clerkwell.packs import parse_date
from clerkwell.packs.sealing import sealable
from clerkwell.session import ReportChanged
from clerkwell.session.clearances import Since, changed, cleared, cleared_again, headline
from clerkwell.session.consulting import is_answered, part_words, still_to_ask
from clerkwell.session.days import day
from clerkwell.ui.endmatter.consulting import ClearanceDialog, ConsultationDialog
from clerkwell.ui.endmatter.entries import EntryList
from clerkwell.ui.endmatter.notice import SHOW
from clerkwell.ui.endmatter.since import show_since
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import button, in_order, row, scrolled, words

# Puts a dialog and waits; whether it was kept.
Put = Callable[[QDialog], bool]


def put(dialog: QDialog) -> bool:
    """Put the dialog and wait."""
    return dialog.exec() == QDialog.DialogCode.Accepted


class ConsultationsPage(QWidget):
    """The consultation log of one open report, with whom the council would have asked, and what was cleared."""

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        put: Put = put,
        show: Callable[..., None] = show_since,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._put, self._show, self._now = put, show, now
        self._since: tuple[Since, ...] = ()
        self.wanted = _Wanted(self)
        self.clear_button = button("Record a &clearance…", self.record)
        self.again_button = button("C&lear again", self.clear_again)
        self.show_button = button(f"&{SHOW}", self.show_changes)
        more = (self.clear_button, self.again_button, self.show_button)
        self.entries = EntryList("Consultation log", "an entry", self, more=more)
        in_order(self.entries.list, *self.entries.ways, *more)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_LARGE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # What a small screen has no room for can be scrolled to.
        outer.addWidget(scrolled(inner))
        hint = words(
            "Who was asked about this report, and what they said. The log stays in the report: it is printed only "
            "where the council’s template has a place for it.",
            muted=True,
        )
        for widget in (hint, self.wanted):
            layout.addWidget(widget)
        layout.addWidget(self.entries, 1)
        self.entries.added.connect(self.add)
        self.entries.edited.connect(self.edit)
        self.entries.removed.connect(self.remove)
        self.entries.moved.connect(self.move_to)
        self.entries.list.currentRowChanged.connect(lambda _: self._enable())
        self.wanted.add_requested.connect(self.add_wanted)
        bridge.changed.connect(self._on_changed)
        if bridge.session.read_only:
            self.entries.forbid()
        self._refresh()

    def add(self) -> None:
        """Ask for one more entry, and put it at the end."""
        asked = self._asked(Consultation(who=""))
        if asked is not None:
            self._set((*self._log, asked), "Add to the consultation log")
            self.entries.choose(len(self._log) - 1)

    def add_wanted(self) -> None:
        """Put everybody in whom the council would have asked, and who is not in the log yet."""
        session = self._bridge.session
        fresh = tuple(Consultation(who=each.who, part=each.part) for each in still_to_ask(session.report, session.pack))
        if fresh:
            self._set((*self._log, *fresh), "Add to the consultation log")
            self.entries.choose(len(self._log) - len(fresh))
            self.entries.list.setFocus()

    def edit(self, at: int) -> None:
        """Ask for other words about an entry."""
        log = self._log
        asked = self._asked(log[at])
        if asked is not None and asked != log[at]:
            self._set((*log[:at], asked, *log[at + 1 :]), "Change the consultation log")

    def remove(self, at: int) -> None:
        """Take an entry out."""
        log = self._log
        self._set((*log[:at], *log[at + 1 :]), "Remove from the consultation log")
        self._bridge.messages.say("Entry removed. Undo brings it back.")

    def move_to(self, at: int, to: int) -> None:
        """Put an entry in another place."""
        log = list(self._log)
        log.insert(to, log.pop(at))
        self._set(tuple(log), "Move in the consultation log")
        self.entries.choose(to)
        self._bridge.messages.say(f"Moved: now number {to + 1} of {len(log)}.")

    def record(self) -> None:
        """Ask who cleared what, and seal its words: into the chosen entry where that waits for an answer."""
        session, log = self._bridge.session, self._log
        at = self.entries.list.currentRow()
        waits = 0 <= at < len(log) and not is_answered(log[at])
        begun = log[at] if waits else Consultation(who="")
        dialog = ClearanceDialog(begun, sealable(session.report, session.pack), self._now(), self._form, self)
        try:
            if not self._put(dialog):
                return
            told = cleared(dialog.entry(), dialog.parts(), session.report, session.pack, dialog.when_cleared())
        finally:
            dialog.deleteLater()
        at = at if waits else len(log)
        self._set((*log[:at], told, *log[at + 1 :]), "Record a clearance")
        self.entries.choose(at)
        self._bridge.messages.say("Clearance recorded: the report says so when its words change.")

    def clear_again(self) -> None:
        """Seal the words of the chosen clearance as they are now."""
        at, session = self.entries.list.currentRow(), self._bridge.session
        if not 0 <= at < len(self._log) or self._log[at].seal is None:
            return
        session.apply(cleared_again(session.report, session.pack, at, self._now()), "Record a clearance", origin=None)
        self._bridge.messages.say(f"{self._log[at].who} cleared it as it is now, {day(self._now())}.")

    def show_changes(self) -> None:
        """Show what changed since the chosen entry cleared it."""
        at, session = self.entries.list.currentRow(), self._bridge.session
        found = [each for each in self._since if each.at == at]
        if found:
            self._show(found, session.report, session.pack, self)

    def show_place(self, _: Place) -> None:
        """Put the keyboard on the log."""
        (self.entries.list if self._log else self.entries.add_button).setFocus()

    def place_to_note(self) -> None:
        """There is none: a note is about what the report says."""

    def showEvent(self, event: QShowEvent) -> None:
        """What was cleared may have changed while this could not be seen."""
        super().showEvent(event)
        self._refresh()

    @property
    def _log(self) -> tuple[Consultation, ...]:
        return self._bridge.session.report.consultations

    @property
    def _form(self) -> str:
        return self._bridge.session.pack.manifest.rules.date_form

    def _asked(self, entry: Consultation) -> Consultation | None:
        session = self._bridge.session
        dialog = ConsultationDialog(entry, sealable(session.report, session.pack), self._form, self)
        try:
            return dialog.entry() if self._put(dialog) else None
        finally:
            dialog.deleteLater()

    def _set(self, log: tuple[Consultation, ...], label: str) -> None:
        self._bridge.session.apply(SetConsultations(entries=log), label, origin=None)

    def _on_changed(self, event: ReportChanged) -> None:
        if self.isVisible() or "consultations" in event.changes.others:
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        report, pack = session.report, session.pack
        self._since = changed(report, pack)
        differing = {each.at for each in self._since}
        self.entries.show_entries(
            [
                (_line(entry, part_words(entry, report, pack)), _detail(entry, at in differing))
                for at, entry in enumerate(report.consultations)
            ]
        )
        self.wanted.show_wanted([(each.who, each.title) for each in still_to_ask(report, pack)], session.read_only)
        self._enable()

    def _enable(self) -> None:
        at, may = self.entries.list.currentRow(), not self._bridge.session.read_only
        sealed = 0 <= at < len(self._log) and self._log[at].seal is not None
        differs = any(each.at == at for each in self._since)
        self.clear_button.setEnabled(may)
        self.again_button.setEnabled(may and sealed and differs)
        self.show_button.setEnabled(differs)


class _Wanted(QFrame):
    """Whom the council would have asked and who is not in the log; hidden where there is nobody."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.label = words()
        self.add_button = button("Add them to the log", lambda: None)
        self.add_requested = self.add_button.clicked
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP)
        layout.addWidget(self.label)
        layout.addWidget(row(self.add_button))
        self.hide()

    def show_wanted(self, wanted: list[tuple[str, str]], read_only: bool) -> None:
        """Show these: who, about which part."""
        told = "; ".join(f"{who}, about “{title}”" for who, title in wanted)
        self.label.setText(f"The council has these asked, and they are not in the log yet: {told}.")
        self.add_button.setVisible(not read_only)
        self.setVisible(bool(wanted))


def _line(entry: Consultation, part: str) -> str:
    """An entry as one reads it first: who, in what role, about what."""
    who = f"{entry.who} ({entry.role})" if entry.role else entry.who
    return f"{who} – {part}" if part else who


def _when(said: str) -> str:
    """A day as people write it, whatever form it was kept in; other words as they are."""
    known = parse_date(said)
    return said if known is None else full(known)


def _detail(entry: Consultation, differs: bool) -> str:
    """What became of it."""
    told = [f"Asked {_when(entry.asked)}" if entry.asked else ""]
    if entry.seal is not None:
        told.append(f"{headline(entry)}: ask again" if differs else f"Cleared {day(entry.seal.when)}, unchanged since")
    elif is_answered(entry):
        told.append(f"Answered {_when(entry.answered)}".strip())
    else:
        told.append("No answer yet")
    answer = " ".join(entry.answer.split())
    return " · ".join(filter(None, told)) + (f"\n{answer}" if answer else "")
