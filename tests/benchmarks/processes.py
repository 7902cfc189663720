"""Processes of their own to measure: the command line that starts one, and the memory that it holds (Linux)."""

import os
import sys
from pathlib import Path

FOLDERS = [str(Path(__file__).resolve().parents[2] / folder) for folder in ("desktop", "tests")]


def python(code: str) -> list[str]:
    """The command that runs this code with the program and the tests' helpers to hand."""
    return [sys.executable, "-c", f"import sys; sys.path[:0] = {FOLDERS!r}\n{code}"]


def surroundings(profile: Path) -> dict[str, str]:
    """An environment with a throw-away profile and no screen; modules stay compiled from one start to the next."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "CLERKWELL_HOME": str(profile), "QT_QPA_PLATFORM": "offscreen"}


def held_now() -> float:
    """Megabytes held by this process and its children; 0 where the system does not say."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return 0.0
    children = [pid for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
    return sum(_megabytes(pid, "VmRSS") for pid in ("self", *children))


def shared_out() -> float:
    """Megabytes held by this process and by those of ours that it started, what they share counted once."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        return 0.0
    children = [pid for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
    return sum(_megabytes(pid, "Pss:", "smaps_rollup") for pid in ("self", *filter(_ours, children)))


def _ours(pid: str) -> bool:
    """Whether this is the program again, and not LibreOffice."""
    try:
        return b"\0-m\0clerkwell\0" in Path("/proc", pid, "cmdline").read_bytes()
    except OSError:
        return False


def held_at_most() -> float:
    """The most megabytes that this process has held; 0 where the system does not say.

    Not what `getrusage` says: a process that was just started takes its parent's peak over.
    """
    return _megabytes("self", "VmHWM")


def _megabytes(pid: str, line: str, file: str = "status") -> float:
    try:
        status = Path("/proc", pid, file).read_text(encoding="utf-8")
    except OSError:
        return 0.0  # a child that has just ended, or another system
    return next((int(each.split()[1]) for each in status.splitlines() if each.startswith(line)), 0) / 1024
