"""The pins: what a clean environment gets today, written to packaging/constraints.txt."""

import re
import tempfile
from pathlib import Path

from housekeeping.places import CONSTRAINTS, ROOT, python_of
from housekeeping.running import ChoreError, ask, run, say
from housekeeping.venvs import frozen, install, make

HEAD = """\
# Every package at one version, the tests' and the tools' too: `python3 chores.py pins` writes this file.
# pyproject.toml says which packages are wanted, CONTRIBUTING.md why.
"""
# Wanted on other systems than the one that wrote the file, and so not found by looking.
ELSEWHERE = ('colorama==0.4.6 ; sys_platform == "win32"',)
# Newer ones want a later Python 3.11 than Debian 12 has (3.11.2).
HELD_BACK = ("soupsieve<3",)
OLDEST_PYTHON = "3.11.0"
PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+")
# Which installed packages the oldest Python that we promise could not have.
TOO_NEW = f"""
from importlib.metadata import distributions
from packaging.specifiers import SpecifierSet
for each in distributions():
    wants = each.metadata["Requires-Python"]
    if wants and not SpecifierSet(wants).contains("{OLDEST_PYTHON}"):
        print(each.name, each.version, "wants Python", wants)
"""


def refresh_pins() -> int:
    """Install everything unpinned into a clean environment and write down what came; the change is shown by git."""
    with tempfile.TemporaryDirectory(prefix="clerkwell-pins-") as name:
        venv, held_back = Path(name) / "venv", Path(name) / "held-back.txt"
        held_back.write_text("\n".join(HELD_BACK), encoding="utf-8")
        make(venv)
        install(venv, [f"{ROOT}[dev,installers]"], pins=held_back)
        lines = pins(frozen(venv))
        code, output = ask([python_of(venv), "-c", TOO_NEW])
        if code or output.strip():
            raise ChoreError(f"{output.strip()}\nPython {OLDEST_PYTHON} has to do: put a limit in HELD_BACK.")
    CONSTRAINTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    run(["git", "diff", "--stat", "--", CONSTRAINTS])
    say(f"{CONSTRAINTS.name} is written. Run the tests before committing it.")
    return 0


def pins(listing: str) -> list[str]:
    """The lines to keep from `pip freeze`: versions only, no addresses, not the program itself."""
    kept = [line for line in listing.splitlines() if PIN.fullmatch(line)]
    return sorted([*kept, *ELSEWHERE], key=str.lower)
