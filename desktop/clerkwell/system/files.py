"""Reading files and finding names for them."""

import contextlib
import errno
import itertools
import os
import stat
from pathlib import Path

from clerkwell.system.errors import FileError, reading_error, writing_error
from clerkwell.system.longpaths import unlimited

# Larger than any report with its appendices; more is not read into memory.
LARGEST = 512 * 1024 * 1024


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """What the file holds. Raises `FileError`, also for one of more than `largest` bytes."""
    try:
        real = unlimited(path)
        if real.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        with real.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise reading_error(error, path) from error
    if len(data) > largest:
        raise FileError(
            f'"{path.name}" is larger than {largest // (1024 * 1024)} MB; that is more than a report can hold.',
            path,
            "too-large",
        )
    return data


def numbered_copy(path: Path) -> Path:
    """The first name that is free beside `path`: "Report (2).docx", "Report (3).docx", …"""
    for number in itertools.count(2):
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not candidate.exists():
            return candidate
    raise AssertionError("numbers do not end")


def put_aside(path: Path) -> None:
    """Give a file that cannot be read the name of a copy, so that another may be written in its place.

    Raises `FileError`.
    """
    try:
        path.replace(numbered_copy(path))
    except FileNotFoundError:
        return
    except OSError as error:
        raise writing_error(error, path) from error


def make_folder(folder: Path) -> Path:
    """The folder, made if it is not there, for the user's eyes only. Raises `FileError`."""
    try:
        # One after another: `parents=True` would let everybody look into those above it.
        for each in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
            unlimited(each).mkdir(exist_ok=True, mode=0o700)
        unlimited(folder).mkdir(exist_ok=True)
    except OSError as error:
        raise FileError(f"The folder {folder} could not be made: {error.strerror}.", folder, "no-folder") from error
    return folder


def keep_to_user(folder: Path) -> None:
    """Close a folder of the user's to everybody else on this computer, if it is there and open to them."""
    if os.name == "nt":
        return  # a profile is the user's alone there
    # One that is another's, or on a drive without modes, stays as it is.
    with contextlib.suppress(OSError):
        if folder.is_dir() and stat.S_IMODE(folder.stat().st_mode) & 0o077:
            folder.chmod(0o700)
