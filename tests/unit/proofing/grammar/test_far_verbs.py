"""Verbs at a distance from their subject, and of the number of what is counted."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words", "better"),
    [
        ("The guidance in the Design Guide carry little weight.", "carry", "carries"),
        ("The cost of the works exceed the budget.", "exceed", "exceeds"),
        ("The level of risk remain within the appetite.", "remain", "remains"),
        ("The condition of the path continue to worsen.", "continue", "continues"),
        ("The findings of the review suggests that it is sound.", "suggests", "suggest"),
        ("The plans for the depot requires the consent of the owner.", "requires", "require"),
        ("Some of the responses was critical.", "was", "were"),
        ("Both of the sites is owned by the Council.", "is", "are"),
        ("There was 14 objections.", "was", "were"),
        ("There is several late options.", "is", "are"),
        ("The scheme do not meet the need.", "do", "does"),
        ("Officers does not recommend this option.", "does", "do"),
        ("In May, officers expects that the price will fall.", "expects", "expect"),
        ("At this stage officers expects a surplus.", "expects", "expect"),
    ],
)
def test_a_verb_of_another_number_than_its_subject_is_told(text: str, words: str, better: str) -> None:
    assert told(text) == [(words, (better,))]


@pytest.mark.parametrize(
    "text",
    [
        "The level of support families require is set out below.",
        "The amount of care tenants require a year varies.",
        "It is agreed that the level of fees remain at 2%.",
        "The share of tenants in arrears remains at 4%.",
        "The news of the closures suggests that more will follow.",
        "The minutes of the meeting include a list.",
        "Some of the savings is at risk, and some of the work is done.",
        "There was 14 days of rain, and there is one objection.",
        "The Council do not own it, nor should the scheme do more.",
        "A report to officers expects a reply.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []
