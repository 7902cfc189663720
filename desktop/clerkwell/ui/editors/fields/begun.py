"""Whether anybody has begun to write a report."""

from clerkwell.model import Report
from clerkwell.packs import Pack


def is_written(report: Report, pack: Pack) -> bool:
    """Whether anybody has written anything yet; what a pack puts into a new report does not count."""
    if report.sections or report.appendices or report.tray:
        return True
    given = list(report.fields.items())
    for repeat, rows in report.repeats.items():
        given += [(f"{repeat}.{name}", value) for row in rows for name, value in row.items()]
    for name, value in given:
        spec = pack.field(name)
        if value.text.strip() and (spec is None or value.text != spec.default):
            return True
    return False
