"""Forms whose parts are boxes with a number before a tab: "1<tab>Title<tab>…" above, "9<tab>BACKGROUND" below."""

from collections.abc import Sequence
from dataclasses import replace

from clerkwell.intake.headings import looks_short
from clerkwell.intake.lines import Line
from clerkwell.model import Runs, Text, canonical, plain

# Fewer of them may be anything, such as rows of a table that count on.
_FEWEST = 3


def unboxed(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines with the numbers of boxes out of their rows, and those numbers as lines of their own.

    The boxes count on from 1 through the whole form, and some head what stands below them after an empty line.
    """
    boxes: list[int] = []
    for index, line in enumerate(lines):
        if _number(line) == str(len(boxes) + 1):
            boxes.append(index)
    heads = {index for index in boxes if _heads(lines[index])}
    if len(heads) < _FEWEST:
        return list(lines), []
    done, numbers = list(lines), []
    for index in boxes:
        number, *rest = lines[index].cells
        if index in heads:
            # The number stays before the words of the heading, as in "9 Background".
            words: Runs = canonical([*number, Text(text=" "), *next(cell for cell in rest if cell)])
            done[index] = replace(lines[index], runs=words, cells=())
        else:
            numbers.append(replace(lines[index], runs=number, cells=()))
            done[index] = replace(lines[index], runs=_together(rest), cells=tuple(rest) if len(rest) > 1 else ())
    return done, numbers


def _number(line: Line) -> str:
    """The number of the box that a line begins; "" for none."""
    first = plain(line.cells[0]).strip() if line.is_row and line.block is None else ""
    return first.removesuffix(".") if len(first) <= _FEWEST and any(line.cells[1:]) else ""


def _heads(line: Line) -> bool:
    filled = [cell for cell in line.cells[1:] if cell]
    alone = replace(line, runs=filled[0], cells=()) if len(filled) == 1 else None
    return alone is not None and line.gap > 0 and looks_short(alone) and alone.text[:1].isupper()


def _together(cells: Sequence[Runs]) -> Runs:
    """The cells' words as one piece."""
    return canonical([run for cell in cells if cell for run in (*cell, Text(text=" "))][:-1])
