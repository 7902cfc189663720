"""Whether a Mac gets every package that the program needs as it is pinned, without building any: asked of pip.

It asks the registry, so it needs a network; no Mac, and nothing is installed.
"""

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

from housekeeping.places import CONSTRAINTS, PROJECT, ROOT, environment
from housekeeping.running import ChoreError
from housekeeping.venvs import ready
from installing.macos_bundle import OLDEST
from installing.transcript import Transcript

PROCESSORS = ("arm64", "x86_64")
PYTHON = "3.11"
CLOSURE = ROOT / "packaging" / "installing" / "macos_closure.py"


class Wheels(NamedTuple):
    """The wheels of one kind of Mac, by the names of their files."""

    processor: str
    files: tuple[str, ...]


def resolve(transcript: Transcript) -> tuple[Wheels, ...]:
    """Find the wheels of both kinds of Macs at the pinned versions. Raises ChoreError where one has none."""
    found = []
    for processor in PROCESSORS:
        transcript.heading(f"Packages for a Mac with {processor}, macOS {OLDEST} or newer")
        names = transcript.run([ready("test"), CLOSURE, PROJECT, processor, PYTHON], show=False).split()
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            transcript.run(
                [ready("test"), "-m", "pip", "install", *for_mac(processor), "--report", report, *names],
                env={**environment(), "PIP_CONSTRAINT": str(CONSTRAINTS)},
                show=False,
            )
            files = wheels(report.read_text(encoding="utf-8"))
        if len(files) != len(names):
            raise ChoreError(f"{len(names)} packages are needed there, and {len(files)} were found.")
        for file in files:
            transcript.note(f"    {file}")
        found.append(Wheels(processor, files))
    return tuple(found)


def for_mac(processor: str) -> tuple[str, ...]:
    """What pip is told, to look for a Mac's wheels and install none of them."""
    return (
        *("--dry-run", "--quiet", "--no-deps", "--only-binary=:all:", "--ignore-installed", "--target", "nowhere"),
        *("--platform", f"macosx_{OLDEST.replace('.', '_')}_{processor}"),
        *("--python-version", PYTHON, "--implementation", "cp"),
    )


def wheels(report: str) -> tuple[str, ...]:
    """The names of the files in a report of pip's."""
    addresses = [str(each["download_info"]["url"]) for each in json.loads(report)["install"]]
    return tuple(sorted(address.rpartition("/")[2] for address in addresses))
