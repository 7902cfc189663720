"""How much price, quality and the like weigh when tenders are judged: "price 60 per cent and quality 45 per cent"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from clerkwell.proofing.text.sentences import Stretch

_JUDGED: Final = re.compile(
    r"\bweight(?:ed|ings?|s)?\b|\b(?:be|is|are|was|were|been|being)\s+(?:(?!not\b)\w+\s+)?(?:assessed|evaluated|judged|scored|marked|awarded|compared)\b"
    r"|\b(?:per\s+cent|%)\s+of\s+the\s+(?:\w+\s+)?(?:marks|score|points|evaluation|assessment|weighting)\b"
    r"|\b(?:award|evaluation|assessment|scoring|tender)\s+criteria\b|\bsplit\b|\bratio\b|\b(?:on\s+the\s+basis\s+of|based\s+on)\b",
    re.IGNORECASE,
)
_COST: Final = re.compile(r"\b(?:price|pricing|costs?|commercial)\b", re.IGNORECASE)
_WORTH: Final = re.compile(
    r"\b(?:quality|technical|social\s+value|deliverability|delivery|design|experience|sustainability|method\w*|service|environment\w*)\b",
    re.IGNORECASE,
)
_CRITERION: Final = re.compile(rf"{_COST.pattern}|{_WORTH.pattern}", re.IGNORECASE)
_SHARE: Final = re.compile(r"(?<![\d.,–-])(?P<figures>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_RATIO: Final = re.compile(
    r"(?<![\d.,/:£–-])(?P<one>[1-9]\d)\s?(?:%|per\s?cent)?\s?[:/]\s?(?P<two>[1-9]\d)(?![\d/:%–-]|[.,]\d|\s?(?:am|pm|of)\b)(?:\s?%)?"
)
_SPLIT: Final = re.compile(
    r"\b(?:split|ratio|weight\w*|basis|quality[\s:/-]+(?:and\s+|to\s+)?(?:price|cost)|price[\s:/-]+(?:and\s+|to\s+)?quality)\b",
    re.IGNORECASE,
)
# Shares of shares, what somebody scored, what has to be reached at least, and what costs rose by.
_OTHER: Final = re.compile(
    r"\b(?:of\s+which|of\s+whom|minimum|threshold|at\s+least|below|above|sub-?criteri\w+|each|respectively|within\s+(?:that|this|quality)|divided|made\s+up\s+of|compris\w+"
    r"|total|highest|lowest|winning|achieved|obtained|gained|received|attained|scores\s+of|a\s+score\s+of|(?:tenderer|bidder|supplier|company|contractor|firm)\s+[A-Z0-9]\b"
    r"|rose|risen|rise|increas\w+|decreas\w+|reduc\w+|fell|fallen|inflation|discount|retention|deposit|budget|more\s+than|less\s+than|lower|higher|up\s+to|between|or|saving|savings)\b"
    r"|\b[a-z]+[’']s\s+(?:bid|tender)|\b(?:scored|assessed|marked|evaluated|judged)\s+at\b",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(rf"\)|\s+(?:(?:on|for|to|being)\s+)?(?:the\s+)?(?:{_CRITERION.pattern})", re.IGNORECASE)
_AND: Final = re.compile(r"[,;/:]|\band\b|\bwith\b|\bplus\b", re.IGNORECASE)
# No more words stand between two shares that are told together.
_BETWEEN: Final = 8
_ALL: Final = 100
_FURTHEST: Final = Decimal(20)


@dataclass(frozen=True)
class WrongShares:
    """Shares that are all there are and do not come to 100: where they stand, and what they come to."""

    start: int
    end: int
    comes_to: str


def may_weigh(text: str) -> bool:
    """Whether a text may tell how much price and quality weigh."""
    return ("rice" in text or "PRICE" in text or "ost" in text or "ommercial" in text) and _WORTH.search(
        text
    ) is not None


def wrongly_weighed(text: str, stretches: tuple[Stretch, ...] | list[Stretch]) -> Iterator[WrongShares]:
    """The weights of price, quality and the like that a sentence gives, and that do not come to 100."""
    for start, end in stretches:
        sentence = text[start:end]
        if not _COST.search(sentence) or not _WORTH.search(sentence) or not _JUDGED.search(sentence):
            continue
        if _OTHER.search(sentence):
            continue
        for wrong in (*_in_list(sentence), *_in_ratio(sentence)):
            yield WrongShares(start + wrong.start, start + wrong.end, wrong.comes_to)


def _in_list(sentence: str) -> Iterator[WrongShares]:
    shares = list(_SHARE.finditer(sentence))
    if len(shares) < len("ab"):
        return
    for one, two in pairwise(shares):
        between = sentence[one.end() : two.start()]
        if len(between.split()) > _BETWEEN or not _AND.search(between):
            return
    first = next(iter(_CRITERION.finditer(sentence)), None)
    begins = min(first.start(), shares[0].start()) if first else shares[0].start()
    if shares[0].start() - begins > len("quality of the design and the materials"):
        begins = shares[0].start()
    # As many things as there are shares, of which one is the price.
    named = sentence[begins:]
    if len({each[0].casefold() for each in _CRITERION.finditer(named)}) < len("ab"):
        return
    tail = _TAIL.match(sentence, shares[-1].end())
    ends = tail.end() if tail else shares[-1].end()
    yield from _off(sum((Decimal(each["figures"]) for each in shares), Decimal()), begins, ends)


def _in_ratio(sentence: str) -> Iterator[WrongShares]:
    for found in _RATIO.finditer(sentence):
        if _SPLIT.search(sentence) and not _SHARE.search(sentence):
            yield from _off(Decimal(found["one"]) + Decimal(found["two"]), found.start(), found.end())


def _off(total: Decimal, start: int, end: int) -> Iterator[WrongShares]:
    if 0 < abs(total - _ALL) <= _FURTHEST:
        yield WrongShares(start, end, f"{total.normalize():f}%")
