"""Headers in sentences, titles with one word after their colon, and answers that read like labels."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.intake.sentences import header_told
from helpers.intake import packs, unaccounted

BODY = """

Summary

The market has been open for a year. This report tells members how it has done, and what should change.

Recommendations

Members are asked to:

(a) note the report; and
(b) agree that the fee for a stall be reduced.

Background papers

None.
"""


def brought_in(head: str) -> Imported:
    imported = import_text(head + BODY, packs(), "generic-english-council")
    assert not any(unaccounted(head + BODY, imported))
    return imported


def meeting(imported: Imported) -> tuple[str, str]:
    (row,) = imported.report.repeats["committees"]
    return row["name"].text, row["date"].text


@pytest.mark.parametrize(
    ("text", "who", "name", "day", "place"),
    [
        (
            "Report of the Head of Streets and Markets to the Trade Panel, meeting at Mere Hall, Wick, on 4 March 2031",
            "the Head of Streets and Markets", "Trade Panel", "4 March 2031", "at Mere Hall, Wick",
        ),
        (
            "A report by the Chief Officer for the meeting of the Trade Panel on 4 March 2031 at 6.30pm in Room 2",
            "the Chief Officer", "Trade Panel", "4 March 2031 at 6.30pm", "in Room 2",
        ),
        ("For consideration by the Trade Panel at its meeting on 4 March 2031", "", "Trade Panel", "4 March 2031", ""),
        ("Trade Panel meeting of 4 March 2031, 6pm, Room 2", "", "Trade Panel", "4 March 2031, 6pm", "Room 2"),
        ("The Trade Panel will meet on 4 March 2031 in Room 2.", "", "Trade Panel", "4 March 2031", "in Room 2"),
        ("REPORT OF THE CLERK TO THE TRADE PANEL ON 4 MARCH 2031", "THE CLERK", "TRADE PANEL", "4 MARCH 2031", ""),
        ("Report to the Trade Panel by the Clerk, 4 March 2031", "the Clerk", "Trade Panel", "4 March 2031", ""),
    ],
)  # fmt: skip
def test_a_sentence_tells_who_reports_to_whom_and_when(text: str, who: str, name: str, day: str, place: str) -> None:
    told = header_told(text)
    assert told is not None
    assert (told.who, told.name, told.day, told.place) == (who, name, day, place)


@pytest.mark.parametrize(
    "text",
    [
        "Market scheme adopted by the Council on 4 March 2031",
        "Motion to Council of 4 March 2031: street trees",
        "The Cabinet agreed the scheme on 4 March 2031.",
        "Update since the meeting of the Board on 4 March 2031",
        "Resolutions of the Cabinet, 4 March 2031",
        "Objections to the Highways Authority, 4 March 2031",
        "Election to the Parish Council on 2 May 2031",
        "Street trading: report to the Cabinet, 4 March 2031, and the Council, 8 April 2031",
    ],
)
def test_what_only_names_a_body_and_a_day_is_no_header(text: str) -> None:
    assert header_told(text) is None


@pytest.mark.parametrize(
    ("head", "name", "title"),
    [
        (
            "Wick District Council\n\nReport of the Head of Streets to the Trade Panel, meeting at the Hall, Wick, on "
            "4 March 2031 at 10am\n\nThe Market: its first year\n\nThis report is public.",
            "Trade Panel",
            "The Market: its first year",
        ),
        (
            "Wick Council\n\nTHE MARKET: ITS FIRST YEAR\n\nA report by the Head of Streets and Markets for the "
            "meeting of the Trade Panel on Monday 4 March 2031 at 6.30pm in the Long Room",
            "Trade Panel",
            "THE MARKET: ITS FIRST YEAR",
        ),
        ("Report to Cabinet, 4 March 2031\nFrom the Director of Place\nThe market in its first year", "Cabinet",
         "The market in its first year"),
        ("Wick Council – 4 March 2031\n\nReport of the Leader of the Council: the market", "Wick Council",
         "the market"),
    ],
)  # fmt: skip
def test_a_header_in_sentences_names_committee_and_title(head: str, name: str, title: str) -> None:
    imported = brought_in(head)
    assert meeting(imported)[0] == name
    assert imported.report.fields["subject"].text == title


@pytest.mark.parametrize(
    "title",
    ["MARKET STALLS 2030–2033: LETTING", "MARKET STALLS: FEES", "Internal Audit Plan 2030/31: Progress"],
)
def test_a_title_below_its_committee_item_and_day_may_end_with_one_word(title: str) -> None:
    head = f"WICK PARK AUTHORITY\nTRADE COMMITTEE\t\t\tITEM 8\n15 March 2031\n\n{title}\nReport by the Clerk"
    imported = brought_in(head)
    assert imported.report.fields["subject"].text == title
    assert meeting(imported) == ("TRADE COMMITTEE", "15 March 2031")


@pytest.mark.parametrize(
    "rows",
    [
        "Decision type:\tKey decision\nNotice published:\t7 January 2031",
        "Decision type:\tNon-key decision\nDecision notice:\t7 January 2031",
        "Type of decision\tKey decision\nForward plan notice\t7 January 2031",
    ],
)
def test_the_kind_of_decision_is_an_answer_and_no_label_over_the_next_line(rows: str) -> None:
    imported = brought_in(f"Meeting:\tTrade Panel\nDate:\t9 February 2031\nTitle:\tThe market\n{rows}")
    assert "7 January" not in imported.report.fields.get("key-decision", imported.report.fields["subject"]).text
    assert imported.report.fields["purpose"].text.casefold().endswith("key decision")
    assert meeting(imported) == ("Trade Panel", "9 February 2031")


def test_a_question_after_a_labels_dash_is_another_label() -> None:
    asked = "Key Decision - Is it in the Forward Plan?\tNo"
    imported = brought_in(f"Meeting:\tTrade Panel\nDate:\t9 February 2031\nTitle:\tThe market\n{asked}")
    assert "key-decision" not in imported.report.fields


@pytest.mark.parametrize(
    ("head", "name", "day", "title"),
    [
        ("REPORT OF THE CLERK\nMARKET RENTS OUTTURN\n\nTRADE COMMITTEE\n5TH MARCH 2031", "TRADE COMMITTEE",
         "5TH MARCH 2031", "MARKET RENTS OUTTURN"),
        ("Council\n5 March 2031\nReport of: Leader\nReview of stalls", "Council", "5 March 2031", "Review of stalls"),
        ("Report title\tMarket rents\nCabinet Meeting Date:\t5 March 2031\nWithin policy:\tYes", "Cabinet",
         "5 March 2031", "Market rents"),
        ("Decision-making body: Trade Committee\nWhen: Thursday 5 March 2031 at 6pm\nTitle: Market rents",
         "Trade Committee", "Thursday 5 March 2031 at 6pm", "Market rents"),
        ("Title of report: Market rents\nFor: Trade Committee\nMeeting date: 5 March 2031", "Trade Committee",
         "5 March 2031", "Market rents"),
        ("Executive Member Decision Session – Markets\n5 March 2031\nReport of the Clerk\nB6 stalls: new rents",
         "Executive Member Decision Session – Markets", "5 March 2031", "B6 stalls: new rents"),
        ("Report to the Trade Committee of 5 March 2031\n\nSubject: Market rents", "the Trade Committee",
         "5 March 2031", "Market rents"),
    ],
)  # fmt: skip
def test_who_meets_and_when_stands_under_many_labels(head: str, name: str, day: str, title: str) -> None:
    imported = brought_in(head)
    assert meeting(imported) == (name, day)
    assert imported.report.fields["subject"].text == title


def test_a_name_below_who_reports_is_no_title() -> None:
    imported = brought_in("Trade Committee\n5 March 2031\nReport of: Head of Markets\nAnn Lee")
    assert "subject" not in imported.report.fields
