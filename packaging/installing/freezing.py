"""The program in a folder of its own, Python and all: what every installer carries."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from housekeeping.places import CONSTRAINTS, ROOT, command_of, environment, python_of
from housekeeping.venvs import install, make
from housekeeping.wheel import build
from installing.transcript import Transcript
from installing.trimming import trim

SPEC = ROOT / "packaging" / "installing" / "clerkwell.spec"
# pyproject.toml's set of packages that only a build needs.
TOOLS = ("pyinstaller", "cyclonedx-bom")


def freeze(work: Path, transcript: Transcript) -> Path:
    """Build the wheel, install it at the pinned versions with nothing else beside it, and put it in one folder.

    The folder; beside it `inside.cdx.json`, the list of everything in it with its licences (CycloneDX).
    """
    transcript.heading("The program in one folder")
    shutil.rmtree(work / "wheel", ignore_errors=True)
    wheel = build(work / "wheel")
    transcript.note(f"Built {wheel.name}.")
    venv = work / "venv"
    make(venv)
    install(venv, [str(wheel)], pins=CONSTRAINTS)
    listed(work, venv, transcript)
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
    transcript.size("The folder", folder)
    return folder


def listed(work: Path, venv: Path, transcript: Transcript) -> Path:
    """Write the list of the packages in a virtual environment, with the words of their licences."""
    tools = work / "tools"
    make(tools)
    install(tools, TOOLS[1:], pins=CONSTRAINTS)
    file = work / "inside.cdx.json"
    transcript.run(
        [
            command_of(tools, "cyclonedx-py"),
            *("environment", "--gather-license-texts", "--output-reproducible", "--output-file", file),
            python_of(venv),
        ]
    )
    return file
