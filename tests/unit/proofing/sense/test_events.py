"""Days of things, and those that rows of a timetable give."""

import pytest

from clerkwell.proofing.sense.events import dated_entry, dated_events


@pytest.mark.parametrize(
    ("label", "cell", "said"),
    [
        ("New scheme in force", "1 October 2023", "The scheme will come into force on 1 September 2023."),
        ("Implementation of new policy", "1 November 2024", "The policy would be implemented from 1 October 2024."),
        ("Contract starts", "14 April 2025", "The new contract will start on 1 April 2025."),
        ("Contract start", "14 April 2025", "The contract commences on 1 April 2025."),
        ("Consultation closes", "17 June 2024", "The consultation closes on 14 June 2024."),
        ("Public consultation", "4 March to 26 April 2024", "The consultation ran from 4 March to 28 April 2024."),
        ("Deadline for applications", "13 November 2025", "Applications must be in by 30 November 2025."),
    ],
)
def test_a_row_of_a_timetable_says_what_a_sentence_says(label: str, cell: str, said: str) -> None:
    row, text = dated_entry(label, cell), dated_events(said)
    assert {each.key for each in row} & {each.key for each in text}
    differing = [(a, b) for a in row for b in text if a.key == b.key and not a.agrees(b)]
    assert [cell[a.start : a.end] for a, _ in differing] == [cell.rpartition(" to ")[2]]


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("Revised date for the scheme in force", "1 October 2023"),
        ("Cabinet", "1 October 2023"),
        ("New scheme in force", "Autumn 2023"),
        ("New scheme in force", "1 October 2023, if agreed"),
        ("", "1 October 2023"),
    ],
)
def test_a_row_that_says_less_is_left_alone(label: str, cell: str) -> None:
    assert dated_entry(label, cell) == ()


def test_an_entry_typed_as_a_line_is_one_of_a_timetable() -> None:
    (told,) = dated_events("New fees in force: 7 April 2025")
    assert (told.key, told.day, told.about) == (("in force", "fee"), 7, "")
