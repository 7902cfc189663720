"""The page of one part: its title, whether its author calls it done, what it holds, and the way to its neighbours."""

from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clerkwell.model import Place, SetDetailsDone, SetDone
from clerkwell.session.consulting import LOG
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.endmatter import SinceNotice
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_SMALL, MARGIN
from clerkwell.ui.kit.widgets import announce, button, title, words
from clerkwell.ui.navigator import CHECK, HEADER, TRAY, Entry, State, entry_of
from clerkwell.ui.navigator.wording import done_and_open, not_needed
from clerkwell.ui.shell.at_caret import AtCaret


class _CanBeNoted(Protocol):
    def place_to_note(self) -> Place | None: ...


class PartPage(QWidget):
    """A part's page: its title, whether its author calls it done, what it holds, and the way to its neighbours."""

    previous_requested = Signal()
    next_requested = Signal()
    problems_requested = Signal()

    def __init__(self, bridge: SessionBridge, part_id: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._part_id = part_id
        self._called_done = False
        self.content = content
        self._title = title("")
        whole = "These &details are" if part_id == HEADER else "This &section is"
        self._done = QCheckBox(f"{whole} done")
        self._done.setToolTip("Marks the part as done in the list of parts (Ctrl+Return)")
        self._done.toggled.connect(lambda _: self._set_done())
        self._previous = button("‹ &Previous part", self.previous_requested.emit)
        self._next = button("Ne&xt part ›", self.next_requested.emit)
        self._head = QGridLayout()
        self._head.setColumnStretch(0, 1)
        self._head.addWidget(self._title, 0, 0)
        self._head.addWidget(self._done, 0, 1, Qt.AlignmentFlag.AlignBottom)
        self._open_again = words("", muted=True)
        self._open_again.hide()
        self._head.addWidget(self._open_again, 2, 0, 1, 2)
        self._problems = button("", self.problems_requested.emit)
        self._problems.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._previous)
        foot.addStretch(1)
        foot.addWidget(self._problems)
        foot.addStretch(1)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        column.setSpacing(GAP + GAP_SMALL)
        column.addLayout(self._head)
        self._since = SinceNotice(bridge, part_id, self)
        column.addWidget(self._since)
        column.addWidget(content, 1)
        self.at_caret = AtCaret()
        # Other pages say it beside what it is about.
        self.at_caret.setVisible(isinstance(content, SectionPage))
        column.addWidget(self.at_caret)
        column.addLayout(foot)
        # With what it holds as its focus proxy, Tab would come back to that from the last thing in it, for ever.
        self.setAccessibleName("Page")

    def minimumSizeHint(self) -> QSize:
        """What the widest thing needs that cannot make way for another."""
        ways = self._previous.sizeHint().width() + self._next.sizeHint().width() + GAP
        widest = max(ways, self._title.minimumSizeHint().width(), self.content.minimumSizeHint().width())
        return QSize(widest + 2 * MARGIN, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Say whether the part has changed since somebody cleared it."""
        super().showEvent(event)
        self._since.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the title, what says that the section is done goes under it."""
        super().resizeEvent(event)
        needed = self._title.minimumSizeHint().width() + self._done.sizeHint().width() + GAP + 2 * MARGIN
        place = (0, 1) if event.size().width() >= needed else (1, 0)
        if self._head.getItemPosition(self._head.indexOf(self._done))[:2] != place:  # type: ignore[index]  # a tuple
            edge = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            self._head.addWidget(self._done, *place, edge)

    def show_neighbours(self, before: bool, after: bool) -> None:
        """Offer the way to the parts before and after it, where there are any."""
        self._previous.setEnabled(before)
        self._next.setEnabled(after)

    def refresh(self, heading: str, can_be_done: bool, stands: bool) -> None:
        """Show the part as it is now. Only what `stands` in the document can be called done."""
        self._title.setText(heading)
        self.setAccessibleName(heading)
        session = self._bridge.session
        entry = self._entry() if can_be_done else None
        self._called_done = entry is not None and entry.called_done
        self._done.setVisible(can_be_done)
        self._done.setEnabled(stands and not session.read_only)
        self._done.blockSignals(True)
        # What its author has said holds only while nothing stands in the way.
        self._done.setChecked(entry is not None and entry.state is State.DONE)
        self._done.blockSignals(False)
        told = ""
        if entry is not None and entry.reopened:
            told = done_and_open(entry)
        elif entry is not None and entry.state is State.NOT_NEEDED:
            told = not_needed(entry)
        self._open_again.setVisible(bool(told))
        self._open_again.setText(told)
        self._done.setAccessibleDescription(told)

    def offer_problems(self, count: int | None, *, known: bool = True) -> None:
        """Offer the list of problems, with how many there are if that is `known`; None where the list can be seen."""
        self._problems.setVisible(count is not None)
        if not known:
            self._problems.setText("Pro&blems")
        elif count is not None:
            self._problems.setText("1 pro&blem" if count == 1 else f"{count} pro&blems")

    @property
    def actions_by_id(self) -> Mapping[str, QAction]:
        """What the page offers to be done with what is in it, by id."""
        return getattr(self.content, "actions_by_id", {})

    def place_to_note(self) -> Place | None:
        """The place that a note made now is about; None where there is none to have notes."""
        if hasattr(self.content, "place_to_note"):
            return cast(_CanBeNoted, self.content).place_to_note()
        return Place(section=self._part_id) if self._part_id not in (HEADER, TRAY, CHECK, LOG) else None

    def toggle_done(self) -> None:
        """What the box does, from the keyboard."""
        if self._done.isVisible() and self._done.isEnabled():
            self._done.toggle()

    def _entry(self) -> Entry | None:
        session = self._bridge.session
        return entry_of(self._part_id, session.report, session.pack, self._bridge.problems_now)

    def _set_done(self) -> None:
        entry = self._entry()
        if self._done.isChecked() and entry is not None and entry.state is State.DONE:
            # What had cleared the box was put right a moment ago, and it is ticked before that is checked.
            return
        # A part that was called done and is open again has its box cleared: it is taken back all the same.
        done = not self._called_done
        edit = SetDetailsDone(done=done) if self._part_id == HEADER else SetDone(section=self._part_id, done=done)
        self._bridge.session.apply(edit, label="Mark as done" if done else "Mark as not done")
        if self._open_again.text():
            announce(self._done, self._open_again.text())
