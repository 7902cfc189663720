"""A card as a whole: marked by a click or by coming upon it, opened, taken out, and never typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from clerkwell.model import Blocks, Image, Table
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.margin import visible_lines
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of
from clerkwell.ui.editors.richtext.structure import delete

if TYPE_CHECKING:
    from clerkwell.ui.editors.richtext.view import SectionEditor


def name_of(card: Card) -> str:
    """What a card is called in a sentence."""
    return "table" if isinstance(card, Table) else "picture" if isinstance(card, Image) else "landscape page"


def marked_card(blocks: Blocks, selection: Selection) -> Card | None:
    """The card that is selected, and nothing besides."""
    start, end = selection.start, selection.end
    if start.line != end.line or (start.offset, end.offset) != (0, 1):
        return None
    lines = lines_of(blocks)
    block = lines[start.line] if start.line < len(lines) else None
    return block if isinstance(block, Card) else None


def mark(editor: SectionEditor, line: int) -> None:
    """Select the card of a line, and say what can be done with it."""
    editor.select(Selection(Spot(line, 0), Spot(line, 1)))
    card = marked_card(editor.blocks, editor.selection())
    if card is not None and not editor.isReadOnly():
        editor.notice.emit(
            f"The {name_of(card)} is selected. Enter or a double click opens it, Delete takes it out; "
            "the right arrow goes on behind it."
        )


def card_under(editor: SectionEditor, point: QPoint) -> int:
    """The line whose card is at a point of the viewport; -1 for none."""
    blocks = editor.blocks
    for line, room in visible_lines(editor):
        if room.top() <= point.y() <= room.bottom():
            index = line.blockNumber()
            left = room.left() + line.blockFormat().leftMargin()
            inside = index < len(blocks) and isinstance(blocks[index], Card)
            return index if inside and left <= point.x() <= room.right() else -1
    return -1


def come_upon(editor: SectionEditor, before: int) -> None:
    """After the caret has gone up or down from a line: a card that it has come to is marked."""
    selection = editor.selection()
    line = selection.caret.line
    if selection.empty and line != before and isinstance(lines_of(editor.blocks)[line], Card):
        mark(editor, line)


def take_out(editor: SectionEditor, card: Card) -> None:
    """Take the marked card out, as one step of undo, and say so."""
    if editor.run(delete, f"Remove the {name_of(card)}"):
        editor.notice.emit(f"The {name_of(card)} is removed. Undo brings it back.")


def keep_from_typing(editor: SectionEditor, card: Card) -> None:
    """What was typed at a marked card goes nowhere, and its author is told why."""
    editor.notice.emit(
        f"The {name_of(card)} is selected: nothing was typed over it. Enter opens it; the right arrow and Enter begin "
        "a line below it."
    )
