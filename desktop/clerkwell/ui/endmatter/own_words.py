"""An appendix that is written in the report: the editor of its own blocks, and the way back to the list."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clerkwell.model import Appendix, Place, Problem, Reference
from clerkwell.packs import SectionSpec, numbers, outline
from clerkwell.session import ReportChanged
from clerkwell.session.footnotes import count_footnotes
from clerkwell.session.noting import spoken, standing
from clerkwell.ui.editors.cards import Cards
from clerkwell.ui.editors.richtext.actions import draw_icons, make_actions
from clerkwell.ui.editors.richtext.ask_bar import AskBar
from clerkwell.ui.editors.richtext.context_menu import context_menu
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.inserting import inserts
from clerkwell.ui.editors.richtext.note_marks import NoteMark
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.section_foot import SectionFoot
from clerkwell.ui.editors.table_cards import open_cell
from clerkwell.ui.editors.tools import Tools
from clerkwell.ui.editors.tools.table import offer_here, open_here, section_tools
from clerkwell.ui.endmatter.hosting import AppendixHost, inside, outside
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.folding_bar import FoldingBar, menu_button
from clerkwell.ui.kit.remedies import fill_menu
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.widgets import button, row, title
from clerkwell.word.writer.references import Targets, targets

_BAR = (
    ("bold", "italic", "superscript"),
    ("bullets", "numbers", "outdent", "nest"),
    ("subheading", "quotation", "paragraph"),
    ("link",),
    ("private",),
)
_INSERT = ("reference", "link", "footnote", "table", "picture")
_MORE = ("subscript", "restart", "space", "paste-plain", "up", "down", "landscape", "footnotes", "here")
_MISSING = "[no longer here]"
_SPEC = SectionSpec(id="other", title="")


class OwnWords(QWidget):
    """Edits the blocks of one appendix, and follows what else happens to it while it can be seen.

    `left` says that the author wants the list again; `note_requested` asks for a note on what is selected,
    `place_requested` to go to another place of the report.
    """

    left = Signal()
    note_requested = Signal()
    place_requested = Signal(object)

    def __init__(self, bridge: SessionBridge, appendix_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.appendix_id = appendix_id
        self._stale = True
        self._targets = Targets()
        self._problems: dict[int, Problem] = {}
        host = AppendixHost(bridge.session, appendix_id)
        self.editor = SectionEditor(host)
        host.origin = self.editor
        # Before it is put in: Qt tears the chain of the Tab key when the proxy is in the page already.
        self.editor.setReadOnly(bridge.session.read_only)
        self.editor.prompt = "Write this appendix here."
        self.ask_bar = AskBar()
        self.ask_bar.finished.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards = Cards(bridge.session, self.editor, self, bridge.last_folder)
        self.tools = Tools(bridge, appendix_id, self, self.editor, self.ask_bar, self._go_to, lambda: _SPEC)
        more = (
            *(each for each in inserts(self.ask_bar, lambda: _SPEC) if each.id != "nil"),
            *section_tools(self.tools),
            *self.cards.actions(),
        )
        made = make_actions(self, self.editor, more)
        self.actions_by_id: Mapping[str, QAction] = {**make_actions(self, self.editor), **made}
        # An appendix numbers no paragraphs.
        self.actions_by_id["plain"].setEnabled(False)
        self.back_button = button("‹ Bac&k to the appendices", self.left.emit)
        self._title = title("", 1.2)
        self._foot = SectionFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        for widget in (row(self.back_button), self._title, self._bar(), self.editor, self.ask_bar, self._foot):
            column.addWidget(widget, 1 if widget is self.editor else 0)
        column.insertSpacing(1, GAP_SMALL)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.editor.customContextMenuRequested.connect(self._show_menu)
        self.editor.notice.connect(bridge.messages.say)
        self.editor.blocks_changed.connect(lambda: self._foot.count(self.editor.blocks, _SPEC))
        self.editor.followed.connect(lambda: open_here(self.tools))
        bridge.changed.connect(self._follow)
        bridge.problems_changed.connect(self._problems_found)
        self._catch_up()

    @property
    def appendix(self) -> Appendix | None:
        """The appendix as it is now; None where it has been removed."""
        return self._bridge.session.report.appendix(self.appendix_id)

    def show_place(self, place: Place) -> None:
        """Put the caret there, with what the place names selected."""
        self._catch_up()
        self.editor.show_place(inside(place))
        open_cell(self.editor, place, self._bridge.problems)

    def _go_to(self, place: Place) -> None:
        """Go to another place of the report, or back to one here, which the editor names in its own way."""
        self.place_requested.emit(outside(place) if place.section == self.appendix_id else place)

    def place_to_note(self) -> Place:
        """The words that are selected, or the paragraph that the caret is in."""
        place = outside(self.editor.place())
        if not place.block:
            return Place(appendix=self.appendix_id)
        card = isinstance(self.editor.blocks[self.editor.selection().start.line], Card)
        if self.editor.selection().empty or card or place.start == place.end:
            return Place(appendix=self.appendix_id, block=place.block)
        return place

    def in_report(self, shown: Problem) -> Problem:
        """The report's own problem, of which the editor shows this copy."""
        return self._problems.get(id(shown), shown)

    def context_menu(self) -> QMenu:
        """The menu for where the caret is."""
        return context_menu(
            self.editor,
            self.actions_by_id,
            self._offer,
            self.note_requested.emit,
            lambda menu: offer_here(menu, self.tools),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened to the appendix while it could not be seen."""
        self._catch_up()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of the look."""
        if event.type() == QEvent.Type.PaletteChange:
            draw_icons(self.actions_by_id)
        super().changeEvent(event)

    def _bar(self) -> FoldingBar:
        insert, more = QMenu("Insert", self), QMenu("More", self)
        for menu, names in ((insert, _INSERT), (more, _MORE)):
            for name in names:
                menu.addAction(self.actions_by_id[name])
        put_in = menu_button("Insert", insert, "add")
        groups = [[self.actions_by_id[name] for name in group] for group in _BAR]
        return FoldingBar("Looks of the text", groups, (put_in, menu_button("More", more)))

    def _show_menu(self, at: QPoint) -> None:
        self.editor.point_at(at)
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.editor.viewport().mapToGlobal(at))

    def _offer(self, menu: QMenu, problem: Problem) -> None:
        fill_menu(menu, self.in_report(problem), self._bridge, self)

    def _follow(self, changed: ReportChanged) -> None:
        if not self.isVisible():
            self._stale = True
            return
        if changed.origin is not self.editor:
            self.editor.follow(inside(changed.caret) if changed.caret is not None else None)
            self._number()
        elif changed.changes.others != {"appendices"}:
            self._number()
        if "notes" in changed.changes.others:
            self._show_notes()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.editor.follow()
            self._number()
            self._problems_found(self._bridge.session.problems)

    def _number(self) -> None:
        """Show what references and footnotes say, and what the appendix is called."""
        report, pack = self._bridge.session.report, self._bridge.session.pack
        parts = [part for part in outline(report, pack) if part.stands]
        self._targets = targets(report, parts, numbers(report, pack), 0)
        notes = 1 + sum(count_footnotes(part.section.blocks) for part in parts if part.section)
        for each in report.appendices:
            if each.id == self.appendix_id:
                break
            notes += count_footnotes(each.blocks)
        self.editor.set_references(self._words_of, notes)
        appendix = self.appendix
        called = f"Appendix {appendix.number} – {appendix.title}" if appendix else "Appendix"
        self._title.setText(called)
        self.editor.setAccessibleName(called)
        self._foot.count(self.editor.blocks, _SPEC)

    def _words_of(self, reference: Reference) -> str:
        target = self._targets.get(reference.to, reference.target)
        return target.words if target else _MISSING

    def _show_notes(self) -> None:
        report = self._bridge.session.report
        notes = ((note, standing(report, note)) for note in report.notes if not note.resolved)
        self.editor.set_notes(
            NoteMark(note.id, inside(place), spoken(note)) for note, place in notes if place is not None
        )

    def _problems_found(self, problems: tuple[Problem, ...]) -> None:
        if not self.isVisible():
            self._stale = True
            return
        shown = [
            (problem, problem.model_copy(update={"place": inside(problem.place)}))
            for problem in problems
            if problem.place is not None and problem.place.appendix == self.appendix_id
        ]
        # Whatever is done about one is done about the report's own.
        self._problems = {id(copy): problem for problem, copy in shown}
        self.editor.set_problems(tuple(copy for _, copy in shown))
        self._show_notes()
        self._foot.ease(self.editor.blocks)
