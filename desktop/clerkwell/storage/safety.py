"""Distrust of a file that calls itself a report: what it may hold, and how much, before any of it is read."""

import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

from clerkwell.storage.errors import StorageError

# A report with appendices has some dozens of entries.
_MOST_ENTRIES = 5000
# Together, unpacked: what a report's appendices may come to.
_MOST_BYTES = 512 * 1024 * 1024
# Deflate packs ordinary JSON 5 to 20 times; only a file made to burst packs a whole megabyte 200 times.
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 1024 * 1024
# The report's own words, without what is attached: a hundred times the longest report.
LARGEST_REPORT = 64 * 1024 * 1024

_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def check_entries(entries: Iterable[zipfile.ZipInfo], name: str, what: str = "Clerkwell report") -> None:
    """Raise `StorageError` if these entries are more, larger or other than a report's (or another file's: `what`)."""
    entries = list(entries)
    if len(entries) > _MOST_ENTRIES:
        raise StorageError(f"{name} holds more than {_MOST_ENTRIES} files, so it is not a {what}.")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise StorageError(f"{name} is too large once unpacked: more than {_MOST_BYTES // (1024 * 1024)} MB.")
    seen: set[str] = set()
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise StorageError(f"{name} is protected by a password; save it without one and open it again.")
        if entry.compress_type not in _METHODS:
            raise StorageError(f"{name} is packed in a way that Clerkwell does not use, so it was not opened.")
        if is_bomb(entry.file_size, entry.compress_size):
            raise StorageError(f"{name} unpacks to far more than it holds, so it was not opened.")
        if not is_safe_name(entry.filename):
            raise StorageError(f"{name} holds a file that points outside it, so it was not opened.")
        # On Windows and macOS capitals do not tell two files apart.
        if entry.filename.casefold() in seen:
            raise StorageError(f"{name} holds the same file twice, so it was not opened.")
        seen.add(entry.filename.casefold())


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether so many bytes out of so few are more than a report's are."""
    return unpacked > max(_RATIO_COUNTS_FROM, packed * _MOST_RATIO)


def is_safe_name(name: str) -> bool:
    """Whether this is a plain relative name, with forward slashes and no way out of its folder."""
    path = name.removesuffix("/")
    parts = path.split("/")
    return (
        bool(path)
        and not any(character in path for character in "\\:\0")
        and not any(ord(character) < 32 for character in path)
        and all(part not in ("", ".", "..") for part in parts)
        and not PurePosixPath(path).is_absolute()
    )
