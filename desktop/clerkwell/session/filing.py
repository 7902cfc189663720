"""How reports are kept in files here: their locks, and the copies that are made of them. The settings say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerkwell.storage import Locking
from clerkwell.system.places import place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from clerkwell.packs import Pack
    from clerkwell.session.copying import Copy
    from clerkwell.storage import StoredReport
    from clerkwell.system import Settings


def locking(settings: Settings) -> Locking:
    """Whether reports are locked while they are open, and for how long a lock counts."""
    return Locking(on=settings.lock_reports, hours=settings.lock_hours)


def keep_copy(settings: Settings, path: Path, stored: StoredReport, pack: Pack, now: datetime) -> None:
    """Copy a report that was just saved into the folder for copies, if there is one. Raises `FileError`."""
    folder = place(settings.backup_folder)
    if folder is not None:
        # What copies is no part of what a start loads.
        from clerkwell.storage import Backups

        Backups(folder, settings.backup_copies, settings.backup_private).keep(path, stored, pack, now)


@dataclass(frozen=True)
class Filing:
    """How an open report is kept: how it is locked, and what is done with each state of it that has been saved.

    `copy` raises `FileError` where that cannot be done. It is called on another thread.
    """

    locking: Locking | None = None
    copy: Copy | None = None


def filing(settings: Callable[[], Settings], now: Callable[[], datetime]) -> Filing:
    """As the settings say; whether copies are made is asked each time."""
    return Filing(locking(settings()), lambda path, stored, pack: keep_copy(settings(), path, stored, pack, now()))
