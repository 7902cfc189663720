"""Three states of one table: rows and columns by where they came from, cells by both."""

from collections.abc import Callable

from clerkwell.comparing.grids import Grid, grid, grid_like, table_rows
from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.comparing.merging.orders import merged_order
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Choice
from clerkwell.comparing.sequences import common, in_order
from clerkwell.comparing.tables import alignment_said, whole_cell
from clerkwell.comparing.telling import cell_said
from clerkwell.model import Cell, Place, Table, plain


def merged_table(base: Table, ours: Table, theirs: Table, between: Mediator, place: Place) -> Table:
    """The table with what either changed."""
    caption = between.text(base.caption, ours.caption, theirs.caption, f"{ours.id}:caption", place)
    headers, _ = between.pick(
        base.header_rows,
        ours.header_rows,
        theirs.header_rows,
        f"{ours.id}:headers",
        place,
        lambda each, _: f"{each} header rows",
    )
    rag, _ = between.pick(
        base.rag_columns,
        ours.rag_columns,
        theirs.rag_columns,
        f"{ours.id}:rag",
        place,
        lambda each, _: "red, amber and green in column " + ", ".join(str(column + 1) for column in each),
    )
    alignment, _ = between.pick(
        base.alignment,
        ours.alignment,
        theirs.alignment,
        f"{ours.id}:alignment",
        place,
        lambda each, _: alignment_said(each),
    )
    rows = ours.rows
    if theirs.rows not in (base.rows, ours.rows):
        rows = theirs.rows if ours.rows == base.rows else _Cells(base, ours, theirs, between, place).merged()
    update = {"caption": caption, "header_rows": headers, "rag_columns": rag, "alignment": alignment, "rows": rows}
    return ours.model_copy(update=update)


class _Cells:
    """The cells of three tables, by names of rows and columns that they share."""

    def __init__(self, base: Table, ours: Table, theirs: Table, between: Mediator, place: Place) -> None:
        self._name = ours.id
        self._between = between
        self._place = place
        self._base, self._ours = grid(base), grid_like(ours, base)
        self._theirs = _told_apart(grid_like(theirs, base), self._ours)

    def merged(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows in the end."""
        base, ours, theirs = self._base, self._ours, self._theirs
        columns = merged_order(base.columns, ours.columns, theirs.columns, self._keeper("column"))
        rows = merged_order(base.rows, ours.rows, theirs.rows, self._keeper("row"))
        cells: dict[tuple[str, str], Cell] = {}
        for row in rows:
            for column in columns:
                cell = self._cell(row, column)
                if cell is not None:
                    cells[row, column] = cell
        return table_rows(rows, columns, cells)

    def _cell(self, row: str, column: str) -> Cell | None:
        base, ours, theirs = (each.cells.get((row, column)) for each in (self._base, self._ours, self._theirs))
        if ours is None or theirs is None or ours == theirs:
            return ours or theirs or base
        base = base or Cell()
        name, place = f"{self._name}:cell:{row}:{column}", self._where(row, column)
        if len(base.paragraphs) == len(ours.paragraphs) == len(theirs.paragraphs) == 1:
            runs = self._between.runs(base.paragraphs[0], ours.paragraphs[0], theirs.paragraphs[0], name, place)
            return ours.model_copy(update={"paragraphs": (runs,)})
        done, choice = self._between.pick(base, ours, theirs, name, place, cell_said)
        return Cell(paragraphs=(*ours.paragraphs, *theirs.paragraphs)) if choice == "both" else done

    def _where(self, row: str, column: str) -> Place:
        path = (self._ours.rows.index(row), self._ours.columns.index(column), 0)
        return self._place.model_copy(update={"path": path})

    def _keeper(self, what: str) -> Callable[[str, Choice], bool]:
        """Whether a row or a column that one removed is kept because the other changed it."""
        lines = [each.rows if what == "row" else each.columns for each in (self._base, self._ours, self._theirs)]

        def keep(name: str, by: Choice) -> bool:
            left, names = (self._theirs, self._between.theirs) if by == "ours" else (self._ours, self._between.ours)
            still = in_order(lines[0], lines[2 if by == "ours" else 1])
            if not self._changed(name, left, what) and name in still:
                return False
            before, after = self._said(self._base, what, name, self._between.base), self._said(left, what, name, names)
            return self._between.removed(f"{self._name}:{what}:{name}", self._place, by, before, after)

        return keep

    def _changed(self, name: str, left: Grid, what: str) -> bool:
        others = left.columns if what == "row" else left.rows
        places = [(name, each) if what == "row" else (each, name) for each in others]
        return any(left.cells[place] != self._base.cells[place] for place in places if place in self._base.cells)

    def _said(self, table: Grid, what: str, name: str, names: Naming) -> str:
        return " | ".join(cell_said(cell, names) for cell in (table.row(name) if what == "row" else table.column(name)))


def _told_apart(theirs: Grid, ours: Grid) -> Grid:
    """Their table, with names of its own for what they added, unless we added the same."""
    columns = _their_names(ours, theirs, "column")
    rows = _their_names(ours, theirs, "row")
    cells = {(rows[row], columns[column]): cell for (row, column), cell in theirs.cells.items()}
    return Grid(tuple(rows.values()), tuple(columns.values()), cells)


def _their_names(ours: Grid, theirs: Grid, what: str) -> dict[str, str]:
    mine, others = ((each.rows if what == "row" else each.columns) for each in (ours, theirs))
    added = [each for each in mine if each.startswith("+")]
    their_added = [each for each in others if each.startswith("+")]
    same = {
        their_added[right]: added[left]
        for left, right in common(
            [_key(ours, each, what) for each in added], [_key(theirs, each, what) for each in their_added]
        )
    }
    return {each: same.get(each, f"*{each}" if each.startswith("+") else each) for each in others}


def _key(table: Grid, name: str, what: str) -> tuple[str, ...]:
    return tuple(plain(whole_cell(cell)) for cell in (table.row(name) if what == "row" else table.column(name)))
