"""Pointing at a Word document and saying what goes there makes sound places, as one change of the pack each."""

import pytest

from clerkwell.packs import Pack, PackError
from clerkwell.word.ooxml import template_places
from clerkwell.word.template import template_lines
from clerkwell.word.template.shapes import template_shapes
from clerkwell.workshop import check_pack
from clerkwell.workshop.outlining import Node, outline
from clerkwell.workshop.placing import Target, call, new_field, put_in, take_away, ways
from clerkwell.workshop.wanted import place_titles, wanted_places
from helpers.docx_making import docx, p, parts_of, tbl, tc, tr
from helpers.exports import quick_faults
from helpers.packs_changed import told, with_file
from helpers.shipped import shipped

ROWS = (tr(tc(p("Committee:")), tc(p("Date:"))), tr(tc(p()), tc(p())))
BODY = (
    p("Report to Cabinet") + tbl(*ROWS, columns=2) + p("Subject of Report:  ") + p("Policy", "heading2")
    + p("Some words.") + p("More words.") + p("Details", "heading2") + p("Other words.")
)  # fmt: skip


@pytest.fixture
def pack() -> Pack:
    """North Somerset's pack with a document in which nothing is marked yet."""
    return with_file(shipped("north-somerset-executive-2022"), "template.docx", docx(BODY))


def line(pack: Pack, words: str) -> int:
    return next(at for at, each in enumerate(template_lines(pack.template)) if each.shown.startswith(words))


def shown(pack: Pack) -> list[str]:
    return [each.shown for each in template_lines(pack.template)]


def set_out(pack: Pack) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {each.tag: (each.shape, each.inside) for each in template_places(pack.template).places}


def offered(pack: Pack, tag: str, target: Target) -> list[str]:
    places = wanted_places(pack, template_places(pack.template))
    place = next(each for each in places if each.tag == tag)
    return [each.says for each in ways(place, target, template_shapes(pack.template))]


def test_a_field_goes_behind_its_label_instead_of_words_or_into_an_empty_line(pack: Pack) -> None:
    label, words = line(pack, "Subject of Report:"), line(pack, "Report to Cabinet")
    assert offered(pack, "field:subject", Target(label, label)) == [
        "At the end of the line “Subject of Report:”", "Instead of the line “Subject of Report:”"
    ]  # fmt: skip
    assert offered(pack, "field:committee", Target(words, words, 10, 17))[0] == "Instead of the words “Cabinet”"
    assert offered(pack, "field:subject", Target(3, 3))[0] == "In this empty line"
    made = put_in(pack, "field:subject", Target(label, label), "end")
    made = put_in(made, "field:committee", Target(words, words, 10, 17), "words")
    made = put_in(made, "field:meeting-date", Target(3, 3), "end")
    assert shown(made)[0] == "Report to Executive"
    assert shown(made)[3] == "Date of Meeting"
    assert shown(made)[5] == "Subject of Report: Subject of Report"
    assert {shape for shape, _ in set_out(made).values()} == {"inline"}
    assert all(each.locked and each.prompt for each in template_places(made.template).places)


def test_a_section_brings_its_heading_and_its_text_along(pack: Pack) -> None:
    first = line(pack, "Policy")
    made = put_in(pack, "section:policy", Target(first, first + 2), "lines")
    assert set_out(made) == {
        "section:policy": ("block", ()),
        "heading:policy": ("inline", ("section:policy",)),
        "body:policy": ("block", ("section:policy",)),
    }
    assert shown(made)[first:] == ["Policy", "Text of this section", "Details", "Other words."]


def test_a_heading_and_a_text_that_both_stand_get_their_section(pack: Pack) -> None:
    first = line(pack, "Details")
    made = put_in(pack, "heading:details", Target(first, first), "words")
    made = put_in(made, "body:details", Target(first + 1, first + 1), "lines")
    assert set_out(made)["section:details"] == ("block", ())
    assert set_out(made)["body:details"] == ("block", ("section:details",))


def test_a_place_that_stands_elsewhere_moves_or_stands_twice(pack: Pack) -> None:
    first = line(pack, "Policy")
    made = put_in(pack, "body:policy", Target(first + 1, first + 2), "lines")
    other = line(made, "Other words.")
    moved = put_in(made, "body:policy", Target(other, other), "lines")
    assert shown(moved)[first:] == ["Policy", "Details", "Text of this section"]
    once = put_in(pack, "field:subject", Target(0, 0), "end")
    twice = put_in(once, "field:subject", Target(3, 3), "end", again=True)
    assert [each.tag for each in template_places(twice.template).places] == ["field:subject"] * 2
    assert [each.tag for each in template_places(take_away(twice, "field:subject", 0).template).places] == [
        "field:subject"
    ]
    assert shown(take_away(twice, "field:subject", 0))[0] == "Report to Cabinet"


def test_a_row_comes_once_for_each(pack: Pack) -> None:
    city = with_file(shipped("city-of-london-2017"), "template.docx", pack.template)
    assert offered(city, "repeat:committees", Target(3, 4))[0] == "Round the row"
    made = put_in(city, "field:committees.name", Target(3, 3), "end")
    made = put_in(made, "repeat:committees", Target(3, 3), "row")
    assert set_out(made) == {
        "repeat:committees": ("row", ()),
        "field:committees.name": ("inline", ("repeat:committees",)),
    }


def test_what_goes_round_several_cells_goes_round_the_table() -> None:
    city = shipped("city-of-london-2017")
    # The row of a committee, which comes once for each: two cells in a place of their own.
    made = put_in(city, "section:summary", Target(2, 3), "lines", again=True)
    assert set_out(made)["repeat:committees"] == ("row", ("section:summary",))
    assert not quick_faults(made.template)


def test_a_new_question_is_asked_and_has_its_place(pack: Pack) -> None:
    made = new_field(pack, "  Wards  affected ", Target(3, 3), "end")
    spec = made.manifest.field[-1]
    assert (spec.id, spec.title) == ("wards-affected", "Wards affected")
    assert set_out(made) == {"field:wards-affected": ("inline", ())}
    with pytest.raises(PackError, match="Give the new question a name"):
        new_field(pack, "  ", Target(3, 3), "end")


def test_a_place_is_called_otherwise_and_nothing_else_is_touched(pack: Pack) -> None:
    made = put_in(pack, "field:subject", Target(0, 0), "end")
    called = call(made, "field:subject", " Subject  line ")
    assert [each.title for each in template_places(called.template).places] == ["Subject line"]
    was, is_now = parts_of(pack.template), parts_of(called.template)
    assert {name for name in was if was[name] != is_now[name]} == {"word/document.xml"}


def test_what_is_no_longer_as_it_was_shown_is_told(pack: Pack) -> None:
    with pytest.raises(PackError, match="no longer as it was shown"):
        put_in(pack, "field:subject", Target(90, 90), "end")
    with pytest.raises(PackError, match="taken out in Word"):
        take_away(pack, "field:subject", 0)


def test_what_a_shipped_pack_takes_out_can_be_put_back_and_is_sound() -> None:
    before = shipped("north-somerset-executive-2022")
    at = line(before, "Subject of Report:")
    gone = take_away(before, "field:subject", at)
    assert shown(gone)[at] == "Subject of Report:"
    assert told(check_pack(gone)) != []
    assert told(check_pack(put_in(gone, "field:subject", Target(at, at), "end"))) == []


def test_what_would_go_with_a_line_keeps_it_from_being_replaced(pack: Pack) -> None:
    before = shipped("north-somerset-executive-2022")
    lines = template_lines(before.template)
    logo = next(at for at, each in enumerate(lines) if each.at.part == "the header of the first page")
    subject, text = (
        line(before, "Subject of Report:"),
        next(at for at, each in enumerate(lines) if "body:policy" in each.inside),
    )
    assert offered(before, "field:committee", Target(logo, logo)) == ["In this line"]
    assert offered(before, "field:committee", Target(subject, subject)) == [
        "At the end of the line “Subject of Report:”"
    ]
    assert offered(before, "field:committee", Target(text, text)) == []
    # A section's text is what comes after the words before it.
    at = line(pack, "Some words.")
    made = put_in(
        put_in(pack, "field:subject", Target(at, at), "end"), "section:policy", Target(at - 1, at + 1), "lines"
    )
    assert shown(made)[at : at + 2] == ["Some words. Subject of Report", "Text of this section"]
    assert set_out(made)["field:subject"] == ("inline", ("section:policy",))


def test_the_outline_nests_lines_under_headings_and_cells_in_rows(pack: Pack) -> None:
    def words(nodes: tuple[Node, ...], depth: int = 0) -> list[str]:
        return [each for node in nodes for each in ("  " * depth + node.words, *words(node.under, depth + 1))]

    made = put_in(pack, "section:policy", Target(6, 8), "lines")
    made = put_in(made, "field:subject", Target(5, 5), "end")
    found = outline(template_lines(made.template), {**place_titles(made)})
    assert words(found) == [
        "The document", "  Report to Cabinet", "  Table 1", "    Row 1", "      Cell 1: Committee:",
        "      Cell 2: Date:", "    Row 2", "      Cell 1: (an empty line)", "      Cell 2: (an empty line)",
        "  Subject of Report: ‹Subject of Report›", "  Policy", "    ‹Policy: text›", "  Details", "    Other words.",
    ]  # fmt: skip
    policy = next(each for each in found[0].under if each.words == "Policy")
    assert policy.tags == ("section:policy", "heading:policy")
