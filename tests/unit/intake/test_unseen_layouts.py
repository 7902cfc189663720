"""Reports of councils without a pack of their own, invented: their headings kept, their header found, nothing lost."""

import re

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.model import ListItem, Paragraph, Report, SubHeading, Table, Text, words
from clerkwell.model.lists import marker, ordinals
from helpers.intake import packs, unaccounted
from helpers.intake_reports import ALL, CAPITALS, DECIMALS, PAGE_TURNS, PLAIN, TABLES


def brought_in(source: str, pack_id: str | None = None) -> Imported:
    return import_text(source, packs(), pack_id)


def headings(imported: Imported) -> dict[str, str]:
    return {section.id: section.heading for section in imported.report.sections}


def markers(imported: Imported, section: str) -> list[str]:
    made = imported.report.blocks(section)
    return [
        marker(block.level, number)
        for index, number in ordinals(made).items()
        if isinstance(block := made[index], ListItem)
    ]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("pack_id", [None, *sorted(each.id for each in packs())])
def test_every_word_is_accounted_for(name: str, pack_id: str | None) -> None:
    lost, made_up = unaccounted(ALL[name], brought_in(ALL[name], pack_id))
    assert not lost
    assert not made_up


def test_decimals_and_their_headings_stay_as_typed() -> None:
    imported = brought_in(DECIMALS)
    assert headings(imported) == {
        "purpose-of-report": "1.0 Purpose of Report",
        "recommendations": "2.0 Recommendations",
        "background": "3.0 Background and Key Issues",
        "procurement": "4.0 Social Value Considerations",
        "financial": "5.0 Financial Implications",
        "legal": "6.0 Legal Implications",
        "background-papers": "Background Documents:",
        "appendices": "",
    }
    assert words(imported.report.blocks("procurement")[0]).startswith("4.1 Young")
    assert markers(imported, "recommendations") == ["1.", "2.", "(a)", "(b)"]
    assert [block.kind for block in imported.report.blocks("background")] == [
        "paragraph", "paragraph", "item", "item", "item", "paragraph",
    ]  # fmt: skip


def others(report: Report) -> list[str]:
    """What the header says besides, a line each."""
    return [" ".join(value.text for value in row.values()) for row in report.repeats.get("other-details", ())]


def test_a_header_of_four_cells_a_row_is_read() -> None:
    report = brought_in(DECIMALS).report
    (row,) = report.repeats["committees"]
    assert (row["name"].text, row["date"].value) == ("Cabinet", "2023-07-12")
    assert report.field("council").text == "Exampleshire City Council"
    assert report.field("key-decision").value == "No"
    assert report.field("wards").text == "All"
    assert report.appendices[0].title == "Programme of concerts"
    assert report.repeats["authors"][0]["email"].text == "robin.marsh@example.org"
    assert others(report) == ["Budget/Policy Framework: No"]
    assert not report.tray
    assert report.field("public-status").value == "Public"


def test_capitals_wrapped_lines_and_page_feet_are_a_report() -> None:
    imported = brought_in(CAPITALS)
    assert list(headings(imported).values()) == [
        "PURPOSE OF REPORT",
        "RECOMMENDATIONS",
        "BACKGROUND",
        "OPTIONS FOR THE SITE",
        "FINANCIAL IMPLICATIONS",
        "EQUALITIES IMPLICATIONS",
        "BACKGROUND PAPERS",
    ]
    assert [len(imported.report.blocks(each)) for each in ("purpose-of-report", "background")] == [1, 2]
    assert markers(imported, "own-1") == ["(a)", "(b)", "(c)"]
    assert len(imported.report.background_papers) == 2
    assert imported.report.field("report-author").text.startswith("Sam Heron")
    assert imported.report.tray == ()
    left_out = [finding.text for finding in imported.findings if finding.text.startswith("Left out")]
    assert len(left_out) == 3


def test_tables_of_strokes_hold_the_header_and_the_implications() -> None:
    imported = brought_in(TABLES)
    report = imported.report
    assert report.field("subject").text == "Parking at the Market Hall"
    assert report.field("public-status").value == "Public"
    (row,) = report.repeats["committees"]
    assert (row["name"].text, row["date"].value) == ("CABINET", "2023-03-08")
    (table,) = report.blocks("own-1")
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.rows[0])) == (4, 3)
    assert headings(imported)["recommendations"].startswith("This report makes")
    assert [entry.status for entry in report.appendices] == ["", "exempt"]


def test_bold_words_and_links_inside_a_paragraph_stay() -> None:
    report = brought_in(TABLES).report
    (summary,) = report.blocks("summary")
    assert isinstance(summary, Paragraph)
    assert [run.text for run in summary.runs if isinstance(run, Text) and run.bold] == ["twenty"]
    linked = report.blocks("introduction")[1]
    assert isinstance(linked, Paragraph)
    links = [run.link for run in linked.runs if isinstance(run, Text) and run.link]
    assert links == ["https://www.example.org/letter_(2023).pdf"]


def test_headings_without_any_mark_are_found_by_their_look() -> None:
    imported = brought_in(PLAIN)
    assert [section.id for section in imported.report.sections] == [
        "summary", "recommendations", "own-1", "own-2", "own-3", "corporate", "financial", "legal", "appendices",
        "background-papers",
    ]  # fmt: skip
    assert headings(imported)["own-1"] == "How the register is kept"
    assert imported.report.field("recommendation-stem").text == "The Committee is recommended to:"
    assert markers(imported, "recommendations") == ["(i)", "(ii)"]
    assert [entry.number for entry in imported.report.appendices] == ["A"]
    assert imported.report.repeats["authors"][0]["post"].text == "Head of Internal Audit"


def test_a_known_layout_cut_by_page_turns_is_whole_again() -> None:
    imported = brought_in(PAGE_TURNS)
    report = imported.report
    assert imported.pack.id == "city-of-london-2022"
    assert report.tray == ()
    assert [row["purpose"].value for row in report.repeats["committees"]] == ["For Decision", "For Information"]
    assert [len(report.blocks(each)) for each in ("summary", "background", "current-position")] == [1, 4, 5]
    assert markers(imported, "current-position") == ["1.", "2.", "3."]
    assert [paper.title for paper in report.background_papers] == ["Survey of the roof, 2021"]


def test_an_unknown_heading_in_a_known_layout_is_a_sub_heading() -> None:
    source = PAGE_TURNS.replace("3. Nobody uses", "### What it costs to heat\n\n3. Nobody uses")
    blocks = brought_in(source).report.blocks("current-position")
    assert isinstance(blocks[0], SubHeading)


def test_a_heading_that_comes_twice_becomes_a_sub_heading_the_second_time() -> None:
    source = PAGE_TURNS.replace("4. The last of these", "### Background\n\n4. The last of these")
    blocks = brought_in(source).report.blocks("background")
    assert [block.kind for block in blocks][-2:] == ["subheading", "paragraph"]


def test_what_stands_under_a_group_s_heading_alone_goes_to_the_tray_with_its_place() -> None:
    source = PAGE_TURNS.replace("### Background\n", "", 1)
    imported = brought_in(source)
    (item,) = imported.report.tray
    assert item.came_from == "under “Main Report”"
    lines = source.split("\n")
    first = next(number for number, line in enumerate(lines, 1) if line.startswith("1. The hall"))
    last = next(number for number, line in enumerate(lines, 1) if line.startswith(" - the roof is sound"))
    (tray,) = [finding for finding in imported.findings if finding.kind == "tray"]
    assert tray.where == f"under “Main Report”, lines {first} to {last}"


def test_recommendations_without_their_heading_are_known_by_the_words_before_them() -> None:
    imported = brought_in(PAGE_TURNS.replace("### Recommendation\n", "", 1))
    assert len(imported.report.blocks("recommendations")) == 2
    assert any("no heading “Recommendation”" in finding.text for finding in imported.findings)


def test_paragraphs_that_the_source_did_not_number_are_numbered_by_the_layout() -> None:
    unnumbered = re.sub(r"(?m)^\d+\. ", "", PAGE_TURNS)
    blocks = brought_in(unnumbered).report.blocks("options")
    assert [block.plain for block in blocks if isinstance(block, Paragraph)] == [False]


def test_a_nil_answer_after_other_text_tells_of_a_lost_heading() -> None:
    source = PAGE_TURNS.replace("### Proposals\n\n6. Let it from June.", "6. N/A")
    found = [finding.text for finding in brought_in(source).findings if finding.kind == "lacking"]
    assert any("A heading seems to be missing before paragraph 6" in each for each in found)


def test_a_question_that_names_the_council_is_not_its_name() -> None:
    text = "\n\n".join(
        (
            "Report to: Parks Panel",
            "Which aims of the Exampleshire Council does this serve?",
            "Title: Swings",
            "Date: 5 May 2026",
            "Recommendations",
            "That new swings are bought.",
            "Background",
            "The swings are worn.",
        )
    )
    report = import_text(text, packs()).report
    assert report.field("council").text == ""
    assert report.field("subject").text == "Swings"


@pytest.mark.parametrize(
    ("line", "day", "left"),
    [
        ("Thursday 21 November 2024, 6.30pm, Committee Room 2", "2024-11-21", ["Committee Room 2"]),
        ("21 November 2024 at 10.00 a.m.", "2024-11-21", []),
        ("Meeting: Thursday 21 November 2024, 6.30pm, the Guildhall", "2024-11-21", ["the Guildhall"]),
        ("Meeting to be held on Thursday 21 November 2024", "2024-11-21", []),
    ],
)
def test_a_day_with_its_time_and_room_needs_no_label(line: str, day: str, left: list[str]) -> None:
    text = (
        f"Wellbrook District Council\n\nPlanning Committee\n\n{line}\n\nRepairs to the weir\n\n"
        "1. Recommendations\n\nThat the Committee agrees the repairs.\n\n2. Background\n\nThe weir was built in 1903."
    )
    report = brought_in(text, "generic-english-council").report
    assert report.field("committees.date", 0).value == day
    assert report.field("committees.name", 0).text == "Planning Committee"
    assert report.field("subject").text == "Repairs to the weir"
    assert others(report) == left
    assert not report.tray
