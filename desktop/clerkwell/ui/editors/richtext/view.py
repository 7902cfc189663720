"""The section editor: a view that joins commands, keys, clipboard, dragging and the mouse."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from clerkwell.model import Blocks, Run
from clerkwell.ui.editors.richtext import transfer, wording
from clerkwell.ui.editors.richtext.belonging import end_of
from clerkwell.ui.editors.richtext.beside import object_under
from clerkwell.ui.editors.richtext.binding import Host
from clerkwell.ui.editors.richtext.carrying import PictureKeeper, carry, picture_files
from clerkwell.ui.editors.richtext.clipboard import holds_text, plain_blocks, to_mime
from clerkwell.ui.editors.richtext.dragging import Dragging, move_to
from clerkwell.ui.editors.richtext.formats import Card, char_format, marks_of, run_words, text_run
from clerkwell.ui.editors.richtext.keys import is_for_the_text, is_for_the_window, press, pressed, selection_in_list
from clerkwell.ui.editors.richtext.marked import card_under, keep_from_typing, mark, marked_card
from clerkwell.ui.editors.richtext.outcome import Command, Outcome
from clerkwell.ui.editors.richtext.projection import settled
from clerkwell.ui.editors.richtext.showing import SectionView
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of
from clerkwell.ui.editors.richtext.standing import current_run
from clerkwell.ui.editors.richtext.structure import delete
from clerkwell.ui.kit.style import colours


class SectionEditor(SectionView):
    """Edits one section. `notice` says something in passing; `opened` that the card of this block is to be opened.

    `followed` asks for what the reference at the caret points at, or for the words of the footnote there.
    """

    notice = Signal(str)
    opened = Signal(str)
    followed = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(host, parent)
        self._shortcuts: frozenset[QKeySequence] = frozenset()
        self.pictures: PictureKeeper | None = None
        self._drag = Dragging(self, self)
        # What `form` left, and what was typed before it.
        self._formed: tuple[Outcome, Outcome] | None = None
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setCursorWidth(2)
        self.standing_changed.connect(self._leave_link)

    def run(self, command: Command, label: str, typing: bool = False) -> bool:
        """Run a command on what is selected, as a step of undo, or as part of the typing. Whether it did anything."""
        if self.isReadOnly():
            return False
        self.finish_composing()
        outcome = command(self.blocks, self.selection())
        if outcome is None:
            return False
        blocks = settled(outcome.blocks, self.blocks)
        if blocks != self.blocks:
            self.binding.propose(blocks, label, typing)
        self.select(outcome.selection)
        return True

    def form(self, command: Command, label: str) -> bool:
        """Make what was typed what it is meant for; `take_back` gives it back. Whether it was meant otherwise."""
        typed = Outcome(self.blocks, self.selection())
        done = self.run(command, label)
        self._formed = (Outcome(self.blocks, self.selection()), typed) if done else None
        return done

    def take_back(self) -> bool:
        """Give back what was typed, if nothing has happened since it was made something else; whether that was so."""
        formed, self._formed = self._formed, None
        if formed is None or formed[0].blocks is not self.blocks or formed[0].selection != self.selection():
            return False
        return self.run(lambda _, __: formed[1], "As it was typed")

    @property
    def left_to_window(self) -> frozenset[QKeySequence]:
        """The keys that actions have."""
        return self._shortcuts

    def leave_to_window(self, shortcuts: frozenset[QKeySequence]) -> None:
        """Leave these keys to actions, even where Qt's editor has a use of its own for them."""
        self._shortcuts = shortcuts

    def card_here(self) -> str:
        """The id of the table or picture whose line the caret is in; "" for none."""
        block = lines_of(self.blocks)[self.selection().caret.line]
        return block.id if isinstance(block, Card) else ""

    def keep_pictures(self, keeper: PictureKeeper) -> None:
        """Take pictures that are pasted and dropped, and show those that there are."""
        self.pictures = keeper
        self._card.picture = keeper.picture

    def end_of(self, line: int) -> int:
        """The last line of what goes along when this one is dragged."""
        return end_of(lines_of(self.blocks), line)

    def move_lines(self, first: int, last: int, to: int) -> None:
        """Move lines so that they stand before what is line `to` now: one step of undo."""
        label = "Move paragraph" if first == last else "Move paragraphs"
        if self.run(move_to(first, last, to), label):
            self.notice.emit(f"{label.replace('Move p', 'P')} moved. Undo takes it back.")

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
            self.setCurrentCharFormat(char_format(text_run("", own, ""), block, self.binding.setting.looks))

    def cut_piece(self) -> None:
        """Put what is selected on the clipboard, and take it out."""
        self.copy()
        self.run(delete, "Cut")

    def paste_plain(self) -> None:
        """Put the clipboard's words in, with nothing of their looks."""
        transfer.put(self, plain_blocks(QGuiApplication.clipboard().text()), "Paste as plain text")

    def point_at(self, point: QPoint) -> None:
        """A menu is asked for at this point: what it says is about the card there, or about the words."""
        card = card_under(self, point)
        if card >= 0:
            self.select(Selection(Spot(card, 0), Spot(card, 1)))
        elif self.selection().empty:
            self.setTextCursor(self.cursorForPosition(point))

    def insert_piece(self, piece: Blocks, label: str) -> None:
        """Put blocks in place of the selection."""
        transfer.put(self, piece, label)

    def insert_apart(self, piece: Blocks, label: str) -> None:
        """Put blocks in as lines of their own, where the caret is."""
        self.run(lambda blocks, selection: wording.put_apart(blocks, selection, piece), label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Structure by our commands, words by Qt; while paragraphs are dragged, only Escape."""
        if self._drag.held:
            if event.key() == Qt.Key.Key_Escape:
                self._drag.cancel()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif not press(self, event):
            before = self.selection().caret.line
            super().keyPressEvent(event)
            pressed(self, event, before)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method puts together is not written over a card either."""
        card = marked_card(self.blocks, self.selection())
        if card is not None and (event.commitString() or event.preeditString()):
            keep_from_typing(self, card)
        else:
            super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo, redo and the window's actions are the window's, whatever Qt's editor would make of their keys."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_for_the_window(event, self._shortcuts)
        ):
            event.ignore()
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_for_the_text(event):
            event.setAccepted(not self.isReadOnly())
            return not self.isReadOnly()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """In a list Tab nests; elsewhere it goes on to the next control, so that nobody is caught here."""
        if selection_in_list(self.blocks, self.selection()) and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forward)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What copying and dragging carry."""
        piece = wording.copied(self.blocks, self.selection())
        mime = to_mime(piece, self._said)
        carry(mime, piece, self.pictures)
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text in any form, and pictures; another file is for the window to open."""
        if self.pictures is not None and (picture_files(source) or source.hasImage()):
            return True
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
        if event.button() == Qt.MouseButton.LeftButton and self._drag.press(event.position().toPoint()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        card = card_under(self, event.position().toPoint())
        if card >= 0 and not event.modifiers() and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            mark(self, card)
            return
        super().mousePressEvent(event)
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.button() == Qt.MouseButton.LeftButton:
            self._follow_under(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag paragraphs by the margin; show where that can be begun."""
        point = event.position().toPoint()
        if self._drag.held:
            self._drag.drag(point)
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._drag.hover(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is dragged."""
        if self._drag.held:
            self._drag.drop()
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is at no handle any more."""
        self._drag.hover(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is dragged, over the page."""
        super().paintEvent(event)
        if self._drag.shows:
            painter = QPainter(self.viewport())
            self._drag.paint(painter, QColor(colours(self).accent), QColor(colours(self).muted))
            painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A card is opened; elsewhere a word is selected."""
        line = card_under(self, event.position().toPoint())
        if line >= 0:
            self.opened.emit(self.blocks[line].id)
        elif not self._follow_under(event):
            super().mouseDoubleClickEvent(event)

    def _follow_under(self, event: QMouseEvent) -> bool:
        """Follow the reference or the footnote mark under the pointer; whether there is one."""
        found = object_under(self, self.blocks, event.position().toPoint())
        if found is not None:
            self.select(found.selection)
            self.followed.emit()
        return found is not None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the step of undo that typing makes."""
        self.host.close_step()
        super().focusOutEvent(event)

    def _said(self, run: Run) -> str:
        return run_words(run, self.reference_words)

    def _leave_link(self) -> None:
        """What is typed after a link is not part of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.charFormat().anchorHref():
            return
        caret = self.selection().caret
        link = wording.link_at(self.blocks, caret)
        if link is None or caret in (link[0].start, link[0].end):
            self.type_next(marks_of(current_run(cursor.charFormat())))
