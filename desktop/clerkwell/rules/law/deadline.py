"""Rules about when a report is published: clear days before the meeting, and meetings on closed days.

They know of no today. Whether a report is late is asked with a day: see `lateness`.
"""

from collections.abc import Iterator
from typing import Final

from clerkwell.model import Place, Report
from clerkwell.model.days import full, in_words
from clerkwell.packs import Deadline, Meeting, Pack, deadline, meetings
from clerkwell.packs.deadlines import calendar_for
from clerkwell.rules.rule import Finding, Rule

DEADLINE: Final = "publication-deadline"
WHY: Final = (
    "Agenda and reports are open to the public for so many clear days before the meeting; neither the day of issue nor "
    "that of the meeting counts, nor by the usual reading weekends and bank holidays. A committee can take a later "
    "report only if its chair agrees that it is urgent."
)
_SOURCE: Final = (
    "Local Government Act 1972, sections 100A(6) and 100B(3) and (4); for an executive, regulations 6 and 7 of the "
    "2012 Executive Arrangements Regulations; the number of days from the council’s template"
)


def _last_day(report: Report, pack: Pack) -> Iterator[Finding]:
    found = deadline(report, pack)
    if found and found.certain:
        yield Finding(
            f"{which(found, report, pack)} Publish the report by {in_words(found.last_day)}: "
            f"{_clear_days(pack)} before the meeting.",
            whole(found.meeting),
            found.meeting.words,
        )


def _unknown(report: Report, pack: Pack) -> Iterator[Finding]:
    found = deadline(report, pack)
    if found is None or found.certain:
        return
    known = calendar_for(pack)
    yield Finding(
        f"Clerkwell knows the bank holidays from {full(known.first)} to {full(known.last)}, and not all "
        f"before {full(found.meeting.day)}. By weekends alone the last day is "
        f"{in_words(found.last_day)}. Look them up and count again.",
        whole(found.meeting),
        found.meeting.words,
    )


def _on_closed_day(report: Report, pack: Pack) -> Iterator[Finding]:
    calendar = calendar_for(pack)
    for meeting in meetings(report, pack):
        if why := calendar.why_closed(meeting.day):
            yield Finding(
                f"The date of the meeting, {full(meeting.day)}, is {why}. Check day, month and year.",
                whole(meeting),
                meeting.words,
            )


def which(found: Deadline, report: Report, pack: Pack) -> str:
    """A sentence that says of which meeting a deadline is."""
    several = len({meeting.day for meeting in meetings(report, pack)}) > 1
    return f"{'The first meeting' if several else 'The meeting'} is on {in_words(found.meeting.day)}."


def _clear_days(pack: Pack) -> str:
    days = pack.manifest.deadlines.clear_days
    return "one clear working day" if days == 1 else f"{days} clear working days"


def whole(meeting: Meeting) -> Place:
    """All the words of the meeting's date."""
    return meeting.place.model_copy(update={"start": 0, "end": len(meeting.words)})


def rules() -> tuple[Rule, ...]:
    """The rules of this subject. Whether a council of another nation has a deadline is for its pack to say."""
    return (
        Rule(
            DEADLINE, "info", "The last day on which the report can be published in time", WHY, _last_day,
            source=_SOURCE,
        ),
        Rule(
            "bank-holidays-unknown", "info", "Not all bank holidays before the meeting are known yet",
            "Bank holidays are proclaimed about two years ahead, and a new one may come at short notice.",
            _unknown,
            source="Banking and Financial Dealings Act 1971, section 1 and Schedule 1; the government’s list of bank "
            "holidays",
        ),
        Rule(
            "meeting-on-closed-day", "warning", "The meeting is on a weekend or a bank holiday",
            "Councils seldom meet on such a day, so a figure of the date may be wrong; and the date decides when the "
            "report has to be published.",
            _on_closed_day,
            source="Local Government Act 1972, sections 100A(6) and 100B(3): the time for publication runs back from "
            "this day; the government’s list of bank holidays",
        ),
    )  # fmt: skip
