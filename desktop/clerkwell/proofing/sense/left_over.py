"""What is left of a sum of money when some of it is spent: "£12,000, of which £4,500 is spent; £8,500 is left"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.sums import WrongSum
from clerkwell.proofing.text.sentences import Stretch, sentences

# No such sum is told without one of these.
LEFT_WITH: Final = (" left", "emain", "nspent", "ncommitted", "nallocated", "leav", "balance")
_HAS: Final = re.compile(
    r"\b(?:budget|grants?|funds?|allocation|allocated|pot|sum|has|had|have|of|total|received?|available|provision|reserve|stands|given|set\s+aside)\b",
    re.IGNORECASE,
)
_SPENT: Final = (
    r"\b(?:spent|costs?|given|awarded|committed|allocated|used|paid|granted|drawn|claimed|spending|spend|pledged|promised"
    r"|distributed|invested|takes?|uses?)\b"
)
_SPENDS: Final = re.compile(_SPENT, re.IGNORECASE)
_LEFT: Final = (
    r"\b(?:left|leaves|leaving|leave|remain\w*|balance|unspent|uncommitted|unallocated|still\s+(?:available|to\s+be"
    r"\s+(?:spent|given)))\b"
)
_LEAVES: Final = re.compile(_LEFT, re.IGNORECASE)
_IS_LEFT: Final = re.compile(
    rf"\s*(?:(?:is|was|are|were|has\s+been|now|therefore|still|of\s+it)\s+){{0,3}}{_LEFT}", re.IGNORECASE
)
# "£4,500 of the £12,000".
_OF: Final = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|this|our|a|their)\s+)?(?:(?!and\b)[\w’'-]+\s+){0,5}\Z", re.IGNORECASE
)
# Other money that comes in or goes out, sums that are not meant exactly, and those of other years or of each.
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|approx|some|nearly|almost|roughly|over|under|up\s+to|more\s+than|less\s+than|at\s+least|each|every"
    r"|per|further|additional|extra|plus|interest|income|added|brought\s+forward|carried\s+forward|last\s+year|previous\w*|after|other"
    r"|together|also|if|would|could|limit|maximum|minimum|target|return\w*|refund\w*|underspen\w+|overspen\w+|rounded|VAT|fee|fees)\b",
    re.IGNORECASE,
)
_THREE: Final = 3
_NEAR: Final = Decimal("0.5")


def wrongly_left(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The sums of a text that are said to be left of another, and are not what is left: three sums in one sentence or
    in two, and no other. `stretches` are its sentences, where they are known."""
    if text.count("£") < _THREE or not any(sign in text for sign in LEFT_WITH):
        return
    stretches = sentences(text) if stretches is None else stretches
    told: set[int] = set()
    for index, (start, end) in enumerate(stretches):
        for last in (end, stretches[index + 1][1] if index + 1 < len(stretches) else end):
            found = sums(text[start:last])
            if len(found) != _THREE or not _LEAVES.search(text, start + found[1].end, last):
                continue
            wrong = _judged(text[start:last], found)
            if wrong and start + wrong.start not in told:
                told.add(start + wrong.start)
                yield WrongSum(start + wrong.start, start + wrong.end, wrong.says, wrong.comes_to)
            break


def _judged(text: str, found: Sequence[Amount]) -> WrongSum | None:
    first, second, left = found
    if _OPEN.search(text):
        return None
    between, tail = text[first.end : second.start], text[second.end : left.start]
    whole, spent = first, second
    if _OF.fullmatch(between):
        whole, spent = second, first
        between = f"{text[: first.start]} {tail}"
    elif not _HAS.search(text[: first.start]):
        return None
    spends = _SPENDS.search(between) or re.match(rf"[^,;.£]{{0,40}}?{_SPENT}", tail, re.IGNORECASE)
    leaves = _LEAVES.search(tail) or _IS_LEFT.match(text, left.end)
    if not spends or not leaves:
        return None
    is_left = whole.pounds - spent.pounds
    step = max(_step(each) for each in found)
    if is_left <= 0 or abs(is_left - left.pounds) <= (step if step > 1 else 0):
        return None
    if abs(is_left - left.pounds) > whole.pounds * _NEAR:
        return None
    return WrongSum(left.start, left.end, left.words, worded(is_left, left))


def _step(amount: Amount) -> Decimal:
    known = figure(amount.words)
    return known.step if known else Decimal(1)
