"""Recovery snapshots: what a report was a moment ago, kept in the user's state folder until it is saved.

Mostly there is none to recover, so what reads one is loaded where one is found.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.storage.errors import StorageError
from clerkwell.storage.kept import BASE, HELD, LEFT, PARTS, snapshots_in
from clerkwell.system import FileError, read_bytes
from clerkwell.system.held import HeldFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clerkwell.model import Report
    from clerkwell.storage.keeper import Keeper
    from clerkwell.storage.stored import StoredReport

_ASIDE = "set-aside"
_MOST_ASIDE = 10


@dataclass(frozen=True)
class Snapshot:
    """Unsaved work that was found. `base` is the file it began from (None for a report never saved), `base_digest`
    what that file held then, `made` when the snapshot was taken; `subject` and `pack` are for telling which it is."""

    id: str
    base: Path | None
    base_digest: str
    made: datetime
    subject: str
    pack: str

    def base_changed(self) -> bool:
        """Whether the file it began from is gone or holds something else by now."""
        if self.base is None:
            return False
        from clerkwell.storage.reading import digest

        try:
            return digest(read_bytes(self.base)) != self.base_digest
        except FileError:
            return True


class RecoveryFolder:
    """The snapshots of this user, one sub-folder for each open report."""

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._now = now

    def keep(self, base: Path | None, base_digest: str) -> Keeper:
        """A keeper for an open report. Raises `FileError` if the folder cannot be written."""
        from clerkwell.storage.keeper import Keeper

        return Keeper(self.folder, base, base_digest, self._clock)

    def found(self) -> tuple[Snapshot, ...]:
        """The unsaved work whose program has ended, the newest first; what still runs keeps its own."""
        found = [snapshot for folder in self._abandoned() if (snapshot := self._describe(folder)) is not None]
        return tuple(sorted(found, key=lambda snapshot: snapshot.made, reverse=True))

    def restore(self, snapshot_id: str) -> StoredReport:
        """The report of this snapshot, the newest state of it that can be read. Raises `StorageError`.

        The snapshot stays until `finish`: the work is not safe before it has been saved.
        """
        from clerkwell.storage.reading import from_bytes

        folder = self._of(snapshot_id)
        name = "The recovered report"
        report = newest(folder)
        if report is None:
            raise StorageError(f"{name} is damaged and could not be opened.")
        try:
            parts = from_bytes(read_bytes(folder / PARTS), name)
        except (FileError, StorageError) as error:
            raise StorageError(f"{name} has lost the copy of its template and could not be opened.") from error
        return replace(parts, report=report, digest=_base(folder)[1])

    def discard(self, snapshot_id: str) -> None:
        """Offer this snapshot no more. It is moved aside, and the last ten are kept there."""
        aside = self.folder / _ASIDE
        with contextlib.suppress(OSError):
            aside.mkdir(exist_ok=True, mode=0o700)
            self._mark_left(self._of(snapshot_id))
            self._of(snapshot_id).replace(aside / snapshot_id)
            kept = sorted(aside.iterdir(), key=lambda folder: folder.stat().st_mtime)
            for folder in kept[:-_MOST_ASIDE]:
                shutil.rmtree(folder, ignore_errors=True)

    def leave(self, snapshot_id: str) -> None:
        """Note that this snapshot was offered and is left for later; what was left before keeps its time."""
        folder = self._of(snapshot_id)
        if folder.is_dir() and not (folder / LEFT).exists():
            with contextlib.suppress(OSError):
                self._mark_left(folder)

    def left(self) -> tuple[Path, ...]:
        """The folders of the work that no program holds, whether it is still offered or set aside."""
        try:
            aside = [each for each in (self.folder / _ASIDE).iterdir() if each.is_dir()]
        except OSError:
            aside = []
        return (*self._abandoned(), *aside)

    def finish(self, snapshot_id: str) -> None:
        """Remove this snapshot: its work has been saved."""
        shutil.rmtree(self._of(snapshot_id), ignore_errors=True)

    def _mark_left(self, folder: Path) -> None:
        when = self._now().timestamp()
        (folder / LEFT).touch()
        os.utime(folder / LEFT, (when, when))

    def _of(self, snapshot_id: str) -> Path:
        return self.folder / Path(snapshot_id).name

    def _abandoned(self) -> Iterator[Path]:
        if not self.folder.is_dir():
            return
        for folder in sorted(self.folder.iterdir()):
            if folder.name == _ASIDE or not folder.is_dir():
                continue
            held = HeldFile(folder / HELD)
            try:
                if not held.hold():
                    continue
            except OSError:
                continue  # being removed by its own program at this moment
            empty = not snapshots_in(folder)
            held.let_go()
            if empty:
                shutil.rmtree(folder, ignore_errors=True)
            else:
                yield folder

    def _describe(self, folder: Path) -> Snapshot | None:
        report = newest(folder)
        if report is None:
            self.discard(folder.name)
            return None
        base, base_digest = _base(folder)
        if base is not None and self._is_in(base, folder.name, report):
            # The program ended between saving it and removing what was kept.
            self.discard(folder.name)
            return None
        made = datetime.fromtimestamp(snapshots_in(folder)[-1].stat().st_mtime, UTC)
        return Snapshot(folder.name, base, base_digest, made, report.field("subject").text, report.pack.id)

    def _is_in(self, base: Path, snapshot_id: str, report: Report) -> bool:
        """Whether a file holds this state, apart from when it was saved."""
        from clerkwell.storage.files import read_file
        from clerkwell.storage.stored import used_only

        try:
            saved = read_file(base)
            if saved.report != report.model_copy(
                update={"created": saved.report.created, "modified": saved.report.modified}
            ):
                return False
            return saved.attachments == used_only(self.restore(snapshot_id)).attachments
        except (FileError, StorageError):
            return False


def newest(folder: Path) -> Report | None:
    """The newest state of the report kept in a folder that can be read."""
    from clerkwell.storage.reading import read_report

    for path in reversed(snapshots_in(folder)):
        try:
            return read_report(read_bytes(path), path.name)[0]
        except (FileError, StorageError):
            continue  # cut off by the power: the one before it is whole
    return None


def _base(folder: Path) -> tuple[Path | None, str]:
    try:
        raw = json.loads(read_bytes(folder / BASE))
        return (Path(raw["base"]) if raw["base"] else None), str(raw["digest"])
    except (FileError, ValueError, TypeError, KeyError):
        return None, ""
