"""A plain-Python account of a section, to hold the editor against: lines of letters with marks, and a few rules."""

from dataclasses import dataclass, replace

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Quotation, SubHeading, Table, Text
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.richtext.formats import marks_of

CARD = "\ufffc"


@dataclass(frozen=True)
class Line:
    """A line as the reference sees it: its kind, the level of an item, and its characters, each with its marks."""

    kind: str
    level: int
    letters: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)


def line_of(block: Block) -> Line:
    """The reference's account of a block."""
    if isinstance(block, Table):
        return Line("card", 0, ((CARD, ""),))
    assert isinstance(block, Paragraph | SubHeading | ListItem | Quotation)
    letters: list[tuple[str, str]] = []
    for run in block.runs:
        if isinstance(run, Text):
            letters += [(letter, "".join(sorted(marks_of(run)))) for letter in run.text]
        else:
            letters.append((CARD, ""))
    level = block.level if isinstance(block, ListItem) else 0
    kind = ("numbers" if block.ordered else "bullets") if isinstance(block, ListItem) else block.kind
    return Line(kind, level, tuple(letters))


def lines_of(blocks: Blocks) -> list[Line]:
    """The reference's account of a section; nothing in it is one empty line."""
    return [line_of(block) for block in blocks] or [Line("paragraph", 0, ())]


def without_selection(mine: list[Line], selection: Selection) -> tuple[list[Line], Spot] | None:
    """The lines with what is selected taken out; None where cards are at its ends, which has rules of its own."""
    start, end = selection.start, selection.end
    lines = list(mine)
    first, last = lines[start.line], lines[end.line]
    if start == end:
        return lines, start
    if "card" in (first.kind, last.kind):
        return None
    head, tail = first.letters[: start.offset], last.letters[end.offset :]
    keeper = last if not head and tail and start.line != end.line else first
    return [*lines[: start.line], replace(keeper, letters=head + tail), *lines[end.line + 1 :]], start


def parted(lines: list[Line], at: Spot) -> list[Line]:
    """What Enter leaves."""
    line = lines[at.line]
    if not line.letters and line.kind in ("bullets", "numbers", "quotation"):
        level = line.level - 1
        left = replace(line, level=level) if level >= 0 and line.kind != "quotation" else Line("paragraph", 0, ())
        return [*lines[: at.line], left, *lines[at.line + 1 :]]
    after = "paragraph" if line.kind == "subheading" else line.kind
    if at.offset == 0 and line.letters:
        both = [Line(after, line.level, ()), line]
    else:
        head = replace(line, letters=line.letters[: at.offset])
        both = [head, Line(after, line.level, line.letters[at.offset :])]
    return [*lines[: at.line], *both, *lines[at.line + 1 :]]


def turned(mine: list[Line], selection: Selection, kind: str) -> list[Line]:
    """The selected lines are of this kind now; ordinary, if all of them were of it. Cards stay."""
    chosen = range(selection.start.line, selection.end.line + 1)
    own = [mine[index] for index in chosen if mine[index].kind != "card"]
    to = "paragraph" if all(line.kind == kind for line in own) else kind
    return [
        replace(line, kind=to, level=line.level if to in ("bullets", "numbers") else 0)
        if index in chosen and line.kind != "card"
        else line
        for index, line in enumerate(mine)
    ]


def remarked(mine: list[Line], selection: Selection, mark: str) -> list[Line]:
    """The selected letters have the mark now; they lose it, if all of them had it."""
    lines, chosen = list(mine), []
    for index in range(selection.start.line, selection.end.line + 1):
        low = selection.start.offset if index == selection.start.line else 0
        high = selection.end.offset if index == selection.end.line else len(lines[index].letters)
        chosen += [(index, at) for at in range(low, high) if lines[index].letters[at][0] != CARD]
    on = not all(mark in lines[index].letters[at][1] for index, at in chosen)
    for index, at in chosen:
        letter, marks = lines[index].letters[at]
        marks = "".join(sorted(set(marks) | {mark} if on else set(marks) - {mark}))
        put = (*lines[index].letters[:at], (letter, marks), *lines[index].letters[at + 1 :])
        lines[index] = replace(lines[index], letters=put)
    return lines
