"""Where notes stand in a section: a wash behind their words, and a small sheet in the margin beside the line."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from clerkwell.model import Blocks, Place
from clerkwell.ui.editors.richtext.margin import visible_lines
from clerkwell.ui.editors.richtext.spots import from_place, select
from clerkwell.ui.kit.icons import pixmap
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import scaled

SIZE = 16
_GAP = 4


@dataclass(frozen=True)
class NoteMark:
    """A note as the editor shows it: where it stands, and what is said on coming to it."""

    id: str
    place: Place
    said: str


class StandingNote:
    """A note in a document. Its cursor moves with the words while someone types."""

    def __init__(self, mark: NoteMark, cursor: QTextCursor) -> None:
        self.mark = mark
        self.cursor = cursor

    def holds(self, position: int) -> bool:
        """Whether a position is in its words, or in its line where it is about the whole of that."""
        if self.cursor.hasSelection():
            return self.cursor.selectionStart() <= position <= self.cursor.selectionEnd()
        line = self.cursor.block()
        return line.position() <= position < line.position() + line.length()


def standing_notes(
    document: QTextDocument, marks: Iterable[NoteMark], section_id: str, blocks: Blocks
) -> tuple[StandingNote, ...]:
    """The notes of a section that stand on a line of it."""
    found = []
    for mark in marks:
        place = mark.place
        stretch = from_place(blocks, place) if place.section == section_id and place.block else None
        if stretch is not None:
            cursor = QTextCursor(document)
            select(cursor, stretch)
            found.append(StandingNote(mark, cursor))
    return tuple(found)


def washes(notes: Iterable[StandingNote], look: Colours) -> list[QTextEdit.ExtraSelection]:
    """The wash behind the words of each note."""
    done = []
    for note in notes:
        if note.cursor.hasSelection():
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(QColor(look.accent_wash))
            mark.cursor = note.cursor
            mark.format = form
            done.append(mark)
    return done


def paint(view: QTextEdit, painter: QPainter, notes: Iterable[StandingNote], look: Colours) -> None:
    """Paint the sheets in the right margin, one for each line with notes."""
    lines = {note.cursor.block().blockNumber() for note in notes}
    if not lines:
        return
    size = scaled(SIZE)
    drawing = pixmap("note", size, view.devicePixelRatioF(), look.accent, look.base)
    high = QFontMetricsF(view.document().defaultFont()).height()
    right = view.viewport().width() - view.document().rootFrame().frameFormat().rightMargin() + _GAP
    for line, room in visible_lines(view):
        if line.blockNumber() in lines:
            y = room.top() + max(0.0, (high - size) / 2)
            painter.drawPixmap(QPointF(right, y), drawing)
