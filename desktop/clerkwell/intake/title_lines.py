"""Lines of a header without a label that may be the report's title, and those that are something else."""

import re
from collections.abc import Sequence

from clerkwell.intake.committees import looks_like_date
from clerkwell.intake.headings import is_capitals
from clerkwell.intake.lines import Line

_ONLY_REPORT = re.compile(
    r"(?:the\s+)?(?:(?:committee|officer|decision|cabinet|council|executive|covering|public|open)\s+)?report",
    re.IGNORECASE,
)
# What says who may read a report is no title of it.
_OPEN = re.compile(
    r"(?:part (?:1|2|i|ii|one|two|a|b)\b|open to |for (?:general )?(?:release|publication)\b)", re.IGNORECASE
)
# Where a meeting is held is no title either.
_ROOM = re.compile(
    r"(?:(?:in|at|via|on) (?:the )?[A-Z]"
    r"|(?:committee|meeting|conference|council|civic) (?:room|chamber|suite|hall|centre)\b"
    r"|(?:the )?[\w' -]{0,40}\b(?:chamber|room \w{1,3}|town hall|county hall|guildhall|civic (?:centre|offices))\s*\Z)",
    re.IGNORECASE,
)
# "Will the decision be open for call in? ☐ Yes ☒ No"
_TICKED = re.compile(r"[☐☑☒✓✔]|\?\s*(?:yes|no)\b", re.IGNORECASE)
# What may well be a label that no layout knows, over its own answer.
_LABEL_WORD = re.compile(
    r"venue|place|location|time|site|applicant|agent|proposal|premises|address|present|apologies|chair|members?|contact"
    r"|officer|deadline|attendees|invited|copy|copies|distribution|circulation|councillors?|priority|priorities|budget"
    r"|theme|source|note|notice|key|call-in|urgency|parish|district|service|team|cost",
    re.IGNORECASE,
)
# "10.00am, Civic Hall"
_TIME = re.compile(r"\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon|hours)\b", re.IGNORECASE)
# What one word after a colon says of a title's subject: "TREE CONTRACT: AWARD".
_ABOUT = re.compile(
    r"adoption|amendments?|appointments?|approval|award|charges|closure|consultation|disposal|evaluation|extension"
    r"|fees|findings|options|outcomes?|outturn|progress|proposals|renewal|response|results|reviews?|scope|update",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_strong_title(line: Line) -> bool:
    """Whether a line in capitals, or marked as a heading, is a title, in one part or in two."""
    return bool(line.mark or is_capitals(line)) and (may_be_title(line) or is_parted_title(line))


def is_strong_parted_title(line: Line) -> bool:
    """Whether a line in capitals, marked or bold is a title in two parts: "LOCAL PLAN: A NEW MAP"."""
    return bool(line.mark or line.bold or is_capitals(line)) and is_parted_title(line)


def is_parted_title(line: Line) -> bool:
    """Whether a line could be a title in two parts, or a label that nobody knows with its value."""
    parts = [part.split() for part in line.text.split(":")]
    if line.text[-1] in ".;,:" or len(parts) != 2 or len(parts[0]) < 2:
        return False
    one_word = len(parts[1]) == 1 and (_YEAR.search(line.text) or _ABOUT.fullmatch(parts[1][0]))
    return len(parts[1]) > 1 or bool(one_word)


def is_short_parted_title(line: Line) -> bool:
    """Whether a line in capitals is a title of one word and what it is about: "ALLOTMENTS: RENTS AND WATER". It is one
    only where no other line looks so, for it may be a label: "APPLICANT: BARR HOMES"."""
    _, colon, rest = line.text.partition(":")
    return (
        bool(colon) and line.is_single and is_capitals(line) and len(rest.split()) > 1 and line.text[-1] not in ".;,:"
    )


def is_told_title(line: Line) -> bool:
    """Whether a line is a title of one word and what it is about, in small letters: "Whistleblowing: annual report"."""
    word, colon, rest = line.text.partition(": ")
    return (
        bool(colon)
        and line.is_single
        and not line.is_row
        and not is_capitals(line)
        and word.isalpha()
        and _LABEL_WORD.fullmatch(word) is None
        and len(rest.split()) > 1
        and ":" not in rest
        and line.text[-1] not in ".;,"
        and not looks_like_date(rest)
    )


def is_apart(line: Line, left: Sequence[Line]) -> bool:
    """Whether empty lines part a line from the others that have no label."""
    return line.gap > 0 and not any(each.number == line.number + 1 for each in left)


def may_be_title(line: Line) -> bool:
    """Whether a line of one part could be a title: no label, day, room, time or word of who may read it."""
    return (
        line.text[-1] not in ".;,:"
        and line.marker is None
        and _OPEN.match(line.text) is None
        and any(character.isalpha() for character in line.text)
        and ":" not in line.text
        and not _TICKED.search(line.text)
        and _ONLY_REPORT.fullmatch(line.text) is None
        and _ROOM.match(line.text) is None
        and _TIME.match(line.text) is None
    )
