"""Two states of one table: rows, columns and cells that differ, and the table with some of it taken back."""

from collections.abc import Sequence
from functools import partial

from clerkwell.comparing.answers import settled_order
from clerkwell.comparing.grids import Grid, grid, grid_like, table_rows
from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.telling import cell_said, look_changes, pieces
from clerkwell.comparing.wording import Reworded, text_worded, worded
from clerkwell.model import Alignment, Cell, Place, Runs, Table, Text, canonical

_SIDES = {"left": "at the left", "centre": "in the middle", "right": "at the right"}


def settled_table(before: Table, after: Table, ledger: Ledger, place: Place, part: str) -> Table:
    """The table `after`, as far as what differs from `before` is not taken back."""
    update: dict[str, object] = {}
    name = after.id
    if before.caption != after.caption:
        texts = Reworded(text_worded(before.caption), text_worded(after.caption))
        if ledger.words(f"{name}:caption", part, place, lambda: pieces(texts, ledger.before, ledger.after)):
            update["caption"] = before.caption
    if before.header_rows != after.header_rows and ledger.state(
        f"{name}:headers", part, place, _headers(before), _headers(after)
    ):
        update["header_rows"] = before.header_rows
    if before.rag_columns != after.rag_columns and ledger.state(f"{name}:rag", part, place, _rag(before), _rag(after)):
        update["rag_columns"] = before.rag_columns
    if before.alignment != after.alignment and ledger.state(
        f"{name}:alignment", part, place, alignment_said(before.alignment), alignment_said(after.alignment)
    ):
        update["alignment"] = before.alignment
    if before.rows != after.rows:
        update["rows"] = _settled_rows(before, after, ledger, place, part)
    return after.model_copy(update=update) if update else after


def whole_cell(cell: Cell) -> Runs:
    """What a cell says as the runs of one text, its paragraphs on lines of their own."""
    done: list[Runs] = []
    for at, runs in enumerate(cell.paragraphs):
        done += [(Text(text="\n"),), runs] if at else [runs]
    return canonical(run for runs in done for run in runs)


def alignment_said(alignment: Sequence[Alignment]) -> str:
    """How the words of a table's columns stand, in words."""
    told = [f"column {at + 1} {_SIDES[side]}" for at, side in enumerate(alignment) if side]
    return ", ".join(told) or "every column as the template has it"


def _settled_rows(before: Table, after: Table, ledger: Ledger, place: Place, part: str) -> tuple[tuple[Cell, ...], ...]:
    old, new = grid(before), grid_like(after, before)
    start = f"{after.id}:"
    columns = settled_order(
        old.columns, new.columns, ledger, f"{start}column", part, lambda _: place, partial(_column, old, new)
    )
    rows = settled_order(
        old.rows,
        new.rows,
        ledger,
        f"{start}row",
        part,
        lambda at: place.model_copy(update={"path": (at,)}),
        partial(_row, old, new),
    )
    cells = {**old.cells, **new.cells}
    known, there = set(old.columns), {name: at for at, name in enumerate(new.columns)}
    down = {name: at for at, name in enumerate(new.rows)}
    for row in new.rows:
        for column in new.columns:
            was = old.cells.get((row, column)) if column in known else None
            cell = new.cells[row, column]
            if was is None or was == cell:
                continue
            where = place.model_copy(update={"path": (down[row], there[column], 0)})
            if _cell_back(was, cell, ledger, f"{start}cell:{row}:{column}", where, part):
                cells[row, column] = was
    return table_rows(rows, columns, cells)


def _cell_back(before: Cell, after: Cell, ledger: Ledger, name: str, place: Place, part: str) -> bool:
    texts = Reworded(worded(whole_cell(before)), worded(whole_cell(after)))
    if texts.regions:
        return ledger.words(name, part, place, lambda: pieces(texts, ledger.before, ledger.after))
    return ledger.state(name, part, place, "", look_changes(texts, ledger.after) or "other paragraphs in a cell")


def _row(old: Grid, new: Grid, name: str, names: Naming) -> str:
    return " | ".join(cell_said(cell, names) for cell in (new if name in new.rows else old).row(name))


def _column(old: Grid, new: Grid, name: str, names: Naming) -> str:
    return " | ".join(cell_said(cell, names) for cell in (new if name in new.columns else old).column(name))


def _headers(table: Table) -> str:
    return {0: "no header row", 1: "one header row"}.get(table.header_rows, f"{table.header_rows} header rows")


def _rag(table: Table) -> str:
    if not table.rag_columns:
        return "no column of red, amber and green"
    return "red, amber and green in column " + ", ".join(str(column + 1) for column in table.rag_columns)
