"""The section editor: a QTextEdit that joins projection, rendering, commands, keys, clipboard, margin and marks."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from clerkwell.model import Blocks, Place, Problem, Reference, Run, Severity
from clerkwell.ui.editors.richtext import margin, marks, transfer, wording
from clerkwell.ui.editors.richtext.binding import Binding, Host
from clerkwell.ui.editors.richtext.clipboard import holds_text, plain_blocks, to_mime
from clerkwell.ui.editors.richtext.formats import (
    Card,
    Looks,
    Setting,
    char_format,
    marks_of,
    run_words,
    text_run,
)
from clerkwell.ui.editors.richtext.keys import is_for_the_window, press, pressed, selection_in_list
from clerkwell.ui.editors.richtext.narration import Narrator
from clerkwell.ui.editors.richtext.objects import CardObject, InlineObject, register
from clerkwell.ui.editors.richtext.page import lay_out
from clerkwell.ui.editors.richtext.projection import settled
from clerkwell.ui.editors.richtext.spots import (
    Selection,
    Spot,
    carried,
    from_place,
    held,
    lines_of,
    select,
    selection_of,
    to_place,
    to_spot,
)
from clerkwell.ui.editors.richtext.standing import Standing, current_run, standing
from clerkwell.ui.editors.richtext.structure import Command, delete
from clerkwell.ui.kit.style import colours

_POINTS = 11.5


class SectionEditor(QTextEdit):
    """Edits one section. `notice` says something in passing; `standing_changed` that something else stands at the
    caret; `opened` that the card of this block is to be opened; `blocks_changed` that the blocks are others."""

    notice = Signal(str)
    standing_changed = Signal()
    opened = Signal(str)
    blocks_changed = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = host
        self._numbers: Mapping[str, int] = {}
        self._labels: tuple[str, ...] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._shortcuts: frozenset[QKeySequence] = frozenset()
        self._before = Selection.at(0, 0)
        self._narrator = Narrator(self)
        self._inline, self._card = InlineObject(self), CardObject(self)
        register(self.document(), self._inline, self._card)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setCursorWidth(2)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF(), _POINTS))
        self.document().setDefaultFont(font)
        setting = Setting(self._looks(), lambda _: "…")
        self._binding = Binding(
            self.document(),
            host,
            setting,
            lambda: self._before,
            lambda: held(self.textCursor, self.setTextCursor),
            self,
        )
        self._binding.changed.connect(self._after_change)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._caret_moved)
        self._lay_out()
        self.select(Selection.at(0, 0))

    @property
    def blocks(self) -> Blocks:
        """The blocks shown."""
        return self._binding.blocks

    @property
    def labels(self) -> tuple[str, ...]:
        """What the margin shows beside each block."""
        if self._labels is None:
            self._labels = margin.labels(self.blocks, self._numbers)
        return self._labels

    def selection(self) -> Selection:
        """What is selected."""
        return selection_of(self.textCursor())

    def place(self) -> Place:
        """The place of the caret or the selection."""
        return to_place(self.host.section_id, self.blocks, self.selection())

    def standing(self) -> Standing:
        """What stands at the caret: the kind of line and the look of the words."""
        return standing(self.blocks, self.selection(), self.currentCharFormat())

    def select(self, selection: Selection) -> None:
        """Select this, and show it. What was to be typed next is forgotten, as after any move."""
        cursor = QTextCursor(self.document())
        select(cursor, selection)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_place(self, place: Place) -> bool:
        """Select a place and take the focus; False if what it names is not here any more."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        found = from_place(self.blocks, place)
        if found is not None:
            self.select(found)
        return found is not None

    def run(self, command: Command, label: str, typing: bool = False) -> bool:
        """Run a command on what is selected, as a step of undo, or as part of the typing. Whether it did anything."""
        if self.isReadOnly():
            return False
        self._finish_composing()
        outcome = command(self.blocks, self.selection())
        if outcome is None:
            return False
        blocks = settled(outcome.blocks, self.blocks)
        if blocks != self.blocks:
            self._binding.propose(blocks, label, typing)
        self.select(outcome.selection)
        return True

    def follow(self, caret: Place | None = None) -> None:
        """Show the section as it is now, after somebody else changed it; `caret` is where the caret belongs."""
        self._finish_composing()
        before, blocks = self.selection(), self.blocks
        written = self._binding.follow()
        here = caret is not None and caret.section == self.host.section_id
        wanted = from_place(self.blocks, caret) if here and caret is not None else None
        if wanted is not None or written:
            self.select(wanted or carried(blocks, self.blocks, before))

    def set_numbers(self, numbers: Mapping[str, int]) -> None:
        """Show these paragraph numbers, by block id."""
        if numbers != self._numbers:
            self._numbers, self._labels = numbers, None
            self.viewport().update()
            self._tell()

    def set_references(self, words: Callable[[Reference], str], first_note: int = 1) -> None:
        """Show references in these words, and footnotes from this number on."""
        setting = replace(self._binding.setting, reference_words=words, first_note=first_note)
        self._binding.set_setting(setting, everything=False)

    def reference_words(self, reference: Reference) -> str:
        """What a reference says here."""
        return self._binding.setting.reference_words(reference)

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Underline the words that problems are about."""
        self._problems = problems
        look = colours(self)
        found = marks.marked(problems, self.host.section_id, self.blocks)
        shades: dict[Severity, str] = {"error": look.error, "warning": look.warning, "info": look.info}
        self.setExtraSelections(marks.extra_selections(self.document(), found, shades))

    def problems_at(self, spot: Spot) -> tuple[Problem, ...]:
        """The problems whose words a spot is in."""
        found = marks.marked(self._problems, self.host.section_id, self.blocks)
        return tuple(problem for problem, stretch in found if stretch.start <= spot <= stretch.end)

    def set_points(self, points: float) -> None:
        """Show the words at this size."""
        font = QFont(self.document().defaultFont())
        font.setPointSizeF(points)
        with self._binding.quietly():
            self.document().setDefaultFont(font)
        self._dress()

    @property
    def left_to_window(self) -> frozenset[QKeySequence]:
        """The keys that actions have."""
        return self._shortcuts

    def leave_to_window(self, shortcuts: frozenset[QKeySequence]) -> None:
        """Leave these keys to actions, even where Qt's editor has a use of its own for them."""
        self._shortcuts = shortcuts

    def leave(self, forward: bool) -> None:
        """Give the focus to the next control, or the one before."""
        super().focusNextPrevChild(forward)

    def toggle_mark(self, mark: str, label: str) -> None:
        """Put a mark on the selected words, or take it off; with nothing selected, on what is typed next."""
        if not self.run(wording.toggle_mark(mark), label) and self.selection().empty and not self.isReadOnly():
            own = marks_of(current_run(self.currentCharFormat()))
            self.type_next(wording.marked(own, mark, mark not in own))
        self.standing_changed.emit()

    def type_next(self, own: str) -> None:
        """Have what is typed next carry these marks, and no link."""
        block = lines_of(self.blocks)[self.selection().caret.line]
        if not isinstance(block, Card):
            self.setCurrentCharFormat(char_format(text_run("", own, ""), block, self._binding.setting.looks))

    def cut_piece(self) -> None:
        """Put what is selected on the clipboard, and take it out."""
        self.copy()
        self.run(delete, "Cut")

    def paste_plain(self) -> None:
        """Put the clipboard's words in, with nothing of their looks."""
        transfer.put(self, plain_blocks(QGuiApplication.clipboard().text()), "Paste as plain text")

    def insert_piece(self, piece: Blocks, label: str) -> None:
        """Put blocks in place of the selection."""
        transfer.put(self, piece, label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Structure by our commands, words by Qt."""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif not press(self, event):
            super().keyPressEvent(event)
            pressed(self, event)

    def event(self, event: QEvent) -> bool:
        """Undo, redo and the window's actions are the window's, whatever Qt's editor would make of their keys."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_for_the_window(event, self._shortcuts)
        ):
            event.ignore()
            return False
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """In a list Tab nests; elsewhere it goes on to the next control, so that nobody is caught here."""
        if selection_in_list(self.blocks, self.selection()) and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forward)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What copying and dragging carry."""
        return to_mime(wording.copied(self.blocks, self.selection()), self._said)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text in any form; a file is for the window to open."""
        return holds_text(source) and not (source.hasUrls() and not source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: one step of undo, whatever was on the clipboard."""
        transfer.paste(self, source)

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dragged within the section moves; what comes from elsewhere is pasted where it is dropped."""
        # Takes away the caret that Qt shows while something is dragged over.
        self.dragLeaveEvent(QDragLeaveEvent())
        transfer.drop(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click elsewhere ends the step of undo that typing makes."""
        self.host.close_step()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A card is opened; elsewhere a word is selected."""
        line = to_spot(self.document(), self.cursorForPosition(event.position().toPoint()).position()).line
        if line < len(self.blocks) and isinstance(self.blocks[line], Card):
            self.opened.emit(self.blocks[line].id)
            return
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the caret is."""
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the step of undo that typing makes."""
        self.host.close_step()
        super().focusOutEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """A problem's words under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = to_spot(self.document(), self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), "\n".join(map(marks.sentence, self.problems_at(spot))), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines keep a length that is easy to read."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words by Qt, then the numbers and bullets beside them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        margin.paint(self, painter, self.blocks, self.labels, QColor(colours(self).muted))
        painter.end()

    def loadResource(self, _type: int, _name: QUrl | str) -> object:  # noqa: N802
        """Nothing is ever loaded: no file and no web address that pasted text may name."""
        return None

    def _said(self, run: Run) -> str:
        return run_words(run, self.reference_words)

    def _looks(self) -> Looks:
        look = colours(self)
        return Looks.of(self.document().defaultFont(), look.accent, look.muted)

    def _dress(self) -> None:
        self._card.palette = self.palette()
        looks = self._looks()
        if looks != self._binding.setting.looks:
            self._binding.set_setting(replace(self._binding.setting, looks=looks), everything=True)
            self._lay_out()
            self.set_problems(self._problems)

    def _lay_out(self) -> None:
        with self._binding.quietly():
            lay_out(self, self._binding.setting.looks.em)

    def _finish_composing(self) -> None:
        if self.textCursor().block().layout().preeditAreaText():
            QGuiApplication.inputMethod().commit()

    def _after_change(self) -> None:
        self._before = self.selection()
        shown, self._labels = self._labels, None
        if shown != self.labels:
            self.viewport().update()
        self._tell()
        self.standing_changed.emit()
        self.blocks_changed.emit()

    def _caret_moved(self) -> None:
        if self._binding.busy:
            return
        self._before = self.selection()
        self._leave_link()
        self._tell()
        self.standing_changed.emit()

    def _leave_link(self) -> None:
        """What is typed after a link is not part of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.charFormat().anchorHref():
            return
        link = wording.link_at(self.blocks, self._before.caret)
        if link is None or self._before.caret in (link[0].start, link[0].end):
            self.type_next(marks_of(current_run(cursor.charFormat())))

    def _tell(self) -> None:
        if not self._binding.busy and self.hasFocus():
            caret = self._before.caret
            lines = lines_of(self.blocks)
            line = min(caret.line, len(lines) - 1)
            label = self.labels[line] if line < len(self.labels) else ""
            self._narrator.tell(lines[line], label, self.problems_at(caret))
