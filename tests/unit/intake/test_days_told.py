"""The day of a meeting that a sentence of the header tells, and the days in one that are of something else."""

import pytest

from clerkwell.intake import import_text
from clerkwell.intake.committees import committee_told, day_told
from helpers.intake import packs

REPORT = """Oakbeck and Fells National Park Authority

Navigation and Access Committee

{said}

Boats on the mere: draft byelaw

What is this report about?

The mere is the largest of the lakes in the park, and the only one on which boats may be used.

What are you asked to decide?

The Committee is asked to:

1. choose one of the options below; and
2. approve the draft byelaw.
"""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (
            "This is a report by the Head of Play, to be considered by the Committee at its meeting in the Old Dairy, "
            "Thornby, on Tuesday 9 July 2024 at 10.30am. It is for decision.",
            "Tuesday 9 July 2024",
        ),
        ("The Committee will consider this paper at its meeting on 4 March 2026.", "4 March 2026"),
        ("This paper goes to the Committee on Thursday, 4 March 2026.", "Thursday, 4 March 2026"),
        ("To be taken at the meeting of 4th March 2026, in public.", "4th March 2026"),
        ("Members meet in the Guildhall at 6pm on 4 March 2026 to decide it.", "4 March 2026"),
        ("The agenda was published on 2 March 2026. The meeting is to be held on 12 March 2026.", "12 March 2026"),
        ("It comes before the Committee, sitting at Ashby, on March 4, 2026.", "March 4, 2026"),
    ],
)
def test_a_sentence_of_the_header_tells_the_day_of_the_meeting(said: str, day: str) -> None:
    assert day_told(said) == day
    report = import_text(REPORT.format(said=said), packs(), "generic-english-council").report
    (committee,) = report.repeats["committees"]
    assert committee["date"].text == day


def test_a_sentence_of_the_header_tells_the_committee_where_no_line_does() -> None:
    said = (
        "Report of the Director of Place to the Streets and Environment Overview and Scrutiny Committee, for its "
        "meeting at 6.00 pm on Wednesday 4 March 2026 in the Assembly Room, Guildhall Street"
    )
    text = REPORT.format(said=said).replace("Navigation and Access Committee\n\n", "")
    report = import_text(text, packs(), "generic-english-council").report
    (committee,) = report.repeats["committees"]
    assert (committee["name"].text, committee["date"].text) == (
        "Streets and Environment Overview and Scrutiny Committee", "Wednesday 4 March 2026",
    )  # fmt: skip
    assert committee_told("Report of the Director of Place to the Scrutiny Committee.") == ""
    assert committee_told("This was referred to the Scrutiny Committee at its meeting on 4 March 2025.") == ""


@pytest.mark.parametrize(
    "said",
    [
        "The Committee asked for this report at its last meeting, held on 4 March 2025.",
        "This is a report on the decision that was taken on 4 March 2025.",
        "Notice of the decision was published on 4 March 2026.",
        "The Committee is a body of 12 members.",
        "The contract for the pier begins on 4 March 2026.",
    ],
)
def test_other_days_of_a_header_are_not_the_meetings(said: str) -> None:
    assert day_told(said) == ""
