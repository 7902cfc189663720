"""Spending beside its budget: "£1,240,000 against a budget of £1,200,000, an overspend of £40,000"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.changes import Change
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.text.sentences import Stretch, sentences

# No such difference is told without one of these.
VARIES_WITH: Final = ("verspen", "nderspen", "hortfall", "urplus", "variance")
_SUM: Final = r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|million|thousand)\b)?"
_SPENT: Final = r"(?:spen(?:t|ding|d)|outturn|expenditure|actual\w*|forecast|projected|costs?|position)"
_IS: Final = r"(?:\s+(?!budget)[a-z][\w’'-]*){0,6}?"
_BY: Final = (
    rf"(?:,|\s*\(|\s[–—-])\s*(?:which\s+is\s+|resulting\s+in\s+|giving\s+|leaving\s+|so\s+)?(?:an?\s+)?(?:(?:forecast|projected|net|potential|total)\s+)?"
    rf"(?P<way>over-?spend(?:ing)?|under-?spend(?:ing)?|variance)\s+(?:is\s+|of\s+)?(?P<by>{_SUM})"
    r"(?!\s+(?:on|in|for|within|from|is|was|of)\b)"
)
_WAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SPENT}{_IS}\s+(?P<spent>{_SUM}){_IS}\s+(?:against|compared\s+(?:with|to))\s+(?:an?|the|its|our){_IS}\s+budget(?:\s+(?:for\s+\S+\s+)?of)?\s+(?P<budget>{_SUM}){_BY}",
        rf"\bbudget{_IS}\s+(?P<budget>{_SUM})(?:,|;|\s+and|,\s+and|,\s+but|\s+but|\s+against){_IS}\s+{_SPENT}{_IS}\s+(?P<spent>{_SUM}){_BY}",
    )
)
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|approx|some|nearly|almost|roughly|up\s+to|more\s+than|less\s+than|at\s+least|after|before|exclud\w+"
    r"|includ\w+|income|grants?|reserves?|carr(?:y|ied)|last\s+year|previous\w*|adjust\w*|between|month\s+\d|to\s+date|receipts?|fees)\b|\bc\.",
    re.IGNORECASE,
)


def wrong_variances(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[Change]:
    """The overspends and underspends of a text that are not what the sums beside them make, or go the other way."""
    if text.count("£") < 3 or not any(sign in text for sign in VARIES_WITH):
        return
    for start, end in sentences(text) if stretches is None else stretches:
        sentence = text[start:end]
        if sentence.count("£") != 3 or _OPEN.search(sentence):
            continue
        found = next((match for way in _WAYS if (match := way.search(sentence))), None)
        why = _judged(sentence, found) if found else ""
        if found and why:
            yield Change(start + found.start("way"), start + found.end("by"), why)


def _judged(sentence: str, found: re.Match[str]) -> str:
    given = {each.start: each for each in sums(sentence)}
    spent, budget, by = (given.get(found.start(name)) for name in ("spent", "budget", "by"))
    if spent is None or budget is None or by is None or spent.pounds == budget.pounds:
        return ""
    off = spent.pounds - budget.pounds
    way = found["way"].casefold()
    if (way.startswith("over") and off < 0) or (way.startswith("under") and off > 0):
        more = "less" if off < 0 else "more"
        return f"{spent.words} is {more} than the budget of {budget.words}"
    slack = sum(map(_step, (spent, budget, by)), Decimal()) / 2
    if abs(abs(off) - by.pounds) <= slack:
        return ""
    return f"{spent.words} and {budget.words} are {worded(abs(off), by)} apart"


def _step(amount: Amount) -> Decimal:
    known = figure(amount.words)
    return known.step if known and known.step > 1 else Decimal(1000) if amount.pounds % 1000 == 0 else Decimal(1)
