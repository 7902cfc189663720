"""Whether the recommendations decide on money without naming a sum: an allocation, a sale, a contract."""

import re
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.sense.bearings import prose_of
from clerkwell.rules.signs import Sign

_DECIDES: Final = re.compile(
    r"\b(?:approv(?:e|es|ed|al)|agrees?|awards?|authoris(?:e|es)|allocat(?:e|es))\b[^.;]{0,60}?"
    r"\b(?P<what>allocations?|sale|purchase|disposal|acquisition|grants?\s+to|award\s+of\s+(?:the|a)\s+contract)\b",
    re.IGNORECASE,
)
_POUND: Final = Sign("£")
_APART: Final = frozenset(("policy", "appendices", "background-papers", "options", "consultation"))
# What is small beside any budget is no proof.
_LARGE: Final = Decimal(100_000)


def moved_by(reading: Reading) -> tuple[str, Amount] | None:
    """What the recommendations decide that moves money, and the largest sum that the report speaks of."""
    asked = (_DECIDES.search(each.text) for each in prose_of(reading, frozenset(("recommendations",))))
    decided = next((match for match in asked if match), None)
    if decided is None:
        return None
    told = [
        amount
        for passage, there in reading.where(_sums, _POUND)
        if passage.place.section not in _APART and not passage.place.appendix
        for amount in there
    ]
    largest = max(told, key=lambda each: each.pounds, default=None)
    return (f"“{decided['what']}”", largest) if largest and largest.pounds >= _LARGE else None


def _sums(passage: Passage, _: Guide) -> tuple[Amount, ...]:
    return sums(passage.text) if passage.kind in ("paragraph", "item") else ()
