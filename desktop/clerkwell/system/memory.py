"""Memory that nobody needs any more, given back to the system while nobody waits."""

import ctypes
import linecache
import sys
from contextlib import suppress


def give_back() -> None:
    """Give back to the system what was let go of: the C library of Linux keeps it for what may come. Elsewhere it is
    given back by itself."""
    if sys.platform == "linux":
        # Not every C library there has it.
        with suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def forget_sources() -> None:
    """Let go of the lines of every module: PySide reads them as each is imported, and Python keeps them for tracebacks,
    for which it reads them again."""
    linecache.clearcache()
