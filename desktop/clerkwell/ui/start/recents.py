"""The reports worked on last: kept in the profile by path, with what tells them apart."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from clerkwell.model import Report
from clerkwell.system import FileError, atomic_write

_MOST = 12


@dataclass(frozen=True)
class Recent:
    """A report worked on lately. `meeting` is the first meeting's date as it stands in the report."""

    path: str
    subject: str = ""
    meeting: str = ""


class RecentReports:
    """The list, newest first, in a file of the profile's state folder. A damaged file counts as an empty list."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> tuple[Recent, ...]:
        """The reports of the list whose files are still there."""
        return tuple(recent for recent in self._read() if Path(recent.path).is_file())

    def add(self, recent: Recent) -> None:
        """Put a report first. That the list cannot be kept is no reason to trouble anybody."""
        kept = [each for each in self._read() if each.path != recent.path]
        data = json.dumps([asdict(each) for each in [recent, *kept][:_MOST]], ensure_ascii=False, indent=1)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(self._file, data.encode(), durable=False)
        except (FileError, OSError):
            return

    def _read(self) -> list[Recent]:
        try:
            raw = json.loads(self._file.read_text("utf-8"))
            return [
                Recent(str(each["path"]), str(each.get("subject", "")), str(each.get("meeting", ""))) for each in raw
            ]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return []


def recent_of(path: Path, report: Report) -> Recent:
    """What the list keeps of a report."""
    rows = report.repeats.get("committees", ())
    meeting = next((row["date"].text for row in rows if "date" in row), "") or report.field("meeting-date").text
    return Recent(str(path), " ".join(report.field("subject").text.split()), " ".join(meeting.split()))
