"""Words that hold for a time only: found where they are, and nothing else taken for one."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.proofing.dated import Times, dated, days_named

YEAR_APART = Times(date(2025, 11, 12), date(2026, 11, 18))


def found(text: str, times: Times = YEAR_APART) -> list[str]:
    return [each.words for each in dated(text, times)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The work ends by the end of May.", ["by the end of May"]),
        ("It starts next month and was begun last year.", ["next month", "last year"]),
        ("So far this year there were none.", ["So far this year"]),
        ("The 2025/26 budget, in Q3 2025/26.", ["2025/26", "Q3 2025/26"]),
        ("Spending in 2024-25; FY24/25 and FY25.", ["2024-25", "FY24/25", "FY25"]),
        ("At the previous meeting on 4 March 2025 it was noted.", ["At the previous meeting on", "4 March 2025"]),
        ("At its meeting in September, Members agreed.", ["At its meeting in September"]),
        ("As reported in the paper before.", ["As reported in the paper"]),
        ("Reported to the Housing Committee in May.", ["in May"]),
        ("This was reported to the Housing Committee.", ["was reported to the Housing Committee"]),
        ("Members will recall the fire.", ["Members will recall"]),
        ("The minutes of the last meeting, minute 14.", ["minutes of the last meeting", "minute 14"]),
        ("From 8 to 9 November 2025 they came.", ["From 8 to 9 November 2025"]),
        ("Between April and June 2025 we saw 40.", ["April and June 2025"]),
        ("We expect it in spring 2026 or in the autumn.", ["spring 2026", "in the autumn"]),
        ("It was agreed on 3 June, as at 31/03/2026.", ["3 June", "31/03/2026"]),
        (
            "The quarter ended badly: the third quarter of the financial year.",
            ["the third quarter of the financial year"],
        ),
        ("It is due mid-2026.", ["mid-2026"]),
        ("The plan ran 2020-2025.", ["2020-2025"]),
        ("See paragraph 14 above.", ["paragraph 14 above"]),
        ("A further report will be brought in due course.", ["A further report will be brought", "in due course"]),
        ("Progress to date has been slow.", ["to date"]),
        ("Currently, over half of our cases wait.", ["Currently"]),
        ("The team has not yet moved.", ["has not yet"]),
        ("Cases rose over the last six months.", ["the last six months"]),
        ("In our last audit cycle all were asked.", ["our last audit cycle"]),
        ("It was asked for a year ago, and two months ago again.", ["a year ago", "two months ago"]),
        ("The 2025 inspection found little.", ["2025"]),
        ("It met on 2025-03-04.", ["2025-03-04"]),
        ("A visit on Tuesday 4th of March, 2025 went well.", ["Tuesday 4th of March, 2025"]),
        ("December 7th 2025 is the day.", ["December 7th 2025"]),
        ("From November to January 2026 it froze.", ["From November to January 2026"]),
    ],
)
def test_what_holds_for_a_time_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Keep the plan up to date; it may be late, and they march on.",
        "Under the Local Government Act 1972, the Care Act 2014 and the Localism Act (2011).",
        "The Local Authorities (Executive Arrangements) Regulations 2024 apply.",
        "2025 homes were built, at £2,025 each and £2025 the plot.",
        "The town aims for net zero by 2040, and for less by March 2030.",
        "The council was founded in 1974, and its charter is of 3 May 1998.",
        "A last resort: the next of kin were told at the latest.",
        "Reports come every year in May, and reviews each September.",
        "See paragraph 3 of Schedule 12A, paragraph 7 of Part 1 and paragraphs 1 to 7 of the Act.",
        "The strategy for 2024-2029 is in force.",
        "Look at https://example.org/2025/05/last-year and name@example.org, or www.example.org/2025.",
        "Ring 01632 960123 about room 2025, reference 12/2025/1, version 1.2.2025.",
        "June Smith and April Jones of March Road wrote it.",
        "The next steps are set out below; we currently use one system.",
        "The Committee meets quarterly. Insofar as that helps, so far as we know.",
        "It takes 10 minutes. The present system works; presents are given.",
        "A plan is adopted at the first meeting of the municipal term.",
        "The recent past is another matter, and the past is past.",
    ],
)
def test_what_is_true_of_any_day_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_time_that_both_meetings_are_in_is_still_right() -> None:
    months_apart = Times(date(2026, 5, 12), date(2026, 11, 18))

    assert found("The 2026/27 budget, agreed for 2026 in March 2026.", months_apart) == ["March 2026"]
    assert found("The 2026/27 budget.", Times(date(2026, 1, 12), date(2027, 1, 18))) == ["2026/27"]


def test_what_is_still_to_come_is_left_alone_and_what_has_come_meanwhile_says_so() -> None:
    (passed,) = dated("It opens in June 2026 and is done in June 2027.", YEAR_APART)

    assert (passed.words, passed.why) == ("June 2026", "It was still to come when the earlier report was written.")


def test_places_count_in_code_points() -> None:
    text = "🏛🏛 by the end of May 🏛"
    (only,) = dated(text, YEAR_APART)

    assert text[only.start : only.end] == only.words == "by the end of May"


def test_the_days_that_a_text_names_are_read() -> None:
    assert list(days_named("On 7 January 2026, and June 3rd, 2026; not 31 June 2026 nor 4 May.")) == [
        date(2026, 1, 7),
        date(2026, 6, 3),
    ]


@given(st.text(max_size=400))
def test_any_text_is_gone_through_and_nothing_is_told_twice(text: str) -> None:
    done = dated(text, YEAR_APART)

    assert all(text[each.start : each.end] == each.words.strip() or each.words in text for each in done)
    assert all(one.end <= other.start for one, other in pairwise(done))


@pytest.mark.parametrize(
    "piece",
    [
        "in ",
        "1, ",
        "the last a ",
        "2025/",
        "2025-26 ",
        "May ",
        "is not ",
        "at its x ",
        "a.",
        "currently ",
        "paragraph 1, ",
    ],
)
def test_no_text_takes_more_than_time_in_proportion(piece: str) -> None:
    began = time.perf_counter()
    dated(piece * (60_000 // len(piece)), YEAR_APART)

    assert time.perf_counter() - began < 5
