"""Cells as plain text, and back without losing the look of what did not change."""

from clerkwell.model import Cell, Runs, Table, Text, plain
from clerkwell.model.runs import replace


def text_of(cell: Cell) -> str:
    """The words of a cell, a line for each paragraph."""
    return "\n".join(plain(runs).replace("\n", " ") for runs in cell.paragraphs)


def with_text(cell: Cell, text: str) -> Cell:
    """The cell with other words: paragraphs that stay keep their runs, those that changed the look round the change."""
    if text == text_of(cell):
        return cell
    lines = text.split("\n")
    if len(lines) == len(cell.paragraphs):
        return Cell(paragraphs=tuple(map(_changed, cell.paragraphs, lines)))
    # Paragraphs came or went: those whose words still stand there keep their look.
    kept = {plain(runs): runs for runs in cell.paragraphs}
    return Cell(paragraphs=tuple(kept.get(line, (Text(text=line),)) for line in lines))


def blank_table(rows: int = 3, columns: int = 3) -> Table:
    """An empty table with one header row."""
    return Table(rows=tuple(tuple(Cell() for _ in range(columns)) for _ in range(rows)))


def from_clipboard(text: str) -> list[list[str]]:
    """The cells that a spreadsheet or Word puts on the clipboard: tabs between cells, line ends between rows."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    width = max(len(row) for row in rows)
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def _changed(runs: Runs, line: str) -> Runs:
    """The runs with the stretch replaced that differs from the line."""
    # A line break inside a paragraph is shown as a space.
    old = plain(runs).replace("\n", " ")
    if old == line:
        return runs
    most = min(len(old), len(line))
    start = 0
    while start < most and old[start] == line[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == line[-1 - end]:
        end += 1
    return replace(runs, start, len(old) - end, line[start : len(line) - end])
