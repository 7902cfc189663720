"""Words of a text, and what in it is no language."""

import time

import pytest

from clerkwell.proofing.text.tokens import covers, shielded, tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_words_have_their_places() -> None:
    text = "The Sub-Committee’s report – item 4"
    found = list(tokens(text))
    assert [each.text for each in found] == ["The", "Sub-Committee's", "report", "item", "4"]
    assert [text[each.start : each.end] for each in found] == ["The", "Sub-Committee’s", "report", "item", "4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don’t can't", ["don't", "can't"]),
        ("‘quoted’ and members’ votes", ["quoted", "and", "members", "votes"]),
        ("co‑operation, well- known", ["co-operation", "well", "known"]),
        ("safe\u00adguarding", ["safeguarding"]),
        ("and/or N/A", ["and", "or", "N", "A"]),
        ("£1,234.56m, 5%, 18th, 2.5", ["1,234.56m", "5", "18th", "2.5"]),
        ("in 2022/23\nnext", ["in", "2022", "23", "next"]),
        ("café, cafe\u0301 naïve", ["café", "cafe\u0301", "naïve"]),
        ("see \ufffc now_and then", ["see", "now", "and", "then"]),
        ("", []),
    ],
)
def test_apostrophes_and_hyphens_inside_belong_to_a_word(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "stretch",
    [
        "https://www.example.org/a-page?x=1&y=2#part",
        "www.example.org",
        "example.gov.uk/planning",
        "GOV.UK",
        "clerk.of-committees@example.org",
        "@ExampleCouncil",
        "#ExampleWeek",
        "Budget_2023.final.xlsx",
        "plan.PDF",
        r"S:\Committees\report",
        "PL/2022/17",
        "22/01234/FUL",
        "REF-20417",
        "SCH-2022-004",
        "CS0012345",
        "AB1 2CD",
        "020 7946 0123",
        "(01632) 960123",
        "+44 (0)20 7946 0123",
        "+44 1632 960 123",
    ],
)
def test_what_is_no_language_is_shielded(stretch: str) -> None:
    text = f"See ({stretch}), as said."
    ((start, end),) = shielded(text)
    assert text[start:end].strip("()") == stretch.strip("()")


@pytest.mark.parametrize(
    "text",
    [
        "on 07/02/2022 and 07/02//2022",
        "in 2022/23 and 2023-24, 24/7, N/A, and/or",
        "£1,234,567.89 (5.5%) of 1,000,000",
        "COVID-19, A-level and T-level",
        "the end.The next, and no.It is",
        "e.g. this, i.e. that, s.151, p.m.",
        "paragraphs 4-7 and 1.10",
        "Sub-Committee",
        "0.5 to 0.75 of 100 000 000",
    ],
)
def test_dates_sums_and_slips_are_not_shielded(text: str) -> None:
    assert shielded(text) == ()


def test_an_address_does_not_take_the_end_of_the_sentence_with_it() -> None:
    text = "It is at https://www.example.org/page. Then “www.example.org”, too."
    assert [text[start:end] for start, end in shielded(text)] == ["https://www.example.org/page", "www.example.org"]


def test_stretches_cover_what_they_touch() -> None:
    stretches = shielded("Write to a@example.org now")
    assert covers(stretches, 9, 10)
    assert not covers(stretches, 0, 9)
    assert not covers(stretches, 22, 26)


@pytest.mark.parametrize(
    "unit", ["a", "a.", "a-", "1", "1 ", "1/", "A1/", "A-", "@", "a@", "'", "’", "0 12 ", "http", "\\"]
)
def test_a_paragraph_of_a_hundred_thousand_characters_takes_no_time(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    start = time.perf_counter()
    shielded(text)
    for _ in tokens(text):
        pass
    assert time.perf_counter() - start < 2
