"""What is told as still to come in a year that is over at the meeting, or asked for in a month that it is held in."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clerkwell.model.days import full
from clerkwell.packs import meeting_days
from clerkwell.proofing.text.months import MONTH, month_number
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_SIGN: Final = Sign("20")
# "Will be delivered by the end of the 2023/24 school year".
_BY_YEAR: Final = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|is\s+expected\s+to|are\s+expected\s+to|is\s+due\s+to|are\s+due\s+to)\s+(?:not\s+)?(?:\w+\s+){0,4}?"
    r"(?P<words>by\s+(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:(?P<year>20\d\d)[/–-]\d\d\s+(?P<kind>school|academic|financial|municipal)\s+year"
    r"|(?P<kind2>school|academic|financial|municipal)\s+year\s+(?P<year2>20\d\d)[/–-]\d\d))\b",
    re.IGNORECASE,
)
# "Ask the Director to report again in June 2025".
_AGAIN: Final = re.compile(
    rf"\b(?:ask|asks|request|requests|require|requires|instruct|instructs|agree|agrees)\b[^.;]{{0,80}}?\b(?:to\s+)?report\s+(?:again|back)\s+(?P<words>in\s+(?P<month>{MONTH})\s+(?P<year>20\d\d))",
    re.IGNORECASE,
)
# "Notice has to be given by 31 March 2024", "tenders must be returned by 3 May 2024".
_HAS_TO: Final = re.compile(
    r"\b(?:has|have|needs?|must|is\s+required|are\s+required|ought)\s+(?:to\s+)?(?:be\s+)?(?!been\b)[a-z]+\s+(?:[\w’'-]+\s+){0,5}?"
    rf"(?P<words>(?:by|before|no\s+later\s+than)\s+(?:the\s+end\s+of\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH})\s+(?P<year>20\d\d))",
)
_WAS: Final = re.compile(
    r"\b(?:was|were|had|did|unless|where|law|Act|Regulations?|Directive|claims?|eligible|qualif\w+)\b"
)
_UNSAID: Final = re.compile(
    r"\b(?:if|had|said|promised|agreed|resolved|decided|asked|requested|would|minutes?)\b", re.IGNORECASE
)
# The last days of the twelve months: of a school's year, a council's, and one that runs from May.
_ENDS: Final = {"school": (8, 31), "academic": (8, 31), "financial": (3, 31), "municipal": (5, 31)}
# A report is written some weeks before its meeting.
_WRITTEN_BEFORE: Final = timedelta(days=35)
_Gone = tuple[int, int, date, bool]


def _told(passage: Passage, _: Guide) -> tuple[_Gone, ...]:
    """The years and months of a passage that it tells as still to come: where, their last day, and whether a month."""
    if passage.kind not in ("paragraph", "item") or passage.place.appendix or _UNSAID.search(passage.text):
        return ()
    done: list[_Gone] = []
    for match in _BY_YEAR.finditer(passage.text):
        kind = (match["kind"] or match["kind2"]).casefold()
        ends = date(int(match["year"] or match["year2"]) + 1, *_ENDS[kind])
        done.append((*match.span("words"), ends, False))
    for match in _HAS_TO.finditer(passage.text):
        number, year = month_number(match["month"]), int(match["year"])
        last = monthrange(year, number)[1]
        begun = max(passage.text.rfind(". ", 0, match.start()), 0)
        if not _WAS.search(passage.text, begun, match.end()) and int(match["day"] or 1) <= last:
            done.append((*match.span("words"), date(year, number, int(match["day"] or last)), False))
    for match in _AGAIN.finditer(passage.text):
        done.append((*match.span("words"), date(int(match["year"]), month_number(match["month"]), 1), True))
    return tuple(done)


def years_gone(reading: Reading) -> Iterator[Finding]:
    """What a report tells as still to come in a year that is over, or in the month of its meeting or before it."""
    days = meeting_days(reading.report, reading.pack)
    if not days:
        return
    first = days[0]
    for passage, there in reading.where(_told, _SIGN):
        for start, end, day, is_month in there:
            gone = (day.year, day.month) <= (first.year, first.month) if is_month else day < first - _WRITTEN_BEFORE
            if gone:
                words = passage.text[start:end]
                message = (
                    f"The text speaks of “{words}” as still to come, but the meeting is on {full(first)}. "
                    "Put the year right, or say what came of it."
                )
                yield found(passage, start, end, message)
