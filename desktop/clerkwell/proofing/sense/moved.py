"""How a text says that something has moved: "rose by 12", "a fall of £1,200", "up from 41 to 46"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.phrases import FIGURE, UP_OR_DOWN
from clerkwell.proofing.sense.sums import NUMBER, value_of

# No such thing is said without one of these.
MOVED_WITH: Final = (
    "rise", "rising", "rose", "fall", "fell", "increas", "decreas", "drop", "grew", "grow", "reduc", "declin", " up ",
    " down ", "losing", "gaining",
)  # fmt: skip
_TIME: Final = r"(?:\s+(?:in|at|on|at\s+the\s+end\s+of)\s+[\w/–-]+(?:\s+[\w/–-]+){0,2}?)?"
_FROM_TO: Final = re.compile(
    rf"{UP_OR_DOWN}(?:\s+(?:by|of)\s+{FIGURE})?,?\s+from\s+(?P<one>{FIGURE}){_TIME}\s+to\s+(?P<two>{FIGURE})(?![\d,]*\d|[/–-]\d)",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    rf"{UP_OR_DOWN}\s+(?:by|of)\s+(?P<by>{FIGURE}|(?:{NUMBER})\b)(?P<points>\s+(?:percentage\s+)?points?\b)?(?!\s+to\b|\s*-)",
    re.IGNORECASE,
)


class Moved(NamedTuple):
    """A move: where its words stand (code points), whether up, and its figures with where each stands."""

    start: int
    end: int
    up: bool
    by: Figure | None
    points: bool
    one: tuple[int, int] | None = None
    two: tuple[int, int] | None = None


def moves(text: str, start: int, end: int) -> Iterator[Moved]:
    """The moves that a stretch of text tells with their figures."""
    told = []
    for match in _FROM_TO.finditer(text, start, end):
        told.append(match.span())
        up = match["up"] is not None
        yield Moved(*match.span(), up, None, points=False, one=match.span("one"), two=match.span("two"))
    for match in _BY.finditer(text, start, end):
        if any(match.start() < last and first < match.end() for first, last in told):
            continue
        words = match["by"]
        known = figure(words)
        if known is None and not words[0].isalpha():
            continue
        by = known or Figure(Decimal(value_of(words)), Decimal(1), "")
        yield Moved(*match.span(), match["up"] is not None, by, points=match["points"] is not None)
