"""Widths of columns: whole words where there is room, and never more than the page."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.word.writer.widths import MARGINS, Measure, em, fit, measure


def widths_of(*rows: str, width: int = 9000) -> tuple[int, ...]:
    return fit([[measure(cell) for cell in row.split("|")] for row in rows], width, 24).widths


def test_a_column_of_long_words_is_wider() -> None:
    narrow, wide = widths_of("abc|a longer line of several words")
    assert wide > narrow
    assert narrow + wide == 9000


def test_a_long_address_breaks_and_leaves_the_other_columns_whole() -> None:
    name, address, date = widths_of("Improvement|" + "https://example.org/" * 30 + "|December", width=9000)
    assert name >= int(em("Improvement") * 240 + MARGINS)
    assert date >= int(em("December") * 240 + MARGINS)
    assert address > name


def test_two_long_addresses_share_what_there_is() -> None:
    one, other, name = widths_of("x" * 300 + "|" + "x" * 200 + "|Name")
    assert one == other
    assert name >= int(em("Name") * 240 + MARGINS)


def test_capitals_and_broad_letters_take_more_room_and_marks_none() -> None:
    assert em("MANAGEMENT") > em("management") > em("illicitly")
    assert em("e\u0301") == em("e")
    assert em("\u200b") == 0
    assert em("議会") == 2


def test_the_size_goes_down_only_as_far_as_words_need() -> None:
    def size(columns: int, word: str) -> int:
        return fit([[measure(word)] * columns], 9000, 24).size

    assert size(6, "budget") == 0
    assert size(14, "99,999") == 16
    assert size(40, "99,999") == 14


def test_no_columns_have_no_widths() -> None:
    assert fit([], 9000, 24).widths == ()


@given(
    st.lists(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 5000)), min_size=1, max_size=40), max_size=6),
    st.integers(1000, 15000),
    st.integers(2, 60),
)
def test_columns_always_fill_the_page_exactly(lengths: list[list[tuple[float, float]]], width: int, size: int) -> None:
    widths = fit([[Measure(*each) for each in row] for row in lengths], width, size).widths
    assert all(each > 0 for each in widths)
    assert not widths or sum(widths) == width
