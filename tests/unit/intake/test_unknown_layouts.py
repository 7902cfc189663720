"""Layouts that nobody has told the program of: what an import once mistook in them, by itself."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.model import Report, words
from clerkwell.packs import load_folder
from clerkwell.rules import check
from clerkwell.system import templates_folder
from helpers.intake import unaccounted

GENERIC = load_folder(templates_folder() / "generic-english-council")
HEAD = "EXAMPLE DISTRICT COUNCIL\n\nTransport Board\n\nDate of meeting: 4 March 2031\nTitle: The ferry\n"
BODY = """
Background

The ferry was last looked at in 2019, when members asked for a review of its fares, and the review is now finished.

Financial implications

The cost is £20,000 and is met from the budget for transport.

Background papers

None
"""
ASKED = "1. approve the fares; and\n2. note the costs.\n"


def brought_in(text: str) -> Imported:
    imported = import_text(text, [GENERIC], GENERIC.id)
    assert not any(unaccounted(text, imported))
    return imported


def said(imported: Imported, *rules: str) -> list[tuple[str, str]]:
    found = check(imported.report, imported.pack)
    return [(each.severity, each.quote) for each in found if each.rule in rules]


def others(report: Report) -> list[dict[str, str]]:
    return [{name: value.text for name, value in row.items()} for row in report.repeats.get("other-details", ())]


@pytest.mark.parametrize(
    "heading",
    [
        "The Board is asked to",
        "THE TRANSPORT BOARD IS RECOMMENDED TO",
        "Members are invited to agree",
        "It is therefore proposed that",
    ],
)
def test_a_heading_that_says_who_is_asked_begins_the_recommendations(heading: str) -> None:
    imported = brought_in(f"{HEAD}\nPurpose of report\n\nThis report is about the ferry.\n\n{heading}\n\n{ASKED}{BODY}")
    assert len(imported.report.blocks("recommendations")) == 2
    assert not said(imported, "section-missing")


def test_what_is_asked_for_under_another_heading_is_not_missing() -> None:
    steps = "Steps\n\nThe fares have not changed for years.\n\nThe Board is now asked to:\n\n"
    assert not said(brought_in(f"{HEAD}\n{steps}{ASKED}{BODY}"), "section-missing")
    assert said(brought_in(f"{HEAD}\nSteps\n\nThe Board met the crew last year.\n{BODY}"), "section-missing")


def test_a_day_has_its_place_beside_it_and_the_place_is_no_title() -> None:
    head = HEAD.replace("4 March 2031", "Tuesday 4 March 2031, 6.30pm, Committee Room 2").replace("Title: ", "")
    report = brought_in(f"{head.replace('The ferry', 'A licence for the ferry: The Old Quay')}{BODY}").report
    assert report.repeats["committees"][0]["date"].text == "Tuesday 4 March 2031, 6.30pm"
    assert report.field("subject").text == "A licence for the ferry: The Old Quay"
    assert others(report) == [{"text": "Committee Room 2"}]


@pytest.mark.parametrize("label", ["Contact telephone:", "Environment and biodiversity:"])
def test_a_label_that_nobody_knows_is_told_of_where_it_stands_blank(label: str) -> None:
    lines = f"Financial implications: See section 5\n{label}\nPress and public: Open\n"
    imported = brought_in(f"{HEAD}{lines}{BODY}")
    assert said(imported, "field-missing") == [("warning", label)]
    assert {"label": "Financial implications:", "text": "See section 5"} in others(imported.report)


def test_what_a_label_says_to_its_author_is_a_prompt_that_was_left() -> None:
    imported = brought_in(f"{HEAD}Key/Non-Key Decision (delete as appropriate): Non-Key Decision\n{BODY}")
    assert imported.report.field("key-decision").value == "No"
    assert said(imported, "prompt-left") == [("error", "(delete as appropriate)")]


def test_appendices_that_no_heading_lists_are_no_text_of_the_last_section() -> None:
    signed = "Kit Plover\nHarbour Officer\n01632 960506\n4 March 2031\n"
    tail = f"Appendix 1 – Map of the landing\nAppendix 2 – Fares\n\n{signed}"
    body = BODY.replace("Background papers\n\nNone\n", "")
    imported = brought_in(f"{HEAD}{body}\n{tail}")
    assert [each.title for each in imported.report.appendices] == ["Map of the landing", "Fares"]
    assert len(imported.report.blocks("financial")) == 1
    assert len(imported.report.repeats["authors"]) == 1


def test_a_numbered_answer_among_others_heads_nothing() -> None:
    numbered = "4. Financial – The cost is £20,000.\n5. Legal – None.\n6. Risk – The crossing may have to be closed.\n"
    imported = brought_in(f"{HEAD}\nIMPLICATIONS\n\n{numbered}{BODY.replace('Financial implications', 'Costs')}")
    assert [words(block)[:5] for block in imported.report.blocks("corporate")] == ["Finan", "Legal", "Risk "]
    assert said(imported, "nil-without-reason") == [("warning", "Legal – None.")]


def test_the_label_before_the_author_who_signs_is_accounted_for() -> None:
    head = f"{HEAD}Report author: Kit Plover\n"
    report = brought_in(f"{head}{BODY}\nContact: Kit Plover, Harbour Officer\nTelephone: 01632 960506\n").report
    assert report.repeats["authors"][0]["telephone"].text == "01632 960506"


PARISH = """EXAMPLE PARISH COUNCIL
Report for the meeting of the Council on Tuesday 11 September 2029
Agenda item 9

PURCHASE OF A BOAT

1  Why this is needed
The present boat is fourteen years old and was out of use for five weeks this summer.

2  What it would cost
Three prices were asked for, and all are without VAT, which the Council gets back.

3  Proposal
That the Council buy the boat at £7,950.

Papers relied on

None
"""
SECTIONS = """Example Borough Council
Licensing Committee – 21 March 2029
Report title | Fares
Exempt | No
Recommendations | 1) That the fares at Annex 1 be advertised. 2) That they come into force on 1 May 2029.

Section A – Background
A1. The Council may fix the fares of taxis (Local Government (Miscellaneous Provisions) Act 1976, section 65).
A2. They were last changed in 2026. The trade asked for a rise on 4 January 2029.
Section B – Options
B1. The Committee may agree the request, or refuse it.
Background papers: Letter from the trade
"""


def test_numbers_without_a_stop_that_count_on_from_one_are_headings() -> None:
    imported = brought_in(PARISH)
    assert [each.heading for each in imported.report.sections] == [
        "1 Why this is needed",
        "2 What it would cost",
        "3 Proposal",
        "Papers relied on",
    ]
    row = imported.report.repeats["committees"][0]
    assert (row["name"].text, row["date"].text) == ("the Council", "Tuesday 11 September 2029")
    assert not said(imported, "section-missing", "field-missing", "background-papers-missing")


def test_sections_have_letters_and_the_header_has_the_recommendations() -> None:
    imported = brought_in(SECTIONS)
    assert [each.id for each in imported.report.sections] == [
        "recommendations",
        "background",
        "options",
        "background-papers",
    ]
    assert len(imported.report.blocks("background")) == 2
    assert not said(imported, "section-missing")


def test_members_who_are_asked_in_a_sentence_have_at_least_been_asked() -> None:
    body = f"\nSummary\n\nThe ferry is late. The Board is invited to comment on the results.\n{BODY}"
    assert said(brought_in(HEAD + body), "section-missing") == [("warning", "")]
