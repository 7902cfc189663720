"""Reading files and finding names for them."""

import errno
import itertools
import os
from pathlib import Path

from clerkwell.system.errors import FileError, reading_error

# Larger than any report with its appendices; more is not read into memory.
LARGEST = 512 * 1024 * 1024


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """What the file holds. Raises `FileError`, also for one of more than `largest` bytes."""
    try:
        if path.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        with path.open("rb") as file:
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


def make_folder(folder: Path) -> Path:
    """The folder, made if it is not there, for the user's eyes only. Raises `FileError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise FileError(f"The folder {folder} could not be made: {error.strerror}.", folder, "no-folder") from error
    return folder
