"""Data tables (ECMA-376 part 1, 17.4): a grid that fits the page, header rows that repeat, rows that do not split.

The widths are fixed (17.4.53): Word then lays a table of 2,000 cells out without measuring each, and the page is the
same on every machine.
"""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from clerkwell.model import Alignment, Cell, Runs, Table, Text, plain
from clerkwell.word.writer.comments import Remarks
from clerkwell.word.writer.widths import MARGINS, Fit, Measure, fit, measure
from clerkwell.word.writer.words import PLAIN, Base, Needs, words

# A fill and the words' colour on it: contrast 7 to 1 or better (WCAG 2.1, 1.4.6), and the word stays.
RAG = {"red": ("B00020", "FFFFFF"), "amber": ("FFC000", "000000"), "green": ("005A30", "FFFFFF")}

# A row of more lines than this may go on over the page: kept whole it would leave half a page empty, and one that is
# higher than a page cannot be kept whole at all.
_MOST_LINES: Final = 18

# A table of no more rows and lines than these stands on one page, with its caption: a careful Word user lets no row of
# it go over alone. A longer one would leave too much of a page empty.
_SHORT_ROWS: Final = 13
_SHORT_LINES: Final = 24

# What Word calls the sides (17.18.44).
_JC: Final = {"left": "left", "centre": "center", "right": "right"}

# Sums, shares and years to come: 1,250,000.00 · (12,500) · -3.5% · £1.2m · 2026/27 is none of them.
_NUMBER = re.compile(r"[(<>~+\-–−]{0,2}\s?[£$€]?\s?[-–−]?\d[\d,\s]*(\.\d+)?\s?(%|k|m|bn|p)?\)?")
_YEAR = re.compile(r"(19|20)\d\d")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "nil", "none", "tbc"})


class TableLooks:
    """The styles of tables and of the words in them. `bold` where headers have no style of their own; `size` is that
    of the words, in half points."""

    def __init__(self, table: str | None, heading: str, text: str, size: int = 24) -> None:
        self.table = table
        self.heading = heading
        self.text = text
        self.bold = heading == text
        self.size = size


def table(grid: Table, width: int, needs: Needs, looks: TableLooks, remarks: Remarks | None = None) -> str:
    """A table of `width` twentieths of a point, with the comments on its words."""
    measures = [[_measured(cell, bold=index < grid.header_rows) for cell in row] for index, row in enumerate(grid.rows)]
    fitted = fit(measures, width, looks.size)
    setter = _Setter(grid, fitted, needs, looks, remarks or Remarks())
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in fitted.widths)
    style = f'<w:tblStyle w:val="{looks.table}"/>' if looks.table else ""
    borders = "" if looks.table else _BORDERS
    margins = _margins(fitted.margin) if fitted.margin else ""
    setter.keep_together(measures)
    rows = "".join(setter.row(row, index, measures[index]) for index, row in enumerate(grid.rows))
    first = 1 if grid.header_rows else 0
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(fitted.widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="{0x0400 + 0x0020 * first:04X}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


class _Setter:
    """Sets the rows of one table."""

    def __init__(self, grid: Table, fitted: Fit, needs: Needs, looks: TableLooks, remarks: Remarks) -> None:
        self._grid = grid
        self._widths = fitted.widths
        self._room = [max(each - (2 * fitted.margin or MARGINS), 1) for each in fitted.widths]
        self._needs = needs
        self._remarks = remarks
        self._noted = remarks.in_table(grid.id)
        self._sides = sides(grid)
        self._size = fitted.size
        self._em = (fitted.size or looks.size) * 10
        self._headers = Base(bold=looks.bold, size=fitted.size) if looks.bold or fitted.size else PLAIN
        self._texts = Base(size=fitted.size) if fitted.size else PLAIN
        self._kept = grid.header_rows
        self._openings = {
            (header, kept, side): _opening(looks.heading if header else looks.text, keep=kept, side=side)
            for header in (True, False)
            for kept in (True, False)
            for side in {"", *self._sides}
        }

    def keep_together(self, measures: Sequence[Sequence[Measure]]) -> None:
        """Let no page end inside a short table: every row but the last stays with the next one (17.3.1.15)."""
        rows = self._grid.rows
        if len(rows) > _SHORT_ROWS:
            return
        if sum(self._height(row, each) for row, each in zip(rows, measures, strict=True)) <= _SHORT_LINES:
            self._kept = max(len(rows) - 1, self._kept)

    def _height(self, row: Sequence[Cell], measures: Sequence[Measure]) -> int:
        """About how many lines a row has; each paragraph of a cell counts as its longest one."""
        most = 1
        for cell, each, room in zip(row, measures, self._room, strict=False):
            most = max(most, ceil(each.line * self._em / room) * len(cell.paragraphs))
        return most

    def row(self, row: Sequence[Cell], index: int, measures: Sequence[Measure]) -> str:
        """A row; `measures` are those of its cells."""
        header, kept = index < self._grid.header_rows, index < self._kept
        cells = []
        for column, cell in enumerate(row):
            rag = None if header or column not in self._grid.rag_columns else RAG.get(_first_word(cell))
            opening = self._openings[header, kept, self._sides[column]]
            cells.append(self._cell(cell, (index, column), opening, header, rag))
        # A header row that repeats has to be whole.
        whole = "<w:cantSplit/>" if header or self._lines(row, measures) <= _MOST_LINES else ""
        repeat = "<w:tblHeader/>" if header else ""
        properties = f"<w:trPr>{whole}{repeat}</w:trPr>" if whole or repeat else ""
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    def _cell(self, cell: Cell, at: tuple[int, int], opening: str, header: bool, rag: tuple[str, str] | None) -> str:
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{rag[0]}"/>' if rag else ""
        base = Base(True, rag[1], self._size) if rag else self._headers if header else self._texts
        if self._noted:
            done = "".join(f"{opening}{inner}</w:p>" for inner in self._with_remarks(cell, at, base))
        else:
            kept: Sequence[Runs] = [runs for runs in cell.paragraphs if runs] or [()]
            done = "".join(f"{opening}{words(runs, self._needs, base)}</w:p>" for runs in kept)
        return f'<w:tc><w:tcPr><w:tcW w:w="{self._widths[at[1]]}" w:type="dxa"/>{fill}</w:tcPr>{done}</w:tc>'

    def _with_remarks(self, cell: Cell, at: tuple[int, int], base: Base) -> list[str]:
        """The paragraphs of a cell, with the comments on their words."""
        done = []
        for index, runs in enumerate(cell.paragraphs):
            found = self._noted.get((*at, index), ())
            if runs or found:
                done.append(self._remarks.among(runs, self._needs, found, base))
        return done or [""]

    def _lines(self, row: Sequence[Cell], measures: Sequence[Measure]) -> int:
        """About how many lines the row's highest cell has."""
        most = 1
        for column, cell in enumerate(row):
            if len(cell.paragraphs) == 1 and measures[column].line * self._em <= self._room[column] * _MOST_LINES / 2:
                continue
            count = 0
            for runs in cell.paragraphs:
                for line in plain(runs).split("\n"):
                    count += max(ceil(len(line) * 0.5 * self._em / self._room[column]), 1)
            most = max(most, count)
        return most


def _opening(style: str, *, keep: bool, side: Alignment) -> str:
    """How a paragraph begins: a header's, and one of a short table, stays with the row below it; it stands at its
    column's side."""
    more = ("<w:keepNext/>" if keep else "") + (f'<w:jc w:val="{_JC[side]}"/>' if side else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'


def _measured(cell: Cell, *, bold: bool) -> Measure:
    if len(cell.paragraphs) == 1:
        runs = cell.paragraphs[0]
        return measure(runs[0].text if len(runs) == 1 and isinstance(runs[0], Text) else plain(runs), bold=bold)
    return measure("\n".join(plain(runs) for runs in cell.paragraphs), bold=bold)


def sides(grid: Table) -> tuple[Alignment, ...]:
    """How the words of each column stand: as the table says; where it says nothing, a column of figures at the right,
    and others as the style has them."""
    numbers = number_columns(grid)
    said = {column: side for column, side in enumerate(grid.alignment) if side}
    across = len(grid.rows[0]) if grid.rows else 0
    return tuple(said.get(column, "right" if column in numbers else "") for column in range(across))


def number_columns(grid: Table) -> frozenset[int]:
    """The columns of figures, which are compared by their ends. The first names the rows; years are names too."""
    rows = grid.rows[grid.header_rows :]
    if not rows:
        return frozenset()
    return frozenset(column for column in range(1, len(rows[0])) if _is_figures([row[column] for row in rows]))


def _is_figures(cells: Sequence[Cell]) -> bool:
    seen = years = 0
    for cell in cells:
        text = plain(cell.paragraphs[0]).strip() if len(cell.paragraphs) == 1 else "\n"
        if text.casefold() in _NOTHING:
            continue
        if not _NUMBER.fullmatch(text):
            return False
        seen += 1
        years += _YEAR.fullmatch(text) is not None
    return seen > years


def _first_word(cell: Cell) -> str:
    found = plain(cell.paragraphs[0]).split(maxsplit=1)
    return found[0].strip(".,:;-–—()").casefold() if found else ""


def _margins(side: int) -> str:
    return f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
