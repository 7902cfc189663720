"""What is no report, and what only looks like none."""

import pytest

from clerkwell.intake import NotAReportError, import_text
from helpers.intake import packs
from helpers.intake_reports import ALL, PLAIN

LETTER = """Exampleshire Inspectorate
1 High Street

24 August 2021

Dear Director

Inspection of halls

Summary

This letter says what we found when we came to see the halls of the council.

Background

We saw nine halls. All of them were warm, and all but one of them were dry.

Yours sincerely

Kit Plover
"""
MINUTES = """Exampleshire Council

Minutes of the meeting of the Finance Committee held on 4 May 2022

Present: Councillors Stone (Chair), Brook and Vale

1. Apologies for absence

Councillor Marsh.

2. Background

The Director presented the report on halls.

RESOLVED that the report be noted.
"""
AGENDA = """AGENDA

Finance Committee
Date: 4 May 2022
Time: 10.30 am

1. Apologies
2. Declarations of Interest
3. Minutes of the last meeting
4. Report of the Director: Halls
5. Any other business
"""
DECISION = """Exampleshire Council

RECORD OF EXECUTIVE DECISION

Decision maker: Cabinet Member for Halls
Subject: Hire of the east hall
Date of decision: 4 May 2022

Decision

To let the hall.

Reasons for decision

It stands empty.

Alternative options considered

None.
"""
PRESS = "NEWS RELEASE\n\n4 May 2022\n\nHall to open\n\nSummary\n\nThe east hall opens in June.\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (LETTER, "a letter"),
        (MINUTES, "the minutes of a meeting"),
        (AGENDA, "an agenda"),
        (DECISION, "the record of a decision"),
        (DECISION.replace("RECORD OF EXECUTIVE DECISION", "Decision Notice"), "the record of a decision"),
        (PRESS, "a press release"),
    ],
)
def test_what_it_seems_to_be_is_said_with_advice(text: str, what: str) -> None:
    with pytest.raises(NotAReportError) as refused:
        import_text(text, packs())
    assert what in str(refused.value)
    assert "attach it there as an appendix" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["", "  \n\t\f\n", "\ufeff", "***\n---\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(NotAReportError, match="choose the file"):
        import_text(text, packs())


@pytest.mark.parametrize(
    "text", ["PK\x03\x04 Summary", "%PDF-1.7\nSummary", "a\x00b\nSummary\nAppendices", "\ufffd" * 50]
)
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(NotAReportError, match="does not hold text"):
        import_text(text, packs())


def test_a_text_that_knows_no_label_and_no_heading_is_refused() -> None:
    story = "It was a dark night.\n\nThe wind blew, and nobody was about.\n" * 20
    with pytest.raises(NotAReportError, match="does not look like a committee report"):
        import_text(story, packs())


def test_where_the_user_says_that_it_is_a_report_one_heading_is_enough() -> None:
    text = "Some words of mine.\n\nBackground\n\nMore words, and an end."
    with pytest.raises(NotAReportError):
        import_text(text, packs())
    assert import_text(text, packs(), "city-of-london-2022").report.section("background") is not None


@pytest.mark.parametrize("name", ALL)
def test_reports_are_not_refused(name: str) -> None:
    assert import_text(ALL[name], packs()).report.sections


def test_a_report_that_speaks_of_letters_minutes_and_decisions_is_not_refused() -> None:
    text = PLAIN.replace(
        "The scores run",
        "Minutes of the last meeting were agreed.\n\nDear colleagues, they said.\n\nDecision:\n\nThe scores run",
    )
    assert import_text(text, packs()).report.section("summary") is not None
