"""Which version of its template an open report should be in, for its meeting."""

from dataclasses import dataclass
from datetime import date

from clerkwell.model import Report
from clerkwell.packs import Catalogue, Pack, meeting_days


@dataclass(frozen=True)
class Better:
    """The pack that a report would get if it were started now, and what is said of that."""

    pack: Pack
    words: str


def better(report: Report, pack: Pack, catalogue: Catalogue, today: date) -> Better | None:
    """What is in date for the report's first meeting, or today where none has a day; None where that is `pack`."""
    days = meeting_days(report, pack)
    found = catalogue.in_date(pack, days[0] if days else today)
    if found is None:
        return None
    here = catalogue.exact(pack.ref)
    if here is not None and not here.told.offered:
        why = _dropped(pack, found)
    else:
        why = _why(pack, found, days[0] if days else None)
    return Better(found, f"{why} It can stay as it is, or move with every word.")


def _dropped(pack: Pack, found: Pack) -> str:
    told, other = pack.told, found.told
    instead = f"version {other.version}" if other.id == told.id else f"“{other.title}”"
    return (
        f"This report is in version {told.version} of its template, which is no longer offered: new reports are in "
        f"{instead}."
    )


def _why(pack: Pack, found: Pack, meeting: date | None) -> str:
    told, other = pack.told, found.told
    if other.id != told.id:
        now = f"for the meeting on {_day(meeting)}" if meeting else "now"
        return f"“{other.title}” is the template in date {now}, and this report is in “{told.title}”."
    dated = told.effective_from != other.effective_from or other.number < told.number
    if meeting is not None and dated:
        return (
            f"For the meeting on {_day(meeting)} version {other.version} of this template is in date, and this report "
            f"is in version {told.version}."
        )
    return f"This report is in version {told.version} of its template, and there is version {other.version}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
