"""How long this computer keeps its own copies of reports that are not public.

Copies for recovery are all that stays behind once a report is closed. Those of exempt, part-exempt and confidential
reports go a set number of days after they were last of use; in doubt a report counts as not public. A start looks for
them, and mostly finds none: what reads them is loaded where there is one.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from clerkwell.packs.errors import PackError
from clerkwell.storage.errors import StorageError
from clerkwell.storage.kept import LEFT, PARTS, snapshots_in
from clerkwell.system import FileError, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from clerkwell.storage.recovery import RecoveryFolder


def remove_private_copies(recovery: RecoveryFolder, days: int, now: datetime) -> int:
    """Remove the copies of reports that are not public and were left `days` days ago or longer; how many went.

    Work that was lost in a crash and has never been offered since stays: nobody has had a chance to take it up.
    """
    gone = 0
    for folder in recovery.left():
        left = left_at(folder)
        if left is not None and now - left >= timedelta(days=days) and is_private(folder):
            shutil.rmtree(folder, ignore_errors=True)
            gone += not folder.exists()
    return gone


def left_at(folder: Path) -> datetime | None:
    """When somebody decided not to take this work up now; None for what has never been offered."""
    try:
        return datetime.fromtimestamp((folder / LEFT).stat().st_mtime, UTC)
    except OSError:
        return None


def is_private(folder: Path) -> bool:
    """Whether the report that is kept here is not public, or cannot be read."""
    from clerkwell.packs.load import load_files
    from clerkwell.packs.openness import holds_private
    from clerkwell.storage.reading import from_bytes
    from clerkwell.storage.recovery import newest

    report = newest(folder)
    if report is None:
        return bool(snapshots_in(folder)) or (folder / PARTS).exists()
    try:
        pack = load_files(from_bytes(read_bytes(folder / PARTS), "It").pack_files, "Its pack")
    except (FileError, StorageError, PackError):
        return True
    return holds_private(report, pack)
