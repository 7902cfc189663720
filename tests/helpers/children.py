"""The processes that a test has started and not yet put away; none are listed where the system does not say."""

import time
from pathlib import Path

from clerkwell.session.checking_apart import CHECK


def children() -> set[int]:
    """All of them (Linux)."""
    found: set[int] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        try:
            found |= {int(pid) for pid in task.read_text().split()}
        except OSError:
            continue  # a thread that has just ended
    return found


def checking() -> set[int]:
    """Those that check reports."""
    return {pid for pid in children() if CHECK.encode() in _command(pid).split(b"\0")}


def gone(pid: int, seconds: float = 5) -> bool:
    """Whether a process ends within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        except OSError:
            return True
        if "State:\tZ" in status:
            return True
        time.sleep(0.02)
    return False


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
