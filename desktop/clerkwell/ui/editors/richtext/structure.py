"""Changing lines: splitting, joining, deleting, moving.

Pure functions from blocks and a selection to blocks and a selection; None where there is nothing to do. Qt does the
plain typing inside a line; whatever touches the structure of a section is one of these or of `kinds`.
"""

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Quotation, Run, SubHeading, Worded
from clerkwell.model.runs import cut
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.kinds import as_paragraph, each_line, outdent
from clerkwell.ui.editors.richtext.outcome import Outcome, joined_with, put, with_runs
from clerkwell.ui.editors.richtext.spots import Selection, Spot, length, lines_of, worded


def fresh(block: Worded, runs: tuple[Run, ...] = ()) -> Worded:
    """The block that follows this one when a line is begun after it: of the same kind, where that goes on.

    What follows words that are not for publication is not either, until somebody says that it is.
    """
    match block:
        case ListItem():
            return ListItem(level=block.level, ordered=block.ordered, runs=runs, private=block.private)
        case Quotation():
            return Quotation(runs=runs, private=block.private)
        case Paragraph():
            return Paragraph(plain=block.plain, runs=runs, private=block.private)
        case SubHeading():
            return Paragraph(runs=runs, private=block.private)


def split(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Enter: begin a new line here. In an empty item or quotation it leaves the list or the quotation instead."""
    if not selection.empty:
        outcome = make_room(blocks, selection)
        assert outcome is not None
        blocks, selection = outcome.blocks, outcome.selection
    lines = lines_of(blocks)
    line, offset = selection.caret
    block = lines[line]
    own = worded(block)
    if own is None:
        if offset == 0:
            return Outcome(put(lines, line, line, Paragraph(private=block.private)), Selection.at(line, 0))
        return Outcome(put(lines, line + 1, line + 1, Paragraph(private=block.private)), Selection.at(line + 1, 0))
    if not own.runs and isinstance(own, ListItem | Quotation):
        return outdent(blocks, selection)
    end = length(own)
    if offset == 0 and own.runs:
        # The words keep their block, and so its id and what refers to it; the new line is the empty one above.
        above = fresh(own)
        below = own
        if isinstance(own, ListItem) and own.start is not None and isinstance(above, ListItem):
            above = above.model_copy(update={"start": own.start})
            below = own.model_copy(update={"start": None})
        return Outcome(put(lines, line, line + 1, above, below), Selection.at(line + 1, 0))
    head, tail = with_runs(own, cut(own.runs, 0, offset)), fresh(own, cut(own.runs, offset, end))
    return Outcome(put(lines, line, line + 1, head, tail), Selection.at(line + 1, 0))


def backspace(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Backspace where it does more than take one character: at the start of a line, or over several lines."""
    if not selection.empty:
        return delete(blocks, selection) if _beyond_one_line(blocks, selection) else None
    lines = lines_of(blocks)
    line, offset = selection.caret
    block = lines[line]
    if isinstance(block, Card) and offset == 1:
        return Outcome(blocks, Selection(Spot(line, 0), Spot(line, 1)))
    if offset:
        return None
    if isinstance(block, ListItem | Quotation):
        return each_line(blocks, selection, as_paragraph)
    if line == 0:
        return each_line(blocks, selection, as_paragraph) if isinstance(block, SubHeading) else None
    return _join(lines, line)


def delete_forward(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Delete where it does more than take one character: at the end of a line, or over several lines."""
    if not selection.empty:
        return backspace(blocks, selection)
    lines = lines_of(blocks)
    line, offset = selection.caret
    if isinstance(lines[line], Card) and offset == 0:
        return Outcome(blocks, Selection(Spot(line, 0), Spot(line, 1)))
    if offset < length(lines[line]) or line + 1 >= len(lines):
        return None
    return _join(lines, line + 1)


def _join(lines: Blocks, line: int) -> Outcome:
    """Join a line to the one above it. A card is selected first, so that it is not lost by one key."""
    above, below = lines[line - 1], lines[line]
    if isinstance(above, Card) or isinstance(below, Card):
        if not isinstance(above, Card) and not above.runs:
            return Outcome(put(lines, line - 1, line), Selection.at(line - 1, 0))
        if not isinstance(below, Card) and not below.runs:
            return Outcome(put(lines, line, line + 1), Selection.at(line - 1, length(above)))
        at = line - 1 if isinstance(above, Card) else line
        return Outcome(lines, Selection(Spot(at, 0), Spot(at, 1)))
    if not above.runs:
        return Outcome(put(lines, line - 1, line), Selection.at(line - 1, 0))
    joined = joined_with(above, (*above.runs, *below.runs), below)
    return Outcome(put(lines, line - 1, line + 1, joined), Selection.at(line - 1, length(above)))


def delete(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Take out what is selected. What is left of its first and last line becomes one line; a card leaves none."""
    outcome = make_room(blocks, selection)
    if outcome is None:
        return None
    lines, line = outcome.blocks, outcome.selection.caret.line
    if lines[line] != Paragraph() or lines[line].id or len(lines) == 1:
        return outcome
    rest = put(lines, line, line + 1)
    return Outcome(rest, Selection.at(line, 0) if line < len(rest) else Selection.at(line - 1, length(rest[-1])))


def make_room(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Take out what is selected, and leave a line where something else can be put."""
    if selection.empty:
        return None
    lines = lines_of(blocks)
    start, end = selection.start, selection.end
    first, last = lines[start.line], lines[end.line]
    head, tail = _before(first, start.offset), _after(last, end.offset)
    if isinstance(head, Card) or isinstance(tail, Card):
        left: tuple[Block, ...] = tuple(
            each for each in (head, tail) if each is not None and (isinstance(each, Card) or each.runs)
        )
        left = left or (Paragraph(),)
        done = put(lines, start.line, end.line + 1, *left)
        where = (start.line, length(left[0])) if left[0] is head else (start.line, 0)
        return Outcome(done, Selection.at(*where))
    if head is not None and tail is not None:
        # The words that stay decide: a line of which nothing is left does not give its kind to the next one.
        keeper = tail if not head.runs and tail.runs and start.line != end.line else head
        joined = joined_with(keeper, (*head.runs, *tail.runs), head, tail)
    else:
        joined = head or tail or Paragraph()
    return Outcome(
        put(lines, start.line, end.line + 1, joined), Selection.at(start.line, min(start.offset, length(joined)))
    )


def _before(block: Block, offset: int) -> Block | None:
    """What of a line stands before an offset; None where it is a card that stands after it."""
    own = worded(block)
    if own is None:
        return block if offset else None
    return with_runs(own, cut(own.runs, 0, offset))


def _after(block: Block, offset: int) -> Block | None:
    own = worded(block)
    if own is None:
        return None if offset else block
    return with_runs(own, cut(own.runs, offset, length(own)))


def _beyond_one_line(blocks: Blocks, selection: Selection) -> bool:
    lines = lines_of(blocks)
    return selection.start.line != selection.end.line or isinstance(lines[selection.start.line], Card)
