"""Counts in Word's forms."""

import pytest

from clerkwell.word.ooxml.counting import padded, written


@pytest.mark.parametrize(
    ("form", "count", "label"),
    [
        ("ordinal", 1, "1st"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("ordinal", 113, "113th"),
        ("cardinalText", 21, "Twenty-one"),
        ("cardinalText", 1100, "One thousand one hundred"),
        ("ordinalText", 1, "First"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 43, "Forty-third"),
        ("ordinalText", 100, "One hundredth"),
        ("chicago", 5, "**"),
        ("hex", 31, "1F"),
        ("numberInDash", 4, "- 4 -"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 1, "⒈"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("russianLower", 2, "б"),
        ("japaneseCounting", 7, "7"),
    ],
)
def test_a_count_is_written_in_its_form(form: str, count: int, label: str) -> None:
    assert written(form, count) == label


@pytest.mark.parametrize("form", ["lowerRoman", "upperLetter", "cardinalText", "chicago"])
def test_a_count_that_no_document_comes_to_makes_no_long_label(form: str) -> None:
    assert written(form, 2_000_000_000) == "2000000000"
    assert len(written(form, 32_767)) < 60


def test_a_form_that_a_document_describes_by_examples_is_filled_with_noughts() -> None:
    assert [padded("001, 002, 003, ...", count) for count in (7, 1234)] == ["007", "1234"]
    assert padded("no example", 7) == "7"
