"""The items of a section, told from what stands round them."""

from hypothesis import given

from clerkwell.model import Blocks, Landscape, ListItem, Paragraph, Text, words
from clerkwell.word.writer.items import Items, items_of
from helpers import strategies
from helpers.building import blocks


def told(source: str | Blocks, *, in_table: bool = False) -> tuple[str, list[tuple[str, str]], str]:
    found = items_of(blocks(source) if isinstance(source, str) else source, in_table=in_table)
    rows = [(each.number, shown((*each.before, each.block, *each.after))) for each in found.items]
    return shown(found.before), rows, shown(found.after)


def shown(found: Blocks) -> str:
    return " / ".join(words(each) for each in found)


def test_the_outermost_list_gives_the_items_and_deeper_ones_stay_with_them() -> None:
    assert told("stem\n- one\n  - deeper\n- two\nend") == ("stem", [("1", "one / deeper"), ("2", "two")], "end")


def test_paragraphs_between_stay_with_the_item_before_and_sub_headings_go_with_the_next() -> None:
    assert told("1. one\nmore\n# Head\nlead\n1. two") == ("", [("1", "one / more"), ("1", "Head / lead / two")], "")


def test_a_list_that_is_all_deeper_is_a_list() -> None:
    assert told("  - one\n  - two") == ("", [("1", "one"), ("2", "two")], "")


def test_without_a_list_the_paragraphs_are_the_items() -> None:
    assert told("one\ntwo") == ("", [("1", "one"), ("2", "two")], "")


def test_plain_and_nil_paragraphs_are_no_items() -> None:
    plain = Paragraph(runs=(Text(text="plain"),), plain=True)
    nil = Paragraph(runs=(Text(text="None."),), nil=True)
    assert told((plain, *blocks("one"), plain)) == ("plain", [("1", "one")], "plain")
    assert told((nil,)) == ("None.", [], "")
    assert told("") == ("", [], "")


def test_an_empty_item_has_no_row_of_its_own() -> None:
    empty = ListItem()
    assert told((*blocks("- one"), empty, *blocks("- two")))[1] == [("1", "one / "), ("2", "two")]


def test_wide_pages_and_tables_stand_in_no_row() -> None:
    wide = Landscape(blocks=(Paragraph(runs=(Text(text="wide"),)),))
    assert told((*blocks("- one"), wide, *blocks("- two")), in_table=True) == ("", [("1", "one"), ("2", "two")], "wide")
    assert told((*blocks("- one"), wide, *blocks("- two"))) == ("", [("1", "one / wide"), ("2", "two")], "")


@given(strategies.bodies)
def test_every_block_has_its_place_once(body: Blocks) -> None:
    for in_table in (True, False):
        found: Items = items_of(body, in_table=in_table)
        inner = [block for each in found.items for block in (*each.before, each.block, *each.after)]
        every = [*found.before, *inner, *found.after]
        assert sorted(map(words, every)) == sorted(map(words, body))
        if not in_table:
            assert list(map(words, every)) == list(map(words, body))
