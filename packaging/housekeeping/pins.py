"""The pins: what a clean environment gets today, written to packaging/constraints.txt."""

import re
import tempfile
from pathlib import Path

from housekeeping.places import CONSTRAINTS, ROOT
from housekeeping.running import run, say
from housekeeping.venvs import frozen, install, make

HEAD = """\
# Every package at one version, the tests' and the tools' too: `python3 chores.py pins` writes this file.
# pyproject.toml says which packages are wanted, CONTRIBUTING.md why.
"""
# Wanted on other systems than the one that wrote the file, and so not found by looking.
ELSEWHERE = ('colorama==0.4.6 ; sys_platform == "win32"',)
PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+")


def refresh_pins() -> int:
    """Install everything unpinned into a clean environment and write down what came; the change is shown by git."""
    with tempfile.TemporaryDirectory(prefix="clerkwell-pins-") as name:
        venv = Path(name) / "venv"
        make(venv)
        install(venv, [f"{ROOT}[dev]"], pinned=False)
        lines = pins(frozen(venv))
    CONSTRAINTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    run(["git", "diff", "--stat", "--", CONSTRAINTS])
    say(f"{CONSTRAINTS.name} is written. Run the tests before committing it.")
    return 0


def pins(listing: str) -> list[str]:
    """The lines to keep from `pip freeze`: versions only, no addresses, not the program itself."""
    kept = [line for line in listing.splitlines() if PIN.fullmatch(line)]
    return sorted([*kept, *ELSEWHERE], key=str.lower)
