"""What was exported last of each report: what, when and where, kept in this computer's profile and never in the report.

Of the words of the report only a digest is kept, which tells whether they have changed since.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path

from clerkwell.model import Report
from clerkwell.session.by_report import ByReport
from clerkwell.session.days import day


@dataclass(frozen=True)
class LastExport:
    """`what` was made ("final document"), the file or folder to open, the folder it lies in, when (ISO 8601), and the
    digest of what the report said then (`storage.content_digest`).
    """

    what: str
    path: str
    folder: str
    when: str
    digest: str

    @property
    def name(self) -> str:
        """The name of what was made."""
        return Path(self.path).name


class LastExports:
    """The last export of each report."""

    def __init__(self, file: Path) -> None:
        self._kept = ByReport(file)

    def of(self, report: Path) -> LastExport | None:
        """What was exported last of this report."""
        raw = self._kept.of(report)
        names = [each.name for each in fields(LastExport)]
        if not isinstance(raw, dict) or not all(isinstance(raw.get(name), str) for name in names):
            return None
        return LastExport(**{name: raw[name] for name in names})

    def keep(self, report: Path, made: LastExport) -> None:
        """Keep this in place of the export before."""
        self._kept.keep(report, asdict(made))


def in_words(made: LastExport, now: datetime, *, changed: bool, there: bool = True) -> str:
    """ "Exported last: the final document, Parks.docx, today at 14:05. The report has changed since." """
    told = f"Exported last: the {made.what}, {made.name}{_when(made.when, now)}."
    if not there:
        told += " It is no longer there: it was moved, renamed or deleted."
    return f"{told} The report has changed since." if changed else told


def says_the_same(one: Report, other: Report) -> bool:
    """Whether a document made of one says what one made of the other does. Fast where they share what is the same."""
    if one is other:
        return True
    if (one.pack, one.fields, one.repeats) != (other.pack, other.fields, other.repeats):
        return False
    if (one.appendices, one.background_papers) != (other.appendices, other.background_papers):
        return False
    if one.consultations != other.consultations or len(one.sections) != len(other.sections):
        return False
    # Whether a section is called done says nothing.
    return all(
        (here.id, here.heading) == (there.id, there.heading)
        and (here.blocks is there.blocks or here.blocks == there.blocks)
        for here, there in zip(one.sections, other.sections, strict=True)
    )


def _when(iso: str, now: datetime) -> str:
    try:
        local, today = datetime.fromisoformat(iso).astimezone(), now.astimezone().date()
    except ValueError:
        return ""
    if local.date() == today:
        return f", today at {local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return f", yesterday at {local:%H:%M}"
    return f", on {day(local)} at {local:%H:%M}"
