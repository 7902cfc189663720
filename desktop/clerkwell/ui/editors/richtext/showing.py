"""Showing a section: its lines, the margin beside them, the marks under words, and what changes elsewhere."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from clerkwell.model import Blocks, Footnote, Place, Problem, Reference, Severity, plain
from clerkwell.ui.editors.richtext import margin, marks, note_marks
from clerkwell.ui.editors.richtext.beside import object_under
from clerkwell.ui.editors.richtext.binding import Binding, Host
from clerkwell.ui.editors.richtext.card_object import CardObject
from clerkwell.ui.editors.richtext.chosen import paint_chosen
from clerkwell.ui.editors.richtext.formats import Looks, Setting
from clerkwell.ui.editors.richtext.narration import Narrator
from clerkwell.ui.editors.richtext.note_marks import NoteMark, StandingNote
from clerkwell.ui.editors.richtext.objects import InlineObject, register
from clerkwell.ui.editors.richtext.page import lay_out
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
    to_position,
    to_spot,
)
from clerkwell.ui.editors.richtext.standing import Standing, standing
from clerkwell.ui.kit.style import colours

# Words that are written and read all day, against the labels round them.
_LARGER = 1.1


class SectionView(QTextEdit):
    """Shows one section. `standing_changed` says that something else stands at the caret; `blocks_changed` that the
    blocks are others."""

    standing_changed = Signal()
    blocks_changed = Signal()

    def __init__(self, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host = host
        # What an empty section asks for, where the caret stands; Qt would write it beside the page's own margins.
        self.prompt = ""
        self._numbers: Mapping[str, int] = {}
        self._labels: tuple[str, ...] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._notes: tuple[StandingNote, ...] = ()
        self._before = Selection.at(0, 0)
        self._narrator = Narrator(self)
        self._inline, self._card = InlineObject(self), CardObject(self)
        register(self.document(), self._inline, self._card)
        self.document().setDefaultFont(self._page_font())
        self.binding = Binding(
            self.document(),
            host,
            Setting(self._looks(), lambda _: "…"),
            lambda: self._before,
            lambda: held(self.textCursor, self.setTextCursor),
            self,
        )
        self.binding.changed.connect(self._after_change)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._caret_moved)
        self._lay_out()
        self.select(Selection.at(0, 0))

    @property
    def blocks(self) -> Blocks:
        """The blocks shown."""
        return self.binding.blocks

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

    def follow(self, caret: Place | None = None) -> None:
        """Show the section as it is now, after somebody else changed it; `caret` is where the caret belongs."""
        self.finish_composing()
        before, blocks = self.selection(), self.blocks
        written = self.binding.follow()
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
        setting = replace(self.binding.setting, reference_words=words, first_note=first_note)
        self.binding.set_setting(setting, everything=False)

    def name_cards(self, names: Mapping[str, str]) -> None:
        """Call tables and pictures so ("Table 3"), by their blocks' ids."""
        if names != self._card.names:
            self._card.names = names
            with self.binding.quietly():
                self.document().markContentsDirty(0, self.document().characterCount())

    def reference_words(self, reference: Reference) -> str:
        """What a reference says here."""
        return self.binding.setting.reference_words(reference)

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Underline the words that problems are about."""
        self._problems = problems
        self._show_marks()

    def set_notes(self, notes: Iterable[NoteMark]) -> None:
        """Show where these notes stand."""
        self._notes = note_marks.standing_notes(self.document(), notes, self.host.section_id, self.blocks)
        self._show_marks()
        self.viewport().update()

    def notes_at(self, spot: Spot) -> tuple[NoteMark, ...]:
        """The notes whose words a spot is in."""
        position = to_position(self.document(), spot)
        return tuple(note.mark for note in self._notes if note.holds(position))

    def _show_marks(self) -> None:
        look = colours(self)
        found = marks.marked(self._problems, self.host.section_id, self.blocks)
        shades: dict[Severity, str] = {"error": look.error, "warning": look.warning, "info": look.info}
        # The underlines last, so that they are seen on the wash of a note.
        lines = marks.extra_selections(self.document(), found, shades)
        self.setExtraSelections([*note_marks.washes(self._notes, look), *lines])

    def problems_at(self, spot: Spot) -> tuple[Problem, ...]:
        """The problems whose words a spot is in."""
        found = marks.marked(self._problems, self.host.section_id, self.blocks)
        return tuple(problem for problem, stretch in found if stretch.start <= spot <= stretch.end)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours and the text size of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the caret is."""
        super().focusInEvent(event)
        self._tell()

    def viewportEvent(self, event: QEvent) -> bool:
        """A problem's words under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = to_spot(self.document(), self.cursorForPosition(event.pos()).position())
            said = (*self._said_of_object(event.pos()), *self._said_at(spot))
            QToolTip.showText(event.globalPos(), "\n".join(said), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines keep a length that is easy to read."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words by Qt, then objects that are selected, and the numbers and bullets beside the lines."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        if self.prompt:
            margin.paint_prompt(self, painter, self.prompt)
        paint_chosen(self, painter, self._inline, self._card)
        margin.paint(self, painter, self.blocks, self.labels, QColor(colours(self).muted))
        note_marks.paint(self, painter, self._notes, colours(self))
        painter.end()

    def loadResource(self, _type: int, _name: QUrl | str) -> object:  # noqa: N802
        """Nothing is ever loaded: no file and no web address that pasted text may name."""
        return None

    def _page_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        return font

    def _looks(self) -> Looks:
        look = colours(self)
        return Looks.of(self.document().defaultFont(), look.accent, look.muted)

    def _dress(self) -> None:
        font = self._page_font()
        if font != self.document().defaultFont():
            # Qt lays out all of it anew, even for the same one; a look that changes tells of a font several times.
            with self.binding.quietly():
                self.document().setDefaultFont(font)
        looks = self._looks()
        if looks != self.binding.setting.looks:
            self.binding.set_setting(replace(self.binding.setting, looks=looks), everything=True)
            self._lay_out()
            self._show_marks()

    def _lay_out(self) -> None:
        with self.binding.quietly():
            lay_out(self, self.binding.setting.looks.em)

    def finish_composing(self) -> None:
        """Have an input method commit what it is putting together: the line is about to be written."""
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
        if self.binding.busy:
            return
        self._before = self.selection()
        self._tell()
        self.standing_changed.emit()

    def _tell(self) -> None:
        if not self.binding.busy and self.hasFocus():
            caret = self._before.caret
            lines = lines_of(self.blocks)
            line = min(caret.line, len(lines) - 1)
            label = self.labels[line] if line < len(self.labels) else ""
            self._narrator.tell(lines[line], label, self._said_at(caret))

    def _said_of_object(self, point: QPoint) -> tuple[str, ...]:
        """The words of a footnote under the pointer, or how to go where a reference points."""
        found = object_under(self, self.blocks, point)
        if found is None:
            return ()
        if isinstance(found.run, Footnote):
            return (plain(found.run.runs),)
        return ("Ctrl and a click go to what this points at",)

    def _said_at(self, spot: Spot) -> tuple[str, ...]:
        """What problems and notes say about the words at a spot."""
        problems = tuple(marks.sentence(problem) for problem in self.problems_at(spot))
        return (*problems, *(note.said for note in self.notes_at(spot)))
