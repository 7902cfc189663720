"""Names of exported files can be held by every system, and say what the pack wants them to."""

import pytest

from clerkwell.session.filenames import file_name, safe_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trees: costs/benefits?", "Trees costs benefits"),
        ("  Two\n lines ", "Two lines"),
        ("Ends with dots...", "Ends with dots"),
        ("CON", "CON_"),
        ("con.fidential", "_con.fidential"),
        ("Com1", "Com1_"),
        ("...", "Report"),
        ("", "Report"),
        ("gnp.\u202eexe", "gnp.exe"),
        ("e\u0301", "é"),
    ],
)
def test_a_name_is_one_that_every_system_can_hold(words: str, name: str) -> None:
    assert safe_name(words) == name


def test_a_long_name_is_cut_by_bytes_too() -> None:
    assert len(safe_name("x" * 500)) == 120
    assert len(safe_name("é" * 500).encode()) <= 200


def test_the_pattern_is_filled_in_once() -> None:
    words = {"number": "1", "title": "What {number} means"}
    assert file_name("Appendix {number} - {title}", words, ".pdf") == "Appendix 1 - What {number} means.pdf"


def test_without_a_title_no_dash_is_left() -> None:
    assert file_name("Appendix {number} - {title}", {"number": "1", "title": " "}, ".pdf") == "Appendix 1.pdf"


def test_a_name_that_is_taken_in_other_capitals_gets_a_number() -> None:
    assert file_name("{title}", {"title": "Plan"}, ".pdf", {"plan.pdf"}) == "Plan (2).pdf"


@pytest.mark.parametrize("title", ["Restoring the ditches of the common " * 9, "é" * 400, "😀" * 400])
def test_a_long_title_is_cut_and_not_what_the_pattern_says_of_the_file(title: str) -> None:
    name = file_name("{title} - not for publication", {"title": title}, ".docx")
    assert name.endswith(" - not for publication.docx")
    assert len(name) <= 125
    assert len(name.encode()) <= 205
    assert file_name("{title}", {"title": title}, ".docx") != name
