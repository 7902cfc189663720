"""The rule about weekdays: the one that stands with a date is the one the date falls on."""

from collections.abc import Iterator
from typing import Final

from clerkwell.model.days import WEEKDAYS, full
from clerkwell.packs import meeting_days
from clerkwell.proofing.sense.weekdays import Weekday, weekdays
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_WEEKDAY: Final = Sign("day", "Day", "DAY", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _named(passage: Passage, _: Guide) -> tuple[Weekday, ...]:
    # Somebody else's words are as they are.
    if passage.kind in ("quotation", "alt"):
        return ()
    return tuple(weekdays(passage.text))


def _wrong(reading: Reading) -> Iterator[Finding]:
    days = meeting_days(reading.report, reading.pack)
    near = {year for day in days for year in (day.year - 1, day.year, day.year + 1)}
    for passage, named in reading.where(_named, _WEEKDAY):
        for each in named:
            day = each.wrong(near)
            if day is None:
                continue
            if each.year:
                message = f"{full(day)} is a {WEEKDAYS[day.weekday()]}. Put the weekday or the date right."
            else:
                years = sorted({*near, *each.years})
                span = f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0])
                words = " ".join(passage.text[each.start : each.end].split())
                message = f"There is no “{words}” in any year from {span}. Put the weekday or the date right."
            yield found(passage, each.start, each.end, message)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "weekday-wrong", "warning", "A weekday is not the one that its date falls on",
            "A reader cannot tell which of the two is right, and comes on the wrong day.",
            Across(_wrong), source="The calendar",
        ),
    )  # fmt: skip
