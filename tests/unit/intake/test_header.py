"""The header, in cells or in lines."""

from clerkwell.intake.header import Header, read_header
from clerkwell.intake.headings import Headings
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import read_lines
from clerkwell.packs import Pack
from helpers.intake import pack

CITY = pack("city-of-london-2023")
NORTH = pack("north-somerset-executive-2022")
GENERIC = pack("generic-english-council")


def header(source: str, to: Pack = CITY) -> Header:
    return read_header(read_lines(source), to, Labels(to), Headings(to))


def texts(found: Header) -> dict[str, str]:
    return {name: value.text for name, value in found.fields.items()}


def test_the_right_hand_cells_go_by_what_they_say() -> None:
    found = header("Subject: Halls\tNon-Public\nReport of: A Person, Director\tFor Decision")
    assert texts(found) == {
        "subject": "Halls",
        "public-status": "Non-Public",
        "report-of": "A Person, Director",
        "purpose": "For Decision",
    }
    assert found.fields["public-status"].value == "Exempt"


def test_a_label_cell_takes_the_cell_beside_it() -> None:
    assert texts(header("If so, how much?\t£5\nWhat is the source of Funding?\t\nReport author:\tA Person")) == {
        "spending-amount": "£5",
        "funding-source": "",
        "report-author": "A Person",
    }


def test_an_emptied_subject_does_not_take_the_public_status() -> None:
    assert texts(header("Subject:\tPublic")) == {"subject": "", "public-status": "Public"}


def test_a_garbled_right_hand_cell_lands_in_the_field_that_has_no_label() -> None:
    found = header("Subject: Halls\tPubic")
    assert found.fields["public-status"].text == "Pubic"
    assert found.fields["public-status"].value is None


def test_a_row_of_labels_has_its_values_below() -> None:
    found = header(
        "Committee(s)\tDated:\nFinance Committee – For Decision\t1/2/2023\nMarkets Board\t3/2/2023\nSubject: x"
    )
    assert [row["date"].value for row in found.repeats["committees"]] == ["2023-02-01", "2023-02-03"]
    assert found.fields["subject"].text == "x"


def test_a_name_and_a_date_without_their_labels_are_a_committee() -> None:
    found = header("Finance Committee – For Decision\t1/2/2023\nSubject: x\tPublic")
    (row,) = found.repeats["committees"]
    assert row["name"].text == "Finance Committee"
    assert found.left == ()


def test_a_value_goes_on_below_after_a_comma_and_over_a_gap() -> None:
    found = header("Officer/Member Presenting: Executive Member,\n\nHalls and Parks\n\nKey Decision: No", NORTH)
    assert texts(found) == {"presenting": "Executive Member, Halls and Parks", "key-decision": "No"}


def test_a_second_chief_officer_stands_on_a_line_of_their_own() -> None:
    assert texts(header("Report of: The Town Clerk\nThe Chamberlain"))["report-of"] == "The Town Clerk\nThe Chamberlain"


def test_a_label_on_its_own_line_has_its_value_on_the_next() -> None:
    assert texts(header("Subject:\nHalls and parks\nReport author:\nA Person")) == {
        "subject": "Halls and parks",
        "report-author": "A Person",
    }


def test_labels_that_ran_into_one_line_are_parted() -> None:
    found = header("Committees: Finance Committee – For Decision Dated: 1/2/2023 Subject: Halls")
    (row,) = found.repeats["committees"]
    assert (row["name"].text, row["purpose"].text, row["date"].text) == (
        "Finance Committee",
        "For Decision",
        "1/2/2023",
    )
    assert texts(found) == {"subject": "Halls"}


def test_a_line_whose_label_is_unknown_is_handed_back_and_goes_on_with_nothing() -> None:
    found = header("Subject: Halls\nDirectorate: Places\nFile:\tA/12")
    assert [line.text for line in found.left] == ["Directorate: Places", "File:\tA/12"]
    assert texts(found) == {"subject": "Halls"}


def test_an_unknown_label_beside_a_known_one_is_handed_back_with_its_value() -> None:
    found = header("Key Decision:\tNo\tPolicy Framework:\tYes", GENERIC)
    assert texts(found) == {"key-decision": "No"}
    assert [line.text for line in found.left] == ["Policy Framework:\tYes"]


def test_the_council_s_own_name_is_printed_by_the_layout() -> None:
    found = header("North Somerset Council\nReport to the Executive", NORTH)
    assert found.left == ()
    assert [each.words for each in found.mapped if each.to == "council"] == ["North Somerset Council"]


def test_a_date_without_a_label_fills_the_date_that_is_empty() -> None:
    assert header("Cabinet\n12 July 2023", GENERIC).repeats["committees"][0]["date"].value == "2023-07-12"


def test_a_date_is_not_gone_on_with() -> None:
    found = header("Date: 12 July 2023\nReview of the ferry", GENERIC)
    assert [line.text for line in found.left] == ["Review of the ferry"]


def test_a_title_after_the_author_is_the_author_s() -> None:
    found = header("Report author: A Person\nTitle: Head of Boats", GENERIC)
    assert "subject" not in found.fields
    assert found.repeats["authors"][0]["post"].text == "Head of Boats"


def test_a_label_that_comes_twice_loses_neither_value() -> None:
    found = header("Subject: Halls\nSubject: Parks\nSubject: halls", CITY)
    assert texts(found)["subject"].startswith("Halls\nParks")


def test_lists_of_the_end_said_in_the_header_are_handed_on() -> None:
    found = header("Subject: Halls\nBackground Papers: None\nAppendices:\tA – Plan", GENERIC)
    assert [line.text for line in found.end_matter] == ["Background Papers: None", "Appendices:\tA – Plan"]


def test_an_address_linked_in_a_field_stands_after_its_words() -> None:
    assert texts(header("Subject: [Halls](https://example.org/h)"))["subject"] == "Halls (https://example.org/h)"


def test_a_label_above_a_row_of_cells_takes_the_row() -> None:
    found = header("Subject:\nHalls and parks\tPublic\nReport of:\nA Person, Director\tFor Decision")
    assert texts(found) == {
        "subject": "Halls and parks",
        "public-status": "Public",
        "report-of": "A Person, Director",
        "purpose": "For Decision",
    }


def test_labels_alone_on_their_lines_take_the_lines_below_them() -> None:
    found = header(
        "Committees:\nFinance Committee – For Decision\nMarkets Board – For Information\nDated:\n1 May 2023\n2 May 2023"
    )
    assert [(row["name"].text, row["date"].value) for row in found.repeats["committees"]] == [
        ("Finance Committee", "2023-05-01"),
        ("Markets Board", "2023-05-02"),
    ]
