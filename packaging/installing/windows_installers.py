"""setup.exe for one person and the .msi for a computer, from the built folder."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from housekeeping.running import ChoreError
from installing.identity import LICENCE, PUBLISHER
from installing.transcript import Transcript
from installing.windows_python import SOURCES

TOOLS = {"makensis": "nsis", "wixl": "wixl", "wixl-heat": "wixl", "osslsigncode": "osslsigncode"}


class Installers(NamedTuple):
    """The two files that install the program."""

    setup: Path
    msi: Path


def need_tools() -> None:
    """Raise ChoreError with the line that installs them, where the tools that make installers are missing."""
    absent = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    if absent:
        raise ChoreError(f"The installers for Windows need more tools: sudo apt-get install {' '.join(absent)}", 3)


def make_installers(
    folder: Path, icon: Path, number: str, into: Path, transcript: Transcript, *, quick: bool = False
) -> Installers:
    """Both installers of a built folder, with this version; the older one of a trial has another, and is `quick`."""
    into.mkdir(parents=True, exist_ok=True)
    setup, msi = installers_in(into, number)
    _setup(folder, icon, number, setup, transcript, quick=quick)
    _msi(folder, icon, number, msi, transcript)
    return Installers(setup, msi)


def installers_in(folder: Path, number: str) -> Installers:
    """What both installers of a version are called, in this folder."""
    return Installers(folder / f"clerkwell-{number}-setup.exe", folder / f"clerkwell-{number}.msi")


def _setup(folder: Path, icon: Path, number: str, file: Path, transcript: Transcript, *, quick: bool) -> None:
    told = {
        "VERSION": number,
        "PUBLISHER": PUBLISHER,
        "LICENCE": LICENCE,
        "FOLDER": folder,
        "ICON": icon,
        "OUT": file,
    }
    defined = [*(f"-D{name}={value}" for name, value in told.items()), *(["-DQUICK"] if quick else [])]
    transcript.run(["makensis", "-V2", "-NOCD", *defined, SOURCES / "clerkwell.nsi"])
    transcript.size(file.name, file)


def _msi(folder: Path, icon: Path, number: str, file: Path, transcript: Transcript) -> None:
    # wixl finds files by names below the folder of its source, and no other way.
    work = file.parent / "msi"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    shutil.copyfile(icon, work / "clerkwell.ico")
    shutil.copyfile(SOURCES / "clerkwell.wxs", work / "clerkwell.wxs")
    (work / "program").symlink_to(folder.absolute())
    listed = work / "files.wxs"
    listed.write_text(component_files(folder), encoding="utf-8")
    told = {"Version": number, "Publisher": PUBLISHER, "Icon": "clerkwell.ico", "Folder": "program", "Win64": "yes"}
    defined = [word for name, value in told.items() for word in ("-D", f"{name}={value}")]
    transcript.run(["wixl", "-a", "x64", *defined, "-o", file, "clerkwell.wxs", listed.name], cwd=work)
    transcript.size(file.name, file)


def component_files(folder: Path) -> str:
    """The files of a folder as WiX lists them: each a component of the group Program."""
    names = sorted(each.relative_to(folder.parent).as_posix() for each in folder.rglob("*") if each.is_file())
    group = ["--component-group", "Program", "--directory-ref", "INSTALLDIR", "--var", "var.Folder", "--win64"]
    done = subprocess.run(
        ["wixl-heat", "-p", f"{folder.name}/", *group],
        input="\n".join(names),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise ChoreError(f"{done.stderr.strip()}\nwixl-heat could not list the files of {folder}.")
    return done.stdout
