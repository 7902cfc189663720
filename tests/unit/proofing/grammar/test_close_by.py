"""Words that stand close by what they go with: what is wrong there, and what only looks like it."""

import pytest

from clerkwell.proofing.grammar.slips import slips


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "words", "better"),
    [
        ("No challenges has been received.", "has", "have"),
        ("No late objections was made, and it may open.", "was", "were"),
        ("There are nine depots, of which two is due for repair.", "is", "are"),
        ("It wrote to 40 tenants, of whom 12 was at home.", "was", "were"),
        ("It said that officers expects to agree this.", "expects", "expect"),
        ("The residents asks for a crossing.", "asks", "ask"),
        ("Disregard any matter that do not relate to it.", "do", "does"),
        ("It asks whether the child are at school.", "are", "is"),
        ("This is told on there websites, and by post.", "there", "their"),
        ("They found the guidance to cautious.", "to", "too"),
        ("The rule is to restrictive for small shops.", "to", "too"),
        ("Fees should recover there full cost.", "there", "their"),
        ("Some fear that they may lose there lease.", "there", "their"),
        ("Firms shared to little information about it.", "to", "too"),
        ("The hall has to few seats for that.", "to", "too"),
        ("The rent is neither low or fair.", "or", "nor"),
        ("Neither the Council or its partners knew.", "or", "nor"),
        ("At the time writing, the hall is open.", "time writing", "time of writing"),
    ],
)
def test_what_is_wrong_close_by_is_told(text: str, words: str, better: str) -> None:
    assert told(text) == [(words, (better,))]


@pytest.mark.parametrize(
    "text",
    [
        "No news is good news, and no means is too small.",
        "There are nine depots, of which one is due for repair.",
        "A letter from officers asks for more time.",
        "They may meet there every week. Changes made there last year cost little. We share there what we can.",
        "It comes to little more. It was sent to many residents. The gift went to few people.",
        "Neither option is cheap or quick. It is neither low nor fair. Neither of the two or three sites was free.",
        "Neither the heat or light of the room nor its size is enough.",
        "The number of residents rises, and the needs of members vary.",
        "Disregard any group of matters that do not relate to it.",
        "It asks whether the child and the parent are at school.",
        "If the child were at school, it would be told.",
        "It is for there to be one, and from there buses run.",
        "The plan went from bold to cautious.",
        "It is open to vulnerable people and to busy parents.",
        "We were pressed for time writing this.",
        "Will they ask what officers expects?",
    ],
)
def test_what_only_looks_wrong_is_left_alone(text: str) -> None:
    assert told(text) == []
