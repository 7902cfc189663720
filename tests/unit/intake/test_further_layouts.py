"""More of the ways in which councils without a pack of their own begin a report, and set out its figures."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.intake.committees import day_and_place
from clerkwell.model import Report, Table, words
from helpers.intake import unaccounted
from helpers.seeds import shipped_packs

GENERIC = "generic-english-council"
TOWN = """EXAMPLE TOWN COUNCIL

Amenities Committee
Monday 7 October 2030 at 7.00 pm in the Long Room, Example Hall

REPORT 3: THE PLAY AREA

Agenda item: 9
Author: Deputy Clerk

The Committee is invited to

1. accept the quotation for the wall; and
2. agree the fees for 2031/32.

PART A – THE WALL

The wall is of local stone and is about sixty metres long, and a length of it behind the swings began to lean last year.

PART B – THE FEES

The fees have not risen for two years, and the Committee said last autumn that it would look at them again this year.

Background papers: None
"""
BOARD = """EXAMPLE METROPOLITAN BOROUGH COUNCIL

Report for:\tHealth Board, 24 September 2030
Item number:\t6
Title:\tThe pooled fund
Report authorised by:\t
Lead officer:\tAn Example, Director of Care
Ward(s) affected:\tAll
Report for Key/Non-Key Decision (delete as appropriate):\tNon-Key Decision

1.\tRECOMMENDATIONS

1.1\tThat the Board notes the fund.

2.\tBACKGROUND

2.1\tThe money comes from four sources.

Table 1. The fund (£000)

Minimum contribution ............ 27,346
Local grant ..................... 11,207
Additional grant .................. 640
TOTAL ........................... 39,193

3.\tIMPLICATIONS

3.1\tEquality. N/A.

Background papers: None
"""


def brought_in(source: str) -> Imported:
    return import_text(source, shipped_packs(), GENERIC)


def headings_of(report: Report) -> dict[str, str]:
    return {section.id: section.heading or "" for section in report.sections}


def others(report: Report) -> list[str]:
    return [" ".join(value.text for value in row.values()) for row in report.repeats.get("other-details", ())]


@pytest.mark.parametrize("source", [TOWN, BOARD])
def test_no_word_is_lost(source: str) -> None:
    lost, made_up = unaccounted(source, brought_in(source))
    assert not lost
    assert not made_up


def test_words_that_ask_members_begin_the_recommendations_without_their_heading() -> None:
    report = brought_in(TOWN).report
    assert report.fields["recommendation-stem"].text == "The Committee is invited to"
    assert [words(block) for block in report.blocks("recommendations")] == [
        "accept the quotation for the wall; and",
        "agree the fees for 2031/32.",
    ]
    assert [section.heading for section in report.sections if section.heading][-3:-1] == [
        "PART A – THE WALL",
        "PART B – THE FEES",
    ]


def test_a_sentence_that_asks_somebody_something_begins_no_recommendations() -> None:
    source = TOWN.replace(
        "Background papers", "The Friends are asked to\n\n1. paint; and\n2. plant.\n\nBackground papers"
    )
    report = brought_in(source).report
    assert len(report.blocks("recommendations")) == 2


@pytest.mark.parametrize(
    ("said", "day", "place"),
    [
        ("Mon 7 October 2030 at 7 pm in the Hall, Example", "Mon 7 October 2030 at 7 pm", "in the Hall, Example"),
        ("3 June 2031 at the Guildhall", "3 June 2031", "at the Guildhall"),
        ("3 June 2031, 6pm – Room 2", "3 June 2031, 6pm", "Room 2"),
        ("3 June 2031 at 6.30pm", "3 June 2031 at 6.30pm", ""),
        ("In the Long Room", "", ""),
    ],
)  # fmt: skip
def test_a_day_is_parted_from_its_place(said: str, day: str, place: str) -> None:
    assert day_and_place(said) == (day, place)


def test_a_committee_and_its_day_stand_after_report_for_even_where_a_key_decision_is_asked_so_too() -> None:
    report = brought_in(BOARD).report
    row = report.repeats["committees"][0]
    assert (row["name"].text, row["date"].text) == ("Health Board", "24 September 2030")
    assert report.fields["key-decision"].value == "No"


def test_a_label_that_stands_blank_over_another_of_its_kind_is_kept_as_blank() -> None:
    report = brought_in(BOARD).report
    assert "Report authorised by:" in others(report)
    assert report.fields["report-of"].text == "An Example, Director of Care"


def test_figures_at_the_end_of_dots_are_a_table_without_a_header_row() -> None:
    report = brought_in(BOARD).report
    table = next(block for section in report.sections for block in section.blocks if isinstance(block, Table))
    assert table.header_rows == 0
    assert len(table.rows) == 4
    assert len(table.rows[0]) == 2


def test_pages_that_count_on_after_dots_are_a_list_of_contents() -> None:
    contents = "Contents\n\nPurpose ......... 3\nBackground ...... 4\nOptions ......... 12\n\n"
    report = brought_in(contents + BOARD).report
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    assert len(tables) == 1


def test_a_label_with_a_stop_before_a_bare_nil_answer_heads_no_section_of_its_own() -> None:
    report = brought_in(BOARD).report
    assert not report.blocks("equalities")


LETTERED = """EXAMPLE COUNCIL
Culture Panel

Meeting date\tThursday 7 March 2030
Title\tThe library service: new hours
Purpose\tFor information
Is the report exempt?\tNo
Has the plan been seen?\tNo

Summary

This report tells the Panel about the use that is made of the libraries.

Recommendations

The Panel is recommended to:

A.\tnote the use made of the libraries; and
B.\tapprove the new hours.

Background papers: None
"""


def test_letters_and_numbers_before_a_tab_make_no_table() -> None:
    report = brought_in(LETTERED).report
    assert [words(block) for block in report.blocks("recommendations")] == [
        "A. note the use made of the libraries; and",
        "B. approve the new hours.",
    ]


def test_an_answer_beside_its_label_may_look_like_a_label() -> None:
    assert brought_in(LETTERED).report.fields["subject"].text == "The library service: new hours"


def test_a_question_of_the_header_keeps_its_answer() -> None:
    assert "Has the plan been seen? No" in others(brought_in(LETTERED).report)


FIRE = """EXAMPLE FIRE AND RESCUE AUTHORITY

REPORT OF THE CHIEF FIRE OFFICER

To: Fire and Rescue Authority
On: Tuesday 12 November 2030
Agenda item: 7
Subject: REPLACEMENT OF APPLIANCES
Key decision: Yes
Forward Plan reference:

A. WHY THE REPORT IS BEFORE MEMBERS

The scheme of delegation reserves to members any purchase of more than half a million pounds, and this is one of them.

B. WHAT MEMBERS ARE ASKED TO DO

Members are recommended to:

1. approve the purchase; and
2. approve the budget.

C. BACKGROUND

The Service runs appliances from many stations, of which some were bought a long time ago and now have to be replaced.
"""


def test_a_letter_before_a_heading_in_capitals_hides_no_section() -> None:
    report = brought_in(FIRE).report
    assert headings_of(report)["recommendations"] == "B. WHAT MEMBERS ARE ASKED TO DO"
    assert headings_of(report)["background"] == "C. BACKGROUND"


def test_a_letter_before_a_heading_in_small_letters_hides_no_section() -> None:
    text = FIRE.replace("C. BACKGROUND", "C. Background").replace(
        "WHAT MEMBERS ARE ASKED TO DO", "What are members asked to do?"
    )
    report = brought_in(text).report
    assert headings_of(report)["recommendations"] == "B. What are members asked to do?"
    assert headings_of(report)["background"] == "C. Background"


def test_a_title_in_capitals_stands_over_what_the_report_is_and_its_lettered_parts() -> None:
    whose = (
        "This is a public report for decision by Cabinet. It affects more than two wards, and notice of it was given "
        "in January. The member who answers for it is Councillor Ada Marl (Learning) and its author is Tom Quill, "
        "Head of Places. The decision is a key decision, because what is decided will be felt by families in every "
        "part of the Council's area for a long time to come."
    )
    text = f"""MARLWICK COUNCIL

Cabinet – 11 February 2031

Report of the Director of Learning

ADMISSIONS TO SCHOOLS FROM SEPTEMBER 2032

{whose}

A. What is this report about?

The Council decides every year how many children each of its schools will admit, and in which order.

B. What is Cabinet asked to do?

Cabinet is recommended to:

1. agree the arrangements; and
2. publish them.

C. Background

The arrangements were last changed ten years ago, and every school was asked for its view.
"""
    report = brought_in(text).report
    assert report.fields["subject"].text == "ADMISSIONS TO SCHOOLS FROM SEPTEMBER 2032"
    assert "own-1" not in {section.id for section in report.sections}


def test_to_and_on_name_the_committee_and_the_day() -> None:
    row = brought_in(FIRE).report.repeats["committees"][0]
    assert (row["name"].text, row["date"].text) == ("Fire and Rescue Authority", "Tuesday 12 November 2030")


def test_the_meeting_of_a_council_is_a_committee() -> None:
    head = "EXAMPLE BOROUGH COUNCIL\n\nMeeting of the Council – Thursday 27 February 2031\n\nALLOWANCES\n\n"
    row = brought_in(head + FIRE[FIRE.index("A. WHY") :]).report.repeats["committees"][0]
    assert (row["name"].text, row["date"].text) == ("Meeting of the Council", "Thursday 27 February 2031")
