"""A section's page: the toolbar, the editor, what can be put in, and how many words there are."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from clerkwell.model import Place, Problem, Reference, SetHeading, is_empty
from clerkwell.packs import SectionSpec, numbers, outline, own_spec
from clerkwell.packs.manifest import Wording
from clerkwell.session import ReportChanged
from clerkwell.session.captions import caption_names
from clerkwell.session.empty_ends import tidied
from clerkwell.session.footnotes import count_footnotes
from clerkwell.session.noting import spoken, standing
from clerkwell.ui.editors.cards import Cards
from clerkwell.ui.editors.lead_in import LeadIn, lead_in_of
from clerkwell.ui.editors.richtext.actions import draw_icons, make_actions
from clerkwell.ui.editors.richtext.ask_bar import AskBar
from clerkwell.ui.editors.richtext.context_menu import context_menu
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.hosting import SessionHost, renumbers
from clerkwell.ui.editors.richtext.inserting import inserts, wording_blocks
from clerkwell.ui.editors.richtext.note_marks import NoteMark
from clerkwell.ui.editors.richtext.view import SectionEditor
from clerkwell.ui.editors.section_bar import insert_menu, section_bar
from clerkwell.ui.editors.section_foot import SectionFoot
from clerkwell.ui.editors.table_cards import open_cell
from clerkwell.ui.editors.tools import Tools
from clerkwell.ui.editors.tools.table import offer_here, open_here, section_tools
from clerkwell.ui.editors.tools.wordings import HERE, Offered, put_in
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.kit.remedies import fill_menu
from clerkwell.ui.kit.setting_aside import offer_setting_aside
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.word.writer.references import Targets, targets

MISSING = "[no longer here]"

# Milliseconds after which a section that is gone to has been painted.
_SETTLED = 150


class SectionPage(QWidget):
    """Edits one section of an open report, and follows what else happens to it while it can be seen.

    `note_requested` asks for a note on what is selected, `place_requested` to go to another place of the report.
    """

    note_requested = Signal()
    place_requested = Signal(object)

    def __init__(self, bridge: SessionBridge, section_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._section_id = section_id
        self._stale = True
        self._targets = Targets()
        host = SessionHost(bridge.session, section_id)
        self.editor = SectionEditor(host)
        host.origin = self.editor
        # Before it is put in: Qt tears the chain of the Tab key when the proxy is in the page already.
        self.setFocusProxy(self.editor)
        self.editor.setReadOnly(bridge.session.read_only)
        self.editor.prompt = "Write this section here."
        self.ask_bar = AskBar()
        self.ask_bar.finished.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self._heading = QLineEdit()
        self._heading.setObjectName("section-heading")
        self._heading.setPlaceholderText("Heading of this section")
        self._heading.setAccessibleName("Heading of this section")
        self._heading.textEdited.connect(self._word_heading)
        asked = lead_in_of(section_id, bridge.session.pack)
        self.lead_in = LeadIn(bridge, asked) if asked is not None else None
        self._foot = SectionFoot()
        self.cards = Cards(bridge.session, self.editor, self, bridge.last_folder)
        self.tools = Tools(
            bridge, section_id, self, self.editor, self.ask_bar, self.place_requested.emit, lambda: self.spec
        )
        more = (
            *inserts(self.ask_bar, lambda: self.spec),
            *section_tools(self.tools),
            *self.cards.actions(),
        )
        made = make_actions(self, self.editor, more)
        self.wording_actions: dict[str, QAction] = {}
        self.actions_by_id = {**make_actions(self, self.editor), **made}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        for widget in (
            self._heading,
            section_bar(self, self.actions_by_id, self._insert_menu()),
            self.lead_in,
            self.editor,
            self.ask_bar,
        ):
            if widget is not None:
                column.addWidget(widget, 1 if widget is self.editor else 0)
        column.addWidget(self._foot)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.editor.customContextMenuRequested.connect(self._show_menu)
        self.editor.notice.connect(bridge.messages.say)
        self.editor.blocks_changed.connect(self._after_typing)
        self.editor.followed.connect(lambda: open_here(self.tools))
        bridge.changed.connect(self._follow)
        bridge.problems_changed.connect(self._problems_found)
        self._catch_up()

    @property
    def spec(self) -> SectionSpec:
        """What the pack says of this section."""
        session = self._bridge.session
        section = session.report.section(self._section_id)
        spec = own_spec(section, session.pack) if section else session.pack.section(self._section_id)
        return spec or SectionSpec(id="other", title="")

    @property
    def ease_text(self) -> str:
        """How easy the section is to read; nothing where it has too few words to tell."""
        return self._foot.ease_text

    @property
    def count_text(self) -> str:
        """How many words there are, and how many the council advises."""
        return self._foot.count_text

    def show_place(self, place: Place) -> None:
        """Put the caret there, with what the place names selected."""
        self._catch_up()
        self.editor.show_place(place)
        open_cell(self.editor, place, self._bridge.problems)

    def put_wording(self, wording: Wording) -> None:
        """Put a wording of the pack in where the caret is, with its first gap selected."""
        if not self.editor.isReadOnly():
            put_in(self.tools, Offered(wording.title, wording_blocks(wording.text), HERE))

    def place_to_note(self) -> Place:
        """The words that are selected, or the paragraph that the caret is in."""
        place = self.editor.place()
        if self._bridge.session.report.section(self._section_id) is None or not place.block:
            return Place(section=self._section_id)
        card = isinstance(self.editor.blocks[self.editor.selection().start.line], Card)
        if self.editor.selection().empty or card or place.start == place.end:
            return Place(section=self._section_id, block=place.block)
        return place

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened to the section while it could not be seen."""
        self._catch_up()
        super().showEvent(event)

    def leave(self) -> None:
        """Another part is gone to: take out empty lines that writing left at the end."""
        edit = tidied(self._bridge.session.report, self._section_id)
        if edit is not None and not self.editor.isReadOnly():
            self._bridge.session.tidy(edit)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of the look."""
        if event.type() == QEvent.Type.PaletteChange:
            draw_icons(self.actions_by_id)
        super().changeEvent(event)

    def context_menu(self) -> QMenu:
        """The menu for where the caret is."""
        return context_menu(self.editor, self.actions_by_id, self._offer, self.note_requested.emit, self._offer_here)

    def _show_menu(self, at: QPoint) -> None:
        self.editor.point_at(at)
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.editor.viewport().mapToGlobal(at))

    def _offer(self, menu: QMenu, problem: Problem) -> None:
        fill_menu(menu, problem, self._bridge, self)
        offer_setting_aside(menu, problem, self._bridge, self)

    def _offer_here(self, menu: QMenu) -> None:
        offer_here(menu, self.tools)

    def _follow(self, changed: ReportChanged) -> None:
        if not self.isVisible():
            self._stale = True
            return
        if changed.origin is not self.editor:
            self.editor.follow(changed.caret)
        if renumbers(changed, self._section_id):
            self._number()
        if "notes" in changed.changes.others:
            self._show_notes()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.editor.follow()
            self._number()
            self.editor.set_problems(self._bridge.problems)
            self._show_notes()
            # To tell how easy a long section is to read takes longer than to show it: not before it is there.
            QTimer.singleShot(_SETTLED, self, self._show_ease)

    def _number(self) -> None:
        """Show the numbers that the whole report gives, and what references and footnotes now say."""
        report, pack = self._bridge.session.report, self._bridge.session.pack
        counted = numbers(report, pack)
        parts = [part for part in outline(report, pack) if part.stands]
        self.editor.set_numbers(counted.paragraphs)
        self._targets = targets(report, parts, counted, 0)
        notes = 1
        for part in parts:
            if part.id == self._section_id:
                break
            notes += count_footnotes(part.section.blocks if part.section else ())
        self.editor.set_references(self._words_of, notes)
        self.editor.name_cards(caption_names(parts, self._section_id, self._targets.blocks))
        self._show_heading()

    def _words_of(self, reference: Reference) -> str:
        target = self._targets.get(reference.to, reference.target)
        return target.words if target else MISSING

    def _show_notes(self) -> None:
        report = self._bridge.session.report
        notes = ((note, standing(report, note)) for note in report.notes if not note.resolved)
        self.editor.set_notes(NoteMark(note.id, place, spoken(note)) for note, place in notes if place is not None)

    def _problems_found(self, problems: tuple[Problem, ...]) -> None:
        if self.isVisible():
            self.editor.set_problems(problems)
            self._show_notes()
            # With the checks, once the keys are quiet: nobody needs it on every letter.
            self._show_ease()
        else:
            self._stale = True

    def _show_ease(self) -> None:
        section = self._bridge.session.report.section(self._section_id)
        self._foot.ease(section.blocks if section is not None else ())

    def _after_typing(self) -> None:
        blocks = self.editor.blocks
        self._foot.count(blocks, self.spec)
        nil = self.actions_by_id["nil"]
        nil.setEnabled(self.spec.nil != "no" and is_empty(blocks) and not self.editor.isReadOnly())

    def _show_heading(self) -> None:
        session = self._bridge.session
        section = session.report.section(self._section_id)
        own = section is not None and session.pack.section(self._section_id) is None
        self._heading.setVisible(own)
        if section is not None and self._heading.text() != section.heading:
            self._heading.setText(section.heading)
        name = (section.heading if section else "") or self.spec.title
        self.editor.setAccessibleName(name or "Section")
        self._after_typing()

    def _word_heading(self, heading: str) -> None:
        self._bridge.session.apply(
            SetHeading(section=self._section_id, heading=heading),
            "Heading",
            origin=self._heading,
            merge=f"heading:{self._section_id}",
        )

    def _insert_menu(self) -> QMenu:
        menu = insert_menu(self, self.actions_by_id)
        wordings = self._bridge.session.pack.manifest.wording
        if self.spec.wordings:
            menu.addSection("Standard wordings")
        for each in self.spec.wordings:
            wording = wordings[each]
            action = menu.addAction(wording.title.replace("&", "&&"))
            action.setStatusTip(wording.text)
            action.triggered.connect(lambda _=False, chosen=wording: self.put_wording(chosen))
            self.wording_actions[each] = action
        return menu
