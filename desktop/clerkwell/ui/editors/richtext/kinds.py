"""What kind of line it is: lists and their levels, sub-headings, quotations, paragraphs with and without a number."""

from collections.abc import Callable

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Quotation, SubHeading, Worded
from clerkwell.model.lists import ordinals
from clerkwell.ui.editors.richtext.formats import Card
from clerkwell.ui.editors.richtext.outcome import Command, Outcome, put
from clerkwell.ui.editors.richtext.spots import Selection, lines_of

_DEEPEST = 2


def outdent(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Take an item one level out, or out of its list; a quotation out of being one."""
    lines = lines_of(blocks)
    block = lines[selection.caret.line]
    if isinstance(block, ListItem) and block.level:
        return each_line(blocks, selection, lambda item: _levelled(item, -1))
    if isinstance(block, ListItem | Quotation | SubHeading):
        return each_line(blocks, selection, as_paragraph)
    return None


def nest(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Tab: one level in. The first item of a list stays, for there is nothing to nest it under."""
    lines = lines_of(blocks)
    first = selection.start.line
    above = lines[first - 1] if first else None
    block = lines[first]
    if isinstance(block, ListItem) and (not isinstance(above, ListItem) or block.level > above.level):
        return None
    return each_line(blocks, selection, lambda item: _levelled(item, +1))


def toggle_list(ordered: bool) -> Command:
    """Make the selected lines a list, bullets or numbers; take them out of it if all of them are in such a one."""

    def toggle(blocks: Blocks, selection: Selection) -> Outcome | None:
        lines = [each for each in _selected(blocks, selection) if not isinstance(each, Card)]
        if all(isinstance(each, ListItem) and each.ordered == ordered for each in lines):
            return each_line(blocks, selection, as_paragraph)
        return each_line(
            blocks,
            selection,
            lambda each: ListItem(
                id=each.id,
                runs=each.runs,
                private=each.private,
                ordered=ordered,
                level=each.level if isinstance(each, ListItem) else 0,
            ),
        )

    return toggle


def toggle_kind(kind: type[SubHeading] | type[Quotation]) -> Command:
    """Make the selected lines sub-headings, or quotations; ordinary paragraphs if all of them are that already."""

    def toggle(blocks: Blocks, selection: Selection) -> Outcome | None:
        lines = [each for each in _selected(blocks, selection) if not isinstance(each, Card)]
        if all(isinstance(each, kind) for each in lines):
            return each_line(blocks, selection, as_paragraph)
        return each_line(blocks, selection, lambda each: kind(id=each.id, runs=each.runs, private=each.private))

    return toggle


def ordinary(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Make the selected lines ordinary paragraphs."""
    return each_line(blocks, selection, as_paragraph)


def toggle_plain(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Take the number off the selected paragraphs; give it back if none of them has one."""
    lines = [each for each in _selected(blocks, selection) if isinstance(each, Paragraph)]
    if not lines:
        return None
    plain = not all(each.plain for each in lines)
    return each_line(
        blocks,
        selection,
        lambda each: each.model_copy(update={"plain": plain}) if isinstance(each, Paragraph) else each,
    )


def toggle_private(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Mark the selected lines as not for publication, tables and pictures too; take the mark off if all have it."""
    lines = lines_of(blocks)
    first, last = selection.start.line, selection.end.line
    chosen = lines[first : last + 1]
    private = not all(each.private for each in chosen)
    changed = tuple(each.model_copy(update={"private": private}) for each in chosen)
    return Outcome(put(lines, first, last + 1, *changed), selection)


def toggle_restart(blocks: Blocks, selection: Selection) -> Outcome | None:
    """Begin a numbered list again at this item, or let it go on from the one before."""
    line = selection.start.line
    item = lines_of(blocks)[line]
    if not isinstance(item, ListItem) or not item.ordered:
        return None
    going_on = item.start is None
    if going_on and ordinals(blocks)[line] == 1:
        return None
    changed = item.model_copy(update={"start": 1 if going_on else None})
    return Outcome(put(blocks, line, line + 1, changed), selection)


def _selected(blocks: Blocks, selection: Selection) -> Blocks:
    return lines_of(blocks)[selection.start.line : selection.end.line + 1]


def each_line(blocks: Blocks, selection: Selection, change: Callable[[Worded], Block]) -> Outcome | None:
    """Change every selected line that has words; None if nothing changes."""
    lines = lines_of(blocks)
    first, last = selection.start.line, selection.end.line
    changed = tuple(block if isinstance(block, Card) else change(block) for block in lines[first : last + 1])
    if changed == lines[first : last + 1]:
        return None
    return Outcome(put(lines, first, last + 1, *changed), selection)


def _levelled(block: Worded, by: int) -> Worded:
    if not isinstance(block, ListItem):
        return block
    return block.model_copy(update={"level": min(max(block.level + by, 0), _DEEPEST)})


def as_paragraph(block: Worded) -> Worded:
    """The line as an ordinary paragraph."""
    return block if isinstance(block, Paragraph) else Paragraph(id=block.id, runs=block.runs, private=block.private)
