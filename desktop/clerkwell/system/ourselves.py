"""This program started once more, to do work apart from the window: what starts it, and in which surroundings."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import clerkwell

# glibc is to give memory back at once: a tenth less for a long report.
_THRIFT = {"MALLOC_TRIM_THRESHOLD_": "65536", "MALLOC_MMAP_THRESHOLD_": "65536"}


def ourselves(work: str) -> list[str]:
    """What starts this program for a `work` of its own: in a built one its own file, else Python with the package.

    Python is not to look for modules in the folder that it is started in, which may be anybody's.
    """
    return [sys.executable, work] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "clerkwell", work]


def for_ourselves() -> Mapping[str, str]:
    """What its surroundings need besides ours, so that it finds the same package and is sparing of memory."""
    sources = str(Path(clerkwell.__file__).parents[1])
    path = os.pathsep.join(each for each in (sources, os.environ.get("PYTHONPATH", "")) if each)
    return {"PYTHONPATH": path, **_THRIFT}
