"""Headers of councils without a pack: what an ordinary one says is found, so that a clerk is not told it is missing."""

import pytest

from clerkwell.intake import Imported, NotAReportError, import_text
from clerkwell.model import Report, words
from clerkwell.rules import check
from helpers.intake import packs, unaccounted
from helpers.intake_headers import (
    BOXES,
    FOREWORD,
    FROM_TO,
    FULL_COUNCIL,
    GRID,
    HEADERS,
    MEMO,
    PARK,
    PARTS,
    PLANNING,
    SENTENCES,
    TABS,
    TOWN,
)

_GENERIC = "generic-english-council"


def brought_in(source: str) -> Imported:
    return import_text(source, packs(), _GENERIC)


def committees(report: Report) -> list[tuple[str, str]]:
    return [(row["name"].text, row["date"].text) for row in report.repeats["committees"]]


@pytest.mark.parametrize("name", HEADERS)
def test_every_word_is_accounted_for(name: str) -> None:
    lost, made_up = unaccounted(HEADERS[name], brought_in(HEADERS[name]))
    assert not lost
    assert not made_up


@pytest.mark.parametrize("name", HEADERS)
def test_nothing_is_told_as_missing_that_is_there(name: str) -> None:
    imported = brought_in(HEADERS[name])
    told = [problem for problem in check(imported.report, imported.pack) if problem.severity == "error"]
    assert not told


def test_a_title_of_one_word_and_what_it_is_about() -> None:
    report = brought_in(TOWN).report
    assert report.fields["subject"].text == "CEMETERY: FEES, OPENING HOURS AND NEW PATHS"
    assert report.fields["reference"].text == "6"


def test_two_lines_that_may_be_labels_are_no_titles() -> None:
    report = brought_in(TOWN.replace("Report of the", "VENUE: GUILDHALL ANNEXE ROOM\n\nReport of the")).report
    assert "subject" not in report.fields


def test_a_title_with_the_number_of_its_item() -> None:
    report = brought_in(PARK).report
    assert report.fields["subject"].text == "STONE WALL SURVEY 2025 (B.2210/TR)"
    assert report.fields["reference"].text == "9"
    assert report.sections[0].heading == "1. Purpose of the report"


def test_the_heading_over_an_author_is_not_the_author() -> None:
    assert [row["name"].text for row in brought_in(PARK).report.repeats["authors"]] == ["Maud Ellery, Access Manager"]
    assert all("AUTHOR" not in section.heading for section in brought_in(GRID).report.sections)


@pytest.mark.parametrize(
    ("source", "name", "day"),
    [
        (FROM_TO, "Staffing Committee", "17 September 2024"),
        (PLANNING, "PLANNING AND HIGHWAYS COMMITTEE", "8th SEPTEMBER 2025"),
        (FULL_COUNCIL, "Council", "Wednesday, 19 February 2025"),
        (FROM_TO.replace(" – 17", ", on 17"), "Staffing Committee", "17 September 2024"),
    ],
)
def test_a_committee_and_the_day_of_its_meeting(source: str, name: str, day: str) -> None:
    assert committees(brought_in(source).report) == [(name, day)]


def test_papers_come_back_to_the_heading_that_waits_for_them() -> None:
    report = brought_in(FULL_COUNCIL).report
    assert [paper.title for paper in report.background_papers] == [
        "Replies to the consultation",
        "minutes of the Electoral Working Group, 20 January 2025",
    ]
    assert report.fields["report-author"].text.startswith("Bernard Lisle")


def test_the_verdict_on_an_application_is_its_recommendation() -> None:
    assert words(brought_in(PLANNING).report.blocks("recommendations")[0]) == "APPROVE"


def test_numbers_before_a_tab_head_their_sections() -> None:
    report = brought_in(TABS).report
    assert [section.heading for section in report.sections] == [
        "",
        "1 Background",
        "2 Current Position",
        "3 Financial Implications",
        "Section 100 D – Local Government Act 1972 – background documents",
        "EQUALITIES IMPACT ASSESSMENT:",
        "1. Equality Duty",
        "2. Assessment",
    ]


def test_a_question_with_boxes_is_no_title() -> None:
    assert brought_in(TABS).report.fields["subject"].text == "Benches and Bins: Replacement Programme"


def test_the_officer_of_a_header_need_not_be_the_author() -> None:
    imported = brought_in(GRID)
    assert "report-author" not in imported.report.fields
    said = [{name: value.text for name, value in row.items()} for row in imported.report.repeats["other-details"]]
    assert {"label": "OFFICER:", "text": "Muriel Strand, Assistant Director – Markets"} in said
    assert not [each for each in check(imported.report, imported.pack) if each.rule == "author-differs"]


def test_an_author_of_the_header_has_to_be_the_one_who_signs() -> None:
    imported = brought_in(GRID.replace("OFFICER:", "REPORT AUTHOR:"))
    assert imported.report.fields["report-author"].text.startswith("Muriel Strand")
    assert [each for each in check(imported.report, imported.pack) if each.rule == "author-differs"]


def test_an_officer_who_signs_is_the_author() -> None:
    imported = brought_in(GRID.replace("Muriel Strand, Assistant Director – Markets", "Aubrey Finch, Markets Manager"))
    assert imported.report.fields["report-author"].text == "Aubrey Finch, Markets Manager"


def test_a_signature_in_capitals_is_the_author() -> None:
    source = TOWN.replace("Background papers: None\n", "Background papers: None\n\nMAUD ELLERY\nTOWN CLERK\n")
    imported = brought_in(source)
    rows = [{name: value.text for name, value in row.items()} for row in imported.report.repeats["authors"]]
    assert rows == [{"name": "MAUD ELLERY", "post": "TOWN CLERK"}]
    assert not [each for each in check(imported.report, imported.pack) if each.severity == "error"]


def test_words_that_lead_in_the_recommendations_are_no_second_heading() -> None:
    lead = "This report makes the following recommendations to the Committee:"
    source = TOWN.replace("2.1 That", f"{lead}\n\n1. That")
    imported = brought_in(source)
    sections = {section.id: section.heading for section in imported.report.sections}
    assert sections["recommendations"] == "2.0 RECOMMENDATIONS"
    assert imported.report.blocks("recommendations")
    assert imported.report.fields["recommendation-stem"].text == lead


def test_a_meeting_told_in_a_sentence_and_the_title_below_the_words_that_introduce_the_report() -> None:
    report = brought_in(SENTENCES).report
    assert committees(report) == [("the Transport Board", "Friday 21 March 2025 at 10.30am")]
    assert report.fields["subject"].text == "NIGHT BUSES: ROUTES FOR THE SUMMER TIMETABLE"
    assert report.sections[0].id == "summary"


def test_parts_counted_in_words_are_sections() -> None:
    report = brought_in(PARTS).report
    assert not report.tray
    headings = [section.heading for section in report.sections]
    assert headings[0] == "Part One: Summary and recommendations"
    assert "Part Two: What the survey found" in headings


@pytest.mark.parametrize("words", ["Part 2: exempt", "Part One – open to the public", "PART II: NOT FOR PUBLICATION"])
def test_a_part_that_says_who_may_read_it_heads_nothing(words: str) -> None:
    report = brought_in(PARTS.replace("Key decision: No", f"Key decision: No\n\n{words}")).report
    assert all(section.heading != words for section in report.sections)


def test_the_boxes_of_a_form_are_labels_and_headings() -> None:
    report = brought_in(BOXES).report
    assert report.fields["subject"].text == "Winter opening of the tidal pool"
    assert committees(report) == [("Cabinet Member for Leisure", "Monday 15 May 2023")]
    assert [(section.id, section.heading) for section in report.sections[:3]] == [
        ("recommendations", "6 DECISION PROPOSED"),
        ("background", "7 BACKGROUND"),
        ("own-1", "8 WHY THIS DECISION IS PROPOSED"),
    ]


def test_rows_of_a_table_that_count_on_are_no_boxes() -> None:
    risks = "1\tFlood\tHigh\n2\tFire\tLow\n3\tFrost\tLow\n"
    report = brought_in(PARTS.replace("The survey was made", f"{risks}\nThe survey was made")).report
    found = report.blocks("own-1")
    assert [block.kind for block in found][:1] == ["table"]
    assert all("Fl" not in section.heading for section in report.sections)


def test_the_first_lettered_part_is_no_part_of_the_header() -> None:
    report = brought_in(MEMO).report
    assert report.fields["subject"].text == "Repairs to the north quay"
    assert committees(report) == [("Harbour Board", "Monday 23 September 2024")]
    assert report.sections[0].heading == "A. Why this paper comes to the Board"


def test_a_label_at_the_foot_makes_no_header_of_lettered_parts() -> None:
    labels = "Date: Wednesday 12 June 2024\nReport title: Repairs to the quay\nLead director: Robin Example, Director"
    parts = "A. Purpose and summary\n\nA1. The quay sinks.\n\nB. What is known\n\nC. What is not known"
    report = brought_in(f"{labels}\n\n{parts}\n\nReport author: Sam Sample, Harbour Master\n").report
    assert report.sections[0].heading == "A. Purpose and summary"
    assert report.fields["report-author"].text.startswith("Sam Sample")


def test_a_foreword_stands_in_a_section_of_its_own() -> None:
    report = brought_in(FOREWORD).report
    assert not report.tray
    assert [section.heading for section in report.sections[:2]] == [
        "Foreword by the Chair of the Task Group",
        "PART ONE – WHAT WE WERE ASKED",
    ]
    assert any(section.id == "recommendations" for section in report.sections)


def test_the_record_of_a_decision_that_was_taken_is_no_report() -> None:
    taken = (
        BOXES.replace("TO BE TAKEN", "TAKEN")
        .replace("DECISION PROPOSED", "DECISION")
        .replace("9\tBACKGROUND", "9\tSIGNED\tA. Cabinet\n10\tBACKGROUND")
    )
    with pytest.raises(NotAReportError, match="record of a decision"):
        brought_in(taken)


def test_a_decision_that_somebody_is_still_asked_for_is_a_report() -> None:
    head = "Example County Council\n\nDate of decision: 8 July 2025\nNotice of decision first published: 23 May 2025\n"
    body = "Title: The bridge\n\n1. {}\n\n{}\n\na) approve the bridge; and\nb) pay for it.\n"
    report = brought_in(head + body.format("Recommendation", "The Cabinet Member is recommended to:")).report
    assert report.fields["subject"].text == "The bridge"
    with pytest.raises(NotAReportError, match="record of a decision"):
        brought_in(head + body.format("Decision", "The Cabinet Member decided to:"))


def test_the_council_meets_on_the_day_that_stands_after_it() -> None:
    head = (
        "BOROUGH OF EXAMPLE\n\nCOUNCIL – 24 FEBRUARY 2020\n\nMEMBERS' ALLOWANCES\n\nReport of the Monitoring Officer\n"
    )
    report = brought_in(
        f"{head}\nSummary\n\nA scheme is due.\n\nRecommendations\n\nThat the Council agrees it.\n"
    ).report
    assert committees(report) == [("COUNCIL", "24 FEBRUARY 2020")]
    assert report.fields["council"].text == "BOROUGH OF EXAMPLE"
    assert report.fields["subject"].text == "MEMBERS' ALLOWANCES"


def test_one_exempt_appendix_before_a_run_in_heading_is_listed() -> None:
    listed = "Appendix 1 (exempt) – The tenders\n\nBackground papers: the engineer's letter"
    report = brought_in(MEMO.replace("E. Papers\n\nBackground papers (exempt): the engineer's letter", listed)).report
    (appendix,) = report.appendices
    assert (appendix.number, appendix.status) == ("1", "exempt")
    assert "The tenders" in appendix.title


def test_background_papers_are_found_behind_a_bracket_and_behind_a_letter_with_a_number() -> None:
    assert [paper.title for paper in brought_in(MEMO).report.background_papers] == [
        "the engineer's letter of 2 September 2024"
    ]
    assert [paper.title for paper in brought_in(FOREWORD).report.background_papers] == ["Survey of footways, May 2024"]


def test_headings_with_letters_that_count_on_begin_sections() -> None:
    headings = [section.heading for section in brought_in(MEMO).report.sections]
    assert [heading[:2] for heading in headings if heading][:5] == ["A.", "B.", "C.", "D.", "E."]


def test_rows_that_list_annexes_and_a_sentence_that_names_the_papers() -> None:
    listed = "Attached\n\nAnnex 1\tPlan of the wall\nAnnex 2\tPhotographs\n\nWhat else is there?\n\n"
    said = "The background papers for this report are the notes of the survey, and anybody may read them."
    imported = brought_in(PARTS.replace("Background papers: None", listed + said))
    assert [section.id for section in imported.report.sections if section.heading == "Attached"] == ["appendices"]
    found = [problem.rule for problem in check(imported.report, imported.pack)]
    assert found.count("appendix-not-cited") == 2
    assert "background-papers-missing" not in found


def test_a_title_stands_below_the_words_that_introduce_the_report_in_small_letters_too() -> None:
    report = brought_in(
        SENTENCES.replace("NIGHT BUSES: ROUTES FOR THE SUMMER TIMETABLE", "Night buses in summer")
    ).report
    assert report.fields["subject"].text == "Night buses in summer"


def test_a_label_of_the_header_with_a_few_words_begins_no_section() -> None:
    asked = "Key decision: No\nWhat members are asked to do:\tNote, and decide one matter"
    report = brought_in(PARTS.replace("Key decision: No", asked)).report
    assert [section.heading for section in report.sections if section.id == "recommendations"] == [
        "Part One: Summary and recommendations"
    ]


def test_a_title_stands_over_the_sentence_that_says_whose_the_report_is() -> None:
    whose = "Report by the Director of Transport, for decision. " + "It is open to the public and concerns all. " * 6
    old = SENTENCES[SENTENCES.index("This is a report") : SENTENCES.index("Summary")]
    report = brought_in(SENTENCES.replace(old, f"NIGHT BUSES IN SUMMER\n\n{whose}\n\n")).report
    assert report.fields["subject"].text == "NIGHT BUSES IN SUMMER"
