"""Texts that look a little like reports and are none, and reports that look a little like something else."""

import pytest

from clerkwell.intake import NotAReportError, import_text
from helpers.intake import packs

LETTER = """Department for Examples

12 March 2024

To: Chief Executives

Subject: Local audit

I am writing to set out what is proposed.

Background

There is a backlog.

Financial implications

There is no new money.

Yours faithfully,

A Minister
"""
MAIL = """From: Sam Sample
Sent: 12 March 2024 09:14
To: Alex Example
Subject: Cabinet report

Could you look at the summary and the financial implications?

Background

It is due on Friday.
"""
POLICY = """Example Council
Whistleblowing Policy
Version 3.2

Contents
1. Introduction
2. Policy
3. Legal

1. Introduction
1.1 The Council is open.

2. Policy
2.1 This policy applies to everyone who works here.

3. Legal
3.1 An Act of 1998 applies.
"""
PAGE = "<!DOCTYPE html>\n<html><body><h1>Summary</h1><p>Hello</p><h2>Recommendations</h2><p>Do it</p></body></html>"
RICH = "{\\rtf1\\ansi Report to: Cabinet\\par Summary\\par Text\\par Recommendations\\par That it be noted\\par}"


@pytest.mark.parametrize(
    ("text", "what"),
    [(LETTER, "a letter"), (MAIL, "an email"), (POLICY, "a policy"), (PAGE, "a web page"), (RICH, "rich text")],
)
def test_what_is_no_report_is_refused_by_its_name(text: str, what: str) -> None:
    with pytest.raises(NotAReportError, match=what):
        import_text(text, packs())


REPORT = """Example District Council

{first}

Report to: Cabinet
Date: 5 March 2024
Subject: {subject}

1. Recommendations

1.1 That Cabinet agrees.

2. Scope

2.1 This policy is reviewed every year.

Background papers: None
"""


@pytest.mark.parametrize(
    ("first", "subject"),
    [
        ("Housing Strategy 2024", "Housing Strategy 2024"),
        ("Version 2", "Review of the whistleblowing policy"),
        ("From: the Director of Places", "Record of decisions taken under urgency"),
        ("Agenda item 4", "Minutes of the working group"),
    ],
)
def test_a_report_about_such_a_thing_is_taken_in(first: str, subject: str) -> None:
    imported = import_text(REPORT.format(first=first, subject=subject), packs())
    assert imported.report.field("subject").text == subject
    assert imported.report.section("recommendations") is not None
