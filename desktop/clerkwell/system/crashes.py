"""Crashes: what is kept of one for the person who mends it, without a word of the report."""

import faulthandler
import os
import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder
from clerkwell.system.masking import told_error
from clerkwell.system.processes import computer, is_alive

_RUNNING = "running-"
_CRASH = "crash-"
_SUFFIX = ".txt"
_MOST = 20


class CrashLog:
    """Where the system's own crashes and unexpected exceptions are written while the program runs."""

    def __init__(self, folder: Path, version: str) -> None:
        """Raises `FileError` if the folder cannot be made."""
        self._folder = make_folder(folder)
        self._version = version
        # A profile on a network is several computers', each with processes of its own.
        self._path = folder / f"{_RUNNING}{computer()}-{os.getpid()}{_SUFFIX}"
        self._file: IO[str] | None = None

    def start(self) -> None:
        """From now on a crash inside Python or Qt leaves its trace in the folder. Raises `FileError`."""
        try:
            self._file = self._path.open("w", encoding="utf-8")
        except OSError as error:
            raise FileError(f"No crash log can be kept in {self._folder}: {error.strerror}.", self._path) from error
        faulthandler.enable(self._file)

    def note(self, error: BaseException) -> str:
        """Write a report of an unexpected exception, and give its words, for the user to copy."""
        words = f"{_header(self._version)}\n{without_words(error)}"
        name = f"{_CRASH}{datetime.now(UTC):%Y%m%d-%H%M%S-%f}{_SUFFIX}"
        try:
            (self._folder / name).write_text(words, encoding="utf-8")
        except OSError:
            return words  # the disk is full, say: the dialog still shows it
        return words

    def stop(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)


def left_behind(folder: Path) -> tuple[str, ...]:
    """The traces of programs that crashed, the oldest first; they are kept, and not given again."""
    found = []
    for path in sorted(folder.glob(f"{_RUNNING}*{_SUFFIX}")):
        where, _, pid = path.stem.removeprefix(_RUNNING).rpartition("-")
        if where not in ("", computer()) or not pid.isdigit() or int(pid) == os.getpid() or is_alive(int(pid)):
            continue
        try:
            words = path.read_text(encoding="utf-8", errors="replace")
            if words.strip():
                path.replace(folder / f"{_CRASH}{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{pid}{_SUFFIX}")
                found.append(words)
            else:
                path.unlink()  # ended from outside, without a crash of its own
        except OSError:
            continue
    for old in sorted(folder.glob(f"{_CRASH}*"))[:-_MOST]:
        old.unlink(missing_ok=True)
    return tuple(found)


def without_words(error: BaseException) -> str:
    """What happened and where, without the messages that could quote a report (pydantic's do, for one)."""
    return "\n".join(_lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _lines(cause)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}, line {frame.lineno}, in {frame.name}"
    told = told_error(error)
    yield f"{type(error).__module__}.{type(error).__qualname__}" + (f": {told}" if told else "")


def _header(version: str) -> str:
    return (
        f"Clerkwell {version}, Python {platform.python_version()}, {platform.platform()}, "
        f"{datetime.now(UTC).isoformat(timespec='seconds')}"
    )
