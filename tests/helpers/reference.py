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


def passed(lines: list[Line], first: int, last: int, by: str) -> list[Line]:
    """Lines moved past their neighbour, each side with what belongs to it: a paragraph has the items under it, an item
    those of a deeper level."""
    families = families_of(lines)
    last = families.get(last, last)
    piece, item = lines[first : last + 1], is_item(lines[first])
    if by == "up":
        if not first:
            return lines
        above = first - 1
        if item:
            while (
                above
                and lines[above].level > lines[first].level
                and is_item(lines[above])
                and is_item(lines[above - 1])
            ):
                above -= 1
        else:
            heads = [head for head, end in families.items() if end == above and not is_item(lines[head])]
            run = next((at for at in range(above, -1, -1) if not is_item(lines[at])), -1) + 1
            above = min(heads, default=min(run, above))
        return [*lines[:above], *piece, *lines[above:first], *lines[last + 1 :]]
    if last + 1 >= len(lines):
        return lines
    below = last + 1 if item and lines[last + 1].kind == "paragraph" else families.get(last + 1, last + 1)
    return [*lines[:first], *lines[last + 1 : below + 1], *piece, *lines[below + 1 :]]


def families_of(lines: list[Line]) -> dict[int, int]:
    """Where each family of lines that begins with a paragraph or an item ends."""
    done = {}
    for at, line in enumerate(lines):
        if line.kind == "paragraph" or is_item(line):
            rest = range(at + 1, len(lines))
            deeper = -1 if line.kind == "paragraph" else line.level
            done[at] = next(
                (each - 1 for each in rest if not is_item(lines[each]) or lines[each].level <= deeper), len(lines) - 1
            )
    return done


def is_item(line: Line) -> bool:
    """Whether a line is one of a list."""
    return line.kind in ("bullets", "numbers")
