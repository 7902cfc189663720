"""What lies in the folder of an open report's recovery snapshots, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HELD = "held"
BASE = "base.json"
PARTS = "parts.clerkwell"
# An empty file whose time says when the work was left: offered at a start and not taken up, or discarded.
LEFT = "left"
SNAPSHOT = ".snapshot"


def snapshots_in(folder: Path) -> list[Path]:
    """The snapshots in a report's folder, the oldest first."""
    return sorted(folder.glob(f"*{SNAPSHOT}"))
