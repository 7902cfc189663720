"""Layouts that councils use in Word, each imported: fields, sections and blocks as a reader sees them."""

from functools import cache

import pytest

from clerkwell.intake import Imported, import_document
from clerkwell.model import Block, Footnote, Image, Landscape, ListItem, Paragraph, Table, all_blocks, words
from clerkwell.word.reader import read_document
from helpers.docx_making import png
from helpers.intake import packs
from helpers.word_layouts import layouts


@cache
def documents() -> dict[str, bytes]:
    return dict(layouts())


@cache
def come_in(name: str) -> Imported:
    return import_document(read_document(documents()[name]), packs())


def committees(imported: Imported) -> list[tuple[str, str]]:
    rows = imported.report.repeats["committees"]
    return [(row["name"].text, row["date"].text) for row in rows]


def sections(imported: Imported) -> list[str]:
    return [section.id for section in imported.report.sections]


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    done = []
    for block in blocks:
        name = type(block).__name__
        done.append(f"{name} {block.level}{' ordered' * block.ordered}" if isinstance(block, ListItem) else name)
    return done


def noted(imported: Imported) -> list[str]:
    return [finding.text for finding in imported.findings if finding.kind == "noted"]


@pytest.mark.parametrize("name", [name for name in layouts() if name != "merged header"])
def test_the_header_is_read_however_it_is_set(name: str) -> None:
    imported = come_in(name)
    assert committees(imported) == [("Highways Committee", "14 May 2024")]
    assert imported.report.field("subject").text == "Reopening the Mill Lane footbridge"


@pytest.mark.parametrize("name", layouts())
def test_nothing_is_left_in_the_tray(name: str) -> None:
    assert come_in(name).report.tray == ()


def test_a_label_cell_that_goes_over_two_rows_is_the_label_of_both() -> None:
    assert committees(come_in("merged header")) == [("Highways Committee", "14 May 2024"), ("Cabinet", "21 May 2024")]


def test_a_header_table_in_a_cell_is_read_and_so_is_what_stands_over_it() -> None:
    assert come_in("header in a table's cell").report.field("council").text == "Example Borough Council"


def test_bold_lines_are_headings_and_unknown_ones_sections_of_their_own() -> None:
    imported = come_in("headings in bold")
    assert sections(imported) == ["summary", "recommendations", "own-1", "financial"]
    assert [section.heading for section in imported.report.sections] == ["", "", "Repairs so far", ""]


def test_typed_numbers_stay_as_they_were_typed() -> None:
    report = come_in("typed numbers").report
    assert [section.heading for section in report.sections] == [
        "1. Purpose of report",
        "2. Recommendations",
        "3. Legal implications",
    ]
    assert words(report.blocks("recommendations")[0]).startswith("2.1 That")


def test_numbers_and_bullets_that_word_prints_are_lists_with_their_levels() -> None:
    report = come_in("counted by Word").report
    assert kinds(report.blocks("background")) == [
        "ListItem 0 ordered",
        "ListItem 0 ordered",
        "ListItem 0",
        "ListItem 0",
        "ListItem 1",
        "ListItem 0 ordered",
    ]
    assert kinds(report.blocks("legal")) == [
        "ListItem 0 ordered",
        "ListItem 0 ordered",
        "ListItem 1 ordered",
        "ListItem 1 ordered",
    ]
    assert [block.start for block in report.blocks("legal") if isinstance(block, ListItem)] == [4, None, None, None]


def test_tables_come_in_with_headers_captions_and_their_words_in_place() -> None:
    first, _, second = come_in("tables").report.blocks("background")
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.caption, first.header_rows, first.rag_columns) == ("Crossings", 1, (2,))
    assert words(second) == "Place\tCrossings by year\t\nMill Lane\t2022\t41,000\n\t2023\t39,500"
    assert any("Merged cells" in each for each in noted(come_in("tables")))


def test_a_text_box_stands_where_it_is_anchored() -> None:
    blocks = come_in("boxes of text").report.blocks("background")
    assert [words(block)[:14] for block in blocks] == ["The footbridge", "Did you know?", "The council is"]


def test_a_box_round_text_is_no_table() -> None:
    imported = come_in("a box round recommendations")
    assert sections(imported) == ["summary", "recommendations", "financial"]
    assert kinds(imported.report.blocks("recommendations")) == ["Paragraph", "Paragraph"]


def test_numbers_in_a_column_number_the_paragraphs_beside_them() -> None:
    blocks = come_in("numbers in a column").report.blocks("background")
    assert [words(block).split()[0] for block in blocks] == ["4.1", "4.2", "4.3"]
    assert kinds(blocks) == ["Paragraph"] * 3


def test_a_table_of_implications_is_their_sections() -> None:
    imported = come_in("implications in a table")
    assert sections(imported)[-3:] == ["financial", "legal", "risk"]
    assert all(kinds(imported.report.blocks(each)) == ["Paragraph"] for each in sections(imported)[-3:])


def test_titles_of_controls_are_labels() -> None:
    assert come_in("controls").report.field("report-author").text == "Morgan Sample"


def test_a_ticked_box_is_the_answer_and_a_prompt_is_none() -> None:
    imported = come_in("prompts and boxes to tick")
    assert imported.report.field("key-decision").value == "Yes"
    assert any("Click or tap here to enter wards." in each for each in noted(imported))
    assert ("No", "prompt") in [(each.words, each.to) for each in imported.mapped]


@pytest.mark.parametrize("name", ["footnotes", "endnotes"])
def test_notes_are_footnotes(name: str) -> None:
    (block,) = come_in(name).report.blocks("background")
    assert isinstance(block, Paragraph)
    (note,) = [run for run in block.runs if isinstance(run, Footnote)]
    assert note.runs[0].text == "By the parish."


def test_a_picture_comes_in_with_its_alternative_text_its_caption_and_its_file() -> None:
    imported = come_in("pictures")
    picture = imported.report.blocks("background")[-1]
    assert isinstance(picture, Image)
    assert (picture.alt, picture.caption) == ("Map of Mill Lane", "The lane")
    assert imported.attachments == {picture.attachment: png()}


def test_tracked_changes_are_taken_as_accepted_and_said() -> None:
    imported = come_in("tracked changes")
    assert words(imported.report.blocks("background")[0]) == "The repair costs forty-eight thousand pounds."
    assert "Tracked changes were taken as accepted: 1 deletion, 1 insertion, by Alex Example (2)." in noted(imported)
    assert "Taken out by Alex Example: “fifty”" in noted(imported)


def test_the_list_of_contents_is_left_out_and_said() -> None:
    imported = come_in("a list of contents")
    assert sections(imported) == ["summary", "recommendations"]
    assert sum("Left out as a page" in each for each in noted(imported)) == 2


def test_a_page_on_its_side_is_a_landscape_stretch() -> None:
    blocks = come_in("a page on its side").report.blocks("background")
    assert kinds(blocks) == ["Paragraph", "Landscape", "Paragraph"]
    assert isinstance(blocks[1], Landscape)
    assert kinds(blocks[1].blocks) == ["Table"]


def test_appendices_in_the_document_are_the_blocks_of_those_that_are_listed() -> None:
    appendices = come_in("appendices in the document").report.appendices
    assert [(each.number, each.title) for each in appendices] == [("1", "The plan"), ("2", "The survey")]
    assert [kinds(each.blocks) for each in appendices] == [["Paragraph"], ["Paragraph", "Table"]]


def test_contacts_in_a_table_at_the_end_are_the_author() -> None:
    (row,) = come_in("contacts in a table").report.repeats["authors"]
    assert {name: value.text for name, value in row.items()} == {
        "name": "Morgan Sample",
        "post": "Bridges Engineer",
        "telephone": "01632 960123",
        "email": "morgan.sample@example.org",
    }


@pytest.mark.parametrize("name", layouts())
def test_blocks_have_ids_of_the_report_s_own(name: str) -> None:
    report = come_in(name).report
    ids = [block.id for _, block in all_blocks(report)]
    assert ids == [f"b{number}" for number in range(1, len(ids) + 1)]
    assert report.next_id == len(ids) + 1
