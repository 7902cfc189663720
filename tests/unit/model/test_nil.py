"""Nil answers."""

import pytest

from clerkwell.model import is_nil


@pytest.mark.parametrize(
    "text",
    ["N/A", "n/a.", "NA", "N / A", "None", "None.", "nil", "Not applicable", "No implications", "No implication.",
             "none identified", "None arising.", "Nothing to report", "-", "–", " — ", "No comments"],
)  # fmt: skip
def test_words_that_only_say_that_there_is_nothing_are_a_nil_answer(text: str) -> None:
    assert is_nil(text)


@pytest.mark.parametrize(
    "text", ["", "None of the options was chosen.", "No implications, because the scheme is paid for by a grant.",
             "National Audit", "Nile Street", "N/A for the first year, then £4,000.", "Not applicable to schools"],
)  # fmt: skip
def test_words_that_say_more_are_none(text: str) -> None:
    assert not is_nil(text)
