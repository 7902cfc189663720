"""The pages in the middle: one for each part, made when it is first looked at."""

from typing import Protocol, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from clerkwell.model import Place
from clerkwell.packs import outline, own_spec
from clerkwell.packs.manifest import Wording
from clerkwell.session.consulting import LOG
from clerkwell.ui.editors.fields import HeaderForm
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.endmatter import AppendicesPage, BackgroundPapersPage, TrayPage
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.widgets import focus_first
from clerkwell.ui.navigator import AUTHORS, CHECK, HEADER, TRAY
from clerkwell.ui.shell.check_page import CheckPage
from clerkwell.ui.shell.part_page import PartPage


class _ShowsPlace(Protocol):
    def show_place(self, place: Place) -> None: ...


# How low a page may become, in lines of text, before the window itself has to be higher.
_LINES = 6


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
    # What the page that checks the report went to, by its key; and that somebody wants to see the list.
    went = Signal(object)
    problems_requested = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
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
            page.problems_requested.connect(self.problems_requested)
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
        page.refresh(heading, counts, stands)

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
                check = CheckPage(bridge, bridge.author)
                check.place_requested.connect(self.place_requested)
                check.export_requested.connect(self.export_requested)
                check.went.connect(self.went)
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
