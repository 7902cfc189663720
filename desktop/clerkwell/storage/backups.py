"""Copies of saved reports in a folder that somebody looks after: the last few states of each, some time apart."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.openness import holds_private
from clerkwell.storage.layout import SUFFIX
from clerkwell.storage.reading import digest
from clerkwell.storage.stored import StoredReport
from clerkwell.system import FileError, atomic_write, make_folder, read_bytes
from clerkwell.system.processes import user

# A state that is this old stays, and the next one has a file of its own: a report saves itself every few seconds.
_APART: Final = timedelta(minutes=10)
# What a copy is called: when it was begun. A colon is no part of a name on Windows.
_NAMED: Final = "%Y-%m-%d %H.%M.%S"
_LONGEST: Final = 60


@dataclass(frozen=True)
class Backups:
    """Where copies go and how many of each report; `private` lets reports that are not public have copies too."""

    folder: Path
    copies: int
    private: bool = False

    def keep(self, path: Path, stored: StoredReport, pack: Pack, now: datetime) -> None:
        """Copy the report that was just saved in `path`. The copies of one that is not public (any more) go instead.

        Where the file holds something else by now than its `digest` says, what that is has not been looked at: it is
        left to who saved it. Raises `FileError` where that cannot be done; the report itself is saved all the same.
        """
        place = self.place(path)
        if not self.private and holds_private(stored.report, pack):
            _remove(place)
            return
        data = read_bytes(path)
        if stored.digest and digest(data) != stored.digest:
            return
        there = copies_in(place)
        if (
            there
            and (last := _begun(there[-1])) is not None
            and timedelta() <= now.replace(tzinfo=None) - last < _APART
        ):
            if read_bytes(there[-1]) != data:
                atomic_write(there[-1], data)
        else:
            copy = make_folder(place) / f"{now:{_NAMED}}{SUFFIX}"
            atomic_write(copy, data)
            there = (*there, copy)
        for old in there[: -self.copies]:
            with suppress(OSError):
                old.unlink()

    def place(self, path: Path) -> Path:
        """The folder for the copies of the report in `path`: two of one name in two folders have two, and so have two
        people, who may not be able to write in each other's."""
        whole = f"{user()}\n{os.path.normcase(os.path.realpath(path))}"
        return self.folder / f"{path.stem[:_LONGEST].rstrip('. ')} {hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def copies_in(place: Path) -> tuple[Path, ...]:
    """The copies there, the oldest first; nothing that we did not put there. Raises `FileError`."""
    try:
        return tuple(sorted(each for each in place.iterdir() if _begun(each) is not None))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileError(f"The folder {place} could not be read: {error.strerror}.", place) from error


def _begun(copy: Path) -> datetime | None:
    if copy.suffix != SUFFIX:
        return None
    try:
        return datetime.strptime(copy.stem, _NAMED)
    except ValueError:
        return None


def _remove(place: Path) -> None:
    """Take the copies away. Raises `FileError`: what was not to stay is still there."""
    for copy in copies_in(place):
        try:
            copy.unlink()
        except OSError as error:
            raise FileError(
                f"The copy {copy} could not be deleted: {error.strerror}. Delete it yourself.", copy
            ) from error
    with suppress(OSError):
        place.rmdir()
