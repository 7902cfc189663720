"""Ages beside the year of birth, or of building."""

import pytest

from clerkwell.proofing.sense.ages import wrong_ages
from clerkwell.proofing.text.sentences import sentences


def _told(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.comes_to) for each in wrong_ages(text, list(sentences(text)))]


@pytest.mark.parametrize(
    ("text", "words", "comes_to"),
    [
        ("The mill bridge was put up in 1965. By 2025, at 50 years old, it was worn out.", "50 years old", "60 years"),
        ("Mr B, born on 9 May 1940, moved there in May 2024 at the age of 82.", "at the age of 82", "84 years"),
        ("The hall was opened in 1925 and will mark its 110th birthday in 2025.", "110th birthday", "100 years"),
        ("The pool, opened in 1974, was 41 years old when it closed in 2010.", "41 years old", "36 years"),
        ("It was built in 1912 and listed 80 years later, in 1982.", "80 years later, in", "70 years"),
    ],
)
def test_an_age_that_its_years_do_not_make_is_told(text: str, words: str, comes_to: str) -> None:
    assert _told(text) == [(words, comes_to)]


@pytest.mark.parametrize(
    "text",
    [
        "The mill bridge was put up in 1965. By 2025, at 60 years old, it was worn out.",
        "Mr B, born in December 1940, moved there in May 2024 at the age of 83.",
        "The hall was opened in 1990, and in 2024 a man aged 40 was hurt there.",
        "The gym was opened in 2010 and closed in 2020. Five years later it was sold.",
        "The hall was built in 1925 and in 2025 marked the 80th anniversary of the peace.",
        "The wall was built in 1965. In 2025 it was nearly 70 years old.",
    ],
)
def test_an_age_that_may_be_right_or_of_something_else_is_left(text: str) -> None:
    assert _told(text) == []
