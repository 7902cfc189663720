"""A table while it is read: cells that go over several rows or columns, hidden ones, and what is only layout."""

import re
from dataclasses import dataclass, field
from typing import Final

from clerkwell.intake.paste.values import Losses
from clerkwell.model import Block, Cell, Image, Landscape, ListItem, Runs, Table, plain

_MOST_ACROSS: Final = 100
_MOST_DOWN: Final = 1_000
# A table that is wider has cells side by side, whatever they say of themselves.
_WIDEST: Final = 500
_NUMBER: Final = re.compile(r"\d{1,6}")


@dataclass
class _Row:
    cells: dict[int, list[Block]] = field(default_factory=dict)
    header: bool = True


@dataclass
class TableReader:
    """The rows of a table so far. `layout` says that the page calls it no table of data."""

    layout: bool = False
    caption: list[Block] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    merged: bool = False
    hidden_rows: int = 0
    _columns: int = 0
    _below: dict[int, int] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)
    _at: int = 0

    def column(self, span: str, *, hidden: bool) -> None:
        """A `col`: it says of one column or several whether they show."""
        count = min(_count(span), _MOST_ACROSS)
        if hidden:
            self.hidden.update(range(self._columns, self._columns + count))
        self._columns += count

    def begin_row(self, *, hidden: bool) -> None:
        """A row; of a hidden one nothing is kept."""
        if hidden:
            self.hidden_rows += 1
            return
        self.rows.append(_Row())
        self._at = 0
        # Cells of rows above that go on in this one.
        self._taken = {column for column, rows in self._below.items() if rows}
        self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}

    def begin_cell(self, across: str, down: str, *, header: bool) -> list[Block] | None:
        """A cell: where what stands in it goes, or None for one that does not show."""
        if not self.rows:
            self.rows.append(_Row())
        while self._at in self._taken:
            self._at += 1
        width, height = min(_count(across), _MOST_ACROSS), min(_count(down), _MOST_DOWN)
        if self._at >= _WIDEST:
            width = height = 1
        self.merged = self.merged or width > 1 or height > 1
        column, self._at = self._at, self._at + width
        for each in range(column, column + width) if height > 1 else ():
            self._below[each] = height - 1
        row = self.rows[-1]
        if column in self.hidden:
            self.dropped.add(column)
            return None
        row.header = row.header and header
        cell = row.cells[column] = []
        return cell

    def finish(self, losses: Losses) -> list[Block]:
        """The table, or, where it was only layout, what stood in it."""
        rows = [row for row in self.rows if row.cells]
        losses.add("hidden row", self.hidden_rows)
        losses.add("hidden column", len(self.dropped))
        columns = sorted({column for row in rows for column, cell in row.cells.items() if cell})
        if self.layout or len(columns) < 2:
            # One column is how web pages and e-mails lay out a page; what is in it is text.
            return [
                *self.caption,
                *(each for row in rows for column in sorted(row.cells) for each in row.cells[column]),
            ]
        while rows and not any(rows[-1].cells.values()):
            rows.pop()
        if self.merged:
            losses.add("merged cells")
        kept = range(0 if any(0 in row.cells for row in rows) else columns[0], columns[-1] + 1)
        shown = [column for column in kept if column not in self.dropped]
        headers = next((index for index, row in enumerate(rows) if not row.header), len(rows))
        return [
            Table(
                caption=" ".join(plain(runs) for runs in _paragraphs(self.caption, losses)),
                header_rows=headers or 1,
                rows=tuple(tuple(_cell(row.cells.get(column, []), losses) for column in shown) for row in rows),
            )
        ]


def _cell(blocks: list[Block], losses: Losses) -> Cell:
    if any(isinstance(block, ListItem) for block in blocks):
        losses.add("list inside a table")
    return Cell(paragraphs=tuple(_paragraphs(blocks, losses)))


def _paragraphs(blocks: list[Block], losses: Losses) -> list[Runs]:
    done: list[Runs] = []
    for block in blocks:
        if isinstance(block, Table):
            # Its words stay, in the outer cell.
            losses.add("table inside a table")
            done += [runs for row in block.rows for cell in row for runs in cell.paragraphs if runs]
        elif not isinstance(block, Image | Landscape):
            done.append(block.runs)
    return done


def _count(written: str) -> int:
    found = _NUMBER.match(written.strip())
    return max(int(found[0]), 1) if found else 1
