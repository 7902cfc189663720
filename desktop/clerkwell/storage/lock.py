"""The lock beside an open report, so that two people on one shared drive do not save over each other."""

import contextlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clerkwell.storage.errors import LockedError
from clerkwell.system import FileError, atomic_write, read_bytes
from clerkwell.system.processes import began, is_alive, machine, user

_LARGEST = 10_000


@dataclass(frozen=True)
class Locking:
    """Whether locks are written, and after how many hours one of another computer is left behind: one that was switched
    off cannot take its lock away. Locks that others have written count all the same."""

    on: bool = True
    hours: int = 24


@dataclass(frozen=True)
class Holder:
    """Who has a report open: their account, their computer, the process there, and since when (ISO 8601, UTC).

    `token` tells two windows of one process apart.
    """

    user: str
    machine: str
    pid: int
    began: str
    since: str
    token: str

    @property
    def words(self) -> str:
        """Who it is, for a sentence."""
        return f"{self.user or 'Somebody'} on {self.machine}" if self.machine else self.user or "Somebody"


class FileLock:
    """A small file beside the report that says who has it open. Where none can be written, there is no lock."""

    def __init__(self, path: Path, locking: Locking | None = None) -> None:
        # Beside the file itself: who opens it through a link, or a drive's other name, meets the same lock.
        real = Path(os.path.realpath(path))
        self.path = real.with_name(f".{real.name}.lock")
        self._name = path.name
        self._locking = locking or Locking()
        self._mine: Holder | None = None

    def holder(self) -> Holder | None:
        """Who has the report open, if somebody has; not one whose program has ended."""
        found = self._read()
        return None if found is None or _is_stale(found, self._locking.hours) else found

    def take(self, *, take_over: bool = False) -> None:
        """Take the lock. Raises `LockedError` if somebody else has it, unless it is to be taken over."""
        held = self.holder()
        if held is not None and not take_over:
            raise LockedError(
                f'{held.words} has "{self._name}" open; ask them to close it, or open it to read only.', held
            )
        if not self._locking.on:
            return
        since = datetime.now(UTC).isoformat(timespec="seconds")
        mine = Holder(user(), machine(), os.getpid(), began(os.getpid()), since, secrets.token_hex(8))
        # A lock that a colleague's program left is a colleague's file: not ours to write in, but the folder is.
        with contextlib.suppress(OSError):
            self.path.unlink()
        try:
            atomic_write(self.path, json.dumps(asdict(mine)).encode())
        except FileError:
            return  # a folder that can only be read, or a name at the limit: saving will say so, if it comes to that
        self._mine = mine

    def is_ours(self) -> bool:
        """Whether nobody has taken the lock over. A lock that went missing, or never was, is nobody's."""
        return self._mine is None or self._read() in (None, self._mine)

    def release(self) -> None:
        """Take the lock away, if it is still ours."""
        if self._mine is not None and self._read() == self._mine:
            # On a share that has gone away the lock stays behind, and is stale.
            with contextlib.suppress(OSError):
                self.path.unlink()
        self._mine = None

    def _read(self) -> Holder | None:
        try:
            raw = json.loads(read_bytes(self.path, _LARGEST))
            words = {name: str(raw[name]) for name in ("user", "machine", "began", "since", "token")}
            return Holder(pid=int(raw["pid"]), **words)
        except (FileError, ValueError, TypeError, KeyError):
            return None  # not there, or not a lock of ours


def _is_stale(holder: Holder, hours: int) -> bool:
    if holder.machine == machine():
        # Of another user's process the system may not say when it began.
        now = began(holder.pid)
        return not is_alive(holder.pid) or (bool(now) and now != holder.began)
    try:
        since = datetime.fromisoformat(holder.since)
        return datetime.now(UTC) - since > timedelta(hours=hours)
    except (ValueError, TypeError):
        return True
