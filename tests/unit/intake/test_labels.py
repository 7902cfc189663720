"""Labels of a pack, found in lines."""

import pytest

from clerkwell.intake.labels import Labels
from helpers.intake import pack

CITY = Labels(pack("city-of-london-2023"))
NORTH = Labels(pack("north-somerset-executive-2022"))


def field_and_value(labels: Labels, text: str) -> tuple[str, str] | None:
    found = labels.at_start(text)
    return (found.field, text[found.value :]) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subject: The hall", ("subject", "The hall")),
        ("SUBJECT:The hall", ("subject", "The hall")),
        ("Subject :  The hall", ("subject", "The hall")),
        ("Subject – The hall", ("subject", "The hall")),
        ("If so, how much? £5", ("spending-amount", "£5")),
        ("Does this proposal require extra revenue and/or capital spending?\tN", ("spending", "N")),
        ("Has this Funding Source been agreed with the Chamberlain’s Department?", ("funding-agreed", "")),
        ("Committee(s)", ("committees.name", "")),
    ],
)
def test_a_label_is_known_however_it_was_typed(text: str, expected: tuple[str, str]) -> None:
    assert field_and_value(CITY, text) == expected


def test_the_longest_label_counts() -> None:
    assert field_and_value(NORTH, "Report to the Executive") == ("committee", "Executive")
    assert field_and_value(NORTH, "Report to Cabinet") == ("committee", "Cabinet")


@pytest.mark.parametrize("text", ["Subject to approval", "Dated documents", "Subjects: two", "", "The subject: x"])
def test_a_word_that_goes_on_is_no_label(text: str) -> None:
    assert CITY.at_start(text) is None


def test_a_label_without_its_colon_is_none_to_a_strict_reader() -> None:
    assert CITY.at_start("Subject", loose=False) is None
    assert CITY.at_start("Subject", loose=True) is not None


def test_several_labels_of_one_line_are_found_in_order() -> None:
    found = CITY.inside("Committees: Finance Dated: 1 May 2022 Subject: Halls")
    assert [each.field for each in found] == ["committees.name", "committees.date", "subject"]


def test_labels_of_the_pack_a_text_came_from_count_for_fields_that_both_have() -> None:
    both = Labels(pack("city-of-london-2023"), pack("north-somerset-executive-2022"))
    assert field_and_value(both, "Subject of Report: x") == ("subject", "x")
    assert field_and_value(both, "Town or Parish: All") is None
