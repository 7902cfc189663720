"""Whether another process is still there, and who we are: for locks on shared drives."""

import getpass
import os
import platform
import re
import sys
from pathlib import Path


def machine() -> str:
    """This computer's name."""
    return platform.node()


def computer() -> str:
    """This computer's name in letters that any file can have in its own; "here" if it has none."""
    return re.sub(r"[^A-Za-z0-9]+", "_", machine()).strip("_")[:40] or "here"


def user() -> str:
    """Who is logged in, by their account's name; "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such name in the environment, and no entry for the account
        return ""


def is_alive(pid: int) -> bool:
    """Whether a process of this number runs on this computer."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def began(pid: int) -> str:
    """When the process began, in the system's own words, so that a number used again is told apart; "" if unknown."""
    try:
        # proc(5): the 22nd value is the start time; the name, the 2nd, may hold spaces and brackets.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


if sys.platform == "win32":

    def _is_alive_windows(pid: int) -> bool:
        # os.kill would end the process here: Windows knows no signal 0.
        import ctypes

        synchronise, timed_out = 0x00100000, 0x00000102
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(synchronise, False, pid)
        if not handle:
            return ctypes.get_last_error() == 5  # ERROR_ACCESS_DENIED: it is there, and another user's
        try:
            return bool(kernel.WaitForSingleObject(handle, 0) == timed_out)
        finally:
            kernel.CloseHandle(handle)
