"""The desk: an open report, with its parts on the left, a page in the middle, guidance and problems on the right."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QSplitter, QVBoxLayout, QWidget

from clerkwell.model import Place
from clerkwell.session.noting import quoted
from clerkwell.ui.editors.guidance import GuidancePane
from clerkwell.ui.endmatter.placing import TrayDrops
from clerkwell.ui.find import FindBar
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.style import scaled
from clerkwell.ui.kit.widgets import focus_first
from clerkwell.ui.navigator import CHECK, HEADER, Entry, PartsList, part_of
from clerkwell.ui.notes import NotesPanel
from clerkwell.ui.preview import Maker, PreviewPane
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.shell.at_rest import AtRest
from clerkwell.ui.shell.beside import Beside
from clerkwell.ui.shell.caret import Caret, place_on
from clerkwell.ui.shell.check_page import CheckPage
from clerkwell.ui.shell.pages import Pages
from clerkwell.ui.shell.previewing import Previewing
from clerkwell.ui.shell.problem_steps import ProblemSteps
from clerkwell.ui.shell.standing import Panes

# Letters across, below which three panes are too many.
_NARROW = 105


class Desk(QWidget):
    """Places the panes and connects them; what is written lives in the session."""

    part_shown = Signal(str)
    export_requested = Signal(str)
    letter_requested = Signal()
    details_requested = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        panes: Panes | None = None,
        author: str = "",
        maker: Callable[[], Maker] | None = None,
        parent: QWidget | None = None,
        *,
        first: str = HEADER,
    ) -> None:
        """`panes` is the room that the user gave to them; `author` is whose name stands under what is set aside.

        `maker` gives what makes the pages of the preview. `first` is the part to begin with, if the report has it: no
        other part's page is made before somebody goes there.
        """
        super().__init__(parent)
        self.bridge = bridge
        bridge.author = author
        self.panes = panes or Panes()
        self.part = ""
        # Panes of the window that the keyboard goes round through as well.
        self.besides: tuple[QWidget, ...] = ()
        # Whether the lists below the guidance are to be seen wherever there is room for them.
        self.lists_wanted = True
        self._narrow = self._side_asked = self._lists_asked = False
        self.parts = PartsList(bridge)
        self.pages = Pages(bridge)
        for view in self.parts.findChildren(QListView):
            TrayDrops(bridge, view)
        self.guidance = GuidancePane(bridge)
        self.problems = ProblemsPanel(bridge, author=author)
        self.notes = NotesPanel(bridge, author=author)
        self.beside = Beside(bridge, self.problems, self.notes)
        self.side = QSplitter(Qt.Orientation.Vertical)
        self.side.addWidget(self.guidance)
        self.side.addWidget(self.beside)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.preview = PreviewPane(bridge, maker)
        self.previewing = Previewing(self.preview, self.across, bridge)
        self.caret = Caret(self.pages, lambda: place_on(self.pages.current(), self.part), bridge)
        self._steps = ProblemSteps(self.problems, self.pages, lambda: place_on(self.pages.current(), self.part))
        self.find_bar = FindBar(bridge)
        self.find_bar.hide()
        middle = QWidget()
        under = QVBoxLayout(middle)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.find_bar)
        under.addWidget(self.pages, 1)
        # The Tab key goes round in the order in which they are put in, and pages are made later, at its end: with the
        # side before the parts it goes from those to the page, and from that to the side.
        for at, pane in ((0, self.side), (1, self.preview), (0, self.parts), (1, middle)):
            self.across.insertWidget(at, pane)
        for splitter in (self.across, self.side):
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(self._panes_moved)
        em = self.fontMetrics().averageCharWidth()
        # So wide that the longest word of a heading has room beside its shape.
        self.parts.setMinimumWidth(em * 21 + scaled(20))
        # Less than the panes ask for together: when there is no room for all, `resizeEvent` chooses among them.
        self.setMinimumWidth(em * 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)

        self.parts.part_requested.connect(self.show_part)
        self.parts.part_entered.connect(self.enter_part)
        self.pages.previous_requested.connect(lambda: self.step_part(-1))
        self.pages.next_requested.connect(lambda: self.step_part(1))
        self.pages.place_requested.connect(self.show_place)
        self.pages.export_requested.connect(self.export_requested)
        self.pages.letter_requested.connect(self.letter_requested)
        self.pages.details_requested.connect(self.details_requested)
        self.pages.turned.connect(lambda: self.part_shown.emit(self.part))
        self.problems.place_requested.connect(self.show_place)
        self.notes.place_requested.connect(self.show_place)
        self.notes.add_requested.connect(self.add_note)
        self.guidance.wording_requested.connect(self.pages.put_wording)
        self.pages.note_requested.connect(self.add_note)
        self.pages.went.connect(self.problems.choose)
        self.pages.problems_requested.connect(self._show_problems)
        self.beside.tabs.tabBarClicked.connect(lambda _: self._show_lists(clicked=True))
        self.beside.tabs.currentChanged.connect(lambda _: self._show_lists(clicked=True))
        self.previewing.changed.connect(self._show_panes)
        AtRest(bridge, self)
        self.caret.moved.connect(self.preview.show_place)
        self.caret.moved.connect(bridge.patience.moved)
        self.caret.moved.connect(self._steps.look)
        bridge.problems_changed.connect(self.caret.look)
        bridge.problems_changed.connect(self._offer_problems)
        self.find_bar.place_requested.connect(self._show_find)
        self.find_bar.closed.connect(self.back_to_work)
        self.parts.refreshed.connect(self._refresh)
        self.preview.follower.made.connect(lambda fresh: self.parts.pages_made(fresh.made.pages))
        self.show_part(first if self.parts.entry(first) is not None else HEADER)

    def show_part(self, part_id: str) -> None:
        """Bring a part up; the focus stays where it is."""
        entry = self.parts.entry(part_id)
        if entry is None:
            return
        self.part = part_id
        self.parts.show_part(part_id)
        page = self.pages.show_part(part_id, entry.title)
        ids = self.parts.part_ids
        page.show_neighbours(part_id != ids[0], part_id != ids[-1])
        self.guidance.show_part(part_id)
        self.problems.show_part(part_id)
        self._show_lists()
        self.caret.look()
        self.part_shown.emit(part_id)

    def _show_lists(self, *, clicked: bool = False) -> None:
        # The page "Check your report" is the list of problems, in full; but who asks for the list gets it there too.
        twice = self.part == CHECK and self.beside.shows(self.problems) and not clicked
        self.beside.setVisible(self.lists_wanted and not twice)
        self._show_panes()

    def enter_part(self, part_id: str) -> None:
        """Bring a part up and put the focus in it."""
        self.show_part(part_id)
        self.pages.enter(part_id)

    def check(self) -> None:
        """Bring up the check page from its top, with the keyboard in it."""
        self.show_part(CHECK)
        cast(CheckPage, self.pages.current().content).show_top()
        self.pages.enter(CHECK)
        cast(CheckPage, self.pages.current().content).verticalScrollBar().setValue(0)

    def show_refusal(self) -> None:
        """Bring up the check page, with the keyboard on the first thing that stands in the way."""
        self.show_part(CHECK)
        cast(CheckPage, self.pages.current().content).show_first()

    def show_place(self, place: Place | None) -> None:
        """Bring up the part that a place is in, with the caret there."""
        part_id = part_of(place)
        if place is None or part_id == CHECK or self.parts.entry(part_id) is None:
            self.enter_part(CHECK)
            return
        self.show_part(part_id)
        entry = self.parts.entry(part_id)
        self.pages.show_place(part_id, entry.title if entry else "", place)

    def step_part(self, by: int) -> None:
        """The next or the previous part; one that the template wants in other reports is passed over."""
        ids = self.parts.part_ids
        at = ids.index(self.part) + by if self.part in ids else 0
        while 0 <= at < len(ids):
            entry = self.parts.entry(ids[at])
            if entry is None or not (entry.left_out or entry.gone):
                self.enter_part(ids[at])
                return
            at += by

    def step_problem(self, by: int) -> None:
        """The next or the previous problem, on from the caret, round and round."""
        self._steps.step(by)

    def add_note(self) -> None:
        """Ask for a note on what is selected, or on the paragraph, question or part that the keyboard is in."""
        place = self.pages.current().place_to_note()
        if place is None:
            self.bridge.messages.say("Go to the words that the note is about, and select them.")
            return
        focus = QApplication.focusWidget()
        if self.notes.add(place, quoted(self.bridge.session.report, place)):
            self.beside.bring_up(self.notes)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_note(self, by: int) -> None:
        """Go to the next or the previous note that is open."""
        self.beside.bring_up(self.notes)
        self.notes.step(by)

    def step_pane(self, by: int) -> None:
        """Move the focus to the next or the previous pane that can be seen, the notice over them included."""
        every = (*self.besides, self.parts, self.pages, self.guidance, self.problems, self.notes, self.preview)
        panes = [pane for pane in every if pane.isVisible() and pane.window() is self.window()]
        focus = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(panes) if focus and (focus is pane or pane.isAncestorOf(focus))), -by)
        target = panes[(at + by) % len(panes)]
        focus_first(self.pages.current().content if target is self.pages else target)

    def toggle_pane(self, pane: QWidget) -> None:
        """Show a pane of the right-hand side, or hide it; the side goes when it has none left."""
        hide = pane.isVisible()
        self._lists_asked = not hide and pane in (self.problems, self.notes)
        if pane is self.problems or pane is self.notes:
            self.lists_wanted = not hide or self._little
            if not hide and self.beside.isVisible():
                self.beside.bring_up(pane)
                return
            self.beside.bring_up(pane)
            pane = self.beside
        # Beside the preview, and in a narrow window, the side takes the place of the parts for as long as it is wanted.
        self._side_asked = not hide
        if hide and pane.isAncestorOf(QApplication.focusWidget() or pane):
            focus_first(self.pages.current().content)
        if not self._little or not hide:
            pane.setVisible(not hide)
        self._show_panes()

    def toggle_preview(self) -> None:
        """Show the look of the report in place of guidance and problems, or those again."""
        self._side_asked = False
        self.previewing.toggle()

    def open_find(self) -> None:
        """Open the bar to find words in the whole report."""
        self.find_bar.open_bar()

    def preview_replacements(self) -> None:
        """Show every replacement before it is made; open the bar where nothing is looked for yet."""
        if self.find_bar.isHidden():
            self.find_bar.open_bar()
        else:
            self.find_bar.preview()

    def step_find(self, by: int) -> None:
        """Go to the next or the previous find; open the bar where nothing is looked for yet."""
        if self.find_bar.isHidden():
            self.find_bar.open_bar()
        elif by > 0:
            self.find_bar.find_next()
        else:
            self.find_bar.find_previous()

    def _show_find(self, place: Place) -> None:
        # The keyboard stays in the bar: Return is to find the next one, not to overwrite what was found.
        focus = QApplication.focusWidget()
        self.show_place(place)
        if focus is not None and self.find_bar.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_work(self) -> None:
        """Put the keyboard back into the page."""
        focus_first(self.pages.current().content)

    def entry(self) -> Entry | None:
        """The part that is up, as the list shows it."""
        return self.parts.entry(self.part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window (a small screen at 200 %) the page comes first: the side waits until it is asked for."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        if narrow != self._narrow:
            self._narrow, self._side_asked = narrow, False
            self._show_panes()
        self._share()

    def _share(self) -> None:
        """Give each pane its room: what the user chose, or what suits most; the page gets what is left."""
        em = self.fontMetrics().averageCharWidth()
        shown: list[QWidget] = [pane for pane in (self.parts, self.pages, self.side) if not pane.isHidden()]
        shown += [self.preview] if self.previewing.is_beside else []
        room = self.width() - (len(shown) - 1) * self.across.handleWidth()
        # Of a small window the page keeps half, so that lines and fields stay long enough to work in; what the user
        # chose in a larger one may take more of it.
        most, chosen = room // 4, room * 2 // 5
        parts = min(self.panes.parts, chosen) if self.panes.parts else min(em * 34, most)
        side = min(self.panes.side, chosen) if self.panes.side else min(em * 44, max(most, em * 36))
        # Whichever of its two is shown: the page is not to change its width from part to part.
        side = max(side, self.guidance.minimumSizeHint().width(), self.beside.minimumSizeHint().width())
        preview = min(self.panes.preview or (room - parts) // 2, (room - parts) * 7 // 10)
        beside = 0 if self.side.isHidden() else side
        beside += preview if self.previewing.is_beside else 0
        left = max(room - beside - (0 if self.parts.isHidden() else parts), 0)
        self.across.setSizes([parts, left, side, preview])
        high = self.side.height()
        # Who has something to put right, or notes to read, knows by now what the part is to say.
        usual = high // 4 if self.beside.shows(self.notes) else high // 3
        # In little room, where the lists were asked for, they come first.
        alone = self._little and self._lists_asked
        guidance = 0 if alone else min(self.panes.guidance or usual, high * 4 // 5)
        self.side.setSizes([guidance, max(high - guidance, 0)])

    def _panes_moved(self) -> None:
        """Keep the room that the user gives to a pane, for this report and the next."""
        parts, _, side, preview = (*self.across.sizes(), 0)[:4]
        now = self.panes
        both = self.guidance.isVisible() and self.beside.isVisible()
        self.panes = Panes(
            parts if self.parts.isVisible() and not self._narrow else now.parts,
            side if self.side.isVisible() and not self._narrow else now.side,
            preview if self.previewing.is_beside and not self._narrow else now.preview,
            self.side.sizes()[0] if both else now.guidance,
        )

    def _show_panes(self) -> None:
        empty = self.guidance.isHidden() and self.beside.isHidden()
        previewed = self.previewing.is_beside
        self.side.setVisible(not empty and (self._side_asked or not self._little))
        asked = self._little and not self.side.isHidden()
        self.parts.setVisible(not asked and not (self._narrow and previewed))
        self._share()
        self._offer_problems()

    @property
    def _little(self) -> bool:
        """Whether there is no room for the side beside everything else."""
        return self._narrow or self.previewing.is_beside

    def _show_problems(self) -> None:
        self.toggle_pane(self.problems)
        self.problems.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_problems(self, _: object = None) -> None:
        seen = self.beside.isVisibleTo(self) and self.beside.shows(self.problems)
        self._steps.offer(self.part, seen=seen, checked=self.bridge.session.problems_revision >= 0)

    def _refresh(self) -> None:
        entry = self.parts.entry(self.part)
        if entry is None:
            self.show_part(HEADER)
        else:
            self.pages.refresh(entry.title)
        self.pages.forget(set(self.parts.part_ids))
