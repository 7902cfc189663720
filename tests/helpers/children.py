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
    return {pid for pid in children() if _checks(pid)}


def rested(folder: Path, seconds: float = 0.6) -> bool:
    """Whether a process that checks reports has begun for the program whose folders are in `folder`, and does nothing
    for so long: what was written has been checked."""
    mine = [pid for pid in _everyone() if _checks(pid) and str(folder).encode() in _read(pid, "environ")]
    before = [_ticks(pid) for pid in mine]
    time.sleep(seconds)
    return bool(mine) and before == [_ticks(pid) for pid in mine]


def everyone_with(folder: Path, argument: str) -> set[int]:
    """Those that were started with this argument for the program whose folders are in `folder`."""
    return {
        pid
        for pid in _everyone()
        if argument.encode() in _read(pid, "cmdline").split(b"\0") and str(folder).encode() in _read(pid, "environ")
    }


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


def _checks(pid: int) -> bool:
    return CHECK.encode() in _read(pid, "cmdline").split(b"\0")


def _everyone() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _ticks(pid: int) -> list[bytes]:
    """The time that a process has used, its own and the system's (proc(5): fields 14 and 15, after its name)."""
    return _read(pid, "stat").rpartition(b")")[2].split()[11:13]


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
