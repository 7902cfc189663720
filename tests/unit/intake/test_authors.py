"""The author block at the end."""

import pytest

from clerkwell.intake.authors import AuthorBlock, author_block
from clerkwell.intake.headings import Headings
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import read_lines
from helpers.intake import pack

CITY = pack("city-of-london-2023")
END = "Appendices\n\nAppendix 1 – Plan\n\n"


def block(source: str, author: str = "") -> AuthorBlock | None:
    return author_block(read_lines(END + source), CITY, Headings(CITY), Labels(CITY), author)


def texts(found: AuthorBlock | None) -> list[dict[str, str]]:
    return [{name: value.text for name, value in row.items()} for row in found.rows] if found else []


def test_name_post_department_and_how_to_reach_them() -> None:
    found = block("### **Kit Plover**\n\nHead of Halls\nPlaces Department\n\nT: 020 7946 0123\n\nE: kit@example.org")
    assert texts(found) == [
        {
            "name": "Kit Plover",
            "post": "Head of Halls",
            "department": "Places Department",
            "telephone": "020 7946 0123",
            "email": "kit@example.org",
        }
    ]
    assert found is not None
    assert found.start == 2


@pytest.mark.parametrize(
    "contact",
    [
        "kit@example.org",
        "E: [kit@example.org](mailto:kit@example.org)",
        "Email: kit@example.org",
        "e-mail. kit@example.org",
    ],
)
def test_an_address_is_known_with_and_without_its_label(contact: str) -> None:
    assert texts(block(f"Kit Plover\nHead of Halls\n{contact}"))[0]["email"] == "kit@example.org"


def test_two_contacts_on_one_line_are_two() -> None:
    (row,) = texts(block("Kit Plover\nHead of Halls\nT: 020 7946 0123 E: kit@example.org"))
    assert (row["telephone"], row["email"]) == ("020 7946 0123", "kit@example.org")


def test_two_authors_are_two_rows() -> None:
    found = block("Kit Plover\nHead of Halls\nT: 020 7946 0123\n\nSam Teal\nPark Keeper\nT: 020 7946 0456")
    assert [row["name"] for row in texts(found)] == ["Kit Plover", "Sam Teal"]


def test_without_contacts_the_author_is_known_from_the_header() -> None:
    assert texts(block("Kit Plover\nHead of Halls", "Kit Plover, Head of Halls")) == [
        {"name": "Kit Plover", "post": "Head of Halls"}
    ]
    assert block("Kit Plover\nHalls of the Borough") is None


def test_an_author_who_signs_in_one_line_is_known_where_the_header_names_one_much_like_it() -> None:
    line = "Contact: Kit Plovell, Head of Halls, Tel: 020 7946 0123, halls@example.org"
    generic = pack("generic-english-council")

    def signed(author: str) -> AuthorBlock | None:
        return author_block(read_lines(END + line), generic, Headings(generic), Labels(generic), author)

    assert texts(signed("Kit Plover, Head of Halls")) == [
        {"name": "Kit Plovell", "post": "Head of Halls", "telephone": "020 7946 0123", "email": "halls@example.org"}
    ]
    # whom else to ask, and the only author there is
    assert signed("Robin Hale") is None
    assert signed("") is None


def test_the_list_above_is_not_the_author_s() -> None:
    found = block(
        "Background Papers\n\nA survey\n\nKit Plover\nHead of Halls\nT: 020 7946 0123", "Kit Plover, Head of Halls"
    )
    assert texts(found)[0]["name"] == "Kit Plover"
    assert texts(block("None.\n\nKit Plover\nHead\nT: 020 7946 0123"))[0]["name"] == "Kit Plover"


def test_a_layout_without_authors_has_no_block() -> None:
    north = pack("north-somerset-executive-2022")
    assert author_block(read_lines("Kit\nT: 020 7946 0123"), north, Headings(north), Labels(north), "") is None
