"""A Word document is marked up line by line; what is not touched keeps its bytes, and what is made is a sound place."""

from itertools import pairwise

import pytest

from clerkwell.word.ooxml import WordError, template_places
from clerkwell.word.template import template_lines
from clerkwell.word.template.retagging import retag
from clerkwell.word.template.shapes import template_shapes
from clerkwell.word.template.steps import Around, Inside, set_up
from clerkwell.word.template.unmarking import take_out
from helpers.docx_making import docx, p, parts_of, tbl, tc, tr
from helpers.exports import quick_faults

ROWS = (tr(tc(p("Subject:")), tc(p())), tr(tc(p("Ward affected: All")), tc(p("x"))))
TEXT = "".join(p(each) for each in ("Background", "Some words.", "More words.", "End"))
WHOLE = docx(p("Report to Cabinet") + tbl(*ROWS, columns=2) + TEXT)


def line(data: bytes, words: str) -> int:
    """The number of the first line that says so."""
    return next(at for at, each in enumerate(template_lines(data)) if each.shown == words)


def inside(data: bytes, at: int, tag: str, title: str, prompt: str = "", words: str = "") -> bytes:
    """A place in a line instead of words of it, or, without any, at its end."""
    raw = template_shapes(data)[at].raw
    start = raw.index(words) if words else len(raw)
    return set_up(data, [Inside(at, start, start + len(words), tag, title, prompt)])


def around(data: bytes, first: int, last: int, tag: str, title: str, prompt: str = "") -> bytes:
    """A place round whole lines."""
    return set_up(data, [Around(first, last, tag, title, prompt)])


def shapes(data: bytes) -> dict[str, str]:
    return {each.tag: each.shape for each in template_places(data).places}


def test_a_cell_a_line_and_words_in_it_become_places() -> None:
    empty = line(WHOLE, "Subject:") + 1
    made = inside(WHOLE, empty, "field:subject", "Subject", "What it is about")
    made = inside(made, line(made, "Ward affected: All"), "field:wards", "Wards", "Ward", words="All")
    made = inside(made, line(made, "Report to Cabinet"), "field:committee", "Committee", "Body", words="Cabinet")
    assert shapes(made) == {"field:committee": "inline", "field:subject": "inline", "field:wards": "inline"}
    assert [each.shown for each in template_lines(made)][:4] == [
        "Report to Body", "Subject:", "What it is about", "Ward affected: Ward",
    ]  # fmt: skip
    places = template_places(made).places
    assert all(each.prompt and each.locked for each in places)
    assert len({each.title for each in places}) == 3


def test_a_place_after_a_label_has_a_space_before_it() -> None:
    made = inside(WHOLE, line(WHOLE, "Subject:"), "field:subject", "Subject", "Subject")
    assert template_lines(made)[1].shown == "Subject: Subject"


def test_whole_lines_become_a_section_with_its_heading_and_text() -> None:
    first = line(WHOLE, "Background")
    made = around(WHOLE, first, first + 2, "section:background", "Background: section")
    made = inside(made, first, "heading:background", "Background: heading", "Background", words="Background")
    made = around(made, first + 1, first + 2, "body:background", "Background: text", "Text of this section")
    assert shapes(made) == {"section:background": "block", "heading:background": "inline", "body:background": "block"}
    body = next(each for each in template_places(made).places if each.kind == "body")
    assert body.inside == ("section:background",)
    assert [each.shown for each in template_lines(made)][-3:] == ["Background", "Text of this section", "End"]


def test_a_row_becomes_one_that_repeats() -> None:
    made = set_up(
        WHOLE, [Around(at := line(WHOLE, "x"), at, "repeat:committees", "Committees: once for each", row=True)]
    )
    assert shapes(made) == {"repeat:committees": "row"}


def test_lines_of_a_table_and_beside_it_take_the_whole_table() -> None:
    made = around(WHOLE, line(WHOLE, "Subject:"), line(WHOLE, "Background"), "section:head", "Head")
    assert shapes(made) == {"section:head": "block"}
    inside = [each for each in template_lines(made) if each.inside]
    assert [each.shown for each in inside] == ["Subject:", "", "Ward affected: All", "x", "Background"]


def test_only_the_part_that_is_marked_is_written_anew() -> None:
    made = inside(WHOLE, 0, "field:committee", "Committee", "Body", words="Cabinet")
    was, now = parts_of(WHOLE), parts_of(made)
    assert was.keys() == now.keys()
    assert {name for name in was if was[name] != now[name]} == {"word/document.xml"}
    assert not quick_faults(made)


def test_what_was_marked_can_be_unmarked_and_named_otherwise() -> None:
    made = inside(WHOLE, 0, "field:committee", "Committee", words="Cabinet")
    named = retag(made, "field:committee", "field:body", "Deciding body")
    assert shapes(named) == {"field:body": "inline"}
    assert [each.title for each in template_places(named).places] == ["Deciding body"]
    assert [each.shown for each in template_lines(take_out(named, "field:body"))] == [
        each.shown for each in template_lines(WHOLE)
    ]


def test_titles_are_told_apart_and_cut_where_word_cuts_them() -> None:
    made = inside(WHOLE, 0, "field:a", "t" * 80, "x")
    made = inside(made, 0, "field:b", "t" * 80, "x")
    titles = [each.title for each in template_places(made).places]
    assert all(len(each) <= 64 for each in titles)
    assert all(one != other for one, other in pairwise(titles))


def test_what_cannot_be_marked_is_told() -> None:
    with pytest.raises(WordError, match="no such line"):
        set_up(WHOLE, [Inside(99, 0, 0, "field:x", "X", "x")])
    with pytest.raises(WordError, match="stands in no table"):
        set_up(WHOLE, [Around(0, 0, "repeat:x", "X", row=True)])
    with pytest.raises(WordError, match="no such place"):
        take_out(WHOLE, "field:x")


def test_what_cannot_be_named_otherwise_is_told() -> None:
    made = around(inside(WHOLE, 0, "field:a", "A", "x"), 6, 6, "section:b", "B")
    for tag, new, says in (
        ("field:x", "field:y", "no place “field:x”"),
        ("field:a", "section:b", "has a place “section:b” already"),
        ("field:a", f"field:{'x' * 70}", "longer than Word keeps"),
    ):
        with pytest.raises(WordError, match=says):
            retag(made, tag, new, "Y")
