"""The rule about dates and tense: what is past at the meeting is told as past, what comes after it as still to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clerkwell.model.days import full
from clerkwell.packs import meeting_days
from clerkwell.proofing.sense.tense import Edge, Effect, Told, edges_told, effects_told, told, years_told
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.year_gone import years_gone
from clerkwell.rules.signs import Sign

# A report is written and published some weeks before its meeting: what is to come then may be past on the day.
_WRITTEN_BEFORE: Final = timedelta(days=35)
# "by the end of May": so many months later it is May of next year that is meant.
_NEXT_YEAR: Final = 2
# What is asked for may hold from a day that is just gone.
_LONG_AGO: Final = timedelta(days=120)
# The day on which a council's year begins.
_BEGINS: Final = (4, 1)
_YEAR: Final = Sign("19", "20")
_SAYS_WHY: Final = frozenset(("purpose-of-report", "summary"))


def _told(passage: Passage, _: Guide) -> tuple[Told, ...]:
    return told(passage.text) if passage.kind in PROSE and passage.kind != "quotation" else ()


def _edges(passage: Passage, _: Guide) -> tuple[Edge, ...]:
    return edges_told(passage.text) if passage.kind in PROSE and passage.kind != "quotation" else ()


def _effects(passage: Passage, _: Guide) -> tuple[Effect, ...]:
    return effects_told(passage.text) if passage.kind in ("paragraph", "item") else ()


def _years_named(passage: Passage, _: Guide) -> frozenset[int]:
    return years_told(passage.text)


def _too_early(reading: Reading, first: date) -> Iterator[Finding]:
    """What is asked for is to hold from a day long gone, and before the years that it is asked for."""
    asked = frozenset(("recommendations", "proposals"))
    for passage, effects in reading.where(_effects, _YEAR):
        for effect in effects:
            if effect.day >= first - _LONG_AGO:
                continue
            years = frozenset(effect.years)
            if not years and passage.place.section in asked:
                named = [each.known(_years_named, reading.guide) for each in reading.passages if _says_what(each)]
                years = frozenset().union(*named)
                if not years:
                    # "To ask Council to adopt a scheme for 2025/26" says it as well as a subject does.
                    told_why = reading.prose_of(_SAYS_WHY)
                    years = frozenset().union(*(each.known(_years_named, reading.guide) for each in told_why))
                    years = years if len(years) == 1 else frozenset()
            begins = effect.day.year if (effect.day.month, effect.day.day) >= _BEGINS else effect.day.year - 1
            if not years or min(years) <= begins:
                continue
            words = passage.text[effect.start : effect.end]
            year = f"{min(years)}/{(min(years) + 1) % 100:02}"
            message = f"“{words}” is before {year}, which it is to be for. Put the date or the year right."
            yield found(passage, effect.start, effect.end, message)


def _says_what(passage: Passage) -> bool:
    """Whether a passage says what is asked for: a recommendation, or the report's subject."""
    return passage.place.section in ("recommendations", "proposals") or passage.place.field == "subject"


def _tense(reading: Reading) -> Iterator[Finding]:
    days = meeting_days(reading.report, reading.pack)
    if not days:
        return
    first, last = days[0], days[-1]
    known = [(passage, dates) for passage, dates in reading.where(_told, _YEAR) if not passage.place.appendix]
    gone = (each.last for _, dates in known for each in dates if each.tense == "past" and each.sure)
    # A report that tells of a day as gone was written after it.
    written = max((day for day in gone if day < first), default=first - _WRITTEN_BEFORE)
    written = max(written, first - _WRITTEN_BEFORE)
    for passage, dates in known:
        for each in dates:
            finding = _wrong(passage, each, (first, last), written)
            if finding:
                yield finding
    yield from _too_early(reading, first)
    yield from years_gone(reading)
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


def _wrong(passage: Passage, each: Told, meetings: tuple[date, date], written: date) -> Finding | None:
    first, last = meetings
    if each.tense == "past" and each.first > last:
        message = (
            f"The text tells this as done, but the date is after the meeting of {full(last)}. "
            "Put the date right, or say that it is still to come."
        )
        return found(passage, each.start, each.end, message, severity=None if each.sure else "info")
    if each.tense == "future" and each.last < first:
        sure = each.sure and each.last < written
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
