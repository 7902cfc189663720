"""What a template keeps from readers who listen, and numbers that are not what the program counts, are found."""

from typing import NamedTuple

import pytest

from helpers.docx_making import p, sdt, tbl, tc, tr
from helpers.packs_changed import DOCUMENT, told_anew, with_document
from helpers.shipped import shipped

CITY, NORTH = "city-of-london-2022", "north-somerset-executive-2022"
LABEL = '<w:r><w:rPr><w:rStyle w:val="FieldLabel"/></w:rPr><w:t>Date of Meeting:</w:t></w:r>'
LINE = f'<w:p><w:pPr><w:pStyle w:val="FieldText"/></w:pPr>{LABEL}'
CELL = '<w:tcPr><w:tcW w:w="6226" w:type="dxa"/></w:tcPr>'
POLICY = '<w:pStyle w:val="Heading2"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="Policy: heading"/>'
FIRST = '<w:pStyle w:val="Heading2Unnumbered"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="Recommendations: heading"/>'
TITLE = f"<dc:title>{shipped(NORTH).manifest.pack.title}</dc:title>"
NUMBERS = "word/numbering.xml"
LEVEL = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{}"/>'


def answer(label: str = "") -> str:
    """A line with a place for an answer, after a label where there is one."""
    words = f"<w:r><w:t>{label} </w:t></w:r>" if label else ""
    return p(f"{words}{sdt('field:subject', '<w:r><w:t>x</w:t></w:r>', '<w:showingPlcHdr/>')}")


def head(*rows: str) -> str:
    """A table over the first line of the head."""
    return tbl(*rows, columns=2) + LINE


class Case(NamedTuple):
    """A change to a pack's document, and what is said of it."""

    pack: str
    old: str
    new: str
    severity: str
    says: str
    where: str = ""
    part: str = DOCUMENT


CASES = {
    "a table without a header row": Case(CITY, "<w:tblHeader/>", "", "warning", "no row is marked as the header row"),
    "merged cells": Case(CITY, CELL, CELL.replace("/></w:tcPr>", '/><w:gridSpan w:val="2"/></w:tcPr>'), "warning",
                         "the table has merged cells"),
    "a table in a table": Case(NORTH, LINE, head(tr(tc(p("Dates:")), tc(tbl(tr(tc(p("A:")), tc(answer())),
                               tr(tc(p("B:")), tc(answer()))) + p()))), "warning", "inside a cell of another"),
    "a table for layout": Case(NORTH, LINE, head(tr(tc(p("Dates:")), tc(answer()))), "warning", "has only one row"),
    "an empty column": Case(
        NORTH, LINE, head(tr(tc(answer("A:")), tc(p())), tr(tc(answer("B:")), tc(p()))), "warning", "column 2"
    ),
    "labels in one cell and answers in the next": Case(
        NORTH, LINE, head(tr(tc(p("From:"), p("To:")), tc(answer(), answer()))), "warning", "says all labels and then",
        "table 1, row 1, cell 1",
    ),
    "an answer before its label": Case(
        NORTH, LINE, head(tr(tc(answer()), tc(p("From:")))), "warning", "“From:” stands after its answer"
    ),
    "a heading in a table": Case(
        NORTH, LINE, head(tr(tc(p("Dates", "Heading2")), tc(answer()))), "info", "a heading stands in a table"
    ),
    "a level of headings left out": Case(
        NORTH, POLICY, POLICY.replace("Heading2", "Heading4"), "warning", "a level is left out"
    ),
    "a logo without words": Case(
        NORTH,
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>',
        "", "warning", "has no alternative text", part="word/header2.xml",
    ),
    "pale letters": Case(
        NORTH, LABEL, LABEL.replace("</w:rPr>", '<w:color w:val="C0C0C0"/></w:rPr>'), "warning", "1.8 to 1"
    ),
    "no title": Case(NORTH, TITLE, "", "info", "Reports get their own", part="docProps/core.xml"),
    "a number typed where the style numbers": Case(
        NORTH, "<w:t>Policy</w:t>", "<w:t>2. Policy</w:t>", "warning", "it would have two", "near “2. Policy"
    ),
    "a number typed where nothing numbers": Case(
        CITY, "<w:t>Summary</w:t>", "<w:t>1. Summary</w:t>", "info", "The number “1.” of “1. Summary” is typed"
    ),
    "paragraphs that begin with another number": Case(
        CITY, LEVEL.format("NumberedParagraph"), LEVEL.format("NumberedParagraph").replace('"1"', '"3"', 1), "error",
        "the number 3, where the program has 1", part=NUMBERS,
    ),
    "a heading that begins anew": Case(
        NORTH, POLICY, POLICY.replace("</w:pPr>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'),
        "error", "“Policy” has the number 1 in the document, and 2 in the program", "near “Policy",
    ),
    "a heading whose number was taken off": Case(
        NORTH, POLICY, POLICY.replace("</w:pPr>", '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'), "error",
        "“Policy” has no number in the document",
    ),
    "a heading numbered that has no number": Case(
        NORTH, FIRST, FIRST.replace("Unnumbered", ""), "error", "Word numbers “Recommendations”, and the pack does not"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_and_said_where_it_stands(name: str) -> None:
    case = CASES[name]
    before = shipped(case.pack)
    found = told_anew(before, with_document(before, case.old, case.new, part=case.part))
    fitting = [each for each in found if each.severity == case.severity and case.says in each.message]
    assert fitting, [(each.severity, each.message) for each in found]
    assert any(case.where in each.where for each in fitting), [each.where for each in fitting]


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/styles.xml", NUMBERS, "word/settings.xml", DOCUMENT])
def test_a_damaged_part_is_told_in_a_sentence(part: str) -> None:
    before = shipped(NORTH)
    found = told_anew(before, with_document(before, "</", "<", part=part))
    assert [each.message for each in found if each.severity == "error" and part in each.message]
