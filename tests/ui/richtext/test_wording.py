"""Marks, links, copying, putting pieces in, moving them."""

import pytest

from clerkwell.model import Blocks, Cell, ListItem, Paragraph, Quotation, SubHeading, Table, Text, words
from clerkwell.ui.editors.richtext.spots import Selection, Spot
from clerkwell.ui.editors.richtext.wording import (
    copied,
    link_at,
    marked,
    move_piece,
    put_apart,
    put_runs,
    set_link,
    splice,
    toggle_mark,
)
from helpers.building import blocks

TABLE = Table(id="t", rows=((Cell(), Cell()),))


def across(first: tuple[int, int], last: tuple[int, int]) -> Selection:
    return Selection(Spot(*first), Spot(*last))


def texts(lines: Blocks) -> list[str]:
    return [words(block) if block.kind != "table" else "(table)" for block in lines]


def test_bold_goes_on_over_lines_and_off_when_all_of_it_is_bold() -> None:
    lines = blocks("One\nTwo")
    stretch = across((0, 1), (1, 2))

    on = toggle_mark("b")(lines, stretch)
    assert on is not None
    off = toggle_mark("b")(on.blocks, stretch)

    assert on.blocks == (
        Paragraph(runs=(Text(text="O"), Text(text="ne", bold=True))),
        Paragraph(runs=(Text(text="Tw", bold=True), Text(text="o"))),
    )
    assert off is not None
    assert off.blocks == lines
    assert toggle_mark("b")(lines, Selection.at(0, 1)) is None


def test_superscript_and_subscript_exclude_each_other() -> None:
    assert marked("b^", "_", True) == "b_"
    assert marked("b_", "_", False) == "b"


def test_a_link_is_found_as_a_whole_from_inside_and_from_its_ends() -> None:
    line = Paragraph(
        runs=(
            Text(text="see "),
            Text(text="the ", link="https://a.example.org"),
            Text(text="page", bold=True, link="https://a.example.org"),
            Text(text="next", link="https://b.example.org"),
        )
    )

    assert link_at((line,), Spot(0, 3)) is None
    for offset in (4, 6, 9):
        assert link_at((line,), Spot(0, offset)) == (across((0, 4), (0, 12)), "https://a.example.org")
    assert link_at((line,), Spot(0, 14)) == (across((0, 12), (0, 16)), "https://b.example.org")


def test_a_link_is_put_on_and_taken_off() -> None:
    lines = blocks("One two")
    put = set_link("https://example.org")(lines, across((0, 4), (0, 7)))

    assert put is not None
    assert put.blocks == (Paragraph(runs=(Text(text="One "), Text(text="two", link="https://example.org"))),)
    off = set_link("")(put.blocks, across((0, 0), (0, 7)))
    assert off is not None
    assert off.blocks == lines
    assert set_link("x")(lines, Selection.at(0, 0)) is None


def test_runs_are_put_in_place_of_what_is_selected() -> None:
    outcome = put_runs((Text(text="X", bold=True),))(blocks("One"), across((0, 1), (0, 2)))

    assert outcome is not None
    assert outcome.blocks == (Paragraph(runs=(Text(text="O"), Text(text="X", bold=True), Text(text="e"))),)
    assert outcome.selection == Selection.at(0, 2)


def test_words_out_of_one_line_are_copied_as_words_and_lines_as_lines() -> None:
    lines = (*blocks("- One\n# Two"), TABLE)

    assert copied(lines, across((0, 1), (0, 3))) == blocks("ne")
    assert copied(lines, across((0, 1), (2, 1))) == (*blocks("- ne\n# Two"), TABLE)
    assert copied(lines, across((0, 0), (1, 0))) == blocks("- One")


def test_a_cut_line_is_copied_without_its_id_and_a_whole_one_with_it() -> None:
    lines = tuple(block.model_copy(update={"id": f"b{index}"}) for index, block in enumerate(blocks("One\nTwo")))

    assert [block.id for block in copied(lines, across((0, 1), (1, 3)))] == ["", "b1"]


@pytest.mark.parametrize(
    ("there", "at", "piece", "expected"),
    [
        ("Onetwo", (0, 3), "X", ["OneXtwo"]),
        ("- Onetwo", (0, 3), "X\nY", ["OneX", "Ytwo"]),
        ("Onetwo", (0, 3), "X\n- Y\nZ", ["OneX", "Y", "Ztwo"]),
        ("One", (0, 3), "X\n- Y", ["OneX", "Y"]),
        ("One", (0, 0), "X\n- Y", ["X", "YOne"]),
    ],
)
def test_a_piece_goes_into_the_line_and_parts_it(
    there: str, at: tuple[int, int], piece: str, expected: list[str]
) -> None:
    outcome = splice(blocks(there), Selection.at(*at), blocks(piece))

    assert outcome is not None
    assert texts(outcome.blocks) == expected


def test_lines_put_into_an_empty_line_come_as_they_are() -> None:
    outcome = splice((Paragraph(),), Selection.at(0, 0), blocks("# Head\n- item"))

    assert outcome is not None
    assert outcome.blocks == blocks("# Head\n- item")
    assert outcome.selection == Selection.at(1, 4)


def test_a_table_is_put_between_the_halves_of_a_line() -> None:
    outcome = splice(blocks("Onetwo"), Selection.at(0, 3), (TABLE,))

    assert outcome is not None
    assert texts(outcome.blocks) == ["One", "(table)", "two"]
    assert outcome.selection == Selection.at(1, 1)


def test_beside_a_card_a_piece_begins_lines_of_its_own() -> None:
    for offset, expected in ((0, ["X", "(table)"]), (1, ["(table)", "X"])):
        outcome = splice((TABLE,), Selection.at(0, offset), blocks("X"))
        assert outcome is not None
        assert texts(outcome.blocks) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((0, 0), ["Quoted", "Source", "One", "Two"]),
        ((0, 2), ["One", "Quoted", "Source", "Two"]),
        ((1, 3), ["One", "Two", "Quoted", "Source"]),
    ],
)
def test_lines_that_are_put_apart_neither_part_a_line_nor_join_one(at: tuple[int, int], expected: list[str]) -> None:
    piece = (Quotation(runs=(Text(text="Quoted"),)), Paragraph(runs=(Text(text="Source"),), plain=True))

    done = put_apart(blocks("One\nTwo"), Selection.at(*at), piece)

    assert done is not None
    assert texts(done.blocks) == expected
    assert {each for each in done.blocks if each in piece} == set(piece)


def test_lines_that_are_put_apart_take_an_empty_line_s_place_and_its_secrecy() -> None:
    piece = (Quotation(runs=(Text(text="Quoted"),)),)

    empty = put_apart(blocks(""), Selection.at(0, 0), piece)
    private = put_apart((Paragraph(runs=(Text(text="One"),), private=True),), Selection.at(0, 3), piece)
    beside = put_apart((TABLE,), Selection.at(0, 1), piece)

    assert empty is not None
    assert empty.blocks == piece
    assert private is not None
    assert [each.private for each in private.blocks] == [True, True]
    assert beside is not None
    assert texts(beside.blocks) == ["(table)", "Quoted"]
    assert put_apart((TABLE,), Selection.at(0, 1), ()) is None


def test_nothing_is_put_in_for_nothing() -> None:
    assert splice(blocks("One"), Selection.at(0, 0), ()) is None


@pytest.mark.parametrize(
    ("chosen", "to", "expected", "caret"),
    [
        (across((0, 0), (0, 3)), Spot(0, 7), [" twoOne"], (0, 7)),
        (across((0, 4), (0, 7)), Spot(0, 0), ["twoOne "], (0, 3)),
    ],
)
def test_words_are_moved_within_a_line(
    chosen: Selection, to: Spot, expected: list[str], caret: tuple[int, int]
) -> None:
    outcome = move_piece(blocks("One two"), chosen, to)

    assert outcome is not None
    assert texts(outcome.blocks) == expected
    assert outcome.selection == Selection.at(*caret)


def test_lines_are_moved_down_and_keep_their_kinds() -> None:
    lines = (*blocks("# Head\n- item\nlast"), Paragraph())

    outcome = move_piece(lines, across((0, 0), (1, 4)), Spot(3, 0))

    assert outcome is not None
    assert [(type(block), words(block)) for block in outcome.blocks[-2:]] == [(SubHeading, "Head"), (ListItem, "item")]


def test_nothing_is_moved_into_itself() -> None:
    lines = (Quotation(runs=(Text(text="One two"),)),)

    assert move_piece(lines, across((0, 0), (0, 3)), Spot(0, 2)) is None
    assert move_piece(lines, Selection.at(0, 1), Spot(0, 5)) is None
