"""Styles by name, and the labels that Word's numbering gives."""

import pytest
from lxml import etree

from clerkwell.word.ooxml.counting import written
from clerkwell.word.ooxml.numbering import Labels, Numbering
from clerkwell.word.ooxml.styles import Styles
from helpers.docx_making import STYLES, W, numbering


def styles(inner: str) -> Styles:
    return Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{inner}</w:styles>'))


def labels(inner: str) -> Labels:
    return Labels(Numbering(etree.fromstring(f'<w:numbering xmlns:w="{W}">{inner}</w:numbering>')))


def test_a_style_is_found_by_its_name_whatever_its_capitals() -> None:
    found = styles(STYLES).named("Heading 2", "paragraph")
    assert found is not None
    assert found.id == "heading2"
    assert styles(STYLES).named("Heading 2", "character") is None


def test_a_style_gives_the_heading_level_that_it_is_based_on() -> None:
    based = '<w:style w:type="paragraph" w:styleId="My"><w:name w:val="My"/><w:basedOn w:val="heading2"/></w:style>'
    assert styles(STYLES + based).outline("My") == 1
    assert styles(STYLES).outline("Normal") is None


def test_a_style_gives_the_numbering_that_it_is_based_on_unless_it_takes_it_away() -> None:
    def based(more: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="My"><w:basedOn w:val="Numbered"/>{more}</w:style>'

    level = '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'
    none = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    assert styles(STYLES + based("")).numbering("My") == ("1", None)
    assert styles(STYLES + based(level)).numbering("My") == ("1", 2)
    assert styles(STYLES + based(none)).numbering("My") is None


def test_styles_based_on_each_other_do_not_hang() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA")
    )
    assert styles(circle).numbering("A") is None
    assert styles(circle).outline("A") is None


def test_a_deeper_level_begins_again_after_a_shallower_item() -> None:
    counted = labels(numbering())
    wanted = [(0, "1."), (1, "(a)"), (1, "(b)"), (2, "(i)"), (0, "2."), (1, "(a)"), (2, "(i)"), (2, "(ii)")]
    assert [counted.next("3", level) for level, _ in wanted] == [label for _, label in wanted]


def test_instances_of_one_definition_count_on_unless_told_where_to_begin() -> None:
    more = '<w:num w:numId="8"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="3"/>'
    more += '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    counted = labels(numbering() + more)
    assert [counted.next(num, 0) for num in ("3", "8", "9", "9", "3")] == ["1.", "2.", "5.", "6.", "7."]


def test_a_level_may_be_told_not_to_begin_again() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    )
    counted = labels(definition)
    assert [counted.next("7", level) for level in (0, 1, 0, 1)] == ["1", "1.1", "2", "2.2"]


def test_a_level_that_is_passed_over_counts_as_begun() -> None:
    wanted = [(1, "(a)"), (0, "2."), (2, "(i)"), (1, "(b)"), (2, "(i)")]
    counted = labels(numbering())
    assert [counted.next("3", level) for level, _ in wanted] == [label for _, label in wanted]


def test_a_form_that_older_programs_do_not_know_stands_in_alternate_content() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    definition = (
        f'<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent {mc}>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    )
    assert labels(definition).next("1", 0) == "001)"


def test_a_definition_may_be_that_of_a_numbering_style() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="S"/><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="6"/></w:num>'
    )
    assert labels(definition).next("1", 0) == "III)"


def test_bullets_from_symbol_fonts_read_as_bullets() -> None:
    definition = (
        '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    )
    assert labels(definition).next("1", 0) == "•"


@pytest.mark.parametrize(
    ("form", "count", "label"),
    [
        ("decimal", 12, "12"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 4, "IV"),
        ("decimalZero", 7, "07"),
        ("none", 3, ""),
        ("lowerLetter", 0, "0"),
    ],
)
def test_counts_are_written_as_word_writes_them(form: str, count: int, label: str) -> None:
    assert written(form, count) == label


@pytest.mark.parametrize("bad", ["", "--5", "x", "²", "1.5", "9" * 5_000])
def test_numbers_that_are_none_do_no_harm(bad: str) -> None:
    outline = f'<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:outlineLvl w:val="{bad}"/></w:pPr></w:style>'
    assert styles(outline).outline("A") is None
    levels = (
        f'<w:abstractNum w:abstractNumId="{bad}"><w:lvl w:ilvl="{bad}"><w:start w:val="{bad}"/></w:lvl></w:abstractNum>'
    )
    num = f'<w:num w:numId="{bad}"><w:abstractNumId w:val="{bad}"/><w:lvlOverride w:ilvl="{bad}"/></w:num>'
    numbers = Numbering(etree.fromstring(f'<w:numbering xmlns:w="{W}">{levels}{num}</w:numbering>'))
    assert (numbers.highest_num, numbers.highest_abstract) == (0, -1)
