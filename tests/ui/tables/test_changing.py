"""Rows and columns of a table move, and what is said of a column goes where it goes."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Alignment, Cell, Table, Text, plain
from clerkwell.ui.editors.tables import changing

SIDES: tuple[Alignment, ...] = ("", "left", "centre", "right")


def grid(*rows: str, rag: tuple[int, ...] = (), sides: tuple[Alignment, ...] = ()) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=word),),)) for word in row.split()) for row in rows)
    return Table(id="b3", caption="Costs", rows=cells, rag_columns=rag, alignment=sides)


def read(table: Table) -> list[str]:
    return [" ".join(plain(cell.paragraphs[0]) or "." for cell in row) for row in table.rows]


def test_a_column_takes_its_status_and_its_side_along() -> None:
    moved = changing.column_moved(grid("a b c", "d e f", rag=(1,), sides=("", "centre", "right")), 1, -1)
    assert read(moved) == ["b a c", "e d f"]
    assert moved.rag_columns == (0,)
    assert moved.alignment == ("centre", "", "right")
    gone = changing.without_column(moved, 0)
    assert (gone.rag_columns, gone.alignment) == ((), ("", "right"))
    more = changing.with_column(moved, 0)
    assert (more.rag_columns, more.alignment) == ((1,), ("", "centre", "", "right"))
    assert read(more) == [". b a c", ". e d f"]


def test_there_is_no_room_beyond_the_edges() -> None:
    table = grid("a b", "c d")
    assert changing.column_moved(table, 0, -1) == table
    assert changing.row_moved(table, 1, 1) == table
    assert changing.without_row(grid("a"), 0) == grid("a")
    assert changing.without_column(grid("a"), 0) == grid("a")


def test_cells_put_in_make_room_for_themselves() -> None:
    cells = [[Cell(), Cell()], [Cell(paragraphs=((Text(text="x"),),)), Cell()]]
    assert read(changing.with_cells(grid("a b", "c d"), 1, 1, cells)) == ["a b .", "c . .", ". x ."]


steps = st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 3), st.sampled_from((-1, 1))), max_size=12)


@given(steps)
def test_whatever_is_done_the_table_is_as_if_made_anew(done: list[tuple[int, int, int]]) -> None:
    table = grid("a b c", "d e f", rag=(2,), sides=("", "", "right"))
    for what, at, by in done:
        across, down = changing.width_of(table), len(table.rows)
        column, row = at % across, at % down
        table = (
            changing.column_moved(table, column, by),
            changing.row_moved(table, row, by),
            changing.with_column(table, column),
            changing.without_column(table, column),
            changing.with_row(table, row),
            changing.aligned(table, column, SIDES[at]),
        )[what]
        assert Table.model_validate(table.model_dump()) == table
        assert all(each < changing.width_of(table) for each in table.rag_columns)
        assert len(table.alignment) <= changing.width_of(table)
