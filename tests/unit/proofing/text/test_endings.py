"""How the items of a list end, and which of them ends otherwise than the others."""

import pytest

from clerkwell.proofing.text.endings import Ending, Item, ending, odd_ones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The roof is new.", "stop"),
        ("The roof is new.\ufffc", "stop"),
        ("He called it ‘new.’", "stop"),
        ("It is new (as we said.)", "stop"),
        ("Is it new?", "stop"),
        ("the roof;", "semicolon"),
        ("the roof; and", "semicolon"),
        ("the roof, or", "comma"),
        ("the roof", "open"),
        ("the roof (see Appendix 1)", "open"),
        ("the roof, bins, etc.", "other"),
        ("the roof:", "other"),
        ("the roof …", "other"),
        ("see www.example.org/roof", "other"),
        ("", "other"),
    ],
)
def test_an_item_ends_so(text: str, expected: Ending) -> None:
    assert ending(text) == expected


def odd(*texts: str, **how: bool) -> list[tuple[int, str, str]]:
    """The odd ones of a list, with the words that they should have."""
    items = [Item(text.removesuffix("+"), leads_on=text.endswith("+")) for text in texts]
    found: list[tuple[int, str, str]] = []
    for each in odd_ones(items, **how):
        words = items[each.index].text
        better = words if each.better is None else words[: each.cut[0]] + each.better + words[each.cut[1] :]
        found.append((each.index, each.kind, better))
    return found


def test_one_without_the_stop_that_all_others_have() -> None:
    assert odd("One.", "Two", "Three.") == [(1, "stop-missing", "Two.")]
    assert odd("One.", "Two.", "Three\ufffc") == [(2, "stop-missing", "Three.\ufffc")]
    assert odd("One.", "Two.", "See \ufffc") == [(2, "stop-missing", "See \ufffc.")]
    assert odd("One.", "Two.", "Three (3)") == [(2, "stop-missing", "Three (3).")]


def test_one_with_a_stop_that_no_other_has() -> None:
    assert odd("one", "two.", "three", "four") == [(1, "stop-extra", "two")]
    assert odd("one.", "two", "three") == [(0, "stop-extra", "one")]
    assert odd("one", "two.", "three", "four", "five.") == [(1, "stop-extra", "two")]


@pytest.mark.parametrize(
    "texts",
    [
        ("one", "two", "three."),
        ("one", "two", "three"),
        ("One.", "Two.", "Three."),
        ("one;", "two; and", "three."),
        ("one;", "two; or", "three."),
        ("one,", "two, and", "three."),
        ("One.", "Two"),
        ("one", "Two. And more.", "three", "four"),
        ("one", "two?", "three", "four"),
        ("One.", "Two", "Three.", "Four"),
        ("One.", "Two+", "Three.", "Four."),
        ("One.", "Two:", "Three."),
        ("One.", "Two.", "Three.", "https://www.example.org"),
        ("one", "two, etc.", "three", "four"),
        (),
        ("", "", ""),
    ],
)
def test_these_lists_are_right(texts: tuple[str, ...]) -> None:
    assert odd(*texts) == []


def test_semicolons_are_held_against_each_other() -> None:
    assert odd("one;", "two", "three;", "four.") == [(1, "semicolon-missing", "two;")]
    assert odd("one;", "two.", "three;", "four.") == [(1, "semicolon-missing", "two;")]
    assert odd("one;", "two;", "three;") == [(2, "unfinished", "three.")]
    assert odd("one;", "two;", "three") == [(2, "last-bare", "three.")]
    assert odd("one", "two;", "three.") == [(0, "semicolon-missing", "one;")]
    assert odd("one,", "two;", "three.") == [(0, "semicolon-missing", "one;")]
    assert odd("one;", "two;", "three; and") == [(2, "unfinished", "three; and")]
    assert odd("one;", "two; and", "three") == [(2, "last-open", "three.")]
    assert odd("one;", "two; or", "three;", goes_on=True) == []


def test_paragraphs_with_typed_numbers_are_a_list_where_they_have_semicolons() -> None:
    assert odd("1.1 One.", "1.2 Two", "1.3 Three.", typed=True) == []
    assert odd("1.1 one;", "1.2 two;", "1.3 three", typed=True) == [(2, "last-bare", "1.3 three.")]


def test_in_a_list_with_paragraphs_between_only_a_missing_stop_is_told() -> None:
    assert odd("One.", "Two", "Three.", together=False) == [(1, "stop-missing", "Two.")]
    assert odd("one", "two.", "three", together=False) == []


def test_a_few_words_among_long_paragraphs_are_a_heading() -> None:
    long = "The roof of the hall was mended last year by a firm from the town that knew it well."
    assert odd(long, long, "The floor", long) == []


def test_two_of_many_may_lack_their_stop_and_still_be_the_odd_ones() -> None:
    assert [index for index, *_ in odd(*["One."] * 9, "Two", *["One."] * 3, "Three")] == [9, 13]
    assert odd(*["One."] * 4, "Two", "Three") == []
