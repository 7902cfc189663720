"""What this computer keeps of reports by itself, tidied up: at the start, and whenever a report is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.storage.retention import remove_private_copies

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from clerkwell.storage import RecoveryFolder


def tidy_up(recovery: RecoveryFolder, pages: Path, days: int, now: datetime) -> int:
    """Remove copies of reports that are not public, once they have been left for `days` days, and pages that a program
    left behind when it was ended; how many copies went."""
    gone = remove_private_copies(recovery, days, now)
    if pages.is_dir() and any(pages.iterdir()):
        # What makes pages is no part of what a start loads, and mostly there is nothing.
        from clerkwell.printing.workspace import sweep

        sweep()
    return gone
