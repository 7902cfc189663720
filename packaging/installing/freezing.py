"""The program in a folder of its own, Python and all: what every installer carries."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from housekeeping.places import CONSTRAINTS, ROOT, command_of, environment, python_of
from housekeeping.running import ChoreError
from housekeeping.venvs import install, make
from housekeeping.wheel import build
from installing.inside import Part, complete
from installing.offline import prove_offline
from installing.transcript import Transcript
from installing.trimming import trim

SPEC = ROOT / "packaging" / "installing" / "clerkwell.spec"
# pyproject.toml's set of packages that only a build needs.
TOOLS = ("pyinstaller", "cyclonedx-bom")


class Frozen(NamedTuple):
    """A built program: its folder, and all that is in it."""

    folder: Path
    parts: tuple[Part, ...]


def freeze(work: Path, transcript: Transcript) -> Frozen:
    """Build the wheel, install it at the pinned versions with nothing else beside it, and put it in one folder.

    Beside the folder lies `inside.cdx.json`, the list of everything in it with its licences (CycloneDX).
    """
    transcript.heading("The program in one folder")
    shutil.rmtree(work / "wheel", ignore_errors=True)
    wheel = build(work / "wheel")
    transcript.note(f"Built {wheel.name}.")
    venv = work / "venv"
    make(venv)
    install(venv, [str(wheel)], pins=CONSTRAINTS)
    parts = listed(work, venv, transcript)
    # The list comes first: what builds is no part of what is built.
    install(venv, TOOLS[:1], pins=CONSTRAINTS)
    command: Sequence[str | Path] = [
        command_of(venv, "pyinstaller"),
        *("--noconfirm", "--distpath", work / "folder", "--workpath", work / "pyinstaller"),
        SPEC,
    ]
    transcript.run(command, cwd=work, env={**environment(), "SOURCE_DATE_EPOCH": "0"}, show=False)
    folder = work / "folder" / "clerkwell"
    if sys.platform.startswith("linux"):
        gone, size = trim(folder)
        transcript.note(f"Took out {gone} libraries that nothing asks for, {size / 1_000_000:.1f} MB.")
    prove_offline(folder, transcript)
    transcript.size("The folder", folder)
    return Frozen(folder, parts)


def listed(work: Path, venv: Path, transcript: Transcript) -> tuple[Part, ...]:
    """Write the list of everything inside, whose packages are in a virtual environment, and the words of the licences.

    The spec takes the folder of licences along. Raises ChoreError where a licence does not let a part be shipped.
    """
    tools = work / "tools"
    make(tools)
    install(tools, TOOLS[1:], pins=CONSTRAINTS)
    file = work / "inside.cdx.json"
    transcript.run(
        [
            command_of(tools, "cyclonedx-py"),
            *("environment", "--output-reproducible", "--output-file", file),
            python_of(venv),
        ]
    )
    parts = complete(file, packages_of(venv), work / "licences")
    transcript.note(f"Every licence lets its part be shipped; the words of {len(parts)} go along, in licences.")
    return parts


def packages_of(venv: Path) -> Path:
    """The folder that a virtual environment has its packages in."""
    found = [*venv.glob("lib/python3*/site-packages"), *venv.glob("Lib/site-packages")]
    if not found:
        raise ChoreError(f"There are no packages in {venv}.")
    return found[0]
