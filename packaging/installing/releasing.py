"""Naming a file a release: what dist holds then, on every system alike."""

import hashlib
import shutil
from pathlib import Path

from housekeeping.places import ROOT
from installing.transcript import Transcript

# Beside a release: the list of what is inside it, and the sum by which whoever gets it knows it again.
_LISTED = ".cdx.json"
_SUM = ".sha256"


def withdraw(name: str) -> None:
    """Take away what an earlier build put into dist by this name: it is no release of what is built now."""
    for file in files_of(name):
        file.unlink(missing_ok=True)


def release(file: Path, inside: Path, transcript: Transcript) -> None:
    """Put a file into dist, with the list of what is `inside` it and its SHA-256, and call it a release."""
    into, listed, checked = files_of(file.name)
    into.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, into)
    shutil.copyfile(inside, listed)
    with into.open("rb") as data:
        told = hashlib.file_digest(data, "sha256").hexdigest()
    # As `sha256sum --check` reads it.
    checked.write_text(f"{told}  {into.name}\n", encoding="ascii", newline="\n")
    transcript.note(f"{into.name} is a release; what is inside, and under which licences, is in {listed.name}.")
    transcript.note(f"SHA-256: {told}")


def files_of(name: str) -> tuple[Path, Path, Path]:
    """What dist holds of a release of this name: itself, the list of what is inside, its sum."""
    file = ROOT / "dist" / name
    return file, file.with_suffix(_LISTED), file.with_name(f"{name}{_SUM}")
