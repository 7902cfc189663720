"""The numbers of numbered lists."""

import pytest

from clerkwell.model import ListItem, Text
from clerkwell.model.lists import marker, ordinals
from helpers.building import blocks


def item(level: int = 0, *, ordered: bool = True, start: int | None = None) -> ListItem:
    return ListItem(runs=(Text(text="x"),), level=level, ordered=ordered, start=start)


def test_items_count_from_one() -> None:
    assert ordinals(blocks("1. a\n1. b\n1. c")) == {0: 1, 1: 2, 2: 3}


def test_a_list_goes_on_across_paragraphs_and_bullets() -> None:
    assert ordinals(blocks("1. a\nBetween.\n- bullet\n1. b")) == {0: 1, 3: 2}


def test_a_sub_heading_begins_the_list_again() -> None:
    assert ordinals(blocks("1. a\n# Costs\n1. b")) == {0: 1, 2: 1}


def test_a_start_begins_again_there() -> None:
    assert ordinals((item(), item(start=7), item())) == {0: 1, 1: 7, 2: 8}


def test_a_start_of_nought_counts() -> None:
    assert ordinals((item(start=0), item())) == {0: 0, 1: 1}


def test_an_inner_list_begins_again_after_an_outer_item_and_the_outer_one_goes_on() -> None:
    levels = (item(), item(1), item(1), item(), item(1))
    assert ordinals(levels) == {0: 1, 1: 1, 2: 2, 3: 2, 4: 1}


def test_an_outer_bullet_ends_an_inner_list_too() -> None:
    assert ordinals((item(1), item(0, ordered=False), item(1))) == {0: 1, 2: 1}


@pytest.mark.parametrize(
    ("level", "ordinal", "written"),
    [(0, 1, "1."), (0, 12, "12."), (1, 1, "(a)"), (1, 26, "(z)"), (1, 27, "(aa)"), (1, 0, "(0)"), (2, 4, "(iv)"),
     (2, 15, "(xv)"), (2, 16, "(xvi)"), (2, 44, "(xliv)"), (2, 0, "(0)")],
)  # fmt: skip
def test_ordinals_are_written_by_their_level(level: int, ordinal: int, written: str) -> None:
    assert marker(level, ordinal) == written
