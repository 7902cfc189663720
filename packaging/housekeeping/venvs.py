"""The virtual environment: made once, filled with the pinned packages, and left alone while nothing has changed."""

import hashlib
import importlib.util
import json
import platform
import shutil
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from housekeeping.places import CONSTRAINTS, PROJECT, ROOT, VENV, environment, python_of
from housekeeping.running import ChoreError, ask, say

# What each set of packages is for; a later one holds the earlier ones.
EXTRAS = ("", "test", "dev")
STAMP = VENV / "clerkwell-stamp.json"


class Stamp(NamedTuple):
    """What was last installed into `.venv`: for which Python, from which inputs, which set of packages."""

    python: str = ""
    inputs: str = ""
    extra: str = ""


def ready(extra: str = "") -> Path:
    """The Python of `.venv` with the program and this set of packages in it, made or brought up to date if need be."""
    python = python_of(VENV)
    stamp = read_stamp()
    if not python.exists() or stamp.python != _python():
        say("Making a virtual environment in .venv …")
        make(VENV)
        stamp = Stamp()
    inputs = fingerprint()
    if stamp.inputs == inputs and EXTRAS.index(extra) <= EXTRAS.index(stamp.extra):
        return python
    # New pins must not leave the tests' packages at the old ones: install the largest set that was there before.
    extra = max(extra, stamp.extra, key=EXTRAS.index)
    say("Installing the packages it needs (once; up to 180 MB to download) …")
    install(VENV, ["--editable", f"{ROOT}[{extra}]" if extra else str(ROOT)])
    code, output = ask([python, "-c", "import PySide6.QtWidgets"])
    if code:
        raise ChoreError(f"Qt is installed but does not load: {output.strip().splitlines()[-1]}.", 3)
    write_stamp(Stamp(_python(), inputs, extra))
    return python


def fingerprint(project: Path = PROJECT, pins: Path = CONSTRAINTS) -> str:
    """What the contents of `.venv` depend on: the pins, the project's own needs, this Python, and where we are."""
    digest = hashlib.sha256()
    settings = tomllib.loads(project.read_text(encoding="utf-8"))
    # The rest of pyproject.toml is for tools, and changes nothing that is installed.
    wanted = json.dumps([settings.get("build-system"), settings.get("project")])
    for part in (_python(), str(ROOT), wanted, pins.read_text(encoding="utf-8")):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def make(folder: Path) -> None:
    """An empty virtual environment, in place of any that is there.

    Debian's Python comes without ensurepip, and then without a pip inside; `install` knows what to do.
    """
    if importlib.util.find_spec("venv") is None:
        raise ChoreError(
            "This Python has no venv module, which the set-up needs. On Debian or Ubuntu, install it with: "
            "sudo apt-get install python3-venv",
            2,
        )
    if folder.exists():
        shutil.rmtree(folder)
    code, output = ask([sys.executable, "-m", "venv", "--without-pip", folder])
    if code:
        raise ChoreError(f"{output.strip()}\nThe virtual environment in {folder} could not be made.", 2)


def install(folder: Path, wanted: Sequence[str], *, pins: Path = CONSTRAINTS) -> None:
    """Install packages into a virtual environment, at the versions that a file of pins allows."""
    # Said to pip by its environment, so that the environments it builds packages in are pinned too.
    env = {**environment(), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    env["PIP_CONSTRAINT"] = env["PIP_BUILD_CONSTRAINT"] = str(pins)
    code, output = ask([*_pip(folder), "install", "--quiet", "--no-input", *wanted], env=env)
    if code:
        tail = "\n".join(output.strip().splitlines()[-15:])
        raise ChoreError(
            f"{tail}\nThe packages could not be installed; pip's own words are above. If this computer is offline, "
            "connect it and run the same command again.",
            2,
        )


def frozen(folder: Path) -> str:
    """What `pip freeze` says of a virtual environment."""
    code, output = ask([*_pip(folder), "freeze"])
    if code:
        raise ChoreError(f"{output.strip()}\npip could not say what it installed.")
    return output


def _pip(folder: Path) -> list[str | Path]:
    """The command that runs a pip on this environment: its own, or the one of the Python that runs us."""
    python = python_of(folder)
    if ask([python, "-m", "pip", "--version"])[0] == 0:
        return [python, "-m", "pip"]
    if importlib.util.find_spec("ensurepip") is not None:
        code, output = ask([python, "-m", "ensurepip"])
        if code == 0:
            return [python, "-m", "pip"]
        raise ChoreError(f"{output.strip()}\npip could not be put into {folder}.", 2)
    code, output = ask([sys.executable, "-m", "pip", "--python", python, "--version"])
    if code == 0:
        return [sys.executable, "-m", "pip", "--python", python]
    raise ChoreError(
        "This Python has neither ensurepip nor a pip of version 22.3 or newer, and the set-up needs one of them. "
        "On Debian or Ubuntu, install it with: sudo apt-get install python3-venv",
        2,
    )


def _python() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {platform.machine()}"


def read_stamp(file: Path = STAMP) -> Stamp:
    """What was last installed; an empty stamp where there is none or it cannot be read."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Stamp(str(kept["python"]), str(kept["inputs"]), EXTRAS[EXTRAS.index(kept["extra"])])
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp()


def write_stamp(stamp: Stamp, file: Path = STAMP) -> None:
    """Keep what was installed, for the next time."""
    file.write_text(json.dumps(stamp._asdict()), encoding="utf-8")
