"""The rule about a net cost from which one of the sums that were taken off is left out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_SIGN: Final = Sign("net cost")
# "The net cost to the Council would therefore be £4,480."
_NET: Final = re.compile(
    r"\bnet\s+cost(?:\s+(?:to|of|for)\s+(?:the\s+|this\s+)?(?:[\w’'-]+\s*){1,4}?)?\s*(?:would|will|is|was)\s+(?:therefore\s+|then\s+|thus\s+)?(?:be\s+)?\Z",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(r"\b(?:offered|awarded|given|granted|contribut\w+|donat\w+|grants?)\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|some|up\s+to|at\s+least|over|if|each|per|a\s+year|subject\s+to|applied|VAT|further|other|loan|pending|also)\b",
    re.IGNORECASE,
)
_MOST: Final = 3


def _told(passage: Passage, _: Guide) -> tuple[Amount, tuple[Decimal, ...]] | None:
    """The net cost that a passage ends with, and the sums before it that are given towards it."""
    if passage.kind not in ("paragraph", "item") or not _GIVEN.search(passage.text):
        return None
    known = tuple(sums(passage.text))
    if not 2 <= len(known) - 1 <= _MOST or _OPEN.search(passage.text):
        return None
    *given, net = known
    if not _NET.search(passage.text[: net.start]):
        return None
    return net, tuple(each.pounds for each in given)


def _net_costs(reading: Reading) -> Iterator[Finding]:
    """The net costs that are what is left where one of the sums given is not taken off: the whole stands in the report
    more than once, and none from which all of them were taken."""
    for passage, told in reading.where(_told, _SIGN):
        if told is None:
            continue
        net, given = told
        known = [each.pounds for one in reading.passages for each in sums(one.text)]
        wholes = {net.pounds + sum(given) - each for each in given if known.count(net.pounds + sum(given) - each) > 1}
        if len(wholes) != 1 or net.pounds + sum(given) in known:
            continue
        whole = next(iter(wholes))
        right = whole - sum(given)
        if right > 0 and not any(net.pounds == one for one in given):
            message = (
                f"The text says {net.words}, but £{whole:,.0f} less what is given comes to £{right:,.0f}. "
                "Put the net cost or a sum right."
            )
            yield found(passage, net.start, net.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "net-cost-wrong", "warning", "A net cost leaves out a sum that is given towards it",
            "Members agree to what the council pays, and it is less than the report says.",
            Across(_net_costs), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
