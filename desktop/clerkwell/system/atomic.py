"""The one way the program writes a file: whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from clerkwell.system.errors import FileError, is_held, writing_error
from clerkwell.system.longpaths import unlimited

# How long a file held open by Word or a sync program is waited for, and how often it is tried, in seconds.
_PATIENCE = 2.0
_BETWEEN = 0.1
# What a file is called until it is in its place, and how old such a one is when nobody can be writing it any more.
_BESIDE, _SUFFIX = ".clerkwell-", ".tmp"
_LEFT_OVER = 24 * 60 * 60.0
# How a drive says that it knows no such thing: some network drives neither flush nor keep modes, and take files well.
_UNKNOWN_THERE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def atomic_write(path: Path, data: bytes, *, durable: bool = True, sleep: Callable[[float], None] = time.sleep) -> None:
    """Put `data` in the file `path`: afterwards it holds either that or what it held before, never a part.

    Written beside, flushed to the disk, then put in place of the old file, whose mode it keeps; a link stays a link.
    `durable=False` leaves the flushing to the system: the file then outlives the program's end, not a power cut.
    A file that another program holds open is tried for two seconds. Raises `FileError`.
    """
    try:
        target = unlimited(Path(os.path.realpath(path)))
        old = _status(target)
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if old is not None and not stat.S_ISREG(old.st_mode):
            # A device or a pipe (/dev/stdout) can be written to, but nothing may be put in its place.
            target.write_bytes(data)
            return
        if old is not None and not os.access(target, os.W_OK):
            raise FileError(
                f'"{path.name}" is marked as read-only; save under another name, or change its properties.',
                path,
                "read-only",
            )
        _write(target, data, old, durable, sleep)
    except OSError as error:
        raise writing_error(error, path) from error


def clear_leftovers(folder: Path, now: float | None = None) -> None:
    """Remove what a program that was ended in the middle of writing left in a folder a day ago or longer.

    It is a whole copy of what somebody wrote, hidden where nobody looks for it.
    """
    oldest = (time.time() if now is None else now) - _LEFT_OVER
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_BESIDE}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < oldest:
                    path.unlink()


def _write(
    target: Path, data: bytes, old: os.stat_result | None, durable: bool, sleep: Callable[[float], None]
) -> None:
    # Short, so that a name just within the limit can be written; hidden, so that it does not flicker in a file list.
    beside = target.with_name(f"{_BESIDE}{secrets.token_hex(6)}{_SUFFIX}")
    # O_BINARY is Windows' own; the mode is what the user's umask makes of it, as for any new file.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if old is not None:
                _keep_mode(beside, old)
            if durable:
                _flush(file.fileno())
        _put_in_place(beside, target, sleep)
    except BaseException:
        # Whatever happened (the disk is full, the user pressed Ctrl+C), no half-written file stays behind.
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    if durable:
        _flush_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _flush(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN_THERE:
            raise


def _keep_mode(beside: Path, old: os.stat_result) -> None:
    try:
        beside.chmod(stat.S_IMODE(old.st_mode))
    except OSError as error:
        # To a file of our own EPERM says the same: the drive has one mode for all, which the new file has too.
        if error.errno not in _UNKNOWN_THERE | {errno.EPERM}:
            raise
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != ((now := beside.stat()).st_uid, now.st_gid):
        # On a shared drive the group is what lets colleagues in; only its members and the system may give it.
        with contextlib.suppress(OSError):
            os.chown(beside, old.st_uid if os.geteuid() == 0 else -1, old.st_gid)


def _put_in_place(beside: Path, target: Path, sleep: Callable[[float], None]) -> None:
    deadline = _PATIENCE
    while True:
        try:
            beside.replace(target)
            return
        except OSError as error:
            # Windows answers "access denied" for a file that Word holds open as often as "sharing violation". EPERM is
            # Linux's alone: a folder in which nobody may replace what is another's, and no waiting helps.
            theirs = error.errno == errno.EPERM and getattr(error, "winerror", None) is None
            if theirs or not (is_held(error) or isinstance(error, PermissionError)):
                raise
            if deadline <= 0:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from error
        sleep(_BETWEEN)
        deadline -= _BETWEEN


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last. Windows has no such call, and some network drives refuse it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
