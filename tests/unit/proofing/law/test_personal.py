"""Details of people are told from the names of streets and firms, from members and from officers."""

import time

import pytest

from clerkwell.proofing.law.personal import personal


def told(text: str) -> list[str]:
    found = list(personal(text))
    assert all(text[each.start : each.end] == each.words for each in found)
    return [f"{each.kind} {each.words}" for each in found]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("The claim was made by Mr Overthwaite.", ["name Mr Overthwaite"]),
        ("Sarah Overthwaite-Jones asked for it.", ["name Sarah Overthwaite-Jones"]),
        ("Dr O’Example and Ms B. Sample differ.", ["name Dr O’Example", "name Ms B. Sample"]),
        ("Ring 07700 900123 or +44 1632 960456.", ["telephone 07700 900123", "telephone +44 1632 960456"]),
        ("Write to s.overthwaite@home.example.", ["email s.overthwaite@home.example"]),
    ],
)
def test_people_and_how_to_reach_them_are_found(text: str, details: list[str]) -> None:
    assert told(text) == details


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Sarah Sample and Cllr John Example agreed.",
        "Jane Example, Director of Example Services, will report.",
        "Sam Sample (Head of Example Services) will report.",
        "James Street, Thomas Example School, Martin Sample Ltd and Paul Example & Sons.",
        "The Elizabeth Line, St Mary Axe and the Lord Thomas Example Foundation.",
        "Call 0300 123 4567 or 0800 123 4567; write to planning@example.gov.uk.",
        "The guard’s desk is on 020 7946 0100, the library on 01632 960321.",
        "Reference 012345678901234; paid on 01/02/2023; codes 05-06-07; £1,200,000.",
        "The Executive Summary names Good Practice and the Big Lottery.",
        "In May Mark and Grace had hope.",
    ],
)
def test_what_looks_like_them_and_is_public_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("words", ["Sarah ", "0123 ", "(0", "a@b", "Mr A. ", "James Example, the very "])
def test_a_very_long_paragraph_is_read_in_no_time(words: str) -> None:
    text = words * (100_000 // len(words))
    start = time.perf_counter()
    list(personal(text))
    assert time.perf_counter() - start < 2
