"""Processes of their own to measure: the command line that starts one."""

import os
import sys
from pathlib import Path

FOLDERS = [str(Path(__file__).resolve().parents[2] / folder) for folder in ("desktop", "tests")]


def python(code: str) -> list[str]:
    """The command that runs this code with the program and the tests' helpers to hand."""
    return [sys.executable, "-c", f"import sys; sys.path[:0] = {FOLDERS!r}\n{code}"]


def surroundings(profile: Path) -> dict[str, str]:
    """An environment with a throw-away profile and no screen."""
    return {**os.environ, "CLERKWELL_HOME": str(profile), "QT_QPA_PLATFORM": "offscreen"}
