"""Splitting, joining, deleting, nesting, turning and moving lines."""

import pytest

from clerkwell.model import Blocks, Cell, ListItem, Paragraph, Quotation, SubHeading, Table, Text, words
from clerkwell.ui.editors.richtext.belonging import move_lines
from clerkwell.ui.editors.richtext.kinds import (
    nest,
    ordinary,
    outdent,
    toggle_kind,
    toggle_list,
    toggle_plain,
    toggle_restart,
)
from clerkwell.ui.editors.richtext.outcome import Outcome
from clerkwell.ui.editors.richtext.spots import Selection, Spot
from clerkwell.ui.editors.richtext.structure import backspace, delete, delete_forward, split
from helpers.building import blocks

CELL = Cell(paragraphs=((Text(text="x"),),))
TABLE = Table(id="t", caption="Visits", rows=((CELL, CELL),))


def named(source: str) -> Blocks:
    return tuple(block.model_copy(update={"id": f"b{index}"}) for index, block in enumerate(blocks(source)))


def across(first: tuple[int, int], last: tuple[int, int]) -> Selection:
    return Selection(Spot(*first), Spot(*last))


def done(outcome: Outcome | None) -> Outcome:
    assert outcome is not None
    return outcome


def told(outcome: Outcome | None) -> list[tuple[str, str, str]]:
    return [(block.id, block.kind, words(block)) for block in done(outcome).blocks]


def test_enter_in_the_middle_parts_the_words_and_the_first_part_keeps_the_id() -> None:
    outcome = split(named("Onetwo"), Selection.at(0, 3))

    assert told(outcome) == [("b0", "paragraph", "One"), ("", "paragraph", "two")]
    assert done(outcome).selection == Selection.at(1, 0)


def test_enter_at_the_start_puts_an_empty_line_above_and_the_words_keep_their_id() -> None:
    outcome = split(named("One"), Selection.at(0, 0))

    assert told(outcome) == [("", "paragraph", ""), ("b0", "paragraph", "One")]
    assert done(outcome).selection == Selection.at(1, 0)


def test_enter_in_an_empty_section_makes_two_lines() -> None:
    assert len(done(split((), Selection.at(0, 0))).blocks) == 2


def test_enter_after_a_sub_heading_begins_a_paragraph() -> None:
    outcome = split(named("# Head"), Selection.at(0, 4))

    assert told(outcome) == [("b0", "subheading", "Head"), ("", "paragraph", "")]


def test_enter_in_an_item_begins_an_item_of_the_same_list() -> None:
    item = ListItem(id="a", level=1, ordered=True, start=4, runs=(Text(text="xy"),))

    outcome = done(split((item,), Selection.at(0, 1)))

    assert outcome.blocks[1] == ListItem(level=1, ordered=True, runs=(Text(text="y"),))
    first = outcome.blocks[0]
    assert isinstance(first, ListItem)
    assert first.start == 4


def test_enter_before_an_item_that_begins_a_list_leaves_the_beginning_on_top() -> None:
    item = ListItem(id="a", ordered=True, start=4, runs=(Text(text="x"),))

    outcome = done(split((item,), Selection.at(0, 0)))

    assert outcome.blocks == (ListItem(ordered=True, start=4), ListItem(ordered=True, runs=(Text(text="x"),)))


def test_enter_in_an_empty_item_goes_out_a_level_and_then_out_of_the_list() -> None:
    once = split((ListItem(level=1),), Selection.at(0, 0))
    twice = split(done(once).blocks, Selection.at(0, 0))

    assert done(once).blocks == (ListItem(level=0),)
    assert done(twice).blocks == (Paragraph(),)


def test_enter_in_an_empty_quotation_leaves_it() -> None:
    assert done(split((Quotation(),), Selection.at(0, 0))).blocks == (Paragraph(),)


@pytest.mark.parametrize(("offset", "line"), [(0, 0), (1, 1)])
def test_enter_beside_a_card_begins_a_paragraph_on_that_side(offset: int, line: int) -> None:
    outcome = done(split((TABLE,), Selection.at(0, offset)))

    assert outcome.blocks[line] == Paragraph()
    assert outcome.blocks[1 - line] is TABLE
    assert outcome.selection == Selection.at(line, 0)


def test_enter_over_a_selection_takes_it_out_first() -> None:
    assert told(split(named("One\nTwo"), across((0, 1), (1, 2)))) == [("b0", "paragraph", "O"), ("", "paragraph", "o")]


def test_backspace_at_the_start_of_an_item_takes_it_out_of_the_list() -> None:
    assert told(backspace(named("- One"), Selection.at(0, 0))) == [("b0", "paragraph", "One")]


def test_backspace_at_the_start_joins_to_the_line_above() -> None:
    outcome = backspace(named("# Head\nOne"), Selection.at(1, 0))

    assert told(outcome) == [("b0", "subheading", "HeadOne")]
    assert done(outcome).selection == Selection.at(0, 4)


def test_backspace_after_an_empty_line_takes_that_line_away_and_keeps_its_own() -> None:
    assert told(backspace((Paragraph(id="e"), *named("# Head")), Selection.at(1, 0))) == [("b0", "subheading", "Head")]


def test_backspace_inside_a_line_is_left_to_the_editor() -> None:
    assert backspace(named("One"), Selection.at(0, 2)) is None
    assert backspace(named("One"), across((0, 0), (0, 2))) is None
    assert backspace(named("One"), Selection.at(0, 0)) is None


def test_backspace_after_a_card_selects_it_first_and_then_takes_it_out() -> None:
    lines = (*named("One"), TABLE, *named("Two"))

    once = done(backspace(lines, Selection.at(2, 0)))
    twice = done(backspace(once.blocks, once.selection))

    assert once.blocks == lines
    assert once.selection == across((1, 0), (1, 1))
    assert [words(block) for block in twice.blocks] == ["One", "Two"]


def test_backspace_in_an_empty_line_after_a_card_takes_the_line_away() -> None:
    outcome = done(backspace((TABLE, Paragraph(id="e")), Selection.at(1, 0)))

    assert outcome.blocks == (TABLE,)
    assert outcome.selection == Selection.at(0, 1)


def test_delete_at_the_end_joins_the_line_below() -> None:
    assert told(delete_forward(named("One\n- Two"), Selection.at(0, 3))) == [("b0", "paragraph", "OneTwo")]
    assert delete_forward(named("One"), Selection.at(0, 3)) is None
    assert delete_forward(named("One\nTwo"), Selection.at(0, 1)) is None


def test_delete_before_a_card_selects_it() -> None:
    assert done(delete_forward((*named("One"), TABLE), Selection.at(0, 3))).selection == across((1, 0), (1, 1))
    assert done(delete_forward((TABLE,), Selection.at(0, 0))).selection == across((0, 0), (0, 1))


def test_taking_out_over_lines_leaves_one_line_of_the_first_kind() -> None:
    assert told(delete(named("- One\nTwo\n# Three"), across((0, 1), (2, 3)))) == [("b0", "item", "Oee")]


def test_taking_out_whole_lines_leaves_the_last_one_as_it_is() -> None:
    assert told(delete(named("- One\n# Two"), across((0, 0), (1, 0)))) == [("b1", "subheading", "Two")]


def test_taking_everything_out_leaves_an_empty_line() -> None:
    assert told(delete(named("One\nTwo"), across((0, 0), (1, 3)))) == [("b0", "paragraph", "")]
    assert done(delete((TABLE,), across((0, 0), (0, 1)))).blocks == (Paragraph(),)


def test_a_card_at_the_edge_of_a_selection_stays_if_its_character_is_outside() -> None:
    outcome = done(delete((TABLE, *named("One")), across((0, 1), (1, 2))))

    assert outcome.blocks[0] is TABLE
    assert words(outcome.blocks[1]) == "e"


def test_tab_nests_under_the_item_above_but_not_deeper_than_that() -> None:
    lines = named("- One\n- Two")

    once = done(nest(lines, Selection.at(1, 0)))

    assert [getattr(block, "level", None) for block in once.blocks] == [0, 1]
    assert nest(once.blocks, Selection.at(1, 0)) is None
    assert nest(lines, Selection.at(0, 0)) is None


def test_shift_tab_goes_out_a_level_and_then_out_of_the_list() -> None:
    once = done(outdent((ListItem(level=1, runs=(Text(text="x"),)),), Selection.at(0, 0)))

    assert once.blocks == (ListItem(runs=(Text(text="x"),)),)
    assert done(outdent(once.blocks, once.selection)).blocks == (Paragraph(runs=(Text(text="x"),)),)
    assert outdent((Paragraph(),), Selection.at(0, 0)) is None


def test_lists_are_switched_on_changed_and_switched_off() -> None:
    lines = named("One\nTwo")
    both = across((0, 0), (1, 1))

    bullets = done(toggle_list(False)(lines, both)).blocks
    numbers = done(toggle_list(True)(bullets, both)).blocks
    back = done(toggle_list(True)(numbers, both)).blocks

    assert [(block.kind, getattr(block, "ordered", None)) for block in bullets] == [("item", False)] * 2
    assert [(block.kind, getattr(block, "ordered", None)) for block in numbers] == [("item", True)] * 2
    assert back == lines
    assert [block.id for block in back] == ["b0", "b1"]


def test_sub_headings_and_quotations_are_switches_too_and_leave_cards_alone() -> None:
    lines = (*named("One"), TABLE)
    both = across((0, 0), (1, 1))

    heading = done(toggle_kind(SubHeading)(lines, both)).blocks

    assert [block.kind for block in heading] == ["subheading", "table"]
    assert [block.kind for block in done(toggle_kind(Quotation)(heading, both)).blocks] == ["quotation", "table"]
    assert done(ordinary(heading, both)).blocks == lines


def test_the_number_of_a_paragraph_is_taken_off_and_given_back() -> None:
    lines = named("One\nTwo")
    both = across((0, 0), (1, 1))

    without = done(toggle_plain(lines, both)).blocks

    assert all(isinstance(block, Paragraph) and block.plain for block in without)
    assert done(toggle_plain(without, both)).blocks == lines
    assert toggle_plain(named("- One"), Selection.at(0, 0)) is None


def test_a_numbered_list_begins_again_and_goes_on() -> None:
    lines = named("1. a\nbetween\n1. b")

    again = done(toggle_restart(lines, Selection.at(2, 0))).blocks

    assert getattr(again[2], "start", None) == 1
    assert done(toggle_restart(again, Selection.at(2, 0))).blocks == lines
    assert toggle_restart(lines, Selection.at(0, 0)) is None, "it begins there anyway"
    assert toggle_restart(lines, Selection.at(1, 0)) is None


def test_lines_move_with_their_selection_and_not_past_the_ends() -> None:
    lines = named("One\nTwo\nThree")

    down = done(move_lines(+1)(lines, across((0, 1), (1, 2))))

    assert [words(block) for block in down.blocks] == ["Three", "One", "Two"]
    assert down.selection == across((1, 1), (2, 2))
    assert done(move_lines(-1)(down.blocks, down.selection)).blocks == lines
    assert move_lines(-1)(lines, Selection.at(0, 0)) is None
    assert move_lines(+1)(lines, Selection.at(2, 0)) is None


def moved(source: str, line: int, by: int) -> list[str]:
    """The words of the lines after the one with the caret has moved."""
    return [words(block) for block in done(move_lines(by)(named(source), Selection.at(line, 0))).blocks]


LED = "They have been done:\n- one\n- two\nThis is next.\n- three\n  - four"


def test_a_paragraph_takes_its_list_along_and_passes_another_with_its_own() -> None:
    assert moved(LED, 0, +1) == ["This is next.", "three", "four", "They have been done:", "one", "two"]
    assert moved(LED, 3, -1) == ["This is next.", "three", "four", "They have been done:", "one", "two"]
    assert moved("Zero\n" + LED, 0, +1)[:4] == ["They have been done:", "one", "two", "Zero"]


def test_an_item_takes_the_items_in_it_along_and_passes_one_item_of_its_list() -> None:
    source = "Do:\n- one\n  - inner\n- two\n  - deep\nNext."
    assert moved(source, 1, +1) == ["Do:", "two", "deep", "one", "inner", "Next."]
    assert moved(source, 3, -1) == ["Do:", "two", "deep", "one", "inner", "Next."]
    assert moved(source, 3, +1) == ["Do:", "one", "inner", "Next.", "two", "deep"], "into the list of the next one"
    assert moved(source, 1, -1) == ["one", "inner", "Do:", "two", "deep", "Next."]
