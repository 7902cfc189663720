"""The reports worked on last: kept in the profile by path, with what tells them apart and how far each has come."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.session.days import date_words
from clerkwell.system import FileError, atomic_write, make_folder

if TYPE_CHECKING:
    from clerkwell.model import Report
    from clerkwell.packs import Pack

_MOST = 40


@dataclass(frozen=True)
class Recent:
    """A report worked on lately. `meeting` is the first meeting's date as it stands in the report, `progress` how far
    it has come in words.

    `exported` is the day of its last final export (ISO), `digest` what it said then, and `changed` whether it says
    something else by now.
    """

    path: str
    subject: str = ""
    meeting: str = ""
    progress: str = ""
    exported: str = ""
    digest: str = ""
    changed: bool = False

    @property
    def name(self) -> str:
        """Its subject, or the file's name."""
        return self.subject or Path(self.path).stem

    @property
    def state(self) -> str:
        """How far it has come: "Draft, 12 of 20 parts done", "Exported on 3 March 2026"."""
        draft = f"Draft, {self.progress}" if self.progress else ""
        try:
            day = date_words(date.fromisoformat(self.exported))
        except ValueError:
            return draft
        if not self.changed:
            return f"Exported on {day}"
        return f"{draft or 'Draft'}, changed since it was exported on {day}"


class RecentReports:
    """The list, newest first, in a file of the profile's state folder. A damaged file counts as an empty list."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def load(self) -> tuple[Recent, ...]:
        """The reports of the list, also those whose files have gone: a drive may be away."""
        return tuple(self._read())

    def note(self, path: Path, report: Report, pack: Pack) -> None:
        """Put a report first, as it is now."""
        before = self._of(path)
        now = replace(recent_of(path, report, pack), exported=before.exported, digest=before.digest)
        if before.exported:
            # Worked out only for these: of a long report it takes its time.
            from clerkwell.storage import content_digest

            now = replace(now, changed=content_digest(report) != before.digest)
        self.add(now)

    def exported(self, path: Path, report: Report, when: datetime) -> None:
        """Note that the final document was made of a report."""
        from clerkwell.storage import content_digest

        day, said = when.date().isoformat(), content_digest(report)
        self.add(replace(self._of(path), exported=day, digest=said, changed=False))

    def add(self, recent: Recent) -> None:
        """Put a report first."""
        self._write([recent, *(each for each in self._read() if each.path != recent.path)])

    def remove(self, path: str) -> None:
        """Take a report off the list; its file stays."""
        self._write([each for each in self._read() if each.path != path])

    def _of(self, path: Path) -> Recent:
        return next((each for each in self._read() if each.path == str(path)), Recent(str(path)))

    def _write(self, every: list[Recent]) -> None:
        """That the list cannot be kept is no reason to trouble anybody."""
        data = json.dumps([asdict(each) for each in every[:_MOST]], ensure_ascii=False, indent=1)
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, data.encode(), durable=False)
        except (FileError, OSError):
            return

    def _read(self) -> list[Recent]:
        try:
            return [_recent(each) for each in json.loads(self._file.read_text("utf-8"))]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return []


def missing(every: tuple[Recent, ...]) -> frozenset[str]:
    """The paths of those whose files are not there now. A share that is away takes its time to say so."""
    return frozenset(each.path for each in every if not Path(each.path).is_file())


def recent_of(path: Path, report: Report, pack: Pack) -> Recent:
    """What the list keeps of a report."""
    # The parts are no part of what the start page loads.
    from clerkwell.session.parts import entries, progress

    rows = report.repeats.get("committees", ())
    meeting = next((row["date"].text for row in rows if "date" in row), "") or report.field("meeting-date").text
    return Recent(
        str(path),
        " ".join(report.field("subject").text.split()),
        " ".join(meeting.split()),
        progress(entries(report, pack)),
    )


def _recent(raw: dict[str, object]) -> Recent:
    texts = {each.name: str(raw.get(each.name, "")) for each in fields(Recent) if each.name != "changed"}
    if not isinstance(raw["path"], str):
        raise TypeError
    return Recent(**texts, changed=raw.get("changed") is True)
