"""A table by its rows and columns, each with a name that two states of it share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clerkwell.comparing.likeness import spoken
from clerkwell.comparing.rows import Said, by_place, paired
from clerkwell.model import Cell, Table, plain

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """The cells of a table by the names of their rows and columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    def row(self, name: str) -> list[Cell]:
        """The cells of a row."""
        return [self.cells[name, column] for column in self.columns]

    def column(self, name: str) -> list[Cell]:
        """The cells of a column."""
        return [self.cells[row, name] for row in self.rows]


def grid(table: Table) -> Grid:
    """A table that others are held against: its rows and columns are named by their places."""
    width = len(table.rows[0]) if table.rows else 0
    return _named(table, by_place(len(table.rows)), by_place(width))


def grid_like(table: Table, base: Table) -> Grid:
    """A table whose rows and columns have the names of those of `base` that they came from."""
    before, after = _text(base), _text(table)
    columns = paired(_columns(before), _columns(after)) if _width(before) != _width(after) else _by_heads(before, after)
    shared = [name for name in columns if not name.startswith("+")]
    # Rows are held against each other by the columns that both have.
    old = [_said([row[int(name)] for name in shared]) for row in before]
    places = [at for at, name in enumerate(columns) if not name.startswith("+")]
    new = [_said([row[at] for at in places]) for row in after]
    return _named(table, paired(old, new), columns)


def table_rows(rows: Sequence[str], columns: Sequence[str], cells: Mapping[tuple[str, str], Cell]) -> tuple[Row, ...]:
    """The rows of a table again; where no cell was, there is an empty one."""
    empty = Cell()
    return tuple(tuple(cells.get((row, column), empty) for column in columns) for row in rows)


def _named(table: Table, rows: tuple[str, ...], columns: tuple[str, ...]) -> Grid:
    cells = {
        (row, column): cell
        for row, line in zip(rows, table.rows, strict=True)
        for column, cell in zip(columns, line, strict=True)
    }
    return Grid(rows, columns, cells)


def _text(table: Table) -> list[list[str]]:
    return [[" ".join(" ".join(plain(runs) for runs in cell.paragraphs).split()) for cell in row] for row in table.rows]


def _width(rows: Sequence[Sequence[str]]) -> int:
    return len(rows[0]) if rows else 0


def _by_heads(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The columns of a table as wide as it was: the same, unless its heads stand in another order."""
    width = _width(after)
    if before and after and sorted(before[0]) == sorted(after[0]) and len(set(after[0])) == width:
        return tuple(str(before[0].index(head)) for head in after[0])
    return by_place(width)


def _columns(rows: Sequence[Sequence[str]]) -> list[Said]:
    done: list[Said] = []
    for at in range(_width(rows)):
        texts = [row[at] for row in rows]
        # The head says what a column is; the words below it tell where there is none, or two are alike.
        done.append(Said(texts[0] or tuple(texts), spoken(" ".join(texts[:40])), texts[0]))
    return done


def _said(texts: Sequence[str]) -> Said:
    return Said(tuple(texts), spoken(" ".join(texts)), texts[0] if texts else "")
