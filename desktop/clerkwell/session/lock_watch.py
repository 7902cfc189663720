"""Whether a colleague still has a report open that is only read here, and whether they have changed it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from clerkwell.storage import FileLock, Holder, Locking
from clerkwell.storage.reading import digest
from clerkwell.system import FileError, read_bytes


@dataclass(frozen=True)
class Held:
    """A report that somebody else had open when it was opened here to read: who, and the digest of what was read."""

    holder: Holder
    digest: str


@dataclass(frozen=True)
class Seen:
    """What a look found. `holder` has it open; `changed`: the file holds something else than what was read.

    "unknown": the drive does not answer, or the file is not there.
    """

    state: Literal["held", "free", "unknown"]
    holder: Holder | None = None
    changed: bool = False


def look(path: Path, known: str, locking: Locking | None = None) -> Seen:
    """How it stands now. A share takes its time to say so: never ask on the thread of the window."""
    holder = FileLock(path, locking).holder()
    if holder is not None:
        return Seen("held", holder)
    try:
        # A lock on a share that went away cannot be read either: only the report itself says that the share is there.
        return Seen("free", changed=digest(read_bytes(path)) != known)
    except FileError:
        return Seen("unknown")
