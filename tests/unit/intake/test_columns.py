"""Tables and lists of a plain text, set as councils set them: strokes, spaces, numbers under a label."""

from clerkwell.intake import Imported, import_text
from clerkwell.model import Report, Table, plain, words
from helpers.seeds import shipped_packs

HEAD = """Example District Council
Report to: Cabinet
Date: 16 October 2030
Title: Renewal of the grounds contract
"""
BODY = """
1.0 Purpose of Report
1.1 To ask Cabinet to award the contract.

2.0 Recommendations
2.1 That Cabinet awards the contract.
"""
STROKES = """
3.0 Costs
3.1 The costs are below.

Item | 2030/31 | 2031/32
Trees | 1,402 | 1,386
Beds | 48 | 52

Background papers: None
"""
SPACES = """
3.0 Opinions
3.1 The opinions are below.

             Q1   Q2   Year to date
Good   2   3   5
Fair   4   5   9
Poor   0   1   1

Background papers: None
"""


def brought_in(text: str) -> Imported:
    return import_text(text, shipped_packs(), "generic-english-council")


def tables(report: Report) -> list[list[list[str]]]:
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    return [[["".join(map(plain, cell.paragraphs)) for cell in row] for row in each.rows] for each in blocks]


def test_rows_whose_cells_are_parted_by_strokes_are_a_table() -> None:
    report = brought_in(HEAD + BODY + STROKES).report
    assert tables(report) == [[["Item", "2030/31", "2031/32"], ["Trees", "1,402", "1,386"], ["Beds", "48", "52"]]]


def test_figures_under_each_other_are_a_table_though_the_names_of_its_rows_have_no_heading() -> None:
    report = brought_in(HEAD + BODY + SPACES).report
    assert tables(report) == [
        [["", "Q1", "Q2", "Year to date"], ["Good", "2", "3", "5"], ["Fair", "4", "5", "9"], ["Poor", "0", "1", "1"]]
    ]


def test_sentences_with_two_spaces_between_them_are_no_table() -> None:
    prose = "\n".join(f"Line {each} ends.  Another begins.  It goes on with words alone." for each in ("a", "b", "c"))
    assert not tables(brought_in(f"{HEAD}{BODY}\n3.0 Costs\n{prose}\n\nBackground papers: None\n").report)


def test_a_stroke_between_words_of_one_line_makes_no_table() -> None:
    report = brought_in(
        f"{HEAD}{BODY}\n3.0 Costs\n3.1 The sign says Up | Down and no more.\n\nAppendices: None\n"
    ).report
    assert not tables(report)


def test_a_cover_sheet_with_strokes_is_read_and_nothing_of_it_is_left_over() -> None:
    cover = """Example District Council
Decision maker: | Cabinet
Date: | 12 March 2030
Title: | New lifts for the car park
Appendices: | Appendix A – Condition survey
| Appendix B – Cost plan
Confidential or exempt: | No
"""
    report = brought_in(cover + BODY).report
    (row,) = report.repeats["committees"]
    assert (row["name"].text, row["date"].value) == ("Cabinet", "2030-03-12")
    assert [(each.number, each.title) for each in report.appendices] == [
        ("A", "Condition survey"),
        ("B", "Cost plan"),
    ]
    assert report.field("exempt-information").text == "No"
    assert not report.tray


def test_appendices_listed_in_the_header_over_several_lines_are_all_taken() -> None:
    listed = "Appendices: 1. Summary of tenders\n2. Equality impact assessment\n3. Timetable\n"
    report = brought_in(HEAD + listed + BODY).report
    assert [(each.number, each.title) for each in report.appendices] == [
        ("1", "Summary of tenders"),
        ("2", "Equality impact assessment"),
        ("3", "Timetable"),
    ]
    assert "equalities" not in {section.id for section in report.sections}


def test_numbered_recommendations_are_items_though_the_report_numbers_its_sections_too() -> None:
    asked = """
Outline and recommendations
Officers recommend that Cabinet:
1. Note the outcome of the consultation
2. Agree the plan.
3. Agree the budget.

1. Summary
1.1. This report asks for a plan.
"""
    report = brought_in(HEAD + asked).report
    assert [words(block) for block in report.blocks("recommendations")] == [
        "Note the outcome of the consultation",
        "Agree the plan.",
        "Agree the budget.",
    ]


def test_a_heading_whose_number_has_no_stop_heads_its_section_though_nobody_knows_it() -> None:
    text = """
1 Summary
1.1 This report is short.

2 Recommendations
2.1 That it be noted.

4 Equalities

Not applicable

5 Swans on the lake

The swans are well, and a count of them will be made in May.
"""
    report = brought_in(HEAD + text).report
    assert "5 Swans on the lake" in {section.heading for section in report.sections}
    assert [words(block) for block in report.blocks("equalities")] == ["Not applicable"]


def test_appendices_with_paragraph_numbers_before_them_are_listed() -> None:
    listed = "\n3.0 Appendices\n3.1 Appendix A - Appeals lodged\n3.2 Appendix B – Appeals decided\n"
    report = brought_in(HEAD + BODY + listed).report
    assert [(each.number, each.title) for each in report.appendices] == [
        ("A", "Appeals lodged"),
        ("B", "Appeals decided"),
    ]


def test_a_title_in_capitals_is_taken_before_words_that_say_who_may_read_it() -> None:
    head = """Example District Council
Report to Scrutiny Committee
12 June 2030
Status: For noting
Part 1 (open to the public)

LEISURE CENTRES: PERFORMANCE IN 2029/30
"""
    assert brought_in(head + BODY).report.field("subject").text == "LEISURE CENTRES: PERFORMANCE IN 2029/30"


def test_a_committee_that_stands_before_its_day_is_named_though_the_day_has_a_label_too() -> None:
    head = """Example Pension Fund

Pension Fund Committee: 18 September 2030

Report title: Administration of the fund
Date: 18 September 2030
"""
    report = brought_in(head + BODY).report
    (row,) = report.repeats["committees"]
    assert (row["name"].text, row["date"].value) == ("Pension Fund Committee", "2030-09-18")
    assert report.field("council").text == "Example Pension Fund"
    assert not report.tray


def test_words_that_lead_to_the_recommendations_are_no_heading_of_them() -> None:
    asked = (
        "\nRecommendations\nThe Committee is asked to:\n1. Approve the order;\n2. Note the plan.\n\n1. Introduction\n"
    )
    report = brought_in(f"{HEAD}{asked}1.1. The road is narrow.\n").report
    assert report.field("recommendation-stem").text == "The Committee is asked to:"
    assert [words(block) for block in report.blocks("recommendations")] == ["Approve the order;", "Note the plan."]
