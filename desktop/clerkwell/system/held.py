"""A file held by this process: the system lets go of it when the process ends, however it ends.

Some network drives know no such hold. There the file says who has it, and whoever has ended has it no more.
"""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from clerkwell.system.processes import began, is_alive, machine

# How a drive says that it knows no holding.
_UNKNOWN_THERE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
_LARGEST = 1000
# Another computer's processes cannot be looked at: after a day nobody is at work there any more.
_FORGOTTEN = 24 * 60 * 60.0


class HeldFile:
    """A file that one process at a time can hold."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self._noted = False

    def hold(self) -> bool:
        """Hold the file, made if need be; False if somebody else holds it. Raises `OSError` if it cannot be made."""
        if self._descriptor >= 0:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if self._hold(descriptor):
                self._descriptor = descriptor
        finally:
            if self._descriptor < 0:
                os.close(descriptor)
        return self._descriptor >= 0

    def let_go(self) -> None:
        """Let others hold it."""
        if self._descriptor >= 0:
            if self._noted:
                with suppress(OSError):
                    os.ftruncate(self._descriptor, 0)
                self._noted = False
            os.close(self._descriptor)
            self._descriptor = -1

    def _hold(self, descriptor: int) -> bool:
        try:
            return _lock(descriptor)
        except OSError as error:
            if error.errno not in _UNKNOWN_THERE:
                raise
        if _has_holder(os.read(descriptor, _LARGEST), os.fstat(descriptor).st_mtime):
            return False
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{machine()}\n{os.getpid()}\n{began(os.getpid())}".encode())
        self._noted = True
        return True


def _has_holder(noted: bytes, when: float) -> bool:
    """Whether whoever wrote this into the file, then, can still be there."""
    where, pid, since = [*noted.decode(errors="replace").split("\n"), "", ""][:3]
    if not pid.isdecimal():
        return False
    if where != machine():
        return time.time() - when < _FORGOTTEN
    now = began(int(pid))
    return is_alive(int(pid)) and (not now or not since or now == since)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _UNKNOWN_THERE:
                raise
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
