"""Turning blocks onto pages on their side, for a wide table or picture, and back upright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.model import Block, Blocks, Landscape, Paragraph, Quotation
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.outcome import Outcome
from clerkwell.ui.editors.richtext.spots import Selection, Spot, length, lines_of

if TYPE_CHECKING:
    from clerkwell.ui.editors.richtext.view import SectionEditor

# What it is called in menus, and its keys.
LANDSCAPE = ("Turn onto a &landscape page", "Ctrl+Shift+T")
_UPRIGHT = "Turn back upright"
# More columns than this are narrow on an upright page: about two centimetres each.
MOST_UPRIGHT = 7


def turn(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Put the selected lines onto pages on their side; where one of them is on such pages, put all of it upright."""
    lines = lines_of(blocks)
    first, last = selection.start.line, selection.end.line
    chosen = lines[first : last + 1]
    if any(isinstance(block, Landscape) for block in chosen):
        done = tuple(each for block in chosen for each in _upright(block))
        end = first + max(len(done), 1) - 1
        left = (*lines[:first], *done, *lines[last + 1 :])
        return Outcome(left, Selection(Spot(first, 0), Spot(end, length(lines_of(left)[end]))))
    if not any(isinstance(block, Card) or block.runs for block in chosen):
        return None
    private = all(block.private for block in chosen)
    page = Landscape.model_validate({"blocks": tuple(map(_flat, chosen)), "private": private})
    return Outcome((*lines[:first], page, *lines[last + 1 :]), Selection(Spot(first, 0), Spot(first, 1)))


def turn_over(editor: SectionEditor) -> None:
    """Turn what is selected, or the line that the caret is in."""
    label = turn_label(editor)
    if not editor.run(turn, label) and not editor.isReadOnly():
        editor.notice.emit(
            "There is nothing to turn here: put the caret on a table or a picture, or select paragraphs."
        )


def turn_label(editor: SectionEditor) -> str:
    """What turning would do here."""
    return _UPRIGHT if turned_here(editor) else LANDSCAPE[0].replace("&", "")


def turned_here(editor: SectionEditor) -> bool:
    """Whether what is selected, or the caret, is on a page on its side."""
    selection = editor.selection()
    lines = lines_of(editor.blocks)[selection.start.line : selection.end.line + 1]
    return any(isinstance(block, Landscape) for block in lines)


def _upright(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Landscape):
        return (block,)
    if not block.private:
        return block.blocks
    return tuple(each.model_copy(update={"private": True}) for each in block.blocks)


def _flat(block: Block) -> Block:
    """The block as such a page takes it: a quotation is a paragraph there."""
    if isinstance(block, Quotation):
        return Paragraph(id=block.id, private=block.private, runs=block.runs)
    return block
