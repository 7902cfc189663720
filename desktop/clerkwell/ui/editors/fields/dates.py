"""Dates as people read and write them, whatever language the computer speaks."""

from datetime import date

from clerkwell.model import Report
from clerkwell.model.days import full
from clerkwell.packs import Pack


def meeting_day(report: Report, pack: Pack) -> date | None:
    """The earliest day that a date field of the report names: the lists in force on it are offered."""
    days: list[date] = []
    for spec in pack.manifest.field:
        if spec.kind != "date":
            continue
        repeat, dot, _ = spec.id.partition(".")
        rows = range(len(report.repeats.get(repeat, ()))) if dot else (None,)
        for row in rows:
            value = report.field(spec.id, row).value
            if isinstance(value, str):
                days.append(date.fromisoformat(value))
    return min(days, default=None)


def written(day: date, form: str) -> str:
    """The day in the council's house form: `dd/mm/yyyy`, or in full."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if form == "dd/mm/yyyy" else full(day)
