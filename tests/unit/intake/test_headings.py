"""Headings, known and by their look."""

import pytest

from clerkwell.intake.headings import (
    Headings,
    is_capitals,
    looks_like_heading,
    majors,
    numbered_heading,
)
from clerkwell.intake.lines import Line, read_lines
from helpers.intake import pack

CITY = Headings(pack("city-of-london-2022"))
NORTH = Headings(pack("north-somerset-executive-2022"))


def line(text: str) -> Line:
    return read_lines("x\n\n" + text)[1]


@pytest.mark.parametrize(
    ("text", "kind", "section"),
    [
        ("Summary", "section", "summary"),
        ("### **CURRENT POSITION:**", "section", "current-position"),
        ("3. Background", "section", "background"),
        ("1.0 Background", "section", "background"),
        ("4 Background", "section", "background"),
        ("Corporate and Strategic Implications", "group", "implications"),
        ("Recommendation(s)", "section", "recommendations"),
        ("Appendices\t", "section", "appendices"),
    ],
)
def test_a_heading_is_known_whatever_its_case_colon_and_number(text: str, kind: str, section: str) -> None:
    found = CITY.whole(line(text))
    assert found is not None
    assert (found.kind, found.id) == (kind, section)


@pytest.mark.parametrize("text", ["- Background", "Background to it", "(a) Summary", "Summary\tOptions", "x " * 200])
def test_bullets_longer_lines_and_rows_are_no_known_heading(text: str) -> None:
    assert CITY.whole(line(text)) is None


def test_a_run_in_heading_leaves_its_text() -> None:
    source = line("18. Financial implications – N/A")
    found = CITY.begins(source)
    assert found is not None
    assert (found.id, found.number, source.text[found.end :]) == ("financial", "18.", "N/A")


def test_a_list_at_the_end_may_run_in_anywhere() -> None:
    found = NORTH.begins(line("Background Papers: the survey"))
    assert found is not None
    assert found.id == "background-papers"


@pytest.mark.parametrize("text", ["2. Details: the first", "Policy – a word", "Summary - the long and short of it"])
def test_a_sentence_that_begins_with_one_word_of_a_heading_is_none(text: str) -> None:
    assert NORTH.begins(line(text)) is None


def test_headings_of_the_pack_a_text_came_from_count_for_sections_that_both_have() -> None:
    both = Headings(pack("city-of-london-2022"), pack("north-somerset-executive-2022"))
    found = both.whole(line("6. Legal Powers and Implications"))
    assert found is not None
    assert found.id == "legal"
    assert both.whole(line("2. Policy")) is None


def test_a_heading_that_contains_a_title_is_like_it() -> None:
    generic = Headings(pack("generic-english-council"))
    assert generic.like("The following recommendations to Council") == "recommendations"
    assert generic.like("5. Financial implications of the lease") == "financial"
    assert generic.like("Social value") == ""


def test_marks_bold_and_capitals_look_like_headings() -> None:
    for text in ("## Costs of it", "**Costs of it**", "COSTS OF IT"):
        assert looks_like_heading(line(text), None)
    assert is_capitals(line("1.2 COSTS"))
    assert not is_capitals(line("UK"))


def test_a_short_line_apart_with_text_below_looks_like_one() -> None:
    short, text = read_lines("x\n\nHow it is kept\n\nEach service looks at its own.")[1:]
    assert looks_like_heading(short, text)
    assert not looks_like_heading(short, short)
    assert not looks_like_heading(short, None)


@pytest.mark.parametrize("text", ["None.", "N/A", "It is short.", "two words", "These are:", "- Kept", "a@example.org"])
def test_answers_sentences_and_lead_ins_do_not(text: str) -> None:
    assert not looks_like_heading(line(text), line("A long enough sentence follows here."))


def test_a_number_with_its_decimals_below_is_a_heading() -> None:
    lines = read_lines("2. Context\n\n2.1 First.\n2.2 Second.")
    assert majors(lines) == {2}
    assert numbered_heading(lines[0], lines[1], majors(lines)) == ("2.", "Context")
    assert numbered_heading(lines[1], lines[2], majors(lines)) is None
    assert numbered_heading(line("1. Advertise."), line("2. Choose."), frozenset()) is None
