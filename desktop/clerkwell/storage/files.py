"""Reports on the disk: reading one, and saving it without losing what somebody else saved meanwhile."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from clerkwell.storage.errors import ConflictError
from clerkwell.storage.layout import TYPE
from clerkwell.storage.lock import FileLock, Holder, Locking
from clerkwell.storage.reading import digest, from_bytes
from clerkwell.storage.stored import StoredReport, used_only
from clerkwell.storage.writing import to_bytes
from clerkwell.system import FileError, atomic_write, read_bytes
from clerkwell.system.atomic import clear_leftovers
from clerkwell.system.longpaths import unlimited

# The first entry of a report's zip is not packed, and stands within these bytes.
_HEAD = 200


@dataclass(frozen=True)
class OnDisk:
    """How an open report's file stands to what we know of it.

    "gone": moved, renamed or deleted. "taken": somebody else took the report over; `holder` says who, if they still
    have it open. "unknown": the drive does not answer.
    """

    state: Literal["same", "changed", "gone", "taken", "unknown"]
    holder: Holder | None = None


def read_file(path: Path) -> StoredReport:
    """The report in a file. Raises `FileError` if it cannot be read, `StorageError` if it is not one of ours."""
    return from_bytes(read_bytes(path), f'"{path.name}"')


def holds_report(path: Path) -> bool:
    """Whether there is a report in this file, sound or not, whatever its name: one that nothing else may replace."""
    try:
        with unlimited(path).open("rb") as file:
            return TYPE in file.read(_HEAD)
    except OSError:
        return False


def write_file(path: Path, stored: StoredReport) -> str:
    """Save the report in a file, whatever was in it before; gives the digest of what it holds now.

    A copy of a report from a newer program is that program's own file, byte for byte.
    Raises `FileError` if the file cannot be written, `StorageError` if it could not be read again, and leaves it as it
    was then.
    """
    data = stored.original if stored.read_only and stored.original else to_bytes(used_only(stored))
    atomic_write(path, data)
    return digest(data)


class ReportFile:
    """The file of an open report: its lock, and what we know of what it holds. Safe to save from another thread."""

    def __init__(self, path: Path, known: str = "", *, take_over: bool = False, locking: Locking | None = None) -> None:
        """`known` is the digest of the file as it was opened, "" for a new one.

        Raises `LockedError` if somebody else has the report open, unless it is to be taken over.
        """
        self.path = path
        self._known = known
        self._order = -1
        # When the file was last looked at: its time and size, and what was found.
        self._looked: tuple[tuple[int, int], OnDisk] | None = None
        self._saving = threading.Lock()
        self._lock = FileLock(path, locking)
        self._lock.take(take_over=take_over)
        clear_leftovers(self._lock.path.parent)

    @property
    def known(self) -> str:
        """The digest of what the file held when it was last read or saved; "" if never."""
        return self._known

    def save(self, stored: StoredReport, order: int, *, overwrite: bool = False) -> None:
        """Save the report, unless a later state of it (of a higher `order`) has been saved already.

        Raises `ConflictError` if the file is not as we know it, unless it is to be overwritten; `FileError` if it
        cannot be written.
        """
        with self._saving:
            if order < self._order:
                return
            if not overwrite:
                self._check_unchanged()
            elif not self._lock.is_ours():
                self._lock.take(take_over=True)
            self._known = write_file(self.path, stored)
            self._order = order
            self._looked = None

    def look(self) -> OnDisk:
        """Whether the file is still as we know it. Its contents are read only when its time or its size is new."""
        with self._saving:
            if not self._lock.is_ours():
                return OnDisk("taken", self._lock.holder())
            try:
                status = unlimited(self.path).stat()
            except FileNotFoundError:
                # A share that went away takes the folder with it, and comes back.
                there = bool(self._known) and self.path.parent.is_dir()
                return OnDisk("gone" if there else "unknown")
            except OSError:
                return OnDisk("unknown")
            stamp = (status.st_mtime_ns, status.st_size)
            if self._looked is None or self._looked[0] != stamp:
                found = self._found()
                if found.state == "unknown":
                    return found
                self._looked = (stamp, found)
            return self._looked[1]

    def close(self) -> None:
        """Let others have the file."""
        with self._saving:
            self._lock.release()

    def _found(self) -> OnDisk:
        if not self._known:
            return OnDisk("same")
        try:
            return OnDisk("same" if digest(read_bytes(self.path)) == self._known else "changed")
        except FileError:
            return OnDisk("unknown")

    def _check_unchanged(self) -> None:
        if not self._lock.is_ours():
            raise ConflictError(
                f'Somebody else has taken over "{self.path.name}", so it was not saved; save your work as a copy.'
            )
        if not self._known:
            return
        try:
            found = digest(read_bytes(self.path))
        except FileError as error:
            if error.reason == "missing":
                return  # moved or deleted meanwhile: what we have is all there is, so it is written
            raise
        if found != self._known:
            raise ConflictError(
                f'"{self.path.name}" was changed by somebody else after you opened it, so it was not saved; '
                "save your work as a copy and compare the two."
            )
