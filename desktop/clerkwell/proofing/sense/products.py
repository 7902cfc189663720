"""Sums that are made of figures which stand elsewhere: so much a tonne for so many tonnes, a tenth of a price. What a
sentence or two tell with both their price and their number is in `priced`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.phrases import COMES_TO, HEDGES, MAKES
from clerkwell.proofing.sense.row_names import is_turned

_UNIT: Final = (
    r"(?P<unit>(?:cubic|square|linear|running)\s+(?:metre|yard|foot|kilometre)|tonne|litre|hour|mile|metre|kilometre|kilometer|kWh|hectare|acre"
    r"|place|home|household|dwelling|property|visit|unit|pupil|child|meal|night|session|tree|bin|lamp|column|vehicle|journey|passenger|berth|permit"
    r"|licence|member|meeting|bed|panel|application|test|inspection|lesson|ticket|load|lift)"
)
_UNITS: Final = (
    _UNIT.replace("property", "propert(?:y|ies)").replace("child", "child(?:ren)?").replace("foot", "f(?:oo|ee)t")
)
_RATE: Final = re.compile(
    rf"\A\s+(?:an?|per|each|every|for\s+each|for\s+every)\s+{_UNIT}(?!\s+(?:a|per|each|every)\b)(?![\w-])",
    re.IGNORECASE,
)
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,/£–-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}}(?:\.\d+)?)\s+{_UNITS}s?\b",
    re.IGNORECASE,
)
# What leads to the sum that they make.
_MAKES: Final = re.compile(
    rf"\b(?:{COMES_TO}|equates?\s+to|equal\s+to)(?:\s+a\s+total\s+of)?\s+\Z"
    rf"|\b(?:{MAKES}|a\s+total\s+of|(?:paid|pay|value|price|cost|sum|payment|income)\s+(?:of|is|was|would\s+be|will\s+be))\s+\Z",
    re.IGNORECASE,
)
# "10 per cent (£335,000)", "a deposit of 10%, £335,000".
_TITHE: Final = re.compile(
    r"(?<![\d.,–-])(?P<percent>\d{1,2}(?:\.\d+)?)\s?(?:%|per\s?cent)(?:\s+of\s+(?:the|this|that|its|their)\s+(?:[a-z-]+\s+){0,3}?[a-z]+)?\s*"
    r"(?:\(|,\s+(?:or|which\s+is|that\s+is|i\.e\.)?\s*|\s+(?:is|or|would\s+be|will\s+be|comes\s+to|amounts\s+to)\s+)\Z",
    re.IGNORECASE,
)
# How what stands before such a sum ends, to pass over the others at once.
_LEAD: Final = (" to", " of", " is", " was", " be", "otals", "otalled", "ing", "ives", "akes", " or", "(", ",", "are")
_LOOSE: Final = re.compile(
    rf"\b(?:{HEDGES}|over|under|up\s+to|at\s+least|more|less|increas\w+|decreas\w+|rise|rose|fell|fall|reduc\w+|change|higher|lower|above|below)\b",
    re.IGNORECASE,
)
_HUNDRED: Final = Decimal(100)
# Fewer digits may be alike by chance.
_FEWEST: Final = 4
_BESIDE: Final = 30


@dataclass(frozen=True)
class Made:
    """A sum that a text says is made of others: by so many of a unit, or so many per cent of something (`share`)."""

    amount: Amount
    times: tuple[tuple[Decimal, str], ...] = ()
    share: Decimal | None = None

    def swapped(self, right: Decimal) -> bool:
        """Whether it is what it ought to be but for two digits beside each other that were changed about."""
        mine = _digits(self.amount.pounds)
        return len(mine) >= _FEWEST and is_turned(mine, _digits(right))


def rates(text: str) -> tuple[tuple[str, Decimal], ...]:
    """What things cost by the unit: ("tonne", 12.80)."""
    return tuple(
        (_plain(match["unit"]), each.pounds)
        for each in sums(text)
        if (match := _RATE.match(text[each.end : each.end + _BESIDE])) is not None
    )


def made(text: str) -> Iterator[Made]:
    """The sums of a text that are said to be what so many units come to, or a share of something."""
    quantities: tuple[tuple[Decimal, str], ...] | None = None
    for each in sums(text):
        before = text[max(0, each.start - 2 * _BESIDE) : each.start]
        if not before.rstrip().endswith(_LEAD) or _LOOSE.search(before[-_BESIDE:]):
            continue
        tithe = _TITHE.search(before)
        if tithe is not None:
            yield Made(each, share=Decimal(tithe["percent"]) / _HUNDRED)
        elif _MAKES.search(before):
            if quantities is None:
                found = _QUANTITY.finditer(text)
                quantities = tuple((Decimal(one["number"].replace(",", "")), _plain(one["unit"])) for one in found)
            if quantities:
                yield Made(each, times=quantities)


def _plain(unit: str) -> str:
    words = " ".join(unit.casefold().split())
    return {"properties": "property", "children": "child"}.get(words, words.replace("feet", "foot"))


def _digits(pounds: Decimal) -> str:
    return f"{pounds:.0f}" if pounds == int(pounds) else f"{pounds:.2f}"
