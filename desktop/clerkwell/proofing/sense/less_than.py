"""How far two sums of a text are apart, and what a total is that it adds up itself: "£2,800 less than the budget"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, amounts
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.sums import WrongSum
from clerkwell.proofing.text.sentences import Stretch, sentences

_APART: Final = re.compile(
    r"\A\s+(?:less|more|lower|higher|cheaper|dearer)\s+than\s+(?:the|that|this|our)\b|\A\s+(?:below"
    r"|above|under|over|within|short\s+of)\s+(?:the|that)\b"
)
# "…, which is", "or", straight before what is apart.
_WHICH: Final = re.compile(r"(?:,\s+(?:which\s+is|that\s+is|or|some)|\s+(?:is|are|would\s+be|will\s+be))\s+\Z")
_TOTAL: Final = re.compile(
    r"\b[Tt]he\s+total(?:\s+[a-z-]+){0,6}?\s+(?:is|would|will|comes|came)\s+(?:therefore\s+|thus\s+"
    r"|then\s+)?(?:be\s+|to\s+)?(?:therefore\s+)?\Z"
)
_LOOSE: Final = re.compile(
    r"\b(?:average|each|per|saving|savings|grant|income|of\s+which|including|includ\w+|contribution"
    r"|less|net|minus|reduc\w+|discount|VAT|if|or)\b",
    re.IGNORECASE,
)
_NEAR: Final = Decimal("0.25")
_FEWEST: Final = 2
_MOST: Final = 4
APART_WITH: Final = (
    " than the",
    " than that",
    " than this",
    " than our",
    "below the",
    "above the",
    "under the",
    "over the",
    "within the",
    "short of the",
    "he total ",
)


def wrongly_apart(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The sums of a text that are said to be how far two others are apart, or all of them, and are not."""
    if text.count("£") < len("abc") or not any(sign in text for sign in APART_WITH):
        return
    told = list(amounts(text))
    spans = sentences(text) if stretches is None else stretches
    for at, each in enumerate(told):
        before, after = text[: each.start], text[each.end :]
        begins = next((start for start, end in spans if start <= each.start < end), 0)
        if _APART.match(after) and _WHICH.search(before) and at == _FEWEST and told[at - 1].start >= begins:
            one, other = told[0], told[1]
            apart = abs(one.pounds - other.pounds)
            if apart not in (each.pounds, 0) and _exact(one) and _exact(other):
                yield WrongSum(each.start, each.end, each.words, worded(apart, each))
        elif _TOTAL.search(before) and _FEWEST <= at <= _MOST:
            parts = sum(part.pounds for part in told[:at])
            beside = text[told[0].start - 40 if told[0].start > 40 else 0 : each.start]
            if (
                parts != each.pounds
                and not _LOOSE.search(beside.replace("a year", ""))
                and abs(parts - each.pounds) <= each.pounds * _NEAR
            ):
                yield WrongSum(each.start, each.end, each.words, worded(Decimal(parts), each))


def _exact(each: Amount) -> bool:
    """Whether a sum is written to the pound, and not rounded to thousands or millions."""
    return each.words[-1:].isdigit()
