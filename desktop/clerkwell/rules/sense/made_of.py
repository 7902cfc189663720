"""Sums that are made of figures in other places of a report: what so many tonnes come to, a tenth of a price."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import sums
from clerkwell.proofing.sense.money_parts import worded
from clerkwell.proofing.sense.products import Made, made, rates
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_POUND: Final = Sign("£")
_KINDS: Final = frozenset(("paragraph", "item", "cell", "footnote"))


def _made(passage: Passage, _: Guide) -> tuple[Made, ...]:
    return tuple(made(passage.text)) if passage.kind in _KINDS else ()


def _rates(passage: Passage, _: Guide) -> tuple[tuple[str, Decimal], ...]:
    return rates(passage.text)


def _sums(passage: Passage, _: Guide) -> tuple[Decimal, ...]:
    return tuple(each.pounds for each in sums(passage.text))


def made_of(reading: Reading) -> Iterator[Finding]:
    """The sums in which two digits are changed about: those of the figures that they are made of show it."""
    told = [(passage, each) for passage, there in reading.where(_made, _POUND) for each in there]
    if not told:
        return
    by_unit: dict[str, set[Decimal]] = {}
    if any(one.times for _, one in told):
        for _, there in reading.where(_rates, _POUND):
            for unit, pounds in there:
                by_unit.setdefault(unit, set()).add(pounds)
    for passage, one in told:
        if one.share is not None:
            percent = f"{(one.share * 100).normalize():f}%"
            could = {(each * one.share, f"{percent} of £{each:,.0f}") for each in _beside(reading, passage)}
        else:
            could = {
                (number * rate, f"{number:,} at £{rate:,}")
                for number, unit in one.times
                for rate in by_unit.get(unit, ())
            }
        amount = one.amount
        if any(abs(right - amount.pounds) < 1 for right, _ in could):
            continue
        right = [each for each in could if one.swapped(each[0])]
        if len(right) == 1:
            message = (
                f"The text says {amount.words}, but {right[0][1]} makes {worded(right[0][0], amount)}. "
                "Put the sum or a figure right."
            )
            yield found(passage, amount.start, amount.end, message)


def _beside(reading: Reading, passage: Passage) -> frozenset[Decimal]:
    """The sums of the part of a report in which a passage stands."""
    place = passage.place
    same = (
        there
        for other, there in reading.where(_sums, _POUND)
        if (other.place.section, other.place.appendix) == (place.section, place.appendix)
    )
    return frozenset(each for there in same for each in there)
