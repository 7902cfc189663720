"""The rule about dates and tense: what is past at the meeting is told as past, what comes after it as still to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clerkwell.model.days import full
from clerkwell.packs import meeting_days
from clerkwell.proofing.sense.tense import Edge, Told, edges_told, told
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

# A report is written and published some weeks before its meeting: what is to come then may be past on the day.
_WRITTEN_BEFORE: Final = timedelta(days=35)
# "by the end of May": so many months later it is May of next year that is meant.
_NEXT_YEAR: Final = 2
_YEAR: Final = Sign("19", "20")


def _told(passage: Passage, _: Guide) -> tuple[Told, ...]:
    return told(passage.text) if passage.kind in PROSE and passage.kind != "quotation" else ()


def _edges(passage: Passage, _: Guide) -> tuple[Edge, ...]:
    return edges_told(passage.text) if passage.kind in PROSE and passage.kind != "quotation" else ()


def _tense(reading: Reading) -> Iterator[Finding]:
    days = meeting_days(reading.report, reading.pack)
    if not days:
        return
    first, last = days[0], days[-1]
    for passage, dates in reading.where(_told, _YEAR):
        if passage.place.appendix:
            continue
        for each in dates:
            finding = _wrong(passage, each, first, last)
            if finding:
                yield finding
    for passage, edges in reading.where(_edges):
        if passage.place.appendix:
            continue
        for edge in edges:
            if 0 < (first.month - edge.month) % 12 <= _NEXT_YEAR:
                words = passage.text[edge.start : edge.end]
                message = (
                    f"The text speaks of “{words}” as still to come, but the meeting is on {full(first)}. "
                    "Say whether it was done, or name the year."
                )
                yield found(passage, edge.start, edge.end, message, severity="info")


def _wrong(passage: Passage, each: Told, first: date, last: date) -> Finding | None:
    if each.tense == "past" and each.first > last:
        message = (
            f"The text tells this as done, but the date is after the meeting of {full(last)}. "
            "Put the date right, or say that it is still to come."
        )
        return found(passage, each.start, each.end, message, severity=None if each.sure else "info")
    if each.tense == "future" and each.last < first:
        sure = each.sure and each.last < first - _WRITTEN_BEFORE
        message = (
            f"The text speaks of this as still to come, but the date is before the meeting of {full(first)}. "
            "Put the date right, or say what came of it."
        )
        return found(passage, each.start, each.end, message, severity=None if sure else "info")
    return None


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "date-tense", "warning", "A date is told as past that is to come, or the other way round",
            "Members read the report on the day of the meeting: it has to be true on that day.",
            Across(_tense), source="Careful drafting: a report speaks from the day of its meeting",
        ),
    )  # fmt: skip
