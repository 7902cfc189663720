"""What comes again after so many months or years: a quarter and its months, a survey and the year of the next."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.proofing.sense.sums import NUMBER, value_of
from clerkwell.proofing.text.months import MONTH, month_number

# Nothing of the kind is told without one of these.
RECURS_WITH: Final = re.compile(r"quarter|every\s+\w+(?:-\w+)?\s+years", re.IGNORECASE)
_QUARTER: Final = re.compile(
    r"\bquarter(?:\s+of\s+(?:the\s+)?(?:financial\s+year\s+)?20\d\d(?:[/–-]\d{2,4})?|\s+20\d\d(?:[/–-]\d{2,4})?)?\s*(?:\(|,\s+|\s[–—]\s)"
    rf"(?:from\s+)?(?P<span>(?:\d{{1,2}}\s+)?(?P<first>{MONTH})(?:\s+20\d\d)?\s*(?:to|until|[–—-])\s*(?:\d{{1,2}}\s+)?(?P<last>{MONTH})(?:\s+20\d\d)?)(?=[),.;]|\s)",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    rf"\bevery\s+(?P<number>{NUMBER})\s+years\b[^.]{{0,40}}\.\s+(?:The\s+)?(?:last|previous|most\s+recent)\s+(?:\w+\s+){{0,3}}?(?:was|took\s+place|came)"
    r"(?:\s+(?:made|done|held|carried\s+out|published))?\s+in\s+(?:[A-Z][a-z]+\s+)?(?P<was>20\d\d)(?:\.\s+|,?\s+and\s+|;\s+)"
    r"(?:[Tt]he\s+)?next\s+(?:\w+\s+){0,3}?(?:is|will\s+be|falls|becomes)\s+(?:therefore\s+)?(?:due|planned|scheduled|to\s+be\s+\w+|carried\s+out|held)?\s*"
    r"(?:in|by)\s+(?:[A-Z][a-z]+\s+)?(?P<next>20\d\d)"
)
_MONTHS_OF: Final = 3


class Recurs(NamedTuple):
    """A span or a year that does not fit what recurs: where it stands, and what would fit, in words."""

    start: int
    end: int
    comes_to: str


def wrongly_recurring(text: str) -> Iterator[Recurs]:
    """The quarters of a text that have more or fewer than three months, and the years in which something is due again
    that are not as long after the last as the text says."""
    if not RECURS_WITH.search(text):
        return
    for found in _QUARTER.finditer(text):
        has = (month_number(found["last"]) - month_number(found["first"])) % 12 + 1
        if has != _MONTHS_OF:
            yield Recurs(*found.span("span"), f"{has} month{'s' if has > 1 else ''}, and a quarter has three")
    for found in _EVERY.finditer(text):
        due = int(found["was"]) + value_of(found["number"])
        if due != int(found["next"]):
            yield Recurs(*found.span("next"), f"{due}")
