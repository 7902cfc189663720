"""What moves together: a paragraph and the list that it leads in, an item and the items in it."""

from clerkwell.model import Block, Blocks, ListItem, Paragraph
from clerkwell.ui.editors.richtext.outcome import Command, Outcome
from clerkwell.ui.editors.richtext.spots import Selection, Spot, lines_of


def end_of(lines: Blocks, line: int) -> int:
    """The last line of what begins at a line: its list goes with a paragraph, its own items with an item."""
    block, last = lines[line], line
    if isinstance(block, Paragraph | ListItem):
        while last + 1 < len(lines) and _within(lines[last + 1], block):
            last += 1
    return last


def start_of(lines: Blocks, line: int, mover: Block) -> int:
    """The first line of what ends at a line, as something else passes it: among the items of a list an item passes
    one item, and whatever is no item passes the list and its paragraph."""
    first = line
    if isinstance(mover, ListItem):
        while first > 0 and _within(lines[first], mover) and isinstance(lines[first - 1], ListItem):
            first -= 1
        return first
    while first > 0 and isinstance(lines[first], ListItem):
        if isinstance(lines[first - 1], Paragraph):
            return first - 1
        if not isinstance(lines[first - 1], ListItem):
            break
        first -= 1
    return first


def _within(block: Block, over: Paragraph | ListItem) -> bool:
    if not isinstance(block, ListItem):
        return False
    return block.level > over.level if isinstance(over, ListItem) else True


def moved_lines(lines: Blocks, selection: Selection) -> tuple[int, int]:
    """The first and the last of the lines that go along when what is selected is moved."""
    return selection.start.line, end_of(lines, selection.end.line)


def move_lines(by: int) -> Command:
    """Move the selected lines, with what belongs to them, past the neighbour above (-1) or below (+1) as a whole."""

    def move(blocks: Blocks, selection: Selection) -> Outcome | None:
        lines = lines_of(blocks)
        first, last = moved_lines(lines, selection)
        piece = lines[first : last + 1]
        if by < 0:
            if first == 0:
                return None
            above = start_of(lines, first - 1, lines[first])
            done = (*lines[:above], *piece, *lines[above:first], *lines[last + 1 :])
            shift = above - first
        else:
            if last + 1 >= len(lines):
                return None
            # An item goes into the list of the next paragraph, not past it.
            into = isinstance(lines[first], ListItem) and isinstance(lines[last + 1], Paragraph)
            below = last + 1 if into else end_of(lines, last + 1)
            done = (*lines[:first], *lines[last + 1 : below + 1], *piece, *lines[below + 1 :])
            shift = below - last
        anchor, caret = selection.anchor, selection.caret
        moved = Selection(Spot(anchor.line + shift, anchor.offset), Spot(caret.line + shift, caret.offset))
        return Outcome(tuple(done), moved)

    return move
