"""The notes panel: the list, the chosen note with its replies, and what can be done with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from clerkwell.model import Note, Place
from clerkwell.session import ReportChanged
from clerkwell.session.noting import adding, answering, deleting, note_on, resolving, sharing, spoken, standing
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.choices import ChoiceList
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, row, words
from clerkwell.ui.notes.asking import AskNote, ask_note
from clerkwell.ui.notes.wording import in_order, is_cut, items, summary, thread


class NotesPanel(QWidget):
    """The notes of one open report. `place_requested` carries the `Place` to go to; `add_requested` asks for a note
    on the words where the caret is."""

    place_requested = Signal(object)
    add_requested = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        author: str = "",
        ask: AskNote = ask_note,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """`author` is the name that stands under what is written here."""
        super().__init__(parent)
        self._bridge = bridge
        bridge.author = author or bridge.author
        self._ask = ask
        self._now = now
        self._visited = ""
        self.summary = words()
        self.list = _Keys("Notes")
        self.whole = _Whole()
        self.reply = QLineEdit()
        self.reply.setPlaceholderText("Reply")
        self.reply.setAccessibleName("Your reply")
        self.reply_button = button("Rep&ly", self.answer)
        self.go_button = button("Go &to it", self.go_to_current)
        self.resolve_button = button("&Resolve", self.toggle_resolved)
        self.delete_button = button("Delete", self.delete_current)
        self.add_button = button("&Add a note…", self.add_requested.emit)
        self.shared = QCheckBox("Send with drafts")
        self.shared.setToolTip("It goes out as a Word comment in drafts; never in a final document")
        self._below = QWidget()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.summary)
        column.addWidget(self.list, 3)
        column.addWidget(self.whole, 2)
        column.addWidget(self._below)
        column.addWidget(row(self.reply, self.reply_button, stretch_last=True))
        column.addWidget(row(self.go_button, self.resolve_button, self.delete_button))
        column.addWidget(row(self.shared, None, self.add_button))
        self.list.chosen.connect(lambda _: self.go_to_current())
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.delete_wanted.connect(self.delete_current)
        self.reply.returnPressed.connect(self.answer)
        self.shared.clicked.connect(self._share)
        bridge.changed.connect(self._on_changed)
        self.add_button.setEnabled(not bridge.session.read_only)
        self._refresh()

    # Public ---------------------------------------------------------------------------------------------------

    def current(self) -> Note | None:
        """The chosen note."""
        marked = self.list.marked()
        return next((note for note in self._notes if note.id == marked), None)

    def show_note(self, note_id: str) -> None:
        """Choose a note."""
        self.list.mark(note_id)

    def add(self, place: Place, quote: str) -> bool:
        """Ask for a note on words of the report, and keep it. Whether there is one more now."""
        session = self._bridge.session
        where = Whereabouts(session.report, session.pack).words(place)
        asked = self._ask(quote, where, self.window())
        if asked is None:
            return False
        note = note_on(place, quote, asked.text, self._bridge.author, self._now(), shared=asked.shared)
        before = {each.id for each in session.report.notes}
        session.apply(adding(session.report, note), "Add a note")
        fresh = next((each.id for each in session.report.notes if each.id not in before), "")
        self.show_note(fresh)
        sent = "It goes out with drafts." if asked.shared else "It stays in this report."
        self._bridge.messages.say(f"Note added. {sent}")
        return bool(fresh)

    def step(self, by: int) -> None:
        """Choose the next or the previous note that is open, round and round, and go to it."""
        session = self._bridge.session
        ids = [note.id for note in in_order(session.report, session.pack) if not note.resolved]
        if not ids:
            self._bridge.messages.say(self.summary.text())
            return
        marked = self.list.marked()
        at = 0 if by > 0 else -1
        if marked in ids:
            # One that the list chose by itself has not been visited yet.
            at = ids.index(marked) + (by if self._visited == marked else 0)
        self.show_note(ids[at % len(ids)])
        note = self.current()
        if note is not None:
            self._bridge.messages.say(spoken(note))
        self.go_to_current()

    def go_to_current(self) -> None:
        """Ask for the place of the chosen note."""
        note = self.current()
        if note is not None:
            self._visited = note.id
            place = standing(self._bridge.session.report, note)
            if place is None:
                self._bridge.messages.say("The part that this note is about is no longer in the report.")
            else:
                self.place_requested.emit(place)

    def answer(self) -> None:
        """Put the reply that was typed under the chosen note."""
        note, text = self.current(), self.reply.text().strip()
        if note is None or not text or self._bridge.session.read_only:
            return
        session = self._bridge.session
        session.apply(answering(session.report, note.id, text, self._bridge.author, self._now()), "Reply to a note")
        self.reply.clear()
        # The newest stands last: it is to be seen.
        self.whole.moveCursor(QTextCursor.MoveOperation.End)
        # Once the box has the size that it needs with it.
        bar = self.whole.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(bar.maximum()))
        self.reply.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bridge.messages.say("Reply added.")

    def toggle_resolved(self) -> None:
        """Say that the chosen note is settled, or that it is open again."""
        note = self.current()
        if note is not None:
            session = self._bridge.session
            label = "Reopen a note" if note.resolved else "Resolve a note"
            session.apply(resolving(session.report, note.id, not note.resolved), label)
            self._bridge.messages.say("Note open again." if note.resolved else "Note resolved.")

    def delete_current(self) -> None:
        """Take the chosen note out, with its replies."""
        note = self.current()
        if note is None or self._bridge.session.read_only:
            return
        session = self._bridge.session
        session.apply(deleting(session.report, note.id), "Delete a note")
        self._bridge.messages.say("Note deleted. Undo brings it back.")

    # What happens elsewhere -----------------------------------------------------------------------------------

    def _share(self, shared: bool) -> None:
        note = self.current()
        if note is not None:
            session = self._bridge.session
            session.apply(sharing(session.report, note.id, shared), "Send a note" if shared else "Keep a note private")

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._bridge.session.report.notes

    def _on_changed(self, event: ReportChanged) -> None:
        # Where a note stands, and in which order, follows the text; without notes there is nothing to follow.
        if event.changes.others & {"notes", "pack"} or (self._notes and event.changes.order):
            self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        marked, at = self.list.marked(), self.list.currentRow()
        # The list is empty for a moment: what is for a chosen note would go, and the keyboard with it.
        with QSignalBlocker(self.list):
            self.list.show_items(items(session.report, session.pack))
            self.list.mark(marked)
            if marked and self.list.marked() != marked:
                self.list.mark_near(at)
        self.list.setVisible(bool(self._notes))
        self.summary.setText(summary(self._notes))
        # Where there is no list, what is said stands at the top all the same.
        self._column.setStretchFactor(self._below, 0 if self._notes else 1)
        self._below.setVisible(not self._notes)
        self._show_current()

    def _show_current(self) -> None:
        note = self.current()
        may = note is not None and not self._bridge.session.read_only
        # What the list shows in full need not be shown twice.
        text = thread(note) if note and (note.replies or is_cut(note)) else ""
        if self.whole.toPlainText() != text:
            self.whole.setPlainText(text)
        writing = (self.reply, self.reply_button, self.resolve_button, self.delete_button, self.shared)
        everything: tuple[QWidget, ...] = (self.go_button, *writing)
        for widget in everything:
            widget.setVisible(note is not None)
        self.whole.setVisible(bool(text))
        for widget in writing:
            widget.setEnabled(may)
        self.resolve_button.setText("&Reopen" if note and note.resolved else "&Resolve")
        self.shared.setChecked(bool(note and note.shared))


class _Whole(QPlainTextEdit):
    """A note with its replies, to be read and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The note and its replies")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def minimumSizeHint(self) -> QSize:
        """Two lines: what is longer scrolls."""
        return QSize(0, self.fontMetrics().lineSpacing() * 3)

    def sizeHint(self) -> QSize:
        """Four lines."""
        return QSize(0, self.fontMetrics().lineSpacing() * 5)


class _Keys(ChoiceList):
    """Delete deletes; Return goes to the words."""

    delete_wanted = Signal()

    def minimumSizeHint(self) -> QSize:
        """A note and a half."""
        return QSize(0, self.fontMetrics().lineSpacing() * 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)
