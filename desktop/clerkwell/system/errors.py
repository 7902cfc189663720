"""What can go wrong with a file, in one plain sentence for the person at the screen."""

import errno
from pathlib import Path
from typing import Literal

Reason = Literal[
    "missing", "no-folder", "is-folder", "no-permission", "read-only", "full", "name-too-long", "held-open",
    "too-large", "away", "other",
]  # fmt: skip

# ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_USER_MAPPED_FILE (winerror.h): another program holds the file.
_HELD = frozenset({32, 33, 1224})
# ERROR_FILENAME_EXCED_RANGE, which Python takes for a file that is not there.
_LONG_PATH = 206
# What the name and its folders may come to on Windows, where IT has not lifted that.
_LONGEST_PATH = 259
# ERROR_REM_NOT_LIST, _BAD_NETPATH, _UNEXP_NET_ERR, _NETNAME_DELETED, _BAD_NET_NAME, _SEM_TIMEOUT, _NETWORK_UNREACHABLE,
# _HOST_UNREACHABLE: a share that is away.
_AWAY_WINDOWS = frozenset({51, 53, 59, 64, 67, 121, 1231, 1232})
_AWAY = frozenset(
    {errno.ESTALE, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ETIMEDOUT, errno.ENOTCONN}
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FileError(Exception):
    """A file could not be read or written. The message is a sentence for the user; `reason` is for deciding what next.

    After `held-open`, `read-only` and `no-permission` a copy under another name or in another folder may still work.
    """

    def __init__(self, message: str, path: Path | None = None, reason: Reason = "other") -> None:
        super().__init__(message)
        self.path = path
        self.reason = reason


def is_held(error: OSError) -> bool:
    """Whether the system said that another program has the file open."""
    return getattr(error, "winerror", None) in _HELD or error.errno in (errno.EBUSY, errno.ETXTBSY)


def reading_error(error: OSError, path: Path) -> FileError:
    """The sentence for a file that could not be read."""
    name = f'"{path.name or path}"'
    if is_held(error):
        return FileError(f"{name} is open in another program; close it there and try again.", path, "held-open")
    if found := _far_or_long(error, path, "try again when it does"):
        return found
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return FileError(f"There is no file {path}; check the name and the folder.", path, "missing")
        case errno.EISDIR:
            return FileError(f"{path} is a folder; choose a file in it.", path, "is-folder")
        case errno.EACCES | errno.EPERM:
            return FileError(f"You have no permission to open {name}; ask its owner for access.", path, "no-permission")
        case errno.ENAMETOOLONG:
            return FileError(f"The file name {_short(path)} is too long; use a shorter one.", path, "name-too-long")
    return FileError(f"{name} could not be read: {_reason(error)}.", path)


def writing_error(error: OSError, path: Path) -> FileError:
    """The sentence for a file that could not be written. Nothing of the old file was lost."""
    name, folder = f'"{path.name or path}"', path.parent
    if is_held(error):
        return FileError(
            f"{name} is open in another program; close it there, or save under another name.", path, "held-open"
        )
    if found := _far_or_long(error, path, "save elsewhere, or try again when it does"):
        return found
    if error.errno in _FULL:
        return FileError(
            f"There is no room left on the disk for {name}; free some space or save it elsewhere.", path, "full"
        )
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return FileError(f"There is no folder {folder}; choose one that exists.", path, "no-folder")
        case errno.EISDIR | errno.ENOTEMPTY:
            return FileError(f"{path} is a folder; choose a file name in it.", path, "is-folder")
        case errno.EACCES | errno.EPERM:
            return FileError(
                f"You have no permission to write {name} in {folder}; save it in another folder.", path, "no-permission"
            )
        case errno.EROFS:
            return FileError(f"{folder} can only be read; save {name} in another folder.", path, "read-only")
        case errno.ENAMETOOLONG:
            return FileError(f"The file name {_short(path)} is too long; use a shorter one.", path, "name-too-long")
    return FileError(f"{name} could not be saved: {_reason(error)}.", path)


def _far_or_long(error: OSError, path: Path, advice: str) -> FileError | None:
    """What the system says in other words: that a share does not answer, or a path is too long for it."""
    code = getattr(error, "winerror", None)
    if code in _AWAY_WINDOWS or error.errno in _AWAY:
        return FileError(f'The network drive with "{path.name or path}" does not answer; {advice}.', path, "away")
    missing_though_long = code is not None and error.errno == errno.ENOENT and len(str(path)) > _LONGEST_PATH
    if code == _LONG_PATH or missing_though_long:
        words = f"The name {_short(path)} is too long together with its folders; use a folder with a shorter path."
        return FileError(words, path, "name-too-long")
    return None


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).rstrip(".")


def _short(path: Path) -> str:
    return f'"{path.name[:30]}…"'
