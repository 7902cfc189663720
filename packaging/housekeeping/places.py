"""Where things are in the checkout."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
# What the chores keep for themselves: tools, stamps. Never committed.
KEPT = ROOT / ".chores"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"
# The Open XML SDK's validator, as `setup-proofs` installs it, and the folder of its command.
VALIDATOR = KEPT / "validator"
VALIDATOR_COMMANDS = VALIDATOR / "node_modules" / ".bin"


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def command_of(venv: Path, name: str) -> Path:
    """A command that was installed into a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if sys.platform == "win32" else venv / "bin" / name


def environment(*, source: bool = False) -> dict[str, str]:
    """The environment for a command of the chores: UTF-8, and nothing that would mix another Python's packages in.

    With `source`, the tests' and the chores' own folders can be imported too, and the tests' tools be called.
    """
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    kept["PYTHONUTF8"] = "1"
    if source:
        kept["PYTHONPATH"] = os.pathsep.join(str(ROOT / folder) for folder in ("desktop", "tests", "packaging"))
        kept["PATH"] = os.pathsep.join((str(VALIDATOR_COMMANDS), kept.get("PATH", "")))
    return kept
