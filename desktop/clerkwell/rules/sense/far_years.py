"""The rule about years that are far from the meeting's and one slip away from it: 2062 for 2026, 2204 for 2024."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.packs import meeting_days
from clerkwell.proofing.text.months import MONTH
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

# A year after the name of a month or a season, or of twelve months: what else has four figures may be no year.
_YEAR: Final = re.compile(
    rf"(?:\b{MONTH}\s+|\b(?:spring|summer|autumn|winter)\s+(?:of\s+)?|\b(?:financial|municipal|calendar"
    r"|academic|school)\s+year\s+)"
    r"(?P<year>[0-9]\d{3})(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_TWELVE: Final = re.compile(r"(?<![\w/.–-])(?P<year>20\d\d)[/–-](?P<next>\d\d)(?![\w/]|[–-]\d)")
# Years that are not usual (see _USUAL): the others stand in every second passage.
_DATED: Final = Sign(
    in_word=re.compile(r"^(?!20(?:[0-2]\d|3[0-6]))[0-9]\d{3}|20(?:3[7-9]|[4-9]\d)[/–-]\d\d", re.MULTILINE)
)
# What may well be so far off: an agreement's end, a plan's, a carbon target.
_LONG: Final = re.compile(
    r"\b(?:leases?|loans?|matur\w+|repa(?:y|id|yment)\w*|expir\w+|bonds?|gilts?|PFI|concession"
    r"|net\s+zero|carbon|plan\s+period|horizon|projec\w+"
    r"|population|century|founded|built|listed|opened|established|since|until"
    r"|end\s+of\s+(?:the\s+)?(?:lease|contract|term)|debt|borrow\w+|term|lifetime|decommission\w*|Act"
    r"|Order|Regulations)\b",
    re.IGNORECASE,
)
# Nearer years are those of plans and forecasts.
_FAR: Final = 20
_NEAR: Final = 3
# No meeting of our time is so far from these that one of them is unlikely.
_USUAL: Final = range(2000, 2037)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "year-unlikely", "warning", "A year is far from the meeting’s and one slip away from it",
            "A date in the minutes holds as it stands, however unlikely it is.",
            Across(_unlikely), source="Careful drafting: a report’s dates are those of its own time",
        ),
    )  # fmt: skip


def _years(passage: Passage, guide: Guide) -> tuple[tuple[int, int, int], ...]:
    """The years of a passage that are told with a month or a season: from where to where, and which."""
    if passage.kind in ("quotation", "alt"):
        return ()
    done = []
    for match in (*_YEAR.finditer(passage.text), *_TWELVE.finditer(passage.text)):
        if int(match["year"]) in _USUAL:
            continue
        spans = passage.known(sentences_of, guide)
        start, end = next((span for span in spans if span[0] <= match.start() < span[1]), (0, len(passage.text)))
        if not _LONG.search(passage.text, start, end):
            done.append((match.start(), match.end(), int(match["year"])))
    return tuple(done)


def _unlikely(reading: Reading) -> Iterator[Finding]:
    days = meeting_days(reading.report, reading.pack)
    if not days:
        return
    meeting = days[0].year
    for passage, there in reading.where(_years, _DATED):
        for start, end, year in there:
            meant = _meant(year, meeting)
            if meant and not passage.place.appendix:
                words = " ".join(passage.text[start:end].split())
                message = f"“{words}” is {abs(year - meeting)} years from the meeting. Check whether {meant} is meant."
                yield found(passage, start, end, message)


def _meant(year: int, meeting: int) -> int:
    """The year near the meeting that two figures changed about, or one typed wrong, made another; 0 where none is."""
    if abs(year - meeting) <= _FAR:
        return 0
    digits = str(year)
    turned = [int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) for at in range(3)]
    near = [each for each in turned if abs(each - meeting) <= _NEAR]
    if near:
        return near[0]
    # "2205", "1025": no year that a report of today tells with a month.
    if 1800 <= year <= 2100:
        return 0
    wrong = [
        each for each in range(meeting - _NEAR, meeting + _NEAR + 1) if sum(map(str.__ne__, str(each), digits)) == 1
    ]
    return min(wrong, key=lambda each: abs(each - meeting), default=0)
