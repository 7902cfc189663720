"""Pointers typed by hand."""

import pytest

from clerkwell.proofing.sense.pointers import pointers


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("The costs are set out in paragraph 14.", "paragraph", ["14"]),
        ("As paragraphs 3 to 7 above show,", "paragraph", ["3", "7"]),
        ("(see para. 3.2)", "paragraph", ["3.2"]),
        ("For risks see section 8.", "section", ["8"]),
        ("Table 3 shows prices.", "table", ["3"]),
    ],
)
def test_a_pointer_to_the_report_is_found(text: str, kind: str, numbers: list[str]) -> None:
    found = pointers(text)
    assert [each.number for each in found] == numbers
    assert {each.kind for each in found} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "It is exempt under paragraph 3 of Schedule 12A.",
        "The test is in paragraph 177 of the guidance.",
        "Section 100D of the Act asks for a list.",
        "The Inspector, in paragraph 45, found need.",
        "The lease says so in paragraph 88.",
        "Table 2 of the Department’s review shows it.",
        "There are 14 paragraphs.",
        "in section 17",
        "paragraphs 5.3 to 5.9 (noise);",  # an item: the policy is named in what leads up to the list
    ],
)
def test_a_pointer_to_another_document_is_left(text: str) -> None:
    assert pointers(text) == ()


def test_above_and_below_make_it_certain() -> None:
    assert [each.sure for each in pointers("As section 9 below and paragraph 2 of this report say,")] == [True, True]


def test_what_a_paragraph_explains_is_this_report_s_even_beside_another_document() -> None:
    (pointer,) = pointers("As paragraph 6.5 explains, the consultation met the requirements of the Code.")
    assert (pointer.number, pointer.beside) == ("6.5", True)
    assert not pointers("As paragraph 6.5 of the Code explains, notice is given.")
