"""When a report has to be published, in words for its author, worked out the moment a date is typed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from clerkwell.model import Place, Report
from clerkwell.model.days import MONTHS, WEEKDAYS, in_words
from clerkwell.packs import Deadline, Pack, deadline
from clerkwell.packs.deadlines import Meeting, calendar_for, is_counted

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def publication_line(report: Report, pack: Pack, today: date) -> tuple[Place, str] | None:
    """What to say under the date of the earliest meeting, and which date that is; None where no day is the last.

    "Publish by Friday 13 January 2023 (five clear days before Monday 23 January 2023)."
    """
    found = deadline(report, pack)
    if found is None:
        return None
    meeting, told = found.meeting.day, [deadline_words(found, pack)]
    if found.last_day < today <= meeting:
        told.append("That day has passed: ask the clerk whether the report can still be taken.")
    elif found.last_day == today:
        told.append("That is today.")
    return found.meeting.place, " ".join(told)


def deadline_words(found: Deadline, pack: Pack) -> str:
    """The last day for publishing, how it is counted, and which weekdays are left out of the count."""
    days = pack.manifest.deadlines.clear_days
    number = _NUMBERS[days] if days < len(_NUMBERS) else str(days)
    count = f"{number} clear day{'' if days == 1 else 's'} before {in_words(found.meeting.day)}"
    told = [f"Publish by {in_words(found.last_day)} ({count})."]
    if closed := tuple(_closed(found, pack)):
        told.append(f"Not counted: {_listed(closed)}.")
    if not found.certain:
        told.append("Not all bank holidays before it are known yet: look them up and count again.")
    return " ".join(told)


def longest_line(pack: Pack) -> str:
    """A line as long as any that counts no bank holidays; nothing where no day is the last."""
    if not is_counted(pack):
        return ""
    day = date(2026, 9, 30)
    return deadline_words(Deadline(Meeting(day, Place(), ""), day, certain=True), pack)


def is_late(report: Report, pack: Pack, today: date) -> bool:
    """Whether the last day for publishing has passed, and the meeting has not."""
    found = deadline(report, pack)
    return found is not None and found.last_day < today <= found.meeting.day


def _closed(found: Deadline, pack: Pack) -> Iterator[str]:
    """The weekdays between the last day and the meeting that do not count, with the reason."""
    calendar = calendar_for(pack)
    day = found.last_day + timedelta(days=1)
    while day < found.meeting.day:
        if day in calendar.holidays:
            yield f"{_short(day)} ({calendar.holidays[day]})"
        elif day in calendar.closed and day.weekday() < 5:
            yield f"{_short(day)} (the council is closed)"
        day += timedelta(days=1)


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _listed(items: tuple[str, ...]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last
