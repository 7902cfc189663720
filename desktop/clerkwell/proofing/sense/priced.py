"""What so many things come to at so much: "twelve laptops at £650 apiece, £8,700 in total", told in one sentence or in
two with one price, one sum and the numbers that make it. Prices told elsewhere in a report are in `products`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.phrases import BOUNDS, COMES_TO, HEDGES, MAKES
from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of
from clerkwell.proofing.text.months import MONTH
from clerkwell.proofing.text.sentences import Stretch, sentences

# No price is told without one of these.
PRICED_WITH: Final = (
    " apiece",
    " each",
    " per ",
    " a day",
    " a week",
    " a tonne",
    " an hour",
    " for every ",
    " a head",
)
_PRICE: Final = re.compile(
    r"\s*(?:apiece|each\b|per\s+(?!cent)[a-z]+|for\s+(?:each|every)\s+[a-z]+|an?\s+(?!year\b|total|grant|saving|day\s+from)[a-z]+)",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(
    r"(?:\b(?:costs?|price|income|bill|total|sum|value|payments?|rent|fees?|spend(?:ing)?|takings|receipts?)\s+(?:is|was|are|will\s+be|would\s+be|of|comes?\s+to)"
    rf"|\b(?:{COMES_TO}|{MAKES}|raising|bringing\s+in|or)|\bat\s+a\s+cost\s+of"
    r"|\b(?:will|would)\s+(?:therefore\s+)?(?:cost|raise|bring\s+in)|(?:,|\())(?:\s+(?:in\s+all|therefore|thus|a\s+total\s+of))?\s*\Z",
    re.IGNORECASE,
)
_OTHER_MONEY: Final = re.compile(
    r"\b(?:has|have|had|holds?|with)\s+(?:an?\s+|the\s+)?(?:total|sum|value|income|rent)\s+of\s+\Z"
)
_IN_ALL: Final = re.compile(r"\s+(?:in\s+(?:all|total)|altogether)\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    rf"\b(?:{HEDGES}|{BOUNDS}|over|under|average|between"
    r"|minimum|maximum|plus|inflation|further|additional|initial\w*|discount\w*|VAT|delivery|installation|includ\w+|exclud\w+|net|first"
    r"|rising|from|if|reduc\w+|compared|previous\w*|last|half|subsidy|saving|currently)\b|%|per\s?cent",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NO_COUNT: Final = re.compile(
    rf"\b(?:paragraphs?|pages?|sections?|items?|tables?|phases?|options?|appendix|annex|bands?|no\.?|grade|{MONTH})\s+\Z",
    re.IGNORECASE,
)
_MONTHS: Final = re.compile(rf"\s+(?:{MONTH})\b", re.IGNORECASE)
_MOST: Final = 3
_TWO: Final = 2
_NEAR: Final = 30
_FURTHEST: Final = Decimal("0.15")


def wrongly_priced(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The sums of a text that its one price and its numbers do not make, and nearly do."""
    if text.count("£") < _TWO or not any(sign in text for sign in PRICED_WITH):
        return
    spans = sentences(text) if stretches is None else stretches
    told: set[int] = set()
    for at, (start, end) in enumerate(spans):
        for last in dict.fromkeys((end, spans[at + 1][1] if at + 1 < len(spans) else end)):
            given = [
                Amount(each.start + start, each.end + start, each.words, each.pounds) for each in sums(text[start:last])
            ]
            if len(given) < _TWO:
                continue
            wrong = _judged(text, start, given) if len(given) == _TWO else None
            if wrong and wrong.start not in told:
                told.add(wrong.start)
                yield wrong
            break


def _judged(text: str, start: int, given: Sequence[Amount]) -> WrongSum | None:
    price, total = given
    if not _PRICE.match(text, price.end) or total.pounds <= price.pounds:
        return None
    before = text[: total.start][-_NEAR:]
    if _OTHER_MONEY.search(before) or not _MAKES.search(before) or _PRICE.match(text, total.end):
        return None
    if text[: total.start].rstrip().endswith((",", "(")) and not _IN_ALL.match(text, total.end):
        return None
    if _OPEN.search(text, start, total.end):
        return None
    counts = [
        Decimal(value_of(each[0]))
        for each in _NUMBER.finditer(text, start, total.start)
        if not _YEAR.fullmatch(each[0])
        and each[0].casefold() != "one"
        and not _NO_COUNT.search(text[: each.start()][-_NEAR:])
        and not _MONTHS.match(text, each.end())
    ]
    if not 0 < len(counts) <= _MOST:
        return None
    made = [
        price.pounds * prod(some, start=Decimal(1))
        for size in range(1, len(counts) + 1)
        for some in combinations(counts, size)
    ]
    slack = _slack(total)
    if any(abs(each - total.pounds) <= slack for each in made):
        return None
    near = min(made, key=lambda each: abs(each - total.pounds))
    swapped = sorted(f"{near:.0f}") == sorted(f"{total.pounds:.0f}")
    if abs(near - total.pounds) > near * _FURTHEST and not swapped:
        return None
    return WrongSum(total.start, total.end, total.words, worded(near, total))


def _slack(total: Amount) -> Decimal:
    """What a sum may have been rounded by."""
    if total.words[-1].isalpha():
        return total.pounds / 20
    whole = int(total.pounds)
    if whole < 10_000 or whole % 100:
        return Decimal(1)
    return Decimal(500 if whole % 1000 == 0 else 50)
