"""A part of a verb or of a set phrase that is left out, or is another's."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[str]:
    return [text[each.start : each.end] for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The survey been prepared by the harbour master.", "been"),
        ("The works expected to finish in May.", "expected"),
        ("The trust responsible for the upkeep of the weir.", "responsible"),
        ("The end the lease is in May.", "end"),
        ("The kiosk is part the programme.", "part"),
        ("A number sites were looked at.", "number"),
        ("The town has number of empty shops.", "number"),
        ("The second bid is more cheaper than the first.", "more cheaper"),
        ("It is the most cheapest way.", "most cheapest"),
        ("The firm had withdrew by then.", "withdrew"),
        ("The weir is own by the trust.", "own"),
        ("Since then there were no faults.", "were"),
        ("One of the main reason for it was rain.", "reason"),
        ("It heard evidence a wide range of witnesses.", "evidence"),
        ("The panel received comments a number of parishes.", "comments"),
    ],
)
def test_a_part_that_is_lost_or_wrong_is_told(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The survey has long since been prepared.",
        "The works expected to finish in May have begun.",
        "The trust responsible for the weir paid for it.",
        "In the end the lease was kept. At the end the crowd left.",
        "For the most part the weir is sound, and it is in part the trust’s.",
        "A number plates survey was made, and the number of sites is small.",
        "It is more cheaper homes that the town wants.",
        "The most recent and lowest bid was taken.",
        "Since then there has been rain, and since there were floods it was shut.",
        "The firm had since it withdrew no work.",
        "One of the main reasons for it was the rain.",
        "It heard evidence from a wide range of witnesses. It took advice a number of times.",
        "The sum due to be paid in May was small.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
