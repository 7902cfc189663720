"""What this computer remembers of each report, by its path: one small file of the profile for each kind of thing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from clerkwell.system import FileError, atomic_write, make_folder

# As many as there are reports on the start page.
_MOST = 40
_LARGEST = 1_000_000


class ByReport:
    """JSON values by the path of a report, the newest first. A damaged file counts as an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def paths(self) -> tuple[Path, ...]:
        """The reports of which something is known."""
        return tuple(Path(each) for each in self._read())

    def of(self, report: Path) -> object:
        """What is known of this report; None for nothing."""
        return self._read().get(str(report))

    def keep(self, report: Path, value: object) -> None:
        """Know this of a report."""
        self._write({str(report): value, **{path: raw for path, raw in self._read().items() if path != str(report)}})

    def forget(self, reports: Iterable[Path]) -> None:
        """Know nothing of these any more."""
        gone, kept = {str(each) for each in reports}, self._read()
        if gone & set(kept):
            self._write({path: raw for path, raw in kept.items() if path not in gone})

    def _read(self) -> dict[str, object]:
        try:
            if self._file.stat().st_size > _LARGEST:
                return {}
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, every: Mapping[str, object]) -> None:
        """That it cannot be kept is no reason to trouble anybody."""
        data = json.dumps(dict(list(every.items())[:_MOST]), ensure_ascii=False, indent=1)
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, data.encode(), durable=False)
        except FileError:
            return
