"""How many things a sentence says that a list has."""

import pytest

from clerkwell.proofing.sense.counted import counts_before_list, first_number, may_be_several, mentions


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("They named four areas where we need to improve:", 4),
        ("The following 3 options were looked at:", 3),
        ("There were seven winners:", 7),
        ("Both of the following are needed:", 2),
        ("The plan is long. It has two parts:", 2),
        ("Six causes were found:", 6),
    ],
)
def test_a_number_that_leads_to_a_list_is_known(text: str, number: int) -> None:
    assert [each.number for each in counts_before_list(text) if each.sure] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "They named four areas.",
        "At least two conditions apply:",
        "Two of the four options are open:",
        "Over the next three years the council will:",
        "One or more of the following three tests applies:",
        "Officers looked at four options and found that:",
        "The 2,031 options are:",
        "The risks in 4.2 steps are:",
    ],
)
def test_a_number_that_leads_to_none_or_leaves_it_open_is_left(text: str) -> None:
    assert not [each for each in counts_before_list(text) if each.sure]


def test_the_words_stand_where_they_are_found() -> None:
    text = "The plan is long. It has two main parts:"
    (found,) = counts_before_list(text)
    assert text[found.start : found.end] == "two main parts"


def test_the_first_number_of_an_item_is_in_words_or_figures() -> None:
    assert [first_number(text) for text in ("six about noise", "noise (4)", "£40", "none", "1,200 trees")] == [
        6, 4, None, None, 1200,
    ]  # fmt: skip


def test_they_are_what_the_sentence_before_counts() -> None:
    (found,) = counts_before_list("The service has nine libraries, all of them open. They are:")
    assert (found.number, found.one_each) == (9, True)
    assert not counts_before_list("The team met four suppliers and seven users. They are:")


@pytest.mark.parametrize(("item", "several"), [("residents of Mill Lane", True), ("a driver with two cars", False)])
def test_an_item_may_stand_for_several(item: str, several: bool) -> None:
    assert may_be_several(item) is several


def test_what_is_not_all_of_them_is_not_mentioned() -> None:
    assert [(each.number, each.noun) for each in mentions("Nine audits were finished.")] == [(9, "audits")]
    for text in (
        "Three options besides doing nothing.",
        "At least nine audits.",
        "Two of the nine audits.",
        "Six months.",
    ):
        assert not mentions(text)
