"""A file held by this process: the system lets go of it when the process ends, however it ends."""

import os
import sys
from pathlib import Path


class HeldFile:
    """A file that one process at a time can hold, on this computer."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    def hold(self) -> bool:
        """Hold the file, made if need be; False if somebody else holds it. Raises `OSError` if it cannot be made."""
        if self._descriptor >= 0:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def let_go(self) -> None:
        """Let others hold it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
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
