"""A Word document is marked up line by line; what is not touched keeps its bytes, and what is made is a sound place."""

from itertools import pairwise

import pytest

from clerkwell.word.ooxml import WordError, template_places
from clerkwell.word.template import template_lines
from clerkwell.word.template.marking import mark_lines, mark_row, mark_words, retag, unmark
from helpers.docx_making import docx, p, parts_of, tbl, tc, tr
from helpers.exports import quick_faults

ROWS = (tr(tc(p("Subject:")), tc(p())), tr(tc(p("Ward affected: All")), tc(p("x"))))
TEXT = "".join(p(each) for each in ("Background", "Some words.", "More words.", "End"))
WHOLE = docx(p("Report to Cabinet") + tbl(*ROWS, columns=2) + TEXT)


def line(data: bytes, words: str) -> int:
    """The number of the first line that says so."""
    return next(at for at, each in enumerate(template_lines(data)) if each.shown == words)


def shapes(data: bytes) -> dict[str, str]:
    return {each.tag: each.shape for each in template_places(data).places}


def test_a_cell_a_line_and_words_in_it_become_places() -> None:
    empty = line(WHOLE, "Subject:") + 1
    made = mark_words(WHOLE, empty, "field:subject", "Subject", "What it is about")
    made = mark_words(made, line(made, "Ward affected: All"), "field:wards", "Wards", "Ward", words="All")
    made = mark_words(made, line(made, "Report to Cabinet"), "field:committee", "Committee", "Body", words="Cabinet")
    assert shapes(made) == {"field:committee": "inline", "field:subject": "inline", "field:wards": "inline"}
    assert [each.shown for each in template_lines(made)][:4] == [
        "Report to Body", "Subject:", "What it is about", "Ward affected: Ward",
    ]  # fmt: skip
    places = template_places(made).places
    assert all(each.prompt and each.locked for each in places)
    assert len({each.title for each in places}) == 3


def test_a_place_after_a_label_has_a_space_before_it() -> None:
    made = mark_words(WHOLE, line(WHOLE, "Subject:"), "field:subject", "Subject", "Subject")
    assert template_lines(made)[1].shown == "Subject: Subject"


def test_whole_lines_become_a_section_with_its_heading_and_text() -> None:
    first = line(WHOLE, "Background")
    made = mark_lines(WHOLE, first, first + 2, "section:background", "Background: section")
    made = mark_words(made, first, "heading:background", "Background: heading", "Background", words="Background")
    made = mark_lines(made, first + 1, first + 2, "body:background", "Background: text", "Text of this section")
    assert shapes(made) == {"section:background": "block", "heading:background": "inline", "body:background": "block"}
    body = next(each for each in template_places(made).places if each.kind == "body")
    assert body.inside == ("section:background",)
    assert [each.shown for each in template_lines(made)][-3:] == ["Background", "Text of this section", "End"]


def test_a_row_becomes_one_that_repeats() -> None:
    made = mark_row(WHOLE, line(WHOLE, "x"), "repeat:committees", "Committees: once for each")
    assert shapes(made) == {"repeat:committees": "row"}


def test_lines_of_a_table_and_beside_it_take_the_whole_table() -> None:
    made = mark_lines(WHOLE, line(WHOLE, "Subject:"), line(WHOLE, "Background"), "section:head", "Head")
    assert shapes(made) == {"section:head": "block"}
    inside = [each for each in template_lines(made) if each.inside]
    assert [each.shown for each in inside] == ["Subject:", "", "Ward affected: All", "x", "Background"]


def test_only_the_part_that_is_marked_is_written_anew() -> None:
    made = mark_words(WHOLE, 0, "field:committee", "Committee", "Body", words="Cabinet")
    was, now = parts_of(WHOLE), parts_of(made)
    assert was.keys() == now.keys()
    assert {name for name in was if was[name] != now[name]} == {"word/document.xml"}
    assert not quick_faults(made)


def test_what_was_marked_can_be_unmarked_and_named_otherwise() -> None:
    made = mark_words(WHOLE, 0, "field:committee", "Committee", "Cabinet", words="Cabinet")
    named = retag(made, "field:committee", "field:body", "Deciding body")
    assert shapes(named) == {"field:body": "inline"}
    assert [each.title for each in template_places(named).places] == ["Deciding body"]
    assert [each.shown for each in template_lines(unmark(named, "field:body"))] == [
        each.shown for each in template_lines(WHOLE)
    ]


def test_titles_are_told_apart_and_cut_where_word_cuts_them() -> None:
    made = mark_words(WHOLE, 0, "field:a", "t" * 80, "x")
    made = mark_words(made, 0, "field:b", "t" * 80, "x")
    titles = [each.title for each in template_places(made).places]
    assert all(len(each) <= 64 for each in titles)
    assert all(one != other for one, other in pairwise(titles))


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda data: mark_words(data, 99, "field:x", "X", "x"), "no such line"),
        (lambda data: mark_words(data, 0, "field:x", "X", "x", words="Council"), "does not say “Council”"),
        (lambda data: mark_words(data, 0, f"field:{'x' * 70}", "X", "x"), "longer than Word keeps"),
        (lambda data: mark_row(data, 0, "repeat:x", "X"), "stands in no table"),
        (lambda data: unmark(data, "field:x"), "no place “field:x”"),
        (lambda data: retag(data, "field:x", "field:y", "Y"), "no place “field:x”"),
        (
            lambda data: mark_lines(mark_lines(data, 0, 0, "section:x", "X"), 6, 6, "section:x", "X"),
            "has a place “section:x” already",
        ),
    ],
)
def test_what_cannot_be_marked_is_told(act: object, says: str) -> None:
    assert callable(act)
    with pytest.raises(WordError, match=says):
        act(WHOLE)
