"""Where the caret is: lines and code points, as the model counts, and Qt's positions, which count UTF-16 units."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from clerkwell.model import Block, Blocks, Paragraph, Place, Worded, plain
from clerkwell.model.text import from_utf16, to_utf16
from clerkwell.ui.editors.richtext.formats import Card


class Spot(NamedTuple):
    """A spot between two characters: the line (the block's index) and the code points before it."""

    line: int
    offset: int


@dataclass(frozen=True)
class Selection:
    """From `anchor`, where it began, to `caret`. The two are one spot where nothing is selected."""

    anchor: Spot
    caret: Spot

    @classmethod
    def at(cls, line: int, offset: int) -> "Selection":
        """Nothing selected, the caret here."""
        return cls(Spot(line, offset), Spot(line, offset))

    @property
    def start(self) -> Spot:
        """The earlier end."""
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Spot:
        """The later end."""
        return max(self.anchor, self.caret)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret


def lines_of(blocks: Blocks) -> Blocks:
    """The lines that show these blocks: a section with nothing in it shows one empty line."""
    return blocks or (Paragraph(),)


def text_of(block: Block) -> str:
    """The characters of a block's line; a card is one character."""
    # By its kind, and not its class: every key asks for every line of the section.
    if block.kind == "table" or block.kind == "image" or block.kind == "landscape":
        return "\ufffc"
    return plain(block.runs)


def length(block: Block) -> int:
    """How many code points a block's line has."""
    return len(text_of(block))


def worded(block: Block) -> Worded | None:
    """The block, if it has words of its own."""
    return None if isinstance(block, Card) else block


def to_position(document: QTextDocument, spot: Spot) -> int:
    """Qt's position of a spot; a spot past the end is the end."""
    line = document.findBlockByNumber(min(spot.line, document.blockCount() - 1))
    return line.position() + to_utf16(line.text(), spot.offset)


def to_spot(document: QTextDocument, position: int) -> Spot:
    """The spot at one of Qt's positions."""
    line = document.findBlock(position)
    if not line.isValid():
        line = document.lastBlock()
    return Spot(line.blockNumber(), from_utf16(line.text(), position - line.position()))


def selection_of(cursor: QTextCursor) -> Selection:
    """What a text cursor selects."""
    document = cursor.document()
    caret = to_spot(document, cursor.position())
    return Selection(to_spot(document, cursor.anchor()) if cursor.hasSelection() else caret, caret)


def select(cursor: QTextCursor, selection: Selection) -> None:
    """Make a text cursor select this."""
    document = cursor.document()
    cursor.setPosition(to_position(document, selection.anchor))
    cursor.setPosition(to_position(document, selection.caret), QTextCursor.MoveMode.KeepAnchor)


def to_place(section_id: str, blocks: Blocks, selection: Selection) -> Place:
    """The place of a selection: its block, and the stretch in it (from the start of it, if it goes on further)."""
    lines = lines_of(blocks)
    start, end = selection.start, selection.end
    block = lines[min(start.line, len(lines) - 1)]
    stop = end.offset if end.line == start.line else length(block)
    return Place(section=section_id, block=block.id, start=start.offset, end=stop)


def from_place(blocks: Blocks, place: Place) -> Selection | None:
    """The selection that a place names, or None if its block is not here. No stretch is the start of the block."""
    lines = lines_of(blocks)
    if not place.block:
        return Selection.at(0, 0)
    for index, block in enumerate(lines):
        if block.id == place.block or (block.kind == "landscape" and any(i.id == place.block for i in block.blocks)):
            if isinstance(block, Card):
                return Selection(Spot(index, 0), Spot(index, 1))
            most = length(block)
            start = min(place.start or 0, most)
            end = min(place.end if place.end is not None else start, most)
            return Selection(Spot(index, start), Spot(index, max(start, end)))
    return None


def carried(was: Blocks, now: Blocks, selection: Selection) -> Selection:
    """Where a selection is after somebody else changed the blocks: in the same block, or where that was."""
    lines = lines_of(now)
    place_of = {block.id: index for index, block in enumerate(lines)}

    def moved(spot: Spot) -> Spot:
        before = lines_of(was)[spot.line] if spot.line < len(lines_of(was)) else None
        line = place_of.get(before.id, spot.line) if before is not None else spot.line
        line = min(line, len(lines) - 1)
        return Spot(line, min(spot.offset, length(lines[line])))

    return Selection(moved(selection.anchor), moved(selection.caret))


@contextmanager
def held(cursor_of: Callable[[], QTextCursor], put: Callable[[QTextCursor], None]) -> Iterator[None]:
    """Keep the caret at the same characters while lines are parted or joined: only line ends come and go."""
    cursor = cursor_of()
    anchor, caret = _characters_before(cursor, cursor.anchor()), _characters_before(cursor, cursor.position())
    yield
    cursor = cursor_of()
    cursor.setPosition(_after_characters(cursor.document(), anchor))
    cursor.setPosition(_after_characters(cursor.document(), caret), QTextCursor.MoveMode.KeepAnchor)
    put(cursor)


def _characters_before(cursor: QTextCursor, position: int) -> int:
    return position - cursor.document().findBlock(position).blockNumber()


def _after_characters(document: QTextDocument, count: int) -> int:
    """The last position that has so many characters before it, line ends not counted."""
    line = document.firstBlock()
    while line.next().isValid() and count > line.length() - 1:
        count -= line.length() - 1
        line = line.next()
    return line.position() + min(count, line.length() - 1)
