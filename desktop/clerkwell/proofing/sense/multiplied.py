"""Sums of money that are so many times another: "24 units at £3,500 each, £84,000", "£12,000 a year for six years"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.phrases import BOUNDS, COMES_TO, HEDGES, MAKES
from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of
from clerkwell.proofing.text.sentences import Stretch, sentences

# No such sum is told without one of these.
TIMES_WITH: Final = (
    " each",
    "a year",
    "per year",
    "per annum",
    "a month",
    "per month",
    "a week",
    "per week",
    "annually",
    " at £",
    " rate of £",
    " price of £",
)
_SUM: Final = r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|million|thousand)\b)?"
_NOUN: Final = r"(?:\s+(?!(?:and|or|at|for|of|with|but)\b)[a-z][\w’'-]*){1,4}?"
_A: Final = r"(?:a|per|each|every)"
_IN_ALL: Final = (
    r"(?:,|\s[–—-]|\s*\(|;)?\s*(?:(?:or|and|so|giving|making|which\s+(?:is|makes|gives|comes\s+to)|will\s+(?:therefore\s+)?cost|would\s+cost"
    r"|(?:at|for)\s+a|comes?\s+to|costing)\s+)?(?:a\s+)?(?:(?:total|whole|overall)(?:\s+(?:cost|sum|value))?(?:\s+of)?\s+|totalling\s+)?"
)
_TOTAL: Final = rf"(?P<total>{_SUM})(?P<after>\s+(?:in\s+(?:all|total)|altogether|over\s+the\s+\w+\s+\w+))?"
_BY_UNIT: Final = r"(?:\s+(?:an?|per)\s+(?!year|month|week|annum)[a-z]+(?:\s+(?:metre|yard|foot|member|pupil))?)"
_LEADS_TO: Final = (
    rf"(?:,|\s[–—-]|\s*\(|;|\s+and)?\s*(?:this\s+|which\s+|that\s+|it\s+|and\s+)?(?:{COMES_TO}|{MAKES}"
    r"|is|will\s+(?:therefore\s+)?cost|would\s+cost|costing|for|or)?\s*(?:(?:in\s+all\s+)?an?\s+)?(?:(?:total|whole|overall)(?:\s+(?:cost|sum|value|price))?(?:\s+of)?\s+)?"
)
_NO_MORE: Final = r"(?P<after>\s+(?:in\s+(?:all|total)|altogether))?(?!\s+(?:an?|per|each|over|more|less|for)\b)"
_WAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "24 units at £3,500 each, £84,000 in all"; "120 bins at a cost of £450 each".
        rf"(?P<times>{NUMBER}){_NOUN}\s+(?:at\s+(?:a\s+cost\s+of\s+)?|(?:will\s+|would\s+)?cost\s+|costing\s+)(?P<one>{_SUM})\s+each{_IN_ALL}{_TOTAL}",
        # "£450 for each of 120 bins, a total of £54,000".
        rf"(?P<one>{_SUM})\s+(?:for\s+)?each\s+(?:of\s+)?(?:for\s+)?(?:the\s+|these\s+)?(?P<times>{NUMBER}){_NOUN}{_IN_ALL}{_TOTAL}",
        # "£120,000 a year for three years, a total of £360,000".
        rf"(?P<one>{_SUM})\s+(?:{_A}\s+(?P<unit>year|month|week|annum)|annually)\s+(?:for|over)\s+(?:the\s+|a\s+(?:period|term)\s+of\s+)?(?P<times>{NUMBER})"
        rf"\s+(?P<units>year|month|week)s{_IN_ALL}{_TOTAL}",
        # "31,500 tonnes at £12.80 a tonne, which comes to £403,200"; "£45 an hour for 32 hours, a total of £1,440".
        rf"(?P<times>{NUMBER}){_NOUN}\s+(?:[a-z]+\s+)?at\s+(?:(?:a|the|its|our|their)\s+(?:[a-z]+\s+){{0,2}}(?:rate|price|cost|fee|charge)\s+of\s+)?(?P<one>{_SUM})"
        rf"{_BY_UNIT}?{_LEADS_TO}(?P<total>{_SUM}){_NO_MORE}",
        rf"(?P<one>{_SUM}){_BY_UNIT}\s+for\s+(?:the\s+|all\s+)?(?P<times>{NUMBER}){_NOUN}{_LEADS_TO}(?P<total>{_SUM}){_NO_MORE}",
        # "£600,000 over the four years (£150,000 per year)".
        rf"(?:over|for)\s+(?:the\s+)?(?P<times>{NUMBER})[-\s](?P<units>year|month|week)s?(?:\s+(?:term|period|life))?(?:\s+of\s+the\s+\w+)?\s+(?:is|will\s+be|would\s+be|of)\s+"
        rf"(?P<total>{_SUM})\s*(?:\(|,\s+(?:or|which\s+is|that\s+is)\s+)(?P<one>{_SUM})\s+(?:{_A}\s+(?P<unit>year|month|week|annum)|annually)",
        rf"(?P<total>{_SUM})\s+(?:over|for)\s+(?:the\s+)?(?P<times>{NUMBER})\s+(?P<units>year|month|week)s\s*(?:\(|,\s+(?:or|which\s+is|that\s+is)\s+"
        r"|\s+(?:is|are)\s+(?:equivalent|equal)\s+to\s+|,?\s+(?:equivalent|equal)\s+to\s+|,?\s+(?:which\s+)?(?:equates\s+to|works\s+out\s+at)\s+)"
        rf"(?P<one>{_SUM})\s+(?:{_A}\s+(?P<unit>year|month|week|annum)|annually)",
    )
)
# Sums that are not meant exactly, change from year to year, or have others beside them.
_OPEN: Final = re.compile(
    rf"\b(?:{HEDGES}|{BOUNDS}|over(?=\s+£)|under|average"
    r"|plus|inflation\w*|index\w*|rising|rise|rises|increas\w+|further|additional|extra|first|initial\w*|discount\w*|VAT|delivery|install\w*|with"
    r"|includ\w+|exclud\w+|net|saving|contingenc\w+|together\s+with|minimum|maximum|between|from\s+£|reduc\w+|if|once|when|upfront|in\s+advance|pro\s+rata|part-year)\b|\bc\.",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"\b(?:total|totalling|in\s+all|altogether|cost|costs|costing|comes?\s+to|makes|making|giving|gives|is|or)\b|\(|,\s*£"
)
_PAID: Final = re.compile(
    r",\s+(?:which|and|all\s+of\s+which)\s+(?:can|will|would|could|is\s+to)\s+be\s+(?:met|found|paid|funded|contained)\b"
)
_NEAR: Final = (Decimal("0.5"), Decimal(2))


def wrongly_multiplied(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The sums of a text that are said to be so many times another, and are not. `stretches` are its sentences."""
    if text.count("£") < 2 or not any(sign in text for sign in TIMES_WITH):
        return
    for start, end in sentences(text) if stretches is None else stretches:
        sentence = text[start:end]
        if _OPEN.search(sentence):
            continue
        found = next((match for way in _WAYS if (match := way.search(sentence))), None)
        # A third sum may be one of the parts; not where "which" begins to tell of what pays for it.
        if found and sentence.count("£") != 2 and not _PAID.match(sentence, found.end()):
            continue
        told = _judged(sentence, found) if found else None
        if told is not None:
            yield WrongSum(start + told.start, start + told.end, told.says, told.comes_to)


def _judged(sentence: str, found: re.Match[str]) -> WrongSum | None:
    groups = found.groupdict()
    units = (
        (groups.get("unit") or "year").casefold().replace("annum", "year"),
        (groups.get("units") or "year").casefold(),
    )
    if groups.get("units") and units[0] != units[1]:
        return None
    given = {each.start: each for each in sums(sentence)}
    total, one = given.get(found.start("total")), given.get(found.start("one"))
    times = value_of(found["times"])
    joins = sentence[min(found.end("one"), found.end("total")) : max(found.start("one"), found.start("total"))]
    if total is None or one is None or times < 2 or not (_SAID.search(joins) or groups.get("after")):
        return None
    comes_to = one.pounds * times
    slack = _step(one) * times / 2 + _step(total) / 2
    least, most = (total.pounds * each for each in _NEAR)
    if abs(comes_to - total.pounds) <= slack or not least <= comes_to <= most:
        return None
    return WrongSum(total.start, total.end, total.words, worded(comes_to, total))


def _step(amount: Amount) -> Decimal:
    """What a sum may be rounded to: its last noughts, no further than to thousands, or the last place of "£1.2m"."""
    if amount.words[-1].isalpha():
        figures = "".join(each for each in amount.words if each.isdigit() or each == ".")
        return amount.pounds / Decimal(figures) / Decimal(10) ** len(figures.partition(".")[2])
    whole = int(amount.pounds)
    if amount.pounds != whole or whole % 10:
        return Decimal(1) if amount.pounds == whole else Decimal("0.01")
    return Decimal(1000 if whole % 1000 == 0 else 100 if whole % 100 == 0 else 10) if whole >= 10_000 else Decimal(0)
