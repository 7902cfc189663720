"""Tables with rows and columns added, moved and taken out: what is said of a column goes where it goes. Pure."""

from collections.abc import Sequence
from typing import TypeVar

from clerkwell.model import Alignment, Cell, Table

T = TypeVar("T")


def width_of(table: Table) -> int:
    """How many columns a table has."""
    return len(table.rows[0]) if table.rows else 0


def with_row(table: Table, at: int) -> Table:
    """An empty row put in before the row `at`."""
    row = tuple(Cell() for _ in range(width_of(table)))
    return table.model_copy(update={"rows": (*table.rows[:at], row, *table.rows[at:])})


def without_row(table: Table, at: int) -> Table:
    """The row taken out; the last one stays."""
    if len(table.rows) < 2:
        return table
    rows = (*table.rows[:at], *table.rows[at + 1 :])
    return table.model_copy(update={"rows": rows, "header_rows": min(table.header_rows, len(rows))})


def row_moved(table: Table, at: int, by: int) -> Table:
    """The row moved up (-1) or down (+1); the same table where there is no room."""
    return table.model_copy(update={"rows": _moved(table.rows, at, by)})


def with_column(table: Table, at: int) -> Table:
    """An empty column put in before the column `at`."""
    return _arranged(table, [*range(at), None, *range(at, width_of(table))])


def without_column(table: Table, at: int) -> Table:
    """The column taken out; the last one stays."""
    if width_of(table) < 2:
        return table
    return _arranged(table, [each for each in range(width_of(table)) if each != at])


def column_moved(table: Table, at: int, by: int) -> Table:
    """The column moved left (-1) or right (+1); the same table where there is no room."""
    return _arranged(table, _moved(tuple(range(width_of(table))), at, by))


def with_cell(table: Table, row: int, column: int, cell: Cell) -> Table:
    """Another cell in this place."""
    cells = (*table.rows[row][:column], cell, *table.rows[row][column + 1 :])
    return table.model_copy(update={"rows": (*table.rows[:row], cells, *table.rows[row + 1 :])})


def with_cells(table: Table, row: int, column: int, cells: Sequence[Sequence[Cell]]) -> Table:
    """Cells put in from this place on, with rows and columns more where there are too few."""
    across = max(width_of(table), column + max((len(line) for line in cells), default=0))
    rows = [list(each) + [Cell()] * (across - len(each)) for each in table.rows]
    rows += [[Cell()] * across for _ in range(row + len(cells) - len(rows))]
    for down, line in enumerate(cells):
        rows[row + down][column : column + len(line)] = line
    return table.model_copy(update={"rows": tuple(map(tuple, rows))})


def aligned(table: Table, at: int, side: Alignment) -> Table:
    """The words of a column at this side."""
    sides = [side if each == at else side_of(table, each) for each in range(max(at + 1, len(table.alignment)))]
    return table.model_copy(update={"alignment": _shortest(sides)})


def side_of(table: Table, at: int) -> Alignment:
    """Where the words of a column stand, "" as the template has them."""
    return table.alignment[at] if at < len(table.alignment) else ""


def with_status(table: Table, at: int, *, on: bool) -> Table:
    """The column shows red, amber and green, or does not."""
    kept = {*table.rag_columns, at} if on else {*table.rag_columns} - {at}
    return table.model_copy(update={"rag_columns": tuple(sorted(kept))})


def _arranged(table: Table, columns: Sequence[int | None]) -> Table:
    """The table with these of its columns in this order; None is a new one."""
    rows = tuple(tuple(Cell() if at is None else row[at] for at in columns) for row in table.rows)
    rag = tuple(new for new, old in enumerate(columns) if old in table.rag_columns)
    sides: list[Alignment] = ["" if old is None else side_of(table, old) for old in columns]
    return table.model_copy(update={"rows": rows, "rag_columns": rag, "alignment": _shortest(sides)})


def _shortest(sides: list[Alignment]) -> tuple[Alignment, ...]:
    while sides and not sides[-1]:
        sides.pop()
    return tuple(sides)


def _moved(each: tuple[T, ...], at: int, by: int) -> tuple[T, ...]:
    if not (0 <= at < len(each) and 0 <= at + by < len(each)):
        return each
    done = list(each)
    done.insert(at + by, done.pop(at))
    return tuple(done)
