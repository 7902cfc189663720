"""The words before the recommendations, where no heading says that they begin: "The Panel is invited to"."""

import re
from typing import Final

from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words

_ASKS: Final = re.compile(
    r"(?:(?:that )?(?:the |this )?[A-Z][\w'’&,() -]{2,60}? (?:is|are) (?:therefore |now |accordingly )?"
    r"(?:asked|invited|recommended|requested|advised) (?:to|that)"
    r"|it is (?:therefore |accordingly )?(?:recommended|proposed) that"
    r"|(?:officers|we|i) (?:therefore )?(?:recommend|ask|propose) that"
    r"|(?:the )?recommendations? (?:is|are)(?: that)?)\b[^.!?]{0,60}",
    re.IGNORECASE,
)
# Who decides, so that nobody else is asked.
_MEMBERS: Final = re.compile(
    r"(?:committee|sub-committee|cabinet|executive|board|panel|forum|assembly|commission|council|authority|members?|"
    r"councillors|it is .{0,20}(?:recommended|proposed)|(?:officers|we|i) .{0,12}(?:recommend|propose))\b",
    re.IGNORECASE,
)


_OUTRIGHT: Final = re.compile(
    r"(?:(?:it is|officers) (?:therefore |accordingly |now )?)?recommend(?:ed)?,? that\b", re.IGNORECASE
)
_ASKED: Final = re.compile(
    r"(?:that )?(?:the )?(?:[\w'’&-]+ ){0,5}"
    r"(?:committee|cabinet|executive|board|panel|forum|council|authority|members) "
    r"(?:is|are) (?:therefore )?(?:asked|invited|recommended|requested) to\b.{5,}\.",
    re.IGNORECASE,
)


def recommends_outright(line: Line, *, first: bool) -> bool:
    """Whether a paragraph is a recommendation by its first words: "RECOMMENDED that the charges be approved."; where it
    is the `first`, also "The Panel is asked to approve the charges."."""
    words = in_words(line.rest).strip()
    if line.is_row or line.block is not None or (line.known is not None and line.mark):
        return False
    return _OUTRIGHT.match(words) is not None or (first and _ASKED.fullmatch(words) is not None)


def asks_who_decides(line: Line, after: Line | None) -> bool:
    """Whether a line asks those who decide, so that it may begin the recommendations even under another heading."""
    return asks_members(line, after) and _MEMBERS.search(line.text) is not None


def asks_members(line: Line, after: Line | None) -> bool:
    """Whether a line without a number says who is asked, and the list of what for follows."""
    if line.marker is not None or line.is_row or line.block is not None or after is None or after.marker is None:
        return False
    return _ASKS.fullmatch(line.text.strip()) is not None
