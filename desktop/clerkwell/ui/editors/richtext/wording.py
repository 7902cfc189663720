"""Changing words: bold and italic, links, and putting a piece of a report in."""

from collections.abc import Callable

from clerkwell.model import Block, Blocks, Paragraph, Run, Text, Worded, canonical
from clerkwell.model.runs import cut
from clerkwell.ui.editors.richtext.formats import Card, marks_of, text_run
from clerkwell.ui.editors.richtext.outcome import Command, Outcome, joined_with, with_runs
from clerkwell.ui.editors.richtext.spots import Selection, Spot, length, lines_of, worded
from clerkwell.ui.editors.richtext.structure import delete, make_room


def toggle_mark(mark: str) -> Command:
    """Put a mark ("b", "i", "^", "_") on the selected words, or take it off if all of them have it."""

    def toggle(blocks: Blocks, selection: Selection) -> Outcome | None:
        if selection.empty:
            return None
        every = all(mark in marks_of(run) for run in selected_runs(blocks, selection) if isinstance(run, Text))
        return _each_run(blocks, selection, lambda run: _marked(run, mark, not every))

    return toggle


def marked(marks: str, mark: str, on: bool) -> str:
    """The marks with one put on or taken off; superscript and subscript exclude each other."""
    rest = "".join(each for each in marks if each != mark and not (mark in "^_" and each in "^_"))
    return rest + mark if on else rest


def _marked(run: Text, mark: str, on: bool) -> Text:
    return text_run(run.text, marked(marks_of(run), mark, on), run.link)


def selected_runs(blocks: Blocks, selection: Selection) -> list[Run]:
    """The runs that are selected, in order."""
    runs: list[Run] = []
    for line, low, high in _stretches(blocks, selection):
        own = worded(lines_of(blocks)[line])
        if own is not None:
            runs.extend(cut(own.runs, low, high))
    return runs


def set_link(address: str) -> Command:
    """Make the selected words a link to an address; "" takes the link off."""

    def put(blocks: Blocks, selection: Selection) -> Outcome | None:
        if selection.empty:
            return None
        return _each_run(blocks, selection, lambda run: run.model_copy(update={"link": address}))

    return put


def link_at(blocks: Blocks, spot: Spot) -> tuple[Selection, str] | None:
    """The link that a spot is in or at the end of, as a whole, with its address."""
    own = worded(lines_of(blocks)[spot.line])
    at, found = 0, None
    for run in own.runs if own is not None else ():
        size = len(run.text) if isinstance(run, Text) else 1
        link = run.link if isinstance(run, Text) else ""
        if found is not None and link == found[2] and at == found[1]:
            found = (found[0], at + size, link)
        elif found is not None and found[0] <= spot.offset <= found[1]:
            break
        else:
            found = (at, at + size, link) if link else None
        at += size
    if found is None or not found[0] <= spot.offset <= found[1]:
        return None
    return Selection(Spot(spot.line, found[0]), Spot(spot.line, found[1])), found[2]


def put_runs(runs: tuple[Run, ...]) -> Command:
    """Put runs in place of the selection, in the line where it begins."""

    def put(blocks: Blocks, selection: Selection) -> Outcome | None:
        return splice(blocks, selection, (Paragraph(runs=runs),))

    return put


def copied(blocks: Blocks, selection: Selection) -> Blocks:
    """The selected piece. Words out of one line are a paragraph, to be put into a line; whole lines keep their kind."""
    lines = lines_of(blocks)
    piece: list[Block] = []
    for line, low, high in _stretches(blocks, selection):
        own = worded(lines[line])
        if own is None:
            if low < high:
                piece.append(lines[line])
        elif selection.start.line == selection.end.line:
            piece.append(Paragraph(runs=cut(own.runs, low, high), private=own.private))
        elif high - low == length(own) and (high or line < selection.end.line):
            piece.append(own)
        elif high or line < selection.end.line:
            piece.append(with_runs(own, cut(own.runs, low, high)).model_copy(update={"id": ""}))
    return tuple(piece)


def splice(blocks: Blocks, selection: Selection, piece: Blocks) -> Outcome | None:
    """Put a piece in place of the selection.

    One paragraph goes into the line. Of several lines the first goes on the line that is there, and the last takes
    the rest of it; into an empty line they come as they are. What goes into a line that is not for publication is not
    either; and a line that takes private words in becomes private.
    """
    if not piece:
        return None
    if not selection.empty:
        outcome = make_room(blocks, selection)
        assert outcome is not None
        blocks, selection = outcome.blocks, outcome.selection
    lines = lines_of(blocks)
    line, offset = selection.caret
    own = worded(lines[line])
    if own is None:
        at = line + (1 if offset else 0)
        return _put_lines(lines, at, at, piece)
    before, after = cut(own.runs, 0, offset), cut(own.runs, offset, length(own))
    if own.private:
        piece = tuple(each.model_copy(update={"private": True}) for each in piece)
    if not own.runs and isinstance(own, Paragraph) and not (len(piece) == 1 and isinstance(piece[0], Paragraph)):
        return _put_lines(lines, line, line + 1, piece)
    return _put_in(lines, line, own, before, after, piece)


def put_apart(blocks: Blocks, selection: Selection, piece: Blocks) -> Outcome | None:
    """Put a piece in as lines of its own, so that no line is parted or joined: above the line whose beginning the caret
    is at, or else below the caret's line; in place of it where it is empty."""
    if not piece:
        return None
    lines = lines_of(blocks)
    line, offset = selection.caret
    own = worded(lines[line])
    if own is not None and own.private:
        piece = tuple(each.model_copy(update={"private": True}) for each in piece)
    if own is not None and not own.runs and isinstance(own, Paragraph):
        return _put_lines(lines, line, line + 1, piece)
    at = line + (1 if offset else 0)
    return _put_lines(lines, at, at, piece)


def _put_in(
    lines: Blocks, line: int, own: Worded, before: tuple[Run, ...], after: tuple[Run, ...], piece: Blocks
) -> Outcome:
    if len(piece) == 1 and not isinstance(piece[0], Card):
        put = joined_with(own, (*before, *piece[0].runs, *after), piece[0])
        at = Selection.at(line, len_runs(before) + length(piece[0]))
        return Outcome((*lines[:line], put, *lines[line + 1 :]), at)
    done: list[Block] = []
    first, last = piece[0], piece[-1]
    if isinstance(first, Card) or not before:
        # Nothing of the line stands before it: its own words, if any, come after and keep its block.
        done.extend([with_runs(own, before)] if before else [])
        done.append(first)
    else:
        done.append(joined_with(own, (*before, *first.runs), first))
    done.extend(piece[1:-1])
    if len(piece) > 1:
        done.append(last)
    end = done[-1]
    caret = Selection.at(line + len(done) - 1, length(end))
    if after:
        rest = own.model_copy(update={"id": own.id if not before else ""})
        if isinstance(end, Card):
            done.append(with_runs(rest, after))
        else:
            keeper = rest if isinstance(end, Paragraph) else end
            private = (end.private and bool(end.runs)) or rest.private
            done[-1] = joined_with(keeper.model_copy(update={"private": private}), (*end.runs, *after))
    return Outcome((*lines[:line], *done, *lines[line + 1 :]), caret)


def _put_lines(lines: Blocks, first: int, last: int, piece: Blocks) -> Outcome:
    end = first + len(piece) - 1
    return Outcome((*lines[:first], *piece, *lines[last:]), Selection.at(end, length(piece[-1])))


def move_piece(blocks: Blocks, selection: Selection, target: Spot) -> Outcome | None:
    """Move what is selected to another spot; None if that is inside it."""
    start, end = selection.start, selection.end
    if selection.empty or start <= target <= end:
        return None
    piece = copied(blocks, selection)
    # The later of the two places first, so that the earlier one still counts.
    if target < start:
        outcome = delete(blocks, selection)
        return splice(outcome.blocks, Selection(target, target), piece) if outcome else None
    put = splice(blocks, Selection(target, target), piece)
    done = delete(put.blocks, selection) if put else None
    if put is None or done is None:
        return None
    caret, left = put.selection.caret, done.selection.caret
    if caret.line == end.line:
        caret = Spot(left.line, left.offset + caret.offset - end.offset)
    else:
        caret = Spot(caret.line - len(put.blocks) + len(done.blocks), caret.offset)
    return Outcome(done.blocks, Selection(caret, caret))


def len_runs(runs: tuple[Run, ...]) -> int:
    """How many code points runs are long."""
    return sum(len(run.text) if isinstance(run, Text) else 1 for run in runs)


def _stretches(blocks: Blocks, selection: Selection) -> list[tuple[int, int, int]]:
    """For every line that a selection touches, the stretch of it that is selected."""
    lines = lines_of(blocks)
    start, end = selection.start, selection.end
    return [
        (
            line,
            start.offset if line == start.line else 0,
            end.offset if line == end.line else length(lines[line]),
        )
        for line in range(start.line, end.line + 1)
    ]


def _each_run(blocks: Blocks, selection: Selection, change: Callable[[Text], Text]) -> Outcome | None:
    lines = list(lines_of(blocks))
    for line, low, high in _stretches(blocks, selection):
        own = worded(lines[line])
        if own is None:
            continue
        inner = tuple(change(run) if isinstance(run, Text) else run for run in cut(own.runs, low, high))
        runs = canonical((*cut(own.runs, 0, low), *inner, *cut(own.runs, high, length(own))))
        if runs != own.runs:
            lines[line] = with_runs(own, runs)
    if tuple(lines) == blocks:
        return None
    return Outcome(tuple(lines), selection)
