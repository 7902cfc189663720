"""Cells as plain text, and back."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Cell, Footnote, Text, plain
from clerkwell.ui.editors.tables.cells import from_clipboard, text_of, with_text

MIXED = Cell(
    paragraphs=(
        (Text(text="Cost "), Text(text="rises", bold=True), Footnote(runs=(Text(text="n"),))),
        (Text(text="second"),),
    )
)


def test_a_cell_that_is_not_changed_is_the_same_object() -> None:
    assert with_text(MIXED, text_of(MIXED)) is MIXED


def test_a_change_keeps_the_look_round_it() -> None:
    changed = with_text(MIXED, text_of(MIXED).replace("rises", "falls"))
    assert changed.paragraphs[0] == (
        Text(text="Cost "),
        Text(text="falls", bold=True),
        Footnote(runs=(Text(text="n"),)),
    )
    assert changed.paragraphs[1] == MIXED.paragraphs[1]


def test_a_paragraph_that_goes_leaves_the_others_as_they_are() -> None:
    changed = with_text(MIXED, text_of(MIXED).split("\n")[0])
    assert changed.paragraphs == MIXED.paragraphs[:1]


def test_a_break_inside_a_paragraph_survives_a_change_elsewhere() -> None:
    cell = Cell(paragraphs=((Text(text="one\ntwo three"),),))
    assert plain(with_text(cell, "one two four").paragraphs[0]) == "one\ntwo four"


@given(st.text(alphabet="ab \n"), st.text(alphabet="ab \n"))
def test_the_text_put_in_is_the_text_read_out(old: str, new: str) -> None:
    cell = with_text(Cell(), old)
    assert text_of(cell) == old
    assert text_of(with_text(cell, new)) == new


def test_what_a_spreadsheet_copies_is_a_rectangle() -> None:
    assert from_clipboard("a\tb\r\n c \r\n") == [["a", "b"], ["c", ""]]
