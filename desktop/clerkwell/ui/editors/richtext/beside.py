"""The reference or footnote mark that the caret or the pointer is at."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from clerkwell.model import Blocks, Footnote, Reference, Run, Text
from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of, to_spot, worded


@dataclass(frozen=True)
class Beside:
    """A reference or a footnote mark, and the spot before it."""

    spot: Spot
    run: Reference | Footnote

    @property
    def selection(self) -> Selection:
        """The mark, selected."""
        return Selection(self.spot, Spot(self.spot.line, self.spot.offset + 1))


def object_beside(blocks: Blocks, selection: Selection) -> Beside | None:
    """The one that is selected, or else the one just before the caret, or just after it."""
    start, end = selection.start, selection.end
    if start.line != end.line or end.offset - start.offset > 1:
        return None
    if start.offset < end.offset:
        return _at(blocks, start)
    before = _at(blocks, Spot(start.line, start.offset - 1)) if start.offset else None
    return before or _at(blocks, start)


def object_under(view: QTextEdit, blocks: Blocks, point: QPoint) -> Beside | None:
    """The one at a point of the viewport."""
    document = view.document()
    near = view.cursorForPosition(point).position()
    for position in (near - 1, near):
        if position < 0 or document.characterAt(position) != OBJECT:
            continue
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        left = view.cursorRect(cursor)
        cursor.setPosition(position + 1)
        right = view.cursorRect(cursor)
        if left.left() <= point.x() <= max(right.left(), left.left() + 1) and left.top() <= point.y() <= left.bottom():
            return _at(blocks, to_spot(document, position))
    return None


def _at(blocks: Blocks, spot: Spot) -> Beside | None:
    """The mark that stands right after a spot."""
    lines = lines_of(blocks)
    own = worded(lines[spot.line]) if spot.line < len(lines) else None
    at = 0
    for run in own.runs if own is not None else ():
        if at == spot.offset and not isinstance(run, Text):
            return Beside(spot, run)
        at += _length(run)
        if at > spot.offset:
            return None
    return None


def _length(run: Run) -> int:
    return len(run.text) if isinstance(run, Text) else 1
