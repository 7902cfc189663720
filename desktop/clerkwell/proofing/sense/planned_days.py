"""Days on which work was to be done under a contract that was let later: "let in March 2023 … done by May 2022"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from clerkwell.proofing.text.months import MONTH, month_number
from clerkwell.proofing.text.sentences import Stretch

# No such day is told without one of these.
PLANNED_WITH: Final = (
    "s to be ",
    "e to be ",
    "s to begin",
    "s to open",
    "s to last",
    "s to take",
    "s to start",
    "s to run",
    "s to end",
    "s to finish",
    "s due to",
    "e due to",
    " would be",
    "re to begin",
    "re to start",
)
_DATE: Final = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH}),?\s+(?P<year>20\d\d)"
_AGREEMENT: Final = r"(?:contract|lease|agreement|order|licence|commission|tender|grant|framework)"
_LET: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:on|in)\s+{_DATE},?\s+[^.;]{{0,60}}?\b(?:let|awarded|signed|entered\s+into|placed|granted|made|agreed|appointed|gave|accepted)\b[^.;]{{0,60}}?\b(?:{_AGREEMENT}|contractor|consultants?)\b",
        rf"\b(?:{_AGREEMENT}|contractor|consultants?)\b[^.;]{{0,60}}?\b(?:was|were)\s+(?:let|awarded|signed|placed|granted|made|agreed|appointed|accepted)\b[^.;]{{0,60}}?\b(?:on|in)\s+{_DATE}",
    )
)
_PLANNED: Final = re.compile(
    r"\b(?:(?:was|were|is|are)\s+(?:then\s+|due\s+)?to|would)\s+(?:be\s+(?:done|completed?|finished|carried\s+out|delivered|built|installed|undertaken|provided|ready|in\s+place|open(?:ed)?)|begin|start|run|last|end|finish|open|take\s+place)\b"
    rf"[^.;]{{0,50}}?\b(?P<words>(?:between|by|from|on|in|before|until)\s+(?:the\s+end\s+of\s+)?(?:(?:\d{{1,2}}\s+)?{MONTH}(?:\s+20\d\d)?\s+(?:and|to|until)\s+)?{_DATE})",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:previous\w*|former\w*|last|earlier|original\w*|existing|old|first|another|since|before|already|extend\w*|extension|renew\w*|retrospective\w*|backdated|if|had|instead|second|new)\b",
    re.IGNORECASE,
)
# A slip of the pen is in the year.
_FURTHEST: Final = 800


@dataclass(frozen=True)
class TooSoon:
    """Where a day stands (code points) that comes before another, and that other one's words."""

    start: int
    end: int
    before: str


def planned_too_soon(text: str, stretches: Sequence[Stretch]) -> Iterator[TooSoon]:
    """The days of a text on which work was to be done before its contract was let, in that sentence or the next two."""
    if not any(sign in text for sign in PLANNED_WITH):
        return
    let: re.Match[str] | None = None
    for start, end in stretches:
        if let is not None and not _OTHER.search(text, start, end):
            planned = _PLANNED.search(text, start, end)
            told = _judged(let, planned) if planned else None
            if told:
                yield told
        found = next((match for way in _LET if (match := way.search(text, start, end))), None)
        if found is not None:
            let = None if _OTHER.search(text, start, end) else found


def _judged(let: re.Match[str], planned: re.Match[str]) -> TooSoon | None:
    was, last = _day(let, last=False), _day(planned, last=True)
    if was is None or last is None or not 0 < (was - last).days <= _FURTHEST:
        return None
    words = " ".join(let[0][let.start("month") - let.start() :][: let.end("year") - let.start("month")].split())
    return TooSoon(*planned.span("words"), f"{let['day']} {words}" if let["day"] else words)


def _day(found: re.Match[str], *, last: bool) -> date | None:
    year, month = int(found["year"]), month_number(found["month"])
    days = monthrange(year, month)[1]
    day = int(found["day"] or (days if last else 1))
    return date(year, month, day) if 1 <= day <= days else None
