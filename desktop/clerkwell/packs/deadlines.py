"""Until when a report has to be published, and which meetings it goes to.

Local Government Act 1972, sections 100A and 100B, and for an executive the Local Authorities (Executive Arrangements)
(Meetings and Access to Information) (England) Regulations 2012, regulation 7: copies of agenda and reports are open to
the public for five clear days before the meeting. The day they are published and the day of the meeting do not count,
and by the usual reading neither do weekends and bank holidays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clerkwell.model import Place, Report
from clerkwell.packs.manifest import FieldSpec
from clerkwell.packs.pack import Pack
from clerkwell.packs.workdays import Calendar, calendar_of


@dataclass(frozen=True)
class Meeting:
    """A meeting that the report names the day of, and where."""

    day: date
    place: Place
    words: str


@dataclass(frozen=True)
class Deadline:
    """The last day for publishing a report, for the earliest of its meetings.

    `certain` is False where not all bank holidays before that meeting are known: there may be some among the days
    counted, and the last day is then an earlier one.
    """

    meeting: Meeting
    last_day: date
    certain: bool


def meetings(report: Report, pack: Pack) -> tuple[Meeting, ...]:
    """The meetings whose day the header gives, in its order: each committee's, or the one of a single body."""
    return tuple(_meetings(report, pack))


def meeting_days(report: Report, pack: Pack) -> tuple[date, ...]:
    """The days of the meetings that take the report, each once, the first of them first."""
    return tuple(sorted({each.day for each in _meetings(report, pack)}))


def calendar_for(pack: Pack) -> Calendar:
    """The days on which the pack's council is closed: its nation's bank holidays, and its own days."""
    about = pack.manifest
    return calendar_of(about.pack.nation, frozenset(about.deadlines.closed))


def deadline(report: Report, pack: Pack) -> Deadline | None:
    """When the report has to be published; None where no meeting has a day, or no law of ours says when.

    The five clear days are the law of England. A pack of another nation has a deadline if it says how many days.
    """
    named = meetings(report, pack)
    return deadline_of(min(named, key=lambda each: each.day), pack) if named else None


def is_counted(pack: Pack) -> bool:
    """Whether reports of this pack have a last day for publishing."""
    rule = pack.manifest.deadlines
    return bool(rule.clear_days) and (pack.manifest.pack.nation == "england" or "clear_days" in rule.model_fields_set)


def is_of_meeting(spec: FieldSpec) -> bool:
    """Whether this question asks for the day of a meeting. Other dates (of a notice, of a draft) are none."""
    return spec.kind == "date" and ("committee" in spec.id or "meeting" in spec.id or spec.id == "date")


def deadline_of(meeting: Meeting, pack: Pack) -> Deadline | None:
    """When a report to this meeting has to be published; None where no law of ours says when."""
    if not is_counted(pack):
        return None
    calendar = calendar_for(pack)
    try:
        last_day = calendar.before(meeting.day, pack.manifest.deadlines.clear_days)
    except OverflowError:
        # The year 1 is a slip of the finger.
        return None
    return Deadline(meeting, last_day, calendar.knows(last_day, meeting.day))


def publication_deadline(report: Report, pack: Pack) -> date | None:
    """The last day on which the report may be published in time, if it is certain."""
    found = deadline(report, pack)
    return found.last_day if found and found.certain else None


def _meetings(report: Report, pack: Pack) -> Iterator[Meeting]:
    for spec in pack.manifest.field:
        repeat, dot, _ = spec.id.partition(".")
        if not is_of_meeting(spec):
            continue
        for row in range(len(report.repeats.get(repeat, ()))) if dot else (None,):
            value = report.field(spec.id, row)
            if isinstance(value.value, str) and (day := _day(value.value)) is not None:
                yield Meeting(day, Place(field=spec.id, row=row), value.text)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
