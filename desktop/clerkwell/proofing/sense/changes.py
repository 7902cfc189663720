"""Changes that are told with both of their figures: "fell from 410 to 320", "rose by £20 from £120 to £140"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.phrases import UP_OR_DOWN


class Change(NamedTuple):
    """A change that its figures deny: where it stands, and what is wrong, in words."""

    start: int
    end: int
    why: str


_UNIT: Final = r"%| per cent| percent|k\b|m\b|bn\b| million| billion| thousand"
_WHEN: Final = r"(?: (?:in|at|on) (?:(?:\d{1,2} )?[A-Z][a-z]+(?: (?:19|20)\d\d)?|(?:19|20)\d\d(?:[/–-]\d\d)?))?"
_CHANGE: Final = re.compile(
    rf"{UP_OR_DOWN}"
    r"(?: (?:slightly|sharply|again|further|steadily))?(?: in [a-z -]{2,40}?)?"
    rf"(?: by (?P<by>£?\d[\d,]*(?:\.\d+)?)(?P<by_unit>{_UNIT})?)?,? from "
    rf"(?P<one>£?\d[\d,]*(?:\.\d+)?)(?P<one_unit>{_UNIT})?{_WHEN} to "
    rf"(?P<two>£?\d[\d,]*(?:\.\d+)?)(?P<two_unit>{_UNIT})?"
    r"(?![\d,]*\d|st\b|nd\b|rd\b|th\b|\w)(?! [A-Z][a-z]+ (?:19|20)\d\d)"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def wrong_changes(text: str) -> Iterator[Change]:
    """The changes of a text that go the other way than it says, or by another figure."""
    if " from " not in text:
        return
    for match in _CHANGE.finditer(text):
        one, two, by = match["one"], match["two"], match["by"]
        shared = match["two_unit"] if "%" in (match["two_unit"] or "") else None
        units = {match["one_unit"] or shared, match["two_unit"]}
        same = one.startswith("£") == two.startswith("£") and len(units) == 1
        if not same or _YEAR.fullmatch(one) or _YEAR.fullmatch(two):
            continue
        first, second = _value(one), _value(two)
        if first != second and (second > first) is not (match["up"] is not None):
            way = "more" if second > first else "less"
            yield Change(*match.span(), f"{two} is {way} than {one}")
        elif by and match["by_unit"] == match["two_unit"] and "%" not in (match["by_unit"] or "") and _differs(match):
            yield Change(*match.span(), f"from {one} to {two} is a change of {_told(match)}")


def _value(words: str) -> Decimal:
    return Decimal(words.lstrip("£").replace(",", ""))


def _differs(match: re.Match[str]) -> bool:
    by, one, two = (match[each] for each in ("by", "one", "two"))
    if by.startswith("£") != one.startswith("£") or "cent" in (match["by_unit"] or ""):
        return False
    off = abs(abs(_value(two) - _value(one)) - _value(by))
    # Figures that were rounded may be out by one in their last place.
    places = max(len(each.partition(".")[2]) for each in (by, one, two))
    return off > Decimal(2).scaleb(-places) if places else off > 0


def _told(match: re.Match[str]) -> str:
    sign = "£" if match["one"].startswith("£") else ""
    return f"{sign}{abs(_value(match['two']) - _value(match['one'])):,}{match['two_unit'] or ''}"
