"""Paragraph numbers and lists inside them, told apart; blocks made of lines."""

from clerkwell.intake.blocks import make_blocks
from clerkwell.intake.drafts import Draft, SectionDraft
from clerkwell.intake.lines import read_lines
from clerkwell.intake.numbering import roles
from clerkwell.model import Blocks, ListItem, Paragraph, Quotation, SubHeading, Table, words
from clerkwell.model.lists import marker, ordinals
from helpers.intake import pack


def paragraphs(source: str, pack_id: str = "city-of-london-2022") -> list[int]:
    drafts = [Draft(line) for line in read_lines(source)]
    return list(roles([SectionDraft("background", drafts=drafts)], pack(pack_id)).values())


def blocks(source: str, subs: frozenset[str] = frozenset()) -> Blocks:
    drafts = [Draft(line, "sub" if line.text in subs else "text") for line in read_lines(source)]
    return make_blocks(drafts, {}, numbered=False, mapped=[]).blocks


def levels(source: str) -> list[int]:
    return [block.level for block in blocks(source) if isinstance(block, ListItem)]


def markers(source: str) -> list[str]:
    made = blocks(source)
    return [marker(made[index].level, number) for index, number in ordinals(made).items()]  # type: ignore[union-attr]  # only items have ordinals


def test_the_run_goes_on_over_a_list_inside_it() -> None:
    assert paragraphs("1. a\n2. b\n1. x\n2. y\n3. z\n3. c\n4. d") == [1, 2, 3, 4]
    assert paragraphs("1. a\n1. x\n2. y\n2. b") == [1, 2]


def test_a_gap_in_the_run_is_no_list() -> None:
    assert paragraphs("1. a\n2. b\n9. c\n10. d") == [1, 2, 9, 10]


def test_a_layout_without_paragraph_numbers_has_only_lists() -> None:
    assert paragraphs("1. a\n2. b", "city-of-london-2017") == []


def test_numbered_paragraphs_lose_the_number_and_know_a_nil() -> None:
    lines = read_lines("15. N/A\nmore")
    mapped: list[object] = []
    made = make_blocks([Draft(line) for line in lines], {1: 15}, numbered=True, mapped=mapped)  # type: ignore[arg-type]  # read back only by its length
    assert made.blocks[0] == Paragraph(runs=made.blocks[0].runs, nil=True)  # type: ignore[union-attr]  # a paragraph
    assert isinstance(made.blocks[1], Paragraph)
    assert made.blocks[1].plain
    assert made.numbers == {0: 15}
    assert len(mapped) == 1


def test_a_list_goes_on_across_paragraphs_and_begins_again_where_it_did() -> None:
    assert markers("1. a\ntext\n2. b\ntext\n1. c") == ["1.", "2.", "1."]
    assert markers("5. a\n6. b") == ["5.", "6."]


def test_letters_and_roman_numbers_keep_their_marks() -> None:
    assert markers("(a) x\n(b) y\n(i) z\n(ii) q\n(c) r") == ["(a)", "(b)", "(i)", "(ii)", "(c)"]
    assert markers("\n".join(f"({letter}) x" for letter in "abcdefghij"))[-2:] == ["(i)", "(j)"]
    assert markers("i. x\nii. y") == ["(i)", "(ii)"]


def test_a_lone_letter_with_a_stop_may_be_an_initial_and_stays_in_the_text() -> None:
    (block,) = blocks("d. was here")
    assert isinstance(block, Paragraph)
    assert words(block) == "d. was here"


def test_bullets_nest_by_indent_and_by_glyph() -> None:
    assert levels("- a\n  - b\n    - c\n  - d\n- e") == [0, 1, 2, 1, 0]
    assert levels("• a\no b\no c\n• d") == [0, 1, 1, 0]
    assert levels(" - a\n- b") == [0, 0]


def test_a_bullet_under_a_numbered_item_is_one_deeper() -> None:
    assert levels("1. These:\n- a\n- b\n2. Next") == [0, 1, 1, 0]


def test_rows_are_a_table_and_one_row_of_two_is_a_line() -> None:
    table, line = blocks("a\tb\nc\td\n\n\nfor\texample")
    assert isinstance(table, Table)
    assert words(table) == "a\tb\nc\td"
    assert words(line) == "for example"


def test_sub_headings_and_quotations_are_what_they_are() -> None:
    kinds = [type(block) for block in blocks("Costs\n> said she\ntext", frozenset({"Costs"}))]
    assert kinds == [SubHeading, Quotation, Paragraph]


def test_a_decimal_stays_as_typed_and_a_nil_behind_it_counts() -> None:
    (block,) = blocks("6.1 None.")
    assert isinstance(block, Paragraph)
    assert block.nil
    assert words(block) == "6.1 None."
