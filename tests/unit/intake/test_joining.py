"""Paragraphs put together again."""

import pytest

from clerkwell.intake.joining import finished, is_contact, join
from clerkwell.intake.lines import read_lines


def joined(source: str) -> list[str]:
    return [line.text for line in join(read_lines(source), lambda line: line.text in {"Costs", "Heading"}).lines]


def test_a_sentence_goes_on_over_the_gap_that_a_page_left() -> None:
    assert joined("A selection of\n\ncases open to the team.") == ["A selection of cases open to the team."]


def test_a_finished_sentence_does_not() -> None:
    assert joined("It ended.\n\nanother begins small.") == ["It ended.", "another begins small."]


def test_a_capital_goes_on_only_where_the_line_before_cannot_end() -> None:
    long = "The boiler of the hall was taken out for the long-planned works to the"
    assert joined(f"{long}\n\nTown Hall roof.") == [f"{long} Town Hall roof."]
    assert joined("Contacts\n\nReferrals") == ["Contacts", "Referrals"]


def test_a_bullet_goes_on_in_a_line_set_in_below_it() -> None:
    assert joined("- signs of work but there\n needs to be more\n Findings too") == [
        "- signs of work but there needs to be more Findings too"
    ]


def test_a_word_broken_at_its_hyphen_is_one_word() -> None:
    assert joined("the multi-\nagency hub") == ["the multi-agency hub"]


def test_lines_wrapped_at_a_width_are_paragraphs() -> None:
    source = (
        "The garages were let at a peppercorn rent until 2015 when the Council\n"
        "Housing team stopped. Since then damp has made most of them too unsafe\n"
        "North of the road they are dry and could be let again for storage only\n"
        "All in all the cost of doing so would be covered by the rent we expect\n"
        "From the new tenants.\n\n"
        "Second paragraph that is short.\nThird one."
    )
    assert len(joined(source)) == 3


@pytest.mark.parametrize("second", ["- a bullet", "3. a number", "Costs", "a\tb", "# more", "name@example.org"])
def test_markers_headings_rows_and_addresses_are_never_joined_on(second: str) -> None:
    assert len(joined(f"The works that began in\n{second}")) == 2


def test_nothing_is_joined_to_a_heading() -> None:
    assert joined("Heading\nsmall words follow it") == ["Heading", "small words follow it"]


def test_bridged_gaps_are_told() -> None:
    assert join(read_lines("of\n\nmore\n\nend."), lambda _: False).turns == (3, 5)


def test_the_ends_of_sentences() -> None:
    assert finished("so he said.'")
    assert finished("(as below:)")
    assert not finished("and then")
    assert not finished("")


@pytest.mark.parametrize("text", ["T: 020 7946 0123", "01632 960123", "e: a@example.org", "www.example.org"])
def test_contacts_are_known(text: str) -> None:
    assert is_contact(read_lines(text)[0])


def test_a_sentence_with_an_address_is_no_contact() -> None:
    assert not is_contact(read_lines("write to us at a@example.org")[0])
