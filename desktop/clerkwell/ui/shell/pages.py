"""The pages in the middle: one for each part, made when it is first looked at."""

from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerkwell.model import Place, SetDetailsDone, SetDone
from clerkwell.packs import outline, own_spec
from clerkwell.packs.manifest import Wording
from clerkwell.session.consulting import LOG
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.endmatter import AppendicesPage, BackgroundPapersPage, SinceNotice, TrayPage
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import GAP, GAP_SMALL, MARGIN
from clerkwell.ui.kit.widgets import announce, button, focus_first, title, words
from clerkwell.ui.navigator import AUTHORS, CHECK, HEADER, TRAY, Entry, State, entry_of
from clerkwell.ui.navigator.wording import done_and_open
from clerkwell.ui.shell.check_page import CheckPage


class _ShowsPlace(Protocol):
    def show_place(self, place: Place) -> None: ...


class _CanBeNoted(Protocol):
    def place_to_note(self) -> Place | None: ...


# How low a page may become, in lines of text, before the window itself has to be higher.
_LINES = 6


class PartPage(QWidget):
    """A part's page: its title, whether its author calls it done, what it holds, and the way to its neighbours."""

    previous_requested = Signal()
    next_requested = Signal()

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
        foot = QHBoxLayout()
        foot.addWidget(self._previous)
        foot.addStretch(1)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        column.setSpacing(GAP + GAP_SMALL)
        column.addLayout(self._head)
        self._since = SinceNotice(bridge, part_id, self)
        column.addWidget(self._since)
        column.addWidget(content, 1)
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
        told = done_and_open(entry) if entry is not None and entry.reopened else ""
        self._open_again.setVisible(bool(told))
        self._open_again.setText(told)
        self._done.setAccessibleDescription(told)

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


class Pages(QStackedWidget):
    """The pages, by part. `header` and `authors` are one page, as both are fields."""

    previous_requested = Signal()
    next_requested = Signal()
    place_requested = Signal(object)
    export_requested = Signal(str)
    note_requested = Signal()
    letter_requested = Signal()
    details_requested = Signal()
    # The page that is up offers other things to be done than before.
    turned = Signal()

    def __init__(self, bridge: SessionBridge, author: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._author = author
        self._pages: dict[str, PartPage] = {}

    def minimumSizeHint(self) -> QSize:
        """What the page that is up needs; one that was up before has no say, and height makes way in a low window."""
        page = self.currentWidget()
        needed = super().minimumSizeHint() if page is None else page.minimumSizeHint()
        return QSize(needed.width(), min(needed.height(), _LINES * self.fontMetrics().lineSpacing()))

    def show_part(self, part_id: str, heading: str) -> PartPage:
        """Bring a part's page up."""
        key = HEADER if part_id == AUTHORS else part_id
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._make(key)
            page.previous_requested.connect(self.previous_requested)
            page.next_requested.connect(self.next_requested)
            self.addWidget(page)
        self._refresh(page, key, heading)
        self._leave_for(page)
        form, fresh = page.content, self.currentWidget() is not page
        self.setCurrentWidget(page)
        self.updateGeometry()
        if fresh and part_id == HEADER and isinstance(form, HeaderForm):
            form.verticalScrollBar().setValue(0)
        if isinstance(form, HeaderForm):
            author = form.row(self._first_author_field(), 0) if part_id == AUTHORS else None
            inner = form.widget()
            if author is not None and inner is not None:
                inner.adjustSize()
                form.ensureWidgetVisible(author, 0, form.viewport().height() - author.height())
        return page

    def enter(self, part_id: str) -> None:
        """Put the keyboard into the page that is up, where this part of it begins."""
        form = self.current().content
        if part_id == AUTHORS and isinstance(form, HeaderForm):
            form.show_field(self._first_author_field(), 0, tell=False)
            return
        if isinstance(form, HeaderForm):
            form.verticalScrollBar().setValue(0)
        focus_first(form)

    def show_place(self, part_id: str, heading: str, place: Place) -> None:
        """Bring a part's page up with the caret at a place in it."""
        page = self.show_part(part_id, heading)
        if isinstance(page.content, HeaderForm):
            page.content.show_field(place.field, place.row)
        elif hasattr(page.content, "show_place"):
            cast(_ShowsPlace, page.content).show_place(place)
        else:
            focus_first(page.content)

    def current(self) -> PartPage:
        """The page that is up."""
        return cast(PartPage, self.currentWidget())

    def put_wording(self, wording: Wording) -> None:
        """Put a standard wording in where the caret of the page that is up is."""
        if isinstance(page := self.current().content, SectionPage):
            page.put_wording(wording)

    def forget(self, part_ids: set[str]) -> None:
        """Drop the pages of parts that the report no longer has."""
        for gone in [key for key in self._pages if key not in part_ids and key != HEADER]:
            page = self._pages.pop(gone)
            self.removeWidget(page)
            page.deleteLater()

    def refresh(self, heading: str) -> None:
        """Show how the part whose page is up stands now."""
        key = next((each for each, page in self._pages.items() if page is self.currentWidget()), "")
        if key:
            self._refresh(self._pages[key], key, heading)

    def _refresh(self, page: PartPage, key: str, heading: str) -> None:
        counts = key not in (TRAY, CHECK, LOG)
        stands = key == HEADER or (counts and self._stands(key))
        page.refresh("Report details" if key == HEADER else heading, counts, stands)

    def _leave_for(self, page: PartPage) -> None:
        before = self.currentWidget()
        if isinstance(before, PartPage) and before is not page and isinstance(before.content, SectionPage):
            before.content.leave()

    def _stands(self, part_id: str) -> bool:
        session = self._bridge.session
        return any(part.stands for part in outline(session.report, session.pack) if part.id == part_id)

    def _first_author_field(self) -> str:
        return self._bridge.session.pack.fields_of(AUTHORS)[0].id

    def _make(self, part_id: str) -> PartPage:
        return PartPage(self._bridge, part_id, self._content(part_id))

    def _content(self, part_id: str) -> QWidget:
        bridge = self._bridge
        match part_id:
            case "header":
                form = HeaderForm(bridge)
                form.details_requested.connect(self.details_requested)
                return form
            case "tray":
                return TrayPage(bridge)
            case "consultation-log":
                from clerkwell.ui.endmatter.consultations import ConsultationsPage

                return ConsultationsPage(bridge)
            case "check":
                check = CheckPage(bridge, self._author)
                check.place_requested.connect(self.place_requested)
                check.export_requested.connect(self.export_requested)
                return check
        section = bridge.session.report.section(part_id)
        spec = own_spec(section, bridge.session.pack) if section else bridge.session.pack.section(part_id)
        match spec.kind if spec else "text":
            case "appendices":
                appendices = AppendicesPage(bridge)
                appendices.letter_requested.connect(self.letter_requested)
                appendices.note_requested.connect(self.note_requested)
                appendices.place_requested.connect(self.place_requested)
                appendices.turned.connect(self.turned)
                return appendices
            case "background-papers":
                return BackgroundPapersPage(bridge)
            case _:
                page = SectionPage(bridge, part_id)
                page.note_requested.connect(self.note_requested)
                page.place_requested.connect(self.place_requested)
                return page
